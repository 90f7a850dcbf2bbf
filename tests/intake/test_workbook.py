"""Workbooks: what a cell means, where the table is, and that nothing in one can do harm."""

import csv
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest

from assessment.intake.files import archive, workbook_reader
from assessment.intake.files.file_tables import FileTable, TotalRow
from assessment.intake.files.layout.table_rows import stands_below
from assessment.intake.files.sheet_writer import as_text
from tests.intake import hostile
from tests.intake.conftest import Arrives, Faults, read_by_duckdb
from tests.intake.hostile import INCIDENT, INCIDENTS

FILES = Path(__file__).parent / "files"

CELLS = [
    ("two\nlines", "two lines"),
    (1001.0, "1001"),  # every number of a workbook is a fraction
    (51.8790001, "51.8790001"),
    (True, "Yes"),
    (False, "No"),
    (date(2024, 4, 1), "2024-04-01"),
    (datetime(2024, 4, 1, 13, 5), "2024-04-01 13:05:00"),
    (datetime(2024, 4, 1, 13, 4, 59, 999_997), "2024-04-01 13:05:00"),  # fractions of a day
    (time(13, 5), "13:05:00"),
    (timedelta(hours=30), "1 day, 6:00:00"),
    (float("inf"), "inf"),
    ("", ""),
]


@pytest.mark.parametrize(("cell", "text"), CELLS)
def test_writes_a_cell_so_that_it_means_the_same_anywhere(cell: object, text: str) -> None:
    assert as_text(cell) == text


BELOW = [
    (["Total", "", "", "12"], True),
    (["Grand total", "", "", ""], True),
    (["", "Sub-total", "", "12"], True),
    (["Totals", "3", "4", "12"], False),  # as full as a record
    (["Source: Athena", "", ""], True),
    (["Source: Athena", ""], False),  # a table of two columns may leave one empty
    (["Totally", "", "", "x"], False),
    (["1001", "", "Burglary"], False),
]


@pytest.mark.parametrize(("row", "below"), BELOW)
def test_tells_totals_and_notes_from_records(row: list[str], below: bool) -> None:
    assert stands_below(row, len(row)) is below


def lines(part: FileTable) -> list[list[str]]:
    with part.path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_a_sheet_as_police_analysts_send_it(arrives: Arrives) -> None:
    rows = [
        ["Luton, April 2024"],
        [],
        INCIDENTS,
        INCIDENT,
        [],
        ["Note: these were late"],
        INCIDENT,
        ["Grand total", None, None, 2],
        ["Source: Athena"],
    ]
    content = hostile.workbook(
        {
            "Data": rows,
            "Notes": [["Read me"]],
            "Old": [INCIDENTS, INCIDENT],
            "Empty": [],
            "March": [INCIDENTS],
        },
        hidden=["Old"],
    )
    arrival = arrives(content, "april.xlsx")
    (part,) = arrival.tables
    assert (part.header, part.skip, part.rows, part.sheet) == (INCIDENTS, 3, 3, "Data")
    # Row 4 of the sheet is line 4 of the file, and so on: what is said of a row can be looked up.
    assert lines(part)[3] == ["1001", "2024-04-01 13:05:00", "Shoplifting", "Luton", "Yes"]
    assert lines(part)[5][0] == "Note: these were late"
    assert lines(part)[7:] == [[], []]
    assert part.totals == (TotalRow(8, ("Grand total", "", "", "2", ""), 3, notes_above=1),)
    assert len(read_by_duckdb(part)) == part.rows
    assert sorted(arrival.left_out) == [
        "Hidden sheet 'Old' of 'april.xlsx' was left out. If it is wanted, unhide it and upload "
        "the file again.",
        "Sheet 'Empty' of 'april.xlsx' was left out: it is empty.",
        "Sheet 'March' of 'april.xlsx' has a header but no rows. Check the dates that were asked "
        "for.",
        "Sheet 'Notes' of 'april.xlsx' was left out: it holds no table with known columns.",
        "What stands above the header of sheet 'Data' of 'april.xlsx' was left out: "
        "'Luton, April 2024'.",
        "What stands below the table of sheet 'Data' of 'april.xlsx' was left out: "
        "'Grand total 2', 'Source: Athena'.",
    ]


