"""Rows of victims without a reference of the crime: asked about, and then counted once."""

from collections.abc import Callable, Sequence

import pytest

from assessment.intake.file_choices import FileChoices, RowIs
from assessment.intake.load_status import LoadStatus
from tests.intake.rows.conftest import LoadsRows

HEADER = ("Date", "Offence", "District", "Victim age", "Victim sex", "Domestic abuse")
AS_VICTIMS = FileChoices(row_is=RowIs.VICTIM)
AS_RECORDS = FileChoices(row_is=RowIs.RECORD)


def _victims(crimes: int = 24) -> list[tuple[str, ...]]:
    """Write a row for each victim: every second crime has two, and one of the two is marked."""
    return [
        (f"{1 + n % 28:02}/01/2025 {n % 24:02}:15", "Robbery", "Luton", f"{20 + n + at}", "F", mark)
        for n in range(crimes)
        for at, mark in enumerate(("Y", "N") if n % 2 else ("N",))
    ]


@pytest.mark.parametrize(
    "reference", [(), ("URN",)], ids=["without a reference", "each row its own"]
)
def test_what_a_row_is_is_asked_where_victims_columns_vary(
    loads_rows: LoadsRows, reference: Sequence[str]
) -> None:
    header = (*reference, *HEADER)
    rows = [(*(f"N{n}" for _ in reference), *row) for n, row in enumerate(_victims())]
    asked = loads_rows(header, rows)
    (question,) = asked.questions
    assert (asked.status, question.about) == (LoadStatus.ASKS, "row_is")
    assert "'Victim age', 'Victim sex'" in question.text
    assert dict(question.options)["victim"].endswith("24 records in all")
    assert loads_rows(header, rows, AS_RECORDS).rows.loaded == 36


def test_a_record_counts_once_for_its_victims_and_once_for_each_flag(
    loads_rows: LoadsRows,
) -> None:
    report = loads_rows(HEADER, _victims(), AS_VICTIMS)
    assert (report.rows.loaded, report.rows.repeated, report.row_is) == (24, 12, RowIs.VICTIM)
    assert dict(report.flags) == {"Domestic abuse": 12}
    assert any("As a row is a victim" in problem for problem in report.problems)


NOT_ASKED = [
    (HEADER, _victims()[::3], "no two rows are alike"),
    (("Date", "Offence", "District"), [row[:3] for row in _victims()], "nothing is about a victim"),
    (
        ("Crime ref", *HEADER),
        [(f"C{row[0]}", *row) for row in _victims()],
        "the crime has a reference",
    ),
]


@pytest.mark.parametrize(("header", "rows", "why"), NOT_ASKED)
def test_what_a_row_is_is_not_asked_without_a_reason(
    loads_rows: LoadsRows, header: Sequence[str], rows: list[tuple[str, ...]], why: str
) -> None:
    assert loads_rows(header, rows).status is LoadStatus.LOADED, why


TIMES = [
    (("Recorded date", "Recorded time"), lambda day, time: (day, time)),
    (("Recorded date/time",), lambda day, time: (f"{day} {time}",)),
    (("Date", "Time"), lambda day, time: (day, time)),
]


@pytest.mark.parametrize(("dates", "written"), TIMES)
def test_crimes_of_one_day_are_told_apart_by_their_times(
    loads_rows: LoadsRows, dates: tuple[str, ...], written: Callable[[str, str], tuple[str, ...]]
) -> None:
    """On each day two crimes at other hours, each with two victims."""
    rows = [
        (*written(f"{day:02}/01/2025", time), "Robbery", "Luton", str(20 + day), sex)
        for day in range(1, 13)
        for time in ("09:15", "21:40")
        for sex in ("F", "M")
    ]
    header = (*dates, "Offence", "District", "Victim age", "Victim sex")
    report = loads_rows(header, rows, AS_VICTIMS)
    assert (report.rows.loaded, report.rows.repeated) == (24, 24)
