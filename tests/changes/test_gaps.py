"""When two periods cannot be compared, and what is said of it."""

from datetime import date

import pytest

from assessment.changes import Change, Place, Status, Verdict, year_on_year
from assessment.periods import Period, months_in_words
from tests.changes.asked import ESSEX, PAIR, ROCHFORD, YEAR, asking, days, only
from tests.changes.given import OFFENCES, Given, months

TWO_YEARS = months(date(2020, 4, 1), date(2022, 3, 1))
YEAR_2025 = days(date(2025, 1, 1), date(2026, 1, 1))


@pytest.mark.parametrize(
    ("listed", "words"),
    [
        ([date(2024, 5, 1)], "May 2024"),
        (months(date(2024, 9, 1), date(2024, 12, 1)), "September to December 2024"),
        (months(date(2023, 9, 1), date(2024, 3, 1)), "September 2023 to March 2024"),
        ([date(2024, 5, 1), date(2024, 7, 1)], "May 2024 and July 2024"),
        (
            [date(2023, 1, 1), *months(date(2024, 5, 1), date(2024, 6, 1)), date(2025, 1, 1)],
            "January 2023, May to June 2024 and January 2025",
        ),
    ],
)
def test_months_are_listed_compactly(listed: list[date], words: str) -> None:
    assert months_in_words(reversed(listed)) == words


def assert_refused(change: Change) -> None:
    assert change.verdict is Verdict.NOT_COMPARABLE
    assert change.status is Status.NOT_COMPARABLE
    numbers = (
        *(change.difference, change.percent, change.interval_low, change.interval_high),
        *(change.p_value, change.p_adjusted, change.dispersion),
    )
    assert numbers == (None,) * 7


def test_a_year_against_four_months_is_never_a_percentage(given_store: Given) -> None:
    given_store.extract(when=months(date(2024, 9, 1), date(2025, 12, 1)))
    for month in months(date(2024, 9, 1), date(2025, 12, 1)):
        given_store.records(10, month)
    given_store.seal()
    change = only(year_on_year(given_store.workspace, asking(period=YEAR_2025)))
    assert_refused(change)
    assert change.reason == "No data for January to August 2024."
    # What is known stays: the whole year, and the four months that there are. None is not 0.
    assert (change.previous, change.current) == (None, 120)
    assert change.previous_months == (None,) * 8 + (10,) * 4


@pytest.mark.parametrize(
    ("measure", "place", "reason"),
    [
        ("burglary", ROCHFORD, ""),  # offences are covered throughout
        ("anti-social-behaviour", ROCHFORD, "No data for March 2022."),
        ("all-records", ROCHFORD, "No data on anti-social behaviour for March 2022."),
        ("all-crime", PAIR, "No data for April 2020 to March 2022 in Castle Point."),
        ("burglary", ESSEX, "No data for April 2020 to March 2022."),  # districts are not a force
    ],
)
def test_every_subject_and_district_must_be_covered(
    given_store: Given, measure: str, place: Place, reason: str
) -> None:
    given_store.extract(subjects=OFFENCES, when=TWO_YEARS)
    given_store.extract(subjects=["anti-social-behaviour"], when=TWO_YEARS[:-1])
    change = only(year_on_year(given_store.workspace, asking(measure, place)))
    assert change.reason.replace("There were none in either period.", "") == reason
    if reason:
        assert_refused(change)


def test_gaps_that_differ_are_told_apart(given_store: Given) -> None:
    given_store.extract(subjects=OFFENCES, when=TWO_YEARS[1:])
    given_store.extract(subjects=["anti-social-behaviour"], when=TWO_YEARS[:-1])
    change = only(year_on_year(given_store.workspace, asking("all-records")))
    assert change.reason == (
        "No data on anti-social behaviour for March 2022; no data on offences for April 2020."
    )
    assert (change.previous, change.current) == (None, None)


def test_a_partial_month_is_not_a_whole_one(given_store: Given) -> None:
    given_store.extract(when=TWO_YEARS[:-1], partial=TWO_YEARS[-1:])
    given_store.records(4, date(2022, 3, 5))
    given_store.seal()
    change = only(year_on_year(given_store.workspace, asking()))
    assert_refused(change)
    assert change.reason == "Only part of the data for March 2022."
    assert change.current_months[-1] is None


@pytest.mark.parametrize("first_partial", [True, False], ids=["completed", "sent again in part"])
def test_a_month_is_whole_where_any_extract_has_all_of_it(
    given_store: Given, first_partial: bool
) -> None:
    last = TWO_YEARS[-1:]
    given_store.extract(when=TWO_YEARS[:-1])
    for partial in (first_partial, not first_partial):
        given_store.extract(**{"partial" if partial else "when": last})  # type: ignore[arg-type]
    change = only(year_on_year(given_store.workspace, asking()))
    assert change.verdict is not Verdict.NOT_COMPARABLE


