"""Dates whose year has two digits: day first, or asked about. Those without one are refused."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from assessment.errors import UploadRefused
from assessment.intake.file_choices import DateOrder, FileChoices
from assessment.intake.load_status import LoadStatus
from tests.intake.rows.conftest import Kept, LoadsRows

HEADER = ("Ref", "Date", "Offence", "District")
QUARTER = [date(2025, 1, 1) + timedelta(days=n) for n in range(90)]
EARLY = [day for day in QUARTER if day.day <= 12]
DAY_FIRST = FileChoices(date_order=DateOrder.DAY_FIRST)


def _rows(days: list[date], written: str) -> list[tuple[str, str, str, str]]:
    return [(f"r{n:03}", f"{day:{written}}", "Burglary", "Luton") for n, day in enumerate(days)]


@pytest.mark.parametrize("days", [QUARTER, EARLY])
@pytest.mark.parametrize("written", ["%d-%m-%y", "%d.%m.%y", "%d/%m/%y", "%d-%m-%y %H:%M"])
def test_the_day_is_first_where_the_year_has_two_digits(
    loads_rows: LoadsRows, kept: Kept, days: list[date], written: str
) -> None:
    report = loads_rows(HEADER, _rows(days, written))
    assert report.status is LoadStatus.LOADED
    assert sorted(record["counted_on"].date() for record in kept()) == days


@pytest.mark.parametrize("written", ["%y-%m-%d", "%y/%m/%d"])
def test_the_year_is_first_where_all_dates_say_so(
    loads_rows: LoadsRows, kept: Kept, written: str
) -> None:
    loads_rows(HEADER, _rows(QUARTER, written))
    assert sorted(record["counted_on"].date() for record in kept()) == QUARTER


def test_dates_that_may_begin_with_either_are_asked_about(
    loads_rows: LoadsRows, kept: Kept
) -> None:
    rows = _rows([date(2024, 4, 22), date(2024, 4, 23)] * 20, "%d-%m-%y")
    report = loads_rows(HEADER, rows)
    assert report.status is LoadStatus.ASKS
    assert [question.about for question in report.questions] == ["date_order"]
    assert loads_rows(HEADER, rows, DAY_FIRST).status is LoadStatus.LOADED
    assert {record["counted_on"].date() for record in kept()} == {
        date(2024, 4, 22),
        date(2024, 4, 23),
    }


def test_day_first_holds_where_the_year_could_be_first(loads_rows: LoadsRows, kept: Kept) -> None:
    loads_rows(HEADER, _rows([date(2003, 4, 25)] * 20, "%d-%m-%y"), DAY_FIRST)
    assert {record["counted_on"].date() for record in kept()} == {date(2003, 4, 25)}


WITHOUT_YEAR: list[tuple[str, Callable[[date], str]]] = [
    ("3/4", lambda day: f"{day.day}/{day.month}"),
    ("Apr-03", lambda day: f"{day:%b-%d}"),
]


@pytest.mark.parametrize(("why", "written"), WITHOUT_YEAR)
def test_dates_without_a_year_are_no_months(
    loads_rows: LoadsRows, kept: Kept, why: str, written: Callable[[date], str]
) -> None:
    rows = [(f"r{n:03}", written(day), "Burglary", "Luton") for n, day in enumerate(QUARTER)]
    with pytest.raises(UploadRefused, match="say no year"):
        loads_rows(HEADER, rows)
    assert kept() == [], why


@pytest.mark.parametrize("written", ["%m/%y", "%b-%y", "%y-%m"])
def test_months_of_two_digit_years_are_months(
    loads_rows: LoadsRows, kept: Kept, written: str
) -> None:
    loads_rows(HEADER, _rows(QUARTER, written))
    assert {record["counted_on"].date() for record in kept()} == {
        date(2025, month, 1) for month in (1, 2, 3)
    }


SLIPS = ["3/4", "Apr-03", "Mar-99", "Apr 03", "April 03", "04-25", "Apr-25", "apr-25"]


@pytest.mark.parametrize("written", ["%Y-%m-%d", "%d/%m/%Y", "%d-%b-%y %H:%M", "%d %B %Y", "%Y-%m"])
@pytest.mark.parametrize("odd", SLIPS)
def test_a_day_or_a_month_among_others_is_refused_with_its_row(
    loads_rows: LoadsRows, kept: Kept, odd: str, written: str
) -> None:
    rows = _rows(QUARTER * 3, written)
    rows[250] = ("odd", odd, "Burglary", "Luton")
    report = loads_rows(HEADER, rows)
    assert [(row.found, row.row_number) for row in report.refused_rows] == [(odd, 252)]
    assert "Apr 2025" in report.refused_rows[0].expected
    assert "odd" not in {record["reference"] for record in kept()}


@pytest.mark.parametrize("advised", ["03/04/2025", "Apr 2025"])
def test_what_a_refused_date_is_advised_to_be_is_read(
    loads_rows: LoadsRows, kept: Kept, advised: str
) -> None:
    rows = [*_rows(QUARTER * 3, "%d/%m/%Y"), ("odd", advised, "Burglary", "Luton")]
    assert not loads_rows(HEADER, rows).refused_rows
    (day,) = (record["counted_on"].date() for record in kept() if record["reference"] == "odd")
    assert day == (date(2025, 4, 3) if "/" in advised else date(2025, 4, 1))


def test_one_short_date_among_whole_ones_is_no_date_of_long_ago(
    loads_rows: LoadsRows, kept: Kept
) -> None:
    rows = _rows(QUARTER * 3, "%Y-%m-%d")
    rows[250] = ("odd", "03-04-25", "Burglary", "Luton")
    loads_rows(HEADER, rows)
    days = {record["counted_on"].date() for record in kept()}
    assert days <= {*QUARTER, date(2025, 4, 3)}


def test_the_year_is_first_where_somebody_says_so(loads_rows: LoadsRows, kept: Kept) -> None:
    rows = _rows([date(2024, 4, 22), date(2024, 4, 23)] * 20, "%y-%m-%d")
    assert loads_rows(HEADER, rows).status is LoadStatus.ASKS
    said = FileChoices(date_order=DateOrder.YEAR_FIRST)
    assert loads_rows(HEADER, rows, said).status is LoadStatus.LOADED
    assert {record["counted_on"].date() for record in kept()} == {
        date(2024, 4, 22),
        date(2024, 4, 23),
    }


@pytest.mark.parametrize("written", ["3 July 2025", "July 2025"])
def test_parts_of_dates_in_columns_of_their_own_are_to_be_put_together(
    loads_rows: LoadsRows, kept: Kept, written: str
) -> None:
    header = ("Ref", "Day", "Month", "Year", "Offence", "District")
    rows = [(f"r{n}", "3", "July", "2025", "Burglary", "Luton") for n in range(20)]
    with pytest.raises(UploadRefused, match=r"a date in one cell.* found 'July' in row 2"):
        loads_rows(header, rows)
    loads_rows(HEADER, [(f"r{n}", written, "Burglary", "Luton") for n in range(20)])
    assert len(kept()) == 20
