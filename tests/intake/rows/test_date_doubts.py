"""Dates whose day and month may have changed places are asked about, and read as is answered."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

import pytest

from assessment.intake.file_choices import DateOrder, FileChoices
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from tests.intake.rows.conftest import Kept, LoadsRows

HEADER = ("Ref", "Date", "Offence", "District")
DAY_FIRST = FileChoices(date_order=DateOrder.DAY_FIRST)
MONTH_FIRST = FileChoices(date_order=DateOrder.MONTH_FIRST)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


QUARTER = _days(date(2025, 1, 1), date(2025, 3, 31))
TWELVE_DAYS = _days(date(2025, 4, 1), date(2025, 4, 12))


def _american(day: date) -> str:
    return f"{day:%m/%d/%Y}"


def _excel_turned(day: date) -> str:
    """Write a date of 04/03/2025 as Excel with American settings leaves it in a workbook."""
    turned = day.day <= 12
    return f"{day:%Y-%d-%m} 00:00:00" if turned else f"{day:%d/%m/%Y}"


def _csv_turned(day: date) -> str:
    return f"{day:%m/%d/%Y}" if day.day <= 12 else f"{day:%d/%m/%Y}"


def _rows(texts: Iterable[str]) -> list[tuple[str, str, str, str]]:
    return [(f"r{n:03}", text, "Burglary", "Luton") for n, text in enumerate(texts)]


DOUBTFUL: list[tuple[Callable[[date], str], list[date], str, str]] = [
    (_american, QUARTER, "written month first", "only month first makes sense of some"),
    (_american, [*TWELVE_DAYS, *TWELVE_DAYS], "on 1 day of the month alone", "12 days, one number"),
    (_excel_turned, QUARTER, "Excel with American settings", "true dates and text, parted at 12"),
    (_csv_turned, QUARTER, "day up to the 12th are of other months", "the same, saved as CSV"),
]


@pytest.mark.parametrize(("written", "days", "said", "why"), DOUBTFUL)
def test_dates_that_speak_against_day_first_are_asked_about(
    loads_rows: LoadsRows,
    kept: Kept,
    written: Callable[[date], str],
    days: list[date],
    said: str,
    why: str,
) -> None:
    rows = _rows(map(written, days))
    report = loads_rows(HEADER, rows)
    assert report.status is LoadStatus.ASKS, why
    (question,) = report.questions
    assert (question.about, question.option) == ("date_order", "--dates")
    assert said in question.text
    assert kept() == []
    assert loads_rows(HEADER, rows, MONTH_FIRST).status is LoadStatus.LOADED
    assert [record["counted_on"].date() for record in kept()] == sorted(days), why


def test_what_is_answered_is_not_asked_again(loads_rows: LoadsRows) -> None:
    report = loads_rows(HEADER, _rows(map(_american, QUARTER)), DAY_FIRST)
    assert (report.status, report.questions) == (LoadStatus.LOADED, ())
    # Days above the twelfth cannot be months: those rows are refused, and named.
    assert report.rows.rejected == sum(day.day > 12 for day in QUARTER)


QUIET: list[tuple[list[str], str]] = [
    ([f"{day:%d/%m/%Y}" for day in QUARTER], "day first"),
    ([f"{day:%Y-%m-%d}" for day in QUARTER], "ISO"),
    ([f"{day:%Y-%m-%d}" for day in [*TWELVE_DAYS, *TWELVE_DAYS]], "ISO, the first days of a month"),
    ([f"{day:%d/%m/%Y}" for day in [*TWELVE_DAYS, *TWELVE_DAYS]], "the same, day first"),
    ([f"01/{month:02}/2025" for month in (*range(1, 13), *range(1, 13))], "months as their first"),
    ([*(f"{day:%d/%m/%Y}" for day in QUARTER), "03/25/2025"], "one slip of typing"),
    ([f"{day:%Y-%m-%d}" if day.day % 2 else f"{day:%d/%m/%Y}" for day in QUARTER], "both styles"),
]


@pytest.mark.parametrize(("texts", "why"), QUIET)
def test_dates_that_are_right_are_not_asked_about(
    loads_rows: LoadsRows, texts: list[str], why: str
) -> None:
    report = loads_rows(HEADER, _rows(texts))
    assert (report.status, report.questions) == (LoadStatus.LOADED, ()), why


def test_a_file_in_both_orders_is_told_to_be_made_anew(loads_rows: LoadsRows) -> None:
    half = len(QUARTER) // 2
    texts = [*map(_american, QUARTER[:half]), *(f"{day:%d/%m/%Y}" for day in QUARTER[half:])]
    (question,) = loads_rows(HEADER, _rows(texts)).questions
    assert "mixes both orders" in question.text


def test_a_file_of_which_every_row_is_refused_still_asks(loads_rows: LoadsRows) -> None:
    late = [day for day in QUARTER if day.day > 12]
    report = loads_rows(HEADER, _rows(map(_american, late)))
    assert (report.status, len(report.questions)) == (LoadStatus.ASKS, 1)


def _recorded(days: Iterable[tuple[date, date]]) -> list[tuple[str, str, str, str, str]]:
    return [
        (f"r{n:03}", f"{event:%d/%m/%Y}", f"{recorded:%d/%m/%Y}", "Burglary", "Luton")
        for n, (event, recorded) in enumerate(days)
    ]


LAG = ("Ref", "Date committed", "Date recorded", "Offence", "District")
LATER = timedelta(days=9)


def _by_month(report: LoadReport, records: list[dict[str, object]]) -> dict[str, int]:
    months = [f"{record['counted_on']:%Y-%m}" for record in records]
    return {month: months.count(month) for month in report.months}


def test_an_extract_cut_by_the_date_committed_is_counted_by_it(
    loads_rows: LoadsRows, kept: Kept
) -> None:
    """Case 33: what was committed in December and recorded in January makes no January."""
    report = loads_rows(LAG, _recorded((day, day + LATER) for day in QUARTER))
    assert _by_month(report, kept()) == {"2025-01": 31, "2025-02": 28, "2025-03": 31}
    assert any("were chosen by 'Date committed'" in problem for problem in report.problems)


def test_an_extract_cut_by_the_date_recorded_is_counted_by_it(
    loads_rows: LoadsRows, kept: Kept
) -> None:
    report = loads_rows(LAG, _recorded((day - LATER, day) for day in QUARTER))
    assert _by_month(report, kept()) == {"2025-01": 31, "2025-02": 28, "2025-03": 31}
    assert not any("were chosen by" in problem for problem in report.problems)


def test_the_date_that_was_chosen_counts(loads_rows: LoadsRows) -> None:
    report = loads_rows(
        LAG,
        _recorded((day, day + LATER) for day in QUARTER),
        FileChoices(columns={"Date recorded": "recorded"}),
    )
    assert report.months[-1] == "2025-04"
