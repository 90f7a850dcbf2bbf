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
    """Three high months, three low ones, turned round in the second year."""
    runs = np.array(
        [[40] * 3 + [20] * 3 + [40] * 3 + [20] * 3 + [20] * 3 + [40] * 3 + [20] * 3 + [40] * 3]
    )
    (estimate,) = dispersions(runs, [2])
    assert estimate is not None
    assert estimate.factor == pytest.approx(dispersion(runs.reshape(1, 2, 4, 3).sum(3))[0])
    assert estimate.factor > dispersion(runs.reshape(1, 2, 12))[0]
    assert estimate.freedom == 11


@pytest.mark.parametrize(("years", "freedom"), [(2, 11), (3, 22), (5, 44)])
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
