"""Periods: the dates each kind stands for, and what it is compared with."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.errors import InvalidRequest
from assessment.periods import (
    Period,
    PeriodKind,
    how_many,
    latest_ending,
    parse_day,
    parse_month,
    period_ending,
    period_of_days,
)

ENDING = [
    # kind, --ending, dates in words, label
    ("data-year", "2019-09", "1 October 2018 to 30 September 2019", "year to 30 September 2019"),
    ("financial-year", "2022-03", "1 April 2021 to 31 March 2022", "2021/22"),
    ("financial-year", "2000-03", "1 April 1999 to 31 March 2000", "1999/00"),
    ("calendar-year", "2019-12", "1 January 2019 to 31 December 2019", "2019"),
    ("rolling-12", "2024-04", "1 May 2023 to 30 April 2024", "year to 30 April 2024"),
    ("fytd", "2017-08", "1 April 2017 to 31 August 2017", "1 April 2017 to 31 August 2017"),
    ("fytd", "2018-03", "1 April 2017 to 31 March 2018", "1 April 2017 to 31 March 2018"),
    ("fytd", "2018-04", "1 April 2018 to 30 April 2018", "1 April 2018 to 30 April 2018"),
    # A Home Office quarter is financial: Q4 of 2023/24 is January to March 2024.
    ("quarter", "2024-03", "1 January 2024 to 31 March 2024", "1 January 2024 to 31 March 2024"),
]


@pytest.mark.parametrize(("kind", "ending", "dates", "label"), ENDING)
def test_periods_by_their_last_month(kind: str, ending: str, dates: str, label: str) -> None:
    period = period_ending(PeriodKind(kind), parse_month(ending))
    assert (period.dates, period.label) == (dates, label)


BEFORE = [
    # first, last day, the same dates a year earlier, why
    ("2021-04-01", "2022-03-31", "1 April 2020 to 31 March 2021", "an ordinary year"),
    ("2023-05-01", "2024-04-30", "1 May 2022 to 30 April 2023", "a leap day inside"),
    ("2024-02-01", "2024-02-29", "1 February 2023 to 28 February 2023", "a whole leap February"),
    ("2025-02-01", "2025-02-28", "1 February 2024 to 29 February 2024", "whole months stay whole"),
    ("2024-02-29", "2024-03-01", "28 February 2023 to 1 March 2023", "29 February has no twin"),
]


@pytest.mark.parametrize(("first", "last", "before", "why"), BEFORE)
def test_the_same_dates_a_year_earlier(first: str, last: str, before: str, why: str) -> None:
    period = period_of_days(parse_day(first), parse_day(last))
    assert period.year_before().dates == before, why


LATEST = [
    ("financial-year", "2024-04", "1 April 2023 to 31 March 2024"),
    ("data-year", "2024-04", "1 October 2022 to 30 September 2023"),
    ("quarter", "2024-04", "1 January 2024 to 31 March 2024"),
    ("calendar-year", "2024-12", "1 January 2024 to 31 December 2024"),
    ("rolling-12", "2024-04", "1 May 2023 to 30 April 2024"),
]


@pytest.mark.parametrize(("kind", "last", "dates"), LATEST)
def test_the_latest_whole_period(kind: str, last: str, dates: str) -> None:
    assert latest_ending(PeriodKind(kind), parse_month(last)).dates == dates


WRONG = [
    (lambda: parse_month("2024-13"), "'2024-13' is not a month"),
    (lambda: parse_month("April"), "Write it as YYYY-MM"),
    (lambda: parse_day("2024-02-30"), "'2024-02-30' is not a date"),
    *((lambda said=said: parse_month(said), "1900 to 2199") for said in ("0001-01", "9999-12")),
    *((lambda said=said: parse_day(said), "1900 to 2199") for said in ("1899-12-31", "2200-01-01")),
    (
        lambda: period_ending(PeriodKind.FINANCIAL_YEAR, date(2022, 6, 1)),
        "ends in March, not in June",
    ),
    (lambda: period_ending(PeriodKind.CUSTOM, date(2022, 6, 1)), "--from and --to"),
    (lambda: period_of_days(date(2024, 2, 2), date(2024, 2, 1)), "has no days"),
]


@pytest.mark.parametrize(("ask", "words"), WRONG)
def test_what_cannot_be_a_period_is_told(ask: object, words: str) -> None:
    with pytest.raises(InvalidRequest, match=words):
        ask()  # type: ignore[operator]


@pytest.mark.parametrize("kind", [kind for kind in PeriodKind if kind is not PeriodKind.CUSTOM])
def test_the_first_and_last_months_that_can_be_asked_about(kind: PeriodKind) -> None:
    for month in ("1900-12", "2199-12"):
        period = latest_ending(kind, parse_month(month))
        assert period.year_before().is_as_long_as(period)


def test_a_long_period_has_all_its_months() -> None:
    period = period_of_days(parse_day("1900-01-01"), parse_day("2199-12-31"))
    assert len(period.months()) == 300 * 12


days = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1))


@given(first=days, length=st.integers(1, 800))
def test_months_and_days_agree(first: date, length: int) -> None:
    period = Period(PeriodKind.CUSTOM, first, first + timedelta(days=length))
    every = {(first + timedelta(days=n)).replace(day=1) for n in range(length)}
    assert period.months() == tuple(sorted(every))
    assert period.days == length
    assert abs(period.year_before().days - period.days) <= 1
    assert period.leap_days == sum(
        (first + timedelta(days=n)).strftime("%m-%d") == "02-29" for n in range(length)
    )


@pytest.mark.parametrize(
    ("months", "said"),
    [
        ([], "0 months"),
        ([date(2024, 1, 1)], "1 month"),
        ([date(2023, 12, 1), date(2024, 1, 1)], "2 months"),
        ([date(2016, 4, 1), date(2017, 8, 1)], "2 of 17 months"),
    ],
)
def test_months_are_counted_with_their_gaps(months: list[date], said: str) -> None:
    assert how_many(months) == said
