"""Trends: the same counts as Year on year, what is usual of them, and where it begins anew."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as generated
from hypothesis import strategies as st

from assessment.changes import By, year_on_year
from assessment.definitions import Direction, measure_sets
from assessment.patterns.trends import MonthlySeries, SeriesEvent, Signal, Variation, trend_of
from assessment.patterns.trends import trends as trends_of
from assessment.patterns.trends.seasonal_pattern import EVEN, seasonal_pattern
from assessment.periods import add_months
from tests.changes.asked import PAIR, YEAR, asking
from tests.changes.given import Given, months
from tests.properties import examples

BURGLARY = measure_sets()["home-office"].measure("burglary")
FIRST = date(2019, 4, 1)
SINCE = YEAR.start
# A middle of 100, limits 94.7 and 105.3.
STEADY = (99, 101) * 18
# As summer has more than winter: the average is 100.
SEASON = (70, 70, 80, 90, 110, 130, 140, 130, 110, 100, 90, 80)


def series(counts: tuple[int | None, ...], *events: SeriesEvent) -> MonthlySeries:
    """A series that ends with March 2022."""
    first = add_months(date(2022, 4, 1), -len(counts))
    its_months = tuple(add_months(first, k) for k in range(len(counts)))
    return MonthlySeries(BURGLARY, "Rochford", None, its_months, counts, events)


def test_steady_months_are_the_usual_ups_and_downs() -> None:
    trend = trend_of(series(STEADY), SINCE)
    assert trend.variation is Variation.USUAL
    assert not any(trend.signals)
    assert trend.is_worse is None


@pytest.mark.parametrize(
    ("last", "variation", "is_worse"),
    [(150, Variation.HIGH, True), (50, Variation.LOW, False)],
)
def test_latest_month_out_of_the_usual_is_worse_or_better_by_the_measure(
    last: int, variation: Variation, is_worse: bool
) -> None:
    counts = (*STEADY[:-1], last)
    trend = trend_of(series(counts), SINCE)
    assert (trend.variation, trend.is_worse) == (variation, is_worse)
    up = replace(series(counts), measure=replace(BURGLARY, direction=Direction.UP))
    assert trend_of(up, SINCE).is_worse is not is_worse
    neither = replace(series(counts), measure=replace(BURGLARY, direction=Direction.NEUTRAL))
    assert trend_of(neither, SINCE).is_worse is None


def test_what_comes_after_a_recording_event_has_limits_of_its_own() -> None:
    event = SeriesEvent(date(2021, 1, 1), "They count otherwise now.", restarts=True)
    doubled = tuple(2 * n if k >= 21 else n for k, n in enumerate(STEADY))
    trend = trend_of(series(doubled, event), SINCE)
    assert not any(trend.signals), "neither stretch is out of its own usual"
    before, after = trend.limits[20], trend.limits[21]
    assert before
    assert after
    # The season has learnt that every other month has one more.
    assert before.centre == pytest.approx(99)
    assert after.centre == pytest.approx(202)
    without = trend_of(series(doubled), SINCE)
    assert Signal.ABOVE in without.signals[-1]
    footnote = replace(event, restarts=False)
    assert trend_of(series(doubled, footnote), SINCE).limits == without.limits


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        ((100,) * 11, "eleven months are too few"),
        ((0, 1) * 18, "eighteen records are too few"),
        ((None,) * 30 + (100,) * 6, "months that are not covered are none"),
    ],
)
def test_nothing_is_usual_of_too_little(counts: tuple[int | None, ...], why: str) -> None:
    trend = trend_of(series(counts), SINCE)
    assert trend.variation is Variation.UNKNOWN, why
    assert not any(trend.limits)
    assert trend.expected == ()


def test_a_season_is_no_signal_and_comes_again() -> None:
    trend = trend_of(series(SEASON * 4), SINCE)
    assert trend.season.years == 4
    assert not any(trend.signals)
    expected = [month.limits.centre for month in trend.expected]
    # April to September after the last March.
    assert expected == pytest.approx(SEASON[:6], abs=0.5)


def test_a_season_is_not_taken_from_a_trend_or_from_one_year() -> None:
    rising = tuple(range(100, 148))
    factors = seasonal_pattern(series(rising).months, rising).factors
    assert max(factors) - min(factors) < 0.12, "within a year it rises by a tenth"
    one = (*SEASON[3:], *SEASON)
    assert seasonal_pattern(series(one).months, one) is EVEN
    gap = (*SEASON, None, *SEASON)
    assert seasonal_pattern(series(gap).months, gap) is EVEN


def test_months_to_come_follow_a_level_that_has_moved() -> None:
    moved = STEADY[:-8] + (140,) * 8
    trend = trend_of(series(moved), date(2021, 8, 1))
    assert trend.season.years == 3
    assert Signal.RUN_ABOVE in trend.signals[-1]
    level = [month.limits.centre / trend.season.factor(month.month) for month in trend.expected]
    assert min(level) > 115, "not around the 100 of before"


counts = st.lists(st.integers(0, 40), min_size=96, max_size=96)
FEW = settings(
    max_examples=examples(5),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def fill(given_store: Given, numbers: list[int]) -> None:
    given_store.empty()
    when = months(FIRST, date(2022, 3, 1))
    given_store.extract(covers=[("district", name) for name in PAIR.districts], when=when[12:])
    rows = iter(numbers)
    for district in PAIR.districts:
        for measure in ("arson", "robbery"):
            for month in when[12:]:
                given_store.records(next(rows), month, measure, district=district)
    given_store.seal()


@FEW
@generated(counts)
def test_twelve_months_are_the_count_of_year_on_year(
    given_store: Given, numbers: list[int]
) -> None:
    fill(given_store, numbers)
    workspace = given_store.workspace
    for question in (
        asking(None, PAIR),
        *(asking(m, PAIR, by=By.DISTRICT) for m in ("arson", "robbery")),
    ):
        rows = {
            (change.measure.id, change.area): change
            for change in year_on_year(workspace, question).changes
        }
        for trend in trends_of(workspace, question):
            change = rows[trend.series.measure.id, trend.series.area]
            assert trend.year_to[-1] == change.current
            assert trend.year_to[-13] == change.previous
            assert trend.series.counts[-12:] == change.current_months


def test_a_month_that_is_not_covered_is_not_nought(given_store: Given) -> None:
    when = months(date(2020, 4, 1), date(2022, 3, 1))
    given_store.extract(when=[month for month in when if month != date(2021, 2, 1)])
    for month in when:
        given_store.records(3, month)
    given_store.seal()
    (trend,) = trends_of(given_store.workspace, asking())
    gap = trend.series.months.index(date(2021, 2, 1))
    assert trend.series.counts[gap] is None
    assert trend.limits[gap] is None
    assert trend.year_to[gap : gap + 12] == (None,) * 12
    assert trend.year_to[-2:] == (36, 36)


def test_a_month_with_a_hole_in_its_records_is_shown_and_not_judged(given_store: Given) -> None:
    when = months(date(2020, 4, 1), date(2022, 3, 1))
    given_store.extract(when=when)
    for at, month in enumerate(when):
        given_store.records(4 if at == 20 else 100 + at % 3, month)
    given_store.seal()
    (trend,) = trends_of(given_store.workspace, asking())
    assert trend.series.counts[20] == 4
    assert trend.series.doubtful == {when[20]}
    assert trend.signals[20] == ()
    assert trend.limits[20] is None
    assert not any(trend.signals)
