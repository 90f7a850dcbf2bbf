"""Periods that may be either of two, or none: refused with advice that leads to right."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from assessment.errors import UploadRefused
from assessment.intake.extract_loading import load
from assessment.intake.load_status import LoadStatus
from assessment.workspace import Workspace
from tests.intake.counts.tables import kept, loaded

LONG = ("Period", "District", "Offence", "Number of offences")


def long_rows(periods: Sequence[str]) -> list[list[object]]:
    return [
        [period, "Luton", offence, 5 + n]
        for n, period in enumerate(periods)
        for offence in ("Robbery", "Burglary")
    ]


def across_rows() -> list[list[object]]:
    return [["Luton", offence, 5, 6] for offence in ("Robbery", "Burglary")]


READ = [
    # how two periods are written, and the months that they are
    (("P07 25/26", "P08 25/26"), ("2025-10-01", "2025-11-01")),
    (("P1 2024/25", "P12 2024/25"), ("2024-04-01", "2025-03-01")),
    (("2024/25 Period 1", "2024/25 Period 2"), ("2024-04-01", "2024-05-01")),
    (("October (2025)", "November (2025)"), ("2025-10-01", "2025-11-01")),
]


@pytest.mark.parametrize(("periods", "months"), READ)
def test_months_however_they_are_written_are_read(
    workspace: Workspace, tmp_path: Path, periods: tuple[str, str], months: tuple[str, str]
) -> None:
    loaded(workspace, tmp_path / "l.csv", LONG, long_rows(periods), source="kent-police")
    below = kept(workspace)
    header = ("District", "Offence", *periods)
    loaded(workspace, tmp_path / "a.csv", header, across_rows(), source="kent-police")
    for counts in (below, kept(workspace)):
        assert [str(count[2])[:10] for count in counts] == [*months, *months]


def test_numbered_months_stand_beside_their_financial_year(
    workspace: Workspace, tmp_path: Path
) -> None:
    header = ("Financial year", *LONG)
    rows = [["2024/25", *row] for row in long_rows(("P1", "Period 12"))]
    assert loaded(workspace, tmp_path / "l.csv", header, rows).status is LoadStatus.LOADED
    assert {str(count[2])[:10] for count in kept(workspace)} == {"2024-04-01", "2025-03-01"}
    bare = [["2024/25", *row] for row in long_rows(("1", "12"))]
    with pytest.raises(UploadRefused, match="such as 2025-10, Oct-25, P7 2025/26"):
        loaded(workspace, tmp_path / "b.csv", header, bare)


REFUSED = [
    # how two periods are written, what is said, and how they are written as is advised
    (("Q1 2024", "Q2 2024"), "financial or of the calendar year", ("Q1 2024/25", "Q2 2024/25")),
    (("2024 Q1", "2024 Q2"), "financial or of the calendar year", ("Jan-Mar 2024", "Apr-Jun 2024")),
    (("P1", "P2"), "not of which year", ("P1 2025/26", "P2 2025/26")),
    (("Period 7", "Period 8"), "not of which year", ("P7 2025/26", "P8 2025/26")),
    (("to May-24", "to Jun-24"), "from the beginning of the year", ("May-24", "Jun-24")),
    (("YTD May-24", "YTD Jun-24"), "from the beginning of the year", ("May-24", "Jun-24")),
]


@pytest.mark.parametrize(("periods", "said", "advised"), REFUSED)
def test_what_may_be_other_months_is_refused_with_a_way_on(
    workspace: Workspace,
    tmp_path: Path,
    periods: tuple[str, str],
    said: str,
    advised: tuple[str, str],
) -> None:
    for header, rows in (
        (LONG, long_rows(periods)),
        (("District", "Offence", *periods), across_rows()),
    ):
        with pytest.raises(UploadRefused, match=said):
            loaded(workspace, tmp_path / "a.csv", header, rows)
    header = ("District", "Offence", *advised)
    report = loaded(workspace, tmp_path / "b.csv", header, across_rows())
    assert (report.status, len(kept(workspace))) == (LoadStatus.LOADED, 4)


OTHERWISE = [
    # a table that cannot be counted as it is, and what is said of it
    (
        ("District", "Offence", "Apr to Apr-24", "Apr to May-24"),
        across_rows(),
        "as running totals do: take from each number the one before",
    ),
    (
        ("District", "Offence", "Mon", "Tue", "Wed", "Thu", "Fri"),
        [["Luton", "Robbery", 1, 2, 3, 4, 5]],
        "by weekday and hour, of which no month can be made",
    ),
    (
        ("Month", "Luton – Robbery", "Luton – Burglary", "Bedford – Robbery"),
        [["2025-10", 1, 2, 3], ["2025-11", 2, 3, 4]],
        "name a district and what is counted at once",
    ),
    (
        ("Time", "Incident type", "Camera", "District"),
        [
            ["Monday 3 March 2025", "", "", ""],
            ["10:15", "ASB - Nuisance", "C1", "Luton"],
            ["Tuesday 4 March 2025", "", "", ""],
            ["11:15", "ASB - Nuisance", "C1", "Luton"],
        ],
        "days stand as headings between the rows",
    ),
    (
        ("Month", "District", "Offence", "Number of offences"),
        [[f"2025-{month}", "Luton", "Robbery", n] for month, n in ((9, 5), (10, 4), (11, -2))],
        "A number below 0 takes back what another row has too many",
    ),
]


@pytest.mark.parametrize(("header", "rows", "said"), OTHERWISE)
def test_other_tables_are_refused_with_a_way_on(
    workspace: Workspace,
    tmp_path: Path,
    header: tuple[str, ...],
    rows: list[list[object]],
    said: str,
) -> None:
    with pytest.raises(UploadRefused, match=said):
        loaded(workspace, tmp_path / "a.csv", header, rows)
    assert kept(workspace) == []


UNITS = [
    (("2025-10", "2025-11"), ("", "", "No.", "No.")),
    (("2025-10", "2025-11"), ("text", "text", "(number)", "(number)")),
]


@pytest.mark.parametrize(("periods", "units"), UNITS)
def test_a_row_of_units_below_the_header_is_left_out_and_told(
    workspace: Workspace, tmp_path: Path, periods: tuple[str, str], units: tuple[str, ...]
) -> None:
    header = ("District", "Offence", *periods)
    report = loaded(workspace, tmp_path / "a.csv", header, [units, *across_rows()])
    assert (report.status, len(kept(workspace))) == (LoadStatus.LOADED, 4)
    assert any("says in what its columns are" in problem for problem in report.problems)


MONTHS = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"]
NUMBERED = [f"P{n}" for n in range(1, 13)]
COUNTS = [31, 12, 25, 14, 22, 16, 37, 18, 20, 20, 9, 21]
AROUND = [
    # the sheet, the title, the note, the headings; the first and the last month, or what is said
    ("2023-24", "", "", MONTHS, ("2023-04", "2024-03")),
    ("2023-24", "", "", NUMBERED, ("2023-04", "2024-03")),
    ("Crime", "Recorded crime 2024/25", "", NUMBERED, ("2024-04", "2025-03")),
    ("Crime", "Recorded crime, FY24/25", "", MONTHS, ("2024-04", "2025-03")),
    ("Crime", "", "Note: periods of the year 2024/25", NUMBERED, ("2024-04", "2025-03")),
    ("2024", "", "", [*MONTHS[9:], *MONTHS[:9]], ("2024-01", "2024-12")),
    ("2024", "", "", MONTHS, "may be the calendar's or the financial year"),
    ("2024", "", "", NUMBERED, "and not of which year"),
    ("Crime", "2023/24 and 2024/25", "", MONTHS, "headings without a year"),
    ("Crime", "", "Produced 12 May 2025", MONTHS, "headings without a year"),
    ("Crime", "", "", NUMBERED, "say which month of a year, and not of which year"),
]


@pytest.mark.parametrize(("sheet", "title", "note", "headings", "expected"), AROUND)
def test_the_year_of_months_may_stand_around_the_table(
    workspace: Workspace,
    tmp_path: Path,
    sheet: str,
    title: str,
    note: str,
    headings: list[str],
    expected: tuple[str, str] | str,
) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = sheet
    rows = [["District", "Offence", *headings]]
    rows += [["Luton", offence, *map(str, COUNTS)] for offence in ("Burglary", "Robbery")]
    for row in ([title], [], *rows, [], [note]):
        page.append([int(cell) if cell.isdigit() else cell for cell in row if cell])
    path = tmp_path / "year.xlsx"
    book.save(path)
    if isinstance(expected, str):
        with pytest.raises(UploadRefused, match=expected):
            load(workspace, path, source="kent-police")
        return
    report = load(workspace, path, source="kent-police")
    assert (report.months[0], report.months[-1], len(report.months)) == (*expected, 12)
    assert sum(n for _, n in report.measures) == 2 * sum(COUNTS)


def test_a_sheet_for_each_financial_year(workspace: Workspace, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for more, year in enumerate(("2023-24", "2024-25")):
        page = book.create_sheet(year)
        page.append(["District", "Offence", *MONTHS])
        for offence in ("Burglary", "Robbery"):
            page.append(["Luton", offence, *(n + more for n in COUNTS)])
    book.save(tmp_path / "years.xlsx")
    report = load(workspace, tmp_path / "years.xlsx", source="kent-police")
    assert (report.months[0], report.months[-1], len(report.months)) == ("2023-04", "2025-03", 24)


def test_the_form_that_a_refusal_names_is_read(workspace: Workspace, tmp_path: Path) -> None:
    """Numbers "to Jun-24" may count from January, from April or over twelve months."""
    header = ("District", "Offence", "to Jun-23", "to Jun-24")
    with pytest.raises(UploadRefused, match="write '12 months to Jun-24'"):
        loaded(workspace, tmp_path / "to.csv", header, across_rows(), source="kent-police")
    header = ("District", "Offence", "12 months to Jun-23", "12 months to Jun-24")
    report = loaded(workspace, tmp_path / "to.csv", header, across_rows(), source="kent-police")
    assert (report.months[0], report.months[-1]) == ("2022-07", "2024-06")
