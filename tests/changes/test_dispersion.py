"""Over-dispersion: what counts as it and what does not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.changes.variation.dispersion import (
    Dispersion,
    EstimatedFrom,
    dispersion,
    dispersions,
    of_others,
)
from tests import alternative_implementations as obvious

SEASON = [10, 12, 14, 16, 18, 20, 20, 18, 16, 14, 12, 10]


@pytest.mark.parametrize(
    ("years", "why"),
    [
        ([SEASON, SEASON], "a season is not over-dispersion"),
        ([SEASON, [2 * n for n in SEASON]], "nor is a trend"),
        ([[0] * 12, [0] * 12], "nothing recorded: no residuals, and no division by 0"),
        ([[1] + [0] * 11, [1] + [0] * 11], "months that are always 0"),
    ],
)
def test_no_over_dispersion(years: list[list[int]], why: str) -> None:
    assert dispersion(np.array([years])).tolist() == [1.0], why


def test_events_that_come_in_bursts() -> None:
    bursts = [[40, 2, 3, 2, 45, 2, 3, 1, 2, 50, 2, 3], [2, 44, 2, 3, 1, 2, 47, 3, 2, 1, 52, 2]]
    assert dispersion(np.array([bursts]))[0] > 15


def test_independent_counts_average_one() -> None:
    """A plain mean of squared residuals would average 11/24 here: hence the degrees of freedom."""
    history = np.random.default_rng(7).poisson(30, size=(4000, 2, 12))
    expected = history.sum(2, keepdims=True) * history.sum(1, keepdims=True)
    residuals = (history - expected / history.sum((1, 2), keepdims=True)) ** 2
    by_freedom = (residuals / expected * history.sum((1, 2), keepdims=True)).sum((1, 2)) / 11
    assert abs(by_freedom.mean() - 1) < 0.02
    found = dispersion(history)
    assert np.allclose(found, np.maximum(by_freedom, 1))


years = st.integers(2, 5).flatmap(
    lambda count: st.lists(
        st.lists(st.integers(0, 60), min_size=12, max_size=12), min_size=count, max_size=count
    )
)


@given(st.lists(years.filter(lambda found: len(found) == 3), min_size=1, max_size=3))
def test_many_series_at_once_agree_with_the_obvious_way(series: list[list[list[int]]]) -> None:
    expected = [obvious.dispersion(each) for each in series]
    assert np.allclose(dispersion(np.array(series)), expected)


@given(years)
def test_any_number_of_years_agrees_with_the_obvious_way(series: list[list[int]]) -> None:
    assert np.allclose(dispersion(np.array([series])), obvious.dispersion(series))


def test_months_that_come_in_runs_are_seen_by_the_quarter() -> None:
    """Three high months, three low ones, turned round in the second year, and a year of neither."""
    runs = [40] * 3 + [20] * 3 + [40] * 3 + [20] * 3 + [20] * 3 + [40] * 3 + [20] * 3 + [40] * 3
    before = np.array([runs])
    (estimate,) = dispersions(np.array([[*runs, *[30] * 12]]), [3])
    assert estimate is not None
    assert estimate.factor == pytest.approx(dispersion(before.reshape(1, 2, 4, 3).sum(3))[0])
    assert estimate.factor > dispersion(before.reshape(1, 2, 12))[0]
    assert estimate.freedom == 19


@pytest.mark.parametrize("years", [2, 3, 5])
@pytest.mark.parametrize("last", [[30] * 6 + [60] * 6, [60] * 6 + [30] * 6, [30] * 12, [60] * 12])
def test_a_step_within_the_last_year_is_hardly_variation(years: int, last: list[int]) -> None:
    """By the table of all years it would be 3 to 7."""
    (estimate,) = dispersions(np.array([[30] * 12 * (years - 1) + last]), [years])
    assert estimate is not None
    assert estimate.factor < 1.2


def test_the_last_year_counts_by_its_differences() -> None:
    """Independent counts average one, by eight degrees of freedom, whatever their season."""
    draws = np.random.default_rng(11)
    series = draws.poisson(np.tile(SEASON, 2) * 40, (4000, 24))
    factors = [each.factor for each in dispersions(series, [2] * 4000) if each]
    # As many as a chi squared of eight has beyond 1 and beyond twice itself: 43% and 4%.
    assert abs(np.mean([factor > 1 for factor in factors]) - 0.43) < 0.04
    assert abs(np.mean([factor > 2 for factor in factors]) - 0.042) < 0.015


@pytest.mark.parametrize(("years", "freedom"), [(2, 8), (3, 19), (5, 41)])
def test_degrees_of_freedom_are_those_of_the_months(years: int, freedom: int) -> None:
    (estimate,) = dispersions(np.full((1, 60), 9), [years])
    assert estimate == Dispersion(1.0, freedom)


def test_too_little_history_is_no_estimate() -> None:
    assert dispersions(np.full((1, 60), 9), [1]) == [None]


def test_the_middle_of_others_has_no_degrees_of_freedom() -> None:
    others = [Dispersion(2.0, 11), None, Dispersion(5.0, 11), Dispersion(3.0, 11)]
    middle = of_others(others, EstimatedFrom.DISTRICTS)
    assert middle == Dispersion(3.0, None, EstimatedFrom.DISTRICTS)
    assert of_others([None], EstimatedFrom.DISTRICTS) is None