def test_an_undone_extract_covers_nothing(given_store: Given) -> None:
    given_store.extract(when=TWO_YEARS, status="undone")
    assert_refused(only(year_on_year(given_store.workspace, asking())))


@pytest.mark.parametrize(
    ("period", "comparison", "reason", "why"),
    [
        ((date(2021, 4, 1), date(2022, 4, 1)), None, "", "equal lengths"),
        ((date(2020, 1, 1), date(2021, 1, 1)), None, "", "a leap day"),
        (
            (date(2021, 4, 1), date(2021, 5, 1)),
            (date(2020, 4, 2), date(2020, 5, 1)),
            "The periods are of different lengths (30 days against 29).",
            "one day that is no 29 February",
        ),
        (
            (date(2020, 2, 1), date(2020, 3, 1)),
            (date(2019, 2, 1), date(2019, 3, 1)),
            "",
            "28 days and a leap day against 28",
        ),
        (
            (date(2020, 2, 10), date(2020, 3, 10)),
            (date(2019, 2, 9), date(2019, 3, 10)),
            "",
            "29 days each, of which one is a leap day",
        ),
        (
            (date(2019, 1, 1), date(2021, 1, 1)),
            (date(2017, 12, 31), date(2019, 1, 1)),
            "The periods are of different lengths (731 days against 366).",
            "two years against one",
        ),
        (
            (date(2021, 1, 1), date(2022, 1, 1)),
            (date(2020, 1, 2), date(2021, 1, 2)),
            "The periods overlap.",
            "1 January 2021 would be counted twice",
        ),
        (
            (date(2021, 1, 1), date(2022, 1, 1)),
            (date(2020, 1, 1), date(2021, 1, 1)),
            "",
            "adjacent",
        ),
        (
            (date(2021, 4, 1), date(2021, 5, 1)),
            (date(2020, 4, 3), date(2020, 5, 1)),
            "The periods are of different lengths (30 days against 28).",
            "two days",
        ),
    ],
)
def test_lengths(
    given_store: Given,
    period: tuple[date, date],
    comparison: tuple[date, date] | None,
    reason: str,
    why: str,
) -> None:
    given_store.extract(when=months(date(2017, 1, 1), date(2022, 12, 1)))
    asked = asking(period=days(*period), comparison=days(*comparison) if comparison else None)
    change = only(year_on_year(given_store.workspace, asked))
    assert change.reason.replace("There were none in either period.", "") == reason, why
    assert (change.previous, change.current) == (0, 0)


def test_a_leap_day_is_said(given_store: Given) -> None:
    given_store.extract(when=months(date(2018, 1, 1), date(2022, 12, 1)))
    given_store.records(4, date(2020, 2, 29))
    given_store.seal()
    asked = asking(period=days(date(2020, 1, 1), date(2021, 1, 1)))
    (lockdowns, caveat) = year_on_year(given_store.workspace, asked).caveats
    assert caveat == (
        "The period has 366 days and the comparison 365; the test compares daily rates."
    )
    assert "lockdowns" in lockdowns


@pytest.mark.parametrize(
    ("start", "end", "comparable", "why"),
    [
        (date(2021, 4, 1), date(2021, 6, 1), True, "whole months"),
        (date(2021, 4, 1), date(2021, 5, 15), False, "ends inside a month"),
        (date(2021, 4, 2), date(2021, 6, 1), False, "starts inside a month"),
        (date(2021, 7, 2), date(2021, 7, 9), True, "records of this month have their days"),
    ],
)
def test_records_that_carry_only_a_month_cannot_be_cut(
    given_store: Given, start: date, end: date, comparable: bool, why: str
) -> None:
    given_store.extract(when=TWO_YEARS)
    for year in (2020, 2021):
        given_store.records(5, date(year, 4, 1), precision="month")
        given_store.records(5, date(year, 5, 1), precision="month")
        given_store.records(5, date(year, 7, 5), precision="day")
    given_store.seal()
    change = only(year_on_year(given_store.workspace, asking(period=days(start, end))))
    assert (change.verdict is not Verdict.NOT_COMPARABLE) is comparable, why
    assert ("only which month they belong to" in change.reason) is not comparable


def test_other_subjects_that_carry_only_a_month_are_in_nobodys_way(given_store: Given) -> None:
    given_store.extract(when=TWO_YEARS)
    given_store.records(5, date(2021, 4, 1), "nuisance-anti-social-behaviour", precision="month")
    given_store.seal()
    period = Period(YEAR.kind, date(2021, 4, 5), date(2021, 4, 20))
    change = only(year_on_year(given_store.workspace, asking(period=period)))
    assert change.verdict is not Verdict.NOT_COMPARABLE