def test_every_sheet_with_a_table_is_a_part(arrives: Arrives) -> None:
    arrival = arrives(hostile.workbook({"A": [INCIDENTS, INCIDENT], "B": [INCIDENTS, INCIDENT]}))
    assert [part.sheet for part in arrival.tables] == ["A", "B"]


def test_says_how_many_cells_hold_errors(arrives: Arrives) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(INCIDENTS)
    sheet.append(INCIDENT)
    sheet["D2"] = "#REF!"
    assert arrives(hostile.saved(book), "x.xlsx").left_out == (
        "1 cell of 'x.xlsx' with an error such as #REF! read as empty.",
    )


@pytest.mark.parametrize("name", ["Every cell", "A date", "A count"])
def test_formulas_without_values_are_refused_and_not_read_as_empty(
    faults: Faults, name: str
) -> None:
    rows: dict[str, list[list[object]]] = {
        "Every cell": [['="Ref"', '="Date"'], ['="1"', "=DATE(2025,10,9)"]],
        "A date": [["Ref", "Offence", "Date"], ["1", "Burglary", "=DATE(2025,10,9)"]],
        "A count": [["District", "Offence", "Apr-25"], ["Luton", "Burglary", "=1+2"]],
    }
    fault = faults(hostile.workbook({"Data": rows[name]}), "crime.xlsx")
    assert "holds formulas whose values were not saved" in fault
    assert "Open it in Excel, save it there, and upload it again" in fault


def test_other_workbooks_are_read_too(arrives: Arrives) -> None:
    old = arrives((FILES / "excel-97.xls").read_bytes(), "old.csv").tables[0]
    assert lines(old)[1] == ["1001", "2024-04-01", "Shoplifting", "Luton"]
    free = arrives(hostile.open_document([INCIDENTS, ["1", "2024-04-01", "x", "y", "N"]]), "a.ods")
    assert lines(free.tables[0])[1] == ["1", "2024-04-01", "x", "y", "N"]


WHOLE = hostile.workbook({"Data": [INCIDENTS, INCIDENT]})

REFUSED = [
    (WHOLE[:-40], "damaged", "cut off"),
    (hostile.zipped({"xl/workbook.xml": b"<x"}), "damaged", "no workbook behind the name"),
    (hostile.OLE + bytes(600), "damaged", "an old container of nothing"),
    (hostile.OLE + "EncryptedPackage".encode("utf-16-le"), "by a password", "encrypted"),
    (hostile.far_apart(), "far larger than it seems", "would fill the memory of any machine"),
    (hostile.workbook({"A": [["Shopping"], ["milk", "bread"]]}), "begins with 'milk'", "no table"),
    (hostile.workbook({"A": [INCIDENTS]}), "a header but no rows", "no records"),
    (hostile.workbook({"A": [INCIDENTS], "B": [[]]}, hidden=["A"]), "holds no table", "hidden"),
]


@pytest.mark.parametrize(("content", "said", "why"), REFUSED)
def test_refuses_a_workbook_and_says_why(
    faults: Faults, content: bytes, said: str, why: str
) -> None:
    assert said in faults(content, "april.xlsx"), why


def test_a_workbook_unpacks_within_the_limits_of_archives(
    faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1000)
    assert "far more than it holds" in faults(WHOLE, "april.xlsx")


def test_a_workbook_that_takes_for_ever_is_refused(
    faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_reader, "MOST_SECONDS", 0.001)
    assert "far larger than it seems" in faults(WHOLE, "april.xlsx")


@pytest.mark.parametrize("dimension", ["row", "column"])
def test_hidden_rows_and_columns_are_read_and_said(arrives: Arrives, dimension: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (hostile.INCIDENTS, hostile.INCIDENT, hostile.INCIDENT):
        sheet.append(list(row))
    if dimension == "row":
        sheet.row_dimensions[2].hidden = True
    else:
        sheet.column_dimensions["B"].hidden = True
    arrival = arrives(hostile.saved(book), "x.xlsx")
    assert arrival.tables[0].rows == 2
    (said,) = arrival.left_out
    assert said.startswith("Rows or columns of 'x.xlsx' are hidden")
