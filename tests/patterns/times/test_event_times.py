"""When records happened: by hand, by a slow second way, and never finer than they tell."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.changes import year_on_year
from assessment.patterns.times import EventTimes, Known, times
from assessment.people import Person, Role
from assessment.workspace import Workspace
from tests.changes.asked import PAIR, asking, only
from tests.changes.given import Given, months
from tests.conftest import NewStore
from tests.properties import examples

FRIDAY = datetime(2021, 5, 7)
COUNTED = date(2021, 5, 20)
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
TWO_YEARS = months(date(2020, 4, 1), date(2022, 3, 1))

Moment = datetime | None
Cells = dict[tuple[int, int], float]


def at(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M")


def happened(given: Given, *spans: tuple[Moment, Moment], precision: str = "minute") -> None:
    for span in spans:
        given.records(1, COUNTED, precision=precision, happened=span)
    given.seal()


@pytest.fixture
def covered(given_store: Given) -> Given:
    covers = [("district", district) for district in PAIR.districts]
    given_store.extract(covers=covers, when=TWO_YEARS)
    return given_store


@pytest.fixture(scope="module")
def given_once(new_store: NewStore, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Given]:
    store = new_store(tmp_path_factory.mktemp("once") / "assessment.duckdb")
    yield Given(Workspace(store, Person("Test analyst", Role.ANALYST)))
    store.close()


def found(given: Given, **asked: Any) -> EventTimes:
    return times(given.workspace, asking(**asked)).now.events


def cells(events: EventTimes) -> Cells:
    return {
        (day, hour): float(events.hours[day, hour])
        for day in range(7)
        for hour in range(24)
        if events.hours[day, hour]
    }


BY_HAND = [
    (
        ("2021-05-07 22:30", "2021-05-08 01:30"),
        {(FRI, 22): 1 / 6, (FRI, 23): 1 / 3, (SAT, 0): 1 / 3, (SAT, 1): 1 / 6},
        "half, one, one and half of three hours",
    ),
    (("2021-05-07 22:30", None), {(FRI, 22): 1}, "no end: the hour in which it began"),
    (("2021-05-07 22:30", "2021-05-07 22:30"), {(FRI, 22): 1}, "one moment"),
    (("2021-05-07 22:00", "2021-05-07 23:00"), {(FRI, 22): 1}, "an hour that ends on the hour"),
    (("2021-05-07 22:10", "2021-05-07 22:50"), {(FRI, 22): 1}, "within an hour"),
    (
        ("2021-05-09 23:00", "2021-05-10 01:00"),
        {(SUN, 23): 1 / 2, (MON, 0): 1 / 2},
        "over the end of the week",
    ),
    (
        ("2021-05-07 18:00", "2021-05-08 00:00"),
        {(FRI, hour): 1 / 6 for hour in range(18, 24)},
        "an end at midnight is an hour where ends have hours",
    ),
    (
        ("2021-05-07 22:30", "2021-05-07 00:00"),
        {(FRI, 22): 1 / 3, (FRI, 23): 2 / 3},
        "an end at the midnight before the start is that day without an hour",
    ),
    (
        ("2021-03-28 00:30", "2021-03-28 03:30"),
        {(SUN, 0): 1 / 6, (SUN, 1): 1 / 3, (SUN, 2): 1 / 3, (SUN, 3): 1 / 6},
        "by the clock, where it is put forward",
    ),
    (
        ("2020-10-25 00:30", "2020-10-25 02:30"),
        {(SUN, 0): 1 / 4, (SUN, 1): 1 / 2, (SUN, 2): 1 / 4},
        "by the clock, where it is put back",
    ),
    (
        ("2021-05-03 12:00", "2021-05-10 12:00"),
        {(day, hour): 1 / 168 for day in range(7) for hour in range(24)},
        "a week, the longest that is placed",
    ),
    (("1899-12-31 23:30", "1900-01-01 00:30"), {(SUN, 23): 0.5, (MON, 0): 0.5}, "long ago"),
]


@pytest.mark.parametrize(("span", "expected", "why"), BY_HAND)
def test_hours_by_hand(
    covered: Given, span: tuple[str, str | None], expected: Cells, why: str
) -> None:
    start, end = span
    # So that the source is one that writes hours of ends.
    covered.records(
        1, COUNTED, "arson", precision="minute", happened=(FRIDAY, at("2021-05-07 9:30"))
    )
    happened(covered, (at(start), at(end) if end else None))
    events = found(covered)
    assert cells(events) == pytest.approx(expected), why
    assert events.known == {Known.HOUR: 1}


def test_an_end_at_midnight_is_a_day_where_no_end_has_an_hour(covered: Given) -> None:
    happened(covered, (at("2021-05-07 18:00"), at("2021-05-08 00:00")))
    events = found(covered)
    assert cells(events) == pytest.approx(
        {(FRI, hour): 1 / 30 for hour in range(18, 24)}
        | {(SAT, hour): 1 / 30 for hour in range(24)}
    )


NOT_PLACED = [
    ("month", ("2021-05-01 00:00", None), Known.MONTH, "months alone"),
    ("month", ("2021-05-07 22:30", None), Known.MONTH, "it says no more than its month"),
    ("day", (None, None), Known.RECORDED, "only when it was recorded"),
    ("day", (None, "2021-05-07 22:30"), Known.RECORDED, "only an end"),
    ("minute", ("2021-05-03 12:00", "2021-05-10 12:01"), Known.LONG, "over a week"),
    ("day", ("2021-05-03 00:00", "2021-05-10 00:00"), Known.LONG, "eight days"),
    ("minute", ("2021-05-07 22:30", "2021-05-07 22:29"), Known.REVERSED, "a minute back"),
    ("minute", ("2021-05-07 22:30", "2021-05-06 00:00"), Known.REVERSED, "the day before"),
    ("day", ("2021-05-07 00:00", "2021-05-06 00:00"), Known.REVERSED, "a day back"),
]  # fmt: skip


@pytest.mark.parametrize(("precision", "span", "known", "why"), NOT_PLACED)
def test_what_is_not_placed_is_counted(
    covered: Given, precision: str, span: tuple[str | None, str | None], known: Known, why: str
) -> None:
    start, end = (moment and at(moment) for moment in span)
    happened(covered, (start or None, end or None), precision=precision)
    events = found(covered)
    assert events.known == {known: 1}, why
    assert not events.hours.any()
    assert not events.by_day


DAYS = [
    (("2021-05-07 00:00", None), {7: 1.0}, "a day"),
    (("2021-05-07 01:00", None), {7: 1.0}, "midnight in another zone"),
    (("2021-05-07 00:00", "2021-05-07 06:00"), {7: 1.0}, "an end tells no hour of the start"),
    (("2021-05-07 00:00", "2021-05-08 00:00"), {7: 0.5, 8: 0.5}, "two days, both whole"),
    (("2021-05-03 00:00", "2021-05-09 00:00"), dict.fromkeys(range(3, 10), 1 / 7), "a week"),
]


@pytest.mark.parametrize(("span", "expected", "why"), DAYS)
def test_days_are_spread_over_days(
    covered: Given, span: tuple[str, str | None], expected: dict[int, float], why: str
) -> None:
    start, end = span
    happened(covered, (at(start), at(end) if end else None), precision="day")
    events = found(covered)
    by_day = {day.day: n for day, n in events.by_day.items()}
    assert by_day == pytest.approx(expected), why
    assert events.known == {Known.DAY: 1}
    assert not events.hours.any(), "no hour is made up"
    assert events.weekdays.sum() == pytest.approx(1)


Span = tuple[str, Moment, Moment]
MIDNIGHT = datetime.min.time()


def bounds(span: Span, *, with_hours: bool) -> tuple[datetime, datetime] | Known:
    """The first and the last moment that a record may be of, or why there are none."""
    precision, start, end = span
    if precision == "month" or start is None:
        return Known.MONTH if precision == "month" else Known.RECORDED
    last = end or start
    if precision == "day":
        start, last = (datetime.combine(day, MIDNIGHT) for day in (start, last))
    is_a_day = end and last.time() == MIDNIGHT and (last < start or not with_hours)
    if precision == "day" or is_a_day:
        last += timedelta(days=1)
    if last < start or (precision == "day" and last == start):
        return Known.REVERSED
    return Known.LONG if last - start > timedelta(days=7) else (start, last)


def slowly(spans: list[Span]) -> tuple[Counter[Known], Cells, dict[date, float]]:
    """The same minute by minute: each record has so many minutes, each with an equal part."""
    known: Counter[Known] = Counter()
    by_hour: Cells = {}
    by_day: dict[date, float] = {}
    with_hours = any(
        precision == "minute" and start and end and end.time() != MIDNIGHT
        for precision, start, end in spans
    )
    for span in spans:
        found = bounds(span, with_hours=with_hours)
        known[found if isinstance(found, Known) else Known(span[0])] += 1
        if isinstance(found, Known):
            continue
        minutes = max(1, int((found[1] - found[0]).total_seconds() // 60))
        for moment in (found[0] + timedelta(minutes=n) for n in range(minutes)):
            by_day[moment.date()] = by_day.get(moment.date(), 0) + 1 / minutes
            if span[0] == "minute":
                cell = moment.weekday(), moment.hour
                by_hour[cell] = by_hour.get(cell, 0) + 1 / minutes
    return known, by_hour, by_day


minutes = st.integers(-2, 12 * 24 * 60)
lengths = st.one_of(st.none(), st.integers(-60, 600), st.integers(-3 * 1440, 9 * 1440))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    precision = draw(st.sampled_from(["minute", "minute", "day", "month"]))
    start = FRIDAY + timedelta(minutes=draw(minutes))
    if precision == "minute" and start.time() == datetime.min.time():
        start += timedelta(minutes=1)  # midnight is no hour
    if draw(st.integers(0, 9)) == 0 and precision == "day":
        return precision, None, None
    length = draw(lengths)
    end = None if length is None else start + timedelta(minutes=length)
    if end and draw(st.booleans()):
        end = datetime.combine(end, datetime.min.time())
    return precision, start, end


@settings(max_examples=examples(40))
@given(st.lists(spans(), min_size=1, max_size=12))
def test_hours_and_days_are_those_of_a_slow_count(given_once: Given, drawn: list[Span]) -> None:
    given_once.empty()
    given_once.extract(when=TWO_YEARS)
    for precision, start, end in drawn:
        given_once.records(1, COUNTED, precision=precision, happened=(start, end))
    given_once.seal()
    events = found(given_once)
    known, by_hour, by_day = slowly(drawn)
    assert events.known == known
    assert cells(events) == pytest.approx(by_hour)
    assert dict(events.by_day) == pytest.approx(by_day)
    # Each record is placed once, or counted as one that is not.
    assert events.hours.sum() == pytest.approx(events.with_hour)
    assert sum(events.by_day.values()) == pytest.approx(events.with_day)
    assert events.records == only(year_on_year(given_once.workspace, asking())).current
