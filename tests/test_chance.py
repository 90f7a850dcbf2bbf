"""Many tests at once, and the p of a deviate, against obvious implementations."""

from math import isclose
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import t

from assessment.chance import adjusted, quantile, two_sided, two_sided_t
from tests import alternative_implementations as obvious


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_adjusting_agrees_with_the_obvious_way(p_values: list[float]) -> None:
    found = adjusted(p_values)
    expected = obvious.benjamini_hochberg(p_values)
    assert all(
        one is not None and isclose(one, other, abs_tol=1e-12)
        for one, other in zip(found, expected, strict=True)
    )


def test_rows_without_a_test_do_not_make_the_others_harder() -> None:
    assert adjusted([None, 0.01, None, 0.04]) == [None, 0.02, None, 0.04]


def test_adjusting_no_rows() -> None:
    assert adjusted([]) == []
    assert adjusted([None]) == [None]


@pytest.mark.parametrize("deviate", [0.0, 0.5, -1.96, 3.92, -6.0])
def test_the_p_of_a_deviate_is_both_tails(deviate: float) -> None:
    assert isclose(two_sided(deviate), 2 * NormalDist().cdf(-abs(deviate)), rel_tol=1e-9)


@pytest.mark.parametrize("freedom", [1, 2, 3, 4, 11, 22, 33, 44])
@pytest.mark.parametrize("deviate", [-2.5, 0.0, 0.5, 1.96, 8.0])
def test_the_p_of_t_is_scipys(freedom: int, deviate: float) -> None:
    assert two_sided_t(deviate, freedom) == pytest.approx(2 * t.sf(abs(deviate), freedom))


def test_without_degrees_of_freedom_t_is_normal() -> None:
    assert two_sided_t(1.5, None) == two_sided(1.5)


@pytest.mark.parametrize("freedom", [1, 3, 11, 44])
def test_the_quantile_is_scipys(freedom: int) -> None:
    assert quantile(freedom) == pytest.approx(t.ppf(0.975, freedom))
    assert quantile(None) == pytest.approx(1.959964)
