import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.sample.spreading import by_month, spread


@pytest.mark.parametrize(
    ("total", "shares", "expected"),
    [
        (10, (1, 1), (5, 5)),
        (10, (1, 1, 1), (4, 3, 3)),  # equal remainders: the first takes what is left
        (1, (3, 7), (0, 1)),  # the larger remainder takes it
        (0, (1, 2), (0, 0)),
        (7, (0, 1), (0, 7)),  # a share of nothing stays nothing
    ],
)
def test_a_total_is_divided_to_whole_numbers(
    total: int, shares: tuple[float, ...], expected: tuple[int, ...]
) -> None:
    assert spread(total, shares) == expected


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=5), st.integers(0, 99))
def test_months_add_up_to_their_total(totals: list[int], seed: int) -> None:
    season = np.tile(np.linspace(0.5, 1.5, 12), (len(totals), 1))
    months = by_month(np.array(totals), season, np.random.default_rng(seed))
    assert months.sum(axis=-1).tolist() == totals
    assert months.min() >= 0
