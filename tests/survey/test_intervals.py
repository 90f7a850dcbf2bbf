"""Intervals and the test of two shares, against statsmodels and values worked out by hand."""

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint, proportions_ztest

from assessment.chance import two_shares, wilson
from assessment.survey.summaries.intervals import percent


@pytest.mark.parametrize(
    ("count", "base", "low", "high"),
    [
        # By hand: z² = 3.8415; (0.8 + 0.19207 ± 1.96 √(0.016 + 0.0096036)) ÷ 1.38415
        (8, 10, 49.02, 94.33),
        # By hand: z² ÷ (n + z²) = 3.8415 ÷ 13.8415
        (0, 10, 0.0, 27.75),
        (10, 10, 72.25, 100.0),  # the mirror image
        (30, 107, 20.4, 37.2),  # Medway, in the evening: (0.29833 ± 1.96 × 0.04438) ÷ 1.03590
        (1, 1, 20.65, 100.0),  # one person says nearly nothing: 1 ÷ (1 + z²)
    ],
)
def test_wilson_by_hand(count: int, base: int, low: float, high: float) -> None:
    found = wilson(count / base, base)
    assert (round(found[0], 2), round(found[1], 2)) == (low, high)


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_agrees_with_statsmodels(said: tuple[int, int]) -> None:
    count, base = said
    low, high = proportion_confint(count, base, method="wilson")
    found = wilson(count / base, base)
    assert isclose(found[0], 100 * low, abs_tol=1e-9)
    assert isclose(found[1], 100 * high, abs_tol=1e-9)


def test_nobody_has_no_percentage() -> None:
    assert percent(0, 0) is None


def test_the_evening_of_medway() -> None:
    """60 of 107 against 63 of 192: pooled 123 of 299, standard error 0.05937."""
    found = two_shares(60, 107, 63, 192)
    assert found is not None
    assert round(found[0], 2) == 3.92
    assert round(found[1], 4) == 0.0001


@given(
    st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
)
def test_two_shares_agree_with_statsmodels(a: tuple[int, int], b: tuple[int, int]) -> None:
    found = two_shares(*a, *b)
    if a[0] + b[0] in (0, a[1] + b[1]):
        assert found is None  # nobody, or everybody: there is nothing to test
        return
    z, p = proportions_ztest([a[0], b[0]], [a[1], b[1]])
    assert found is not None
    assert isclose(found[0], z, rel_tol=1e-9, abs_tol=1e-9)
    assert isclose(found[1], p, rel_tol=1e-7, abs_tol=1e-12)
