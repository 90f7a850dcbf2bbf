"""Interval and E-test, against published values and second implementations."""

from itertools import product
from math import isclose

import pytest
from scipy.stats import norm, poisson_means_test, t

from assessment.changes.variation.dispersion import Dispersion
from assessment.changes.variation.significance import (
    E_TEST_BELOW,
    chance,
    e_test,
    interval,
    p_value,
    percent_change,
    rate_difference,
    rate_percent,
    score_test,
)
from tests import alternative_implementations as obvious

POISSON = Dispersion(1.0)


@pytest.mark.parametrize(
    ("current", "previous", "expected"),
    [
        (6, 2, 0.17487),  # Krishnamoorthy & Thomson 2004, and scipy's own example
        (25, 16, 0.1648),  # Krishnamoorthy & Thomson 2004
        (3, 1, 0.44),  # Krishnamoorthy & Thomson 2004
        (1118, 1075, 0.36),  # Maldon, all crime: pooled count above the threshold
        (76, 55, 0.067),  # Rochford, hate crime
    ],
)
def test_chance_gives_published_values(current: int, previous: int, expected: float) -> None:
    p = chance(previous, 365, current, 365)
    assert p is not None
    digits = len(str(expected).split(".")[1])
    assert round(p, digits) == expected


def test_nothing_in_either_period_is_not_tested() -> None:
    assert chance(0, 365, 0, 365) is None


def test_none_after_some_is_tested() -> None:
    p = chance(21, 365, 0, 365)
    assert p is not None
    assert p < 0.001


LENGTHS = [(365, 365), (366, 365), (28, 29), (31, 31), (90, 365)]
COUNTS = [0, 1, 2, 3, 6, 9, 11, 20, 55]


@pytest.mark.parametrize(("previous_days", "current_days"), LENGTHS)
def test_the_e_test_is_scipys(previous_days: int, current_days: int) -> None:
    """scipy counts a tie or not as its deviate happens to be rounded; ours always counts it."""
    for previous, current in product(COUNTS, COUNTS):
        if not previous + current:
            continue  # not tested: nothing was counted in either period
        found = e_test(previous, previous_days, current, current_days)
        further, as_far = obvious.e_test(previous, previous_days, current, current_days)
        assert isclose(found, as_far, abs_tol=1e-9), (previous, current)
        other = poisson_means_test(current, current_days, previous, previous_days).pvalue
        assert further - 1e-8 <= other <= found + 1e-8, (previous, current)


@pytest.mark.parametrize("days", [365, 366])
@pytest.mark.parametrize("current", [380, 400, 420, 450, 520, 999])
def test_the_e_test_of_larger_counts_is_scipys(current: int, days: int) -> None:
    expected = poisson_means_test(current, days, 400, 365).pvalue
    assert isclose(e_test(400, 365, current, days), expected, abs_tol=1e-8)


@pytest.mark.parametrize("days", [365, 366])
@pytest.mark.parametrize(
    ("deviate", "closeness"),
    # Near 0 the E-test moves in steps, which no smooth test follows; there p says nothing anyway.
    [(0.5, 2e-3), (1.0, 2e-4), (1.5, 1e-4), (1.9, 5e-5), (2.0, 5e-5), (2.5, 5e-5), (3.0, 5e-5)],
)
@pytest.mark.parametrize("pooled", [E_TEST_BELOW, 3000])
def test_score_test_takes_over_where_it_agrees_with_the_e_test(
    pooled: int, deviate: float, closeness: float, days: int
) -> None:
    current = round((pooled + deviate * pooled**0.5) / 2)
    previous = pooled - current
    exact = poisson_means_test(current, days, previous, 365).pvalue
    assert abs(score_test(previous, 365, current, days) - exact) < closeness


@pytest.mark.parametrize(
    ("previous", "current", "low", "high"),
    [
        (55, 76, -2.3, 95.5),
        (100, 100, -24.2, 31.9),  # no change: symmetrical as a ratio, not as a difference
    ],
)
def test_interval(previous: int, current: int, low: float, high: float) -> None:
    found = interval(previous, 365, current, 365, POISSON)
    assert found is not None
    assert [round(bound, 1) for bound in found] == [low, high]


def test_the_interval_and_the_direction_are_those_of_the_daily_rate() -> None:
    """13,000 in 29 days are fewer a day than 12,950 in 28: METHODS' own figures."""
    days = (13000, 29, 12950, 28)
    percent, ends = rate_percent(*days), interval(*days, POISSON)
    assert percent is not None
    assert ends is not None
    assert [round(number, 1) for number in (percent, *ends)] == [3.2, 0.7, 5.7]
    assert rate_difference(*days) > 0
    assert rate_difference(100, 29, 200, 58) == 0


@pytest.mark.parametrize(
    ("previous", "current", "why"),
    [(0, 5, "no ratio to nothing"), (5, 0, "no logarithm of 0"), (0, 0, "neither")],
)
def test_no_interval_where_a_count_is_zero(previous: int, current: int, why: str) -> None:
    assert interval(previous, 365, current, 365, POISSON) is None


def test_dispersion_widens_the_interval_and_the_p_value() -> None:
    narrow, wide = (
        interval(100, 365, 130, 365, POISSON),
        interval(100, 365, 130, 365, Dispersion(2)),
    )
    assert narrow
    assert wide
    assert wide[0] < narrow[0] < narrow[1] < wide[1]
    chance_alone = p_value(100, 365, 130, 365, POISSON)
    assert (p_value(100, 365, 130, 365, Dispersion(2)) or 0) > (chance_alone or 1)


def test_what_was_estimated_from_few_months_is_looked_up_as_t() -> None:
    """130 after 100 with φ 2: z = 1.396, by the normal 0.163, by t with 11 degrees 0.19."""
    known, guessed = Dispersion(2), Dispersion(2, 11)
    p, wider = (p_value(100, 365, 130, 365, spread) for spread in (known, guessed))
    assert p is not None
    assert wider is not None
    deviate = t.ppf(1 - wider / 2, 11)
    assert norm.sf(deviate) * 2 == pytest.approx(p)
    ends, further = (interval(100, 365, 130, 365, spread) for spread in (known, guessed))
    assert ends is not None
    assert further is not None
    assert further[0] < ends[0] < ends[1] < further[1]


def test_a_difference_too_large_for_a_p_value_is_still_a_deviate() -> None:
    """With φ 50 and three degrees of freedom, 100,000 to 130,000 is z = 62 / 7.07."""
    p = p_value(100_000, 365, 130_000, 365, Dispersion(50, 3))
    deviate = 30_000 / (230_000 * 50) ** 0.5
    assert p == pytest.approx(2 * t.sf(deviate, 3))


def test_without_over_dispersion_the_p_value_is_the_e_tests_exactly() -> None:
    assert p_value(16, 365, 25, 365, POISSON) == e_test(16, 365, 25, 365)


@pytest.mark.parametrize(
    ("previous", "current", "expected"),
    [
        (0, 5, None),  # a percentage of none does not exist
        (0, 0, None),
        (4, 0, -100.0),
        (1000, 1001, 0.1),
    ],
)
def test_percent(previous: int, current: int, expected: float | None) -> None:
    assert percent_change(previous, current) == expected
