"""Files of every kind that is sent, written as nobody would wish: the same records from each."""

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from assessment.intake.extract_loading import load
from assessment.intake.file_choices import RowIs
from assessment.intake.load_status import LoadStatus
from assessment.workspace import Workspace
from tests.intake import hostile
from tests.intake.conftest import Arrives, Faults, read_by_duckdb

NAMES = ("Reference", "Offence", "Date", "District")
ROWS = [("1", "Theft, other", "2025-10-09", "Luton"), ("2", "Burglary", "2025-10-10", "Luton")]


def parted(mark: str, first: str = "", end: str = "\n") -> str:
    lines = [mark.join(f'"{cell}"' for cell in row) for row in (NAMES, *ROWS)]
    return first + end.join([*lines, ""])


TEXTS = [
    (parted(",").encode(), "commas"),
    (parted(";").encode(), "semicolons, as where a comma is a decimal point"),
    (parted("\t").encode(), "tabs"),
    (parted("|").encode(), "pipes"),
    (parted(";", "sep=;\r\n", "\r\n").encode(), "Excel is told what parts the cells"),
    (parted("^", "sep=^\n").encode(), "even where it is unusual"),
    (parted(",", "sep=,\n").encode(), "even where it need not be told"),
    (parted(",", "\ufeff").encode(), "a byte-order mark"),
    (parted("\t").encode("utf-16"), "Excel's Unicode text"),
    (parted(",", end="\r").encode(), "line ends of an old Mac"),
]


@pytest.mark.parametrize(("content", "why"), TEXTS)
def test_the_same_records_from_every_way_of_writing_text(
    arrives: Arrives, content: bytes, why: str
) -> None:
    arrival = arrives(content)
    (table,) = arrival.tables
    assert (table.header, read_by_duckdb(table)) == (NAMES, ROWS), why
    assert arrival.left_out == (), why


PARAMETERS = [
    # what a report server prints above a table whose names nobody knows
    [("ReportTitle", "RunBy", "RunDate"), ("Crime List", "C1234", "05/01/2026 09:12")],
    [("Report", "Crime List"), ("From", "01/10/2025"), ("To", "31/10/2025")],
]


@pytest.mark.parametrize("block", PARAMETERS)
def test_a_block_of_report_parameters_is_not_taken_for_the_table(
    arrives: Arrives, block: list[tuple[str, ...]]
) -> None:
    names = ("CrimeRef", "RecordedDate", "OffenceSubGroup", "DistrictName")
    lines = [",".join(row) for row in (*block, (), names, *ROWS)]
    (table,) = arrives("\n".join([*lines, ""]).replace("Theft, other", "Theft").encode()).tables
    assert (table.header, len(read_by_duckdb(table))) == (names, 2)


def test_windows_letters_and_breaks_within_cells(arrives: Arrives) -> None:
    text = 'Reference,Offence,"Committed\nfrom",District\n1,"Caf\xe9\nbreak-in",09/10/2025,Luton\n'
    (table,) = arrives(text.encode("cp1252")).tables
    assert table.header == ("Reference", "Offence", "Committed from", "District")
    assert read_by_duckdb(table) == [("1", "Caf\xe9 break-in", "09/10/2025", "Luton")]


def test_a_binary_workbook_is_read(arrives: Arrives) -> None:
    (table,) = arrives(hostile.binary_workbook([NAMES, *ROWS]), "crime.xlsb").tables
    assert (table.header, table.sheet, read_by_duckdb(table)) == (NAMES, "Data", ROWS)


def test_dates_of_a_workbook_that_counts_from_1904(arrives: Arrives) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    for row in (NAMES, ("1", "Burglary", dt.datetime(2025, 10, 9, 8), "Luton")):
        book.worksheets[0].append(row)
    (table,) = arrives(hostile.saved(book), "crime.xlsx").tables
    assert read_by_duckdb(table) == [("1", "Burglary", "2025-10-09 08:00:00", "Luton")]


def test_plain_numbers_are_days_from_1904_where_the_workbook_counts_so(
    workspace: Workspace, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    first = (dt.date(2025, 10, 9) - dt.date(1904, 1, 1)).days
    for row in (NAMES, *(("a" + str(n), "Burglary", first + n, "Luton") for n in range(3))):
        book.worksheets[0].append(row)
    path = tmp_path / "crime.xlsx"
    path.write_bytes(hostile.saved(book))
    report = load(workspace, path)
    assert (report.months, report.rows.loaded) == (("2025-10",), 3)
    assert any("counts its days from 1904" in told for told in report.problems)


def test_a_sheet_a_month_beside_a_summary_and_a_pivot(workspace: Workspace, tmp_path: Path) -> None:
    summary: list[list[object]] = [
        ["Summary of the quarter"],
        [],
        ["Month", "Crimes"],
        ["October", 2],
        ["November", 1],
    ]
    pivot: list[list[object]] = [
        ["Row Labels", "Count of Reference"],
        ["Luton", 3],
        ["Grand Total", 3],
    ]
    sheets: dict[str, Sequence[Sequence[object]]] = {
        "Summary": summary,
        "Oct": [NAMES, *ROWS],
        "Nov": [NAMES, ROWS[0]],
        "Pivot": pivot,
    }
    path = tmp_path / "quarter.xlsx"
    path.write_bytes(hostile.workbook(sheets))
    report = load(workspace, path)
    assert (report.status, report.rows.read, report.row_is) == (LoadStatus.LOADED, 3, RowIs.RECORD)
    for sheet in ("Summary", "Pivot"):
        told = [problem for problem in report.problems if f"heet '{sheet}'" in problem]
        assert any(f"{sheet}' of 'quarter.xlsx' was left out" in problem for problem in told)


def test_an_archive_of_every_kind(arrives: Arrives) -> None:
    sheet = hostile.workbook({"Data": [NAMES, *ROWS]})
    members = {
        "a.csv": parted(",").encode(),
        "b.TSV": parted("\t").encode(),
        "c.txt": parted("|").encode(),
        "d.xlsx": sheet,
        "e.xlsb": hostile.binary_workbook([NAMES, *ROWS[:1]]),
        "f.ods": hostile.open_document([NAMES, *ROWS]),
        "about.txt": b"Recorded crime, Essex\nRun, 7 January 2026\nBy, an analyst\n",
    }
    arrival = arrives(hostile.zipped(members), "all.zip")
    read = {table.name: read_by_duckdb(table) for table in arrival.tables}
    assert read == {name: ROWS[:1] if name == "e.xlsb" else ROWS for name in list(members)[:-1]}
    assert "'about.txt' in 'all.zip' was left out: it holds no table." in arrival.left_out


LARGE = [
    (b"x," * 600_000 + b"\n" + b"y," * 600_000, "expected lines of at most 1 MiB", "a line"),
    (
        ",".join([*NAMES, *map(str, range(5_000))]).encode() + b"\n1,Burglary,2025-10-09,Luton\n",
        "5,004 columns: at most 4,000",
        "columns",
    ),
]


@pytest.mark.parametrize(("content", "fault", "why"), LARGE)
def test_what_is_larger_than_any_table_is_refused(
    faults: Faults, content: bytes, fault: str, why: str
) -> None:
    assert fault in faults(content), why


def test_a_cell_far_from_its_table_is_told(faults: Faults) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    sheet.append(NAMES)
    for _ in range(2_000):
        sheet.append([])
    sheet.append([*[None] * 16_000, "x"])
    content = io.BytesIO()
    book.save(content)
    fault = faults(content.getvalue(), "crime.xlsx")
    assert "2,001 rows and 16,000 columns" in fault
    assert "Delete what stands far from the table" in fault
