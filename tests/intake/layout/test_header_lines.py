"""A header in two lines is read as one, and a title above a header is none of it."""

import openpyxl
import pytest

from assessment.intake.files.file_tables import Rows
from assessment.intake.files.header_row import EXTRACTS, find_header
from tests.intake import hostile
from tests.intake.conftest import Arrives

RECORD = ["42/1/25", "Burglary", "01/10/2025", "02/10/2025", "Luton", "Y"]
TWO_LINES = [
    (
        [
            ["Crime", "", "Committed", "", "Location", "Flags"],
            ["Reference", "Offence", "From", "To", "District", "DA"],
        ],
        ("Crime reference", "Offence", "Committed from", "Committed to", "District", "DA"),
        "joined where the lower alone is not known, or says too little",
    ),
    (
        [
            ["Reference", "Offence", "Committed", "", "District", "DA"],
            ["", "", "From", "To", "", ""],
        ],
        ("Reference", "Offence", "Committed from", "Committed to", "District", "DA"),
        "merged downwards but for what has two",
    ),
    (
        [
            ["Crime", "", "Created", "Committed", "Location", "Flags"],
            ["Reference", "Offence", "Date", "Date", "District", "DA"],
        ],
        ("Crime reference", "Offence", "Created date", "Committed date", "District", "DA"),
        "the same name twice, told apart by what stands above",
    ),
    (
        [
            ["Crime", "", "Outcome", "", "Location", "Flags"],
            ["Ref", "Offence", "Date", "Group", "District", "DA"],
        ],
        ("Crime ref", "Offence", "Outcome date", "Outcome group", "District", "DA"),
        "the date of an outcome is no date of the record",
    ),
    (
        [
            ["Essex Police", "Official sensitive", "", "", "", ""],
            ["Reference", "Offence", "Date", "To date", "District", "DA"],
        ],
        ("Reference", "Offence", "Date", "To date", "District", "DA"),
        "two titles side by side are no line of a header",
    ),
    (
        [
            ["Force:", "Essex", "Run:", "07/01/2026", "By:", "J Bloggs"],
            ["Reference", "Offence", "Date", "To date", "District", "DA"],
        ],
        ("Reference", "Offence", "Date", "To date", "District", "DA"),
        "titles with values",
    ),
]


@pytest.mark.parametrize(("rows", "names", "why"), TWO_LINES)
def test_names_of_a_header_in_two_lines(rows: Rows, names: tuple[str, ...], why: str) -> None:
    searched = [*rows, RECORD]
    header_at = find_header(searched)
    assert header_at is not None
    assert EXTRACTS.lines(searched, header_at, None).names == names, why


def test_a_record_is_no_second_line_of_a_header() -> None:
    header = ["Reference", "Offence", "Date", "", "District", "DA"]
    lines = EXTRACTS.lines([header, ["1", "", "", "From", "", ""], RECORD], 0, None)
    assert (lines.first, lines.last, lines.names) == (0, 0, tuple(header))


def test_a_merged_name_heads_the_columns_that_it_covers_and_no_other(arrives: Arrives) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["Crime", None, "Committed", None, None, "Flags"],
        ["Reference", "Offence", "From", "To", "Type", "DA"],
        RECORD,
    ):
        sheet.append(row)
    for merged in ("A1:B1", "C1:D1"):
        sheet.merge_cells(merged)
    (table,) = arrives(hostile.saved(book), "crime.xlsx").tables
    assert table.header == (
        *("Crime reference", "Offence", "Committed from", "Committed to", "Type", "DA"),
    )
    assert (table.skip, table.rows) == (2, 1)


def test_a_header_in_two_lines_of_a_text(arrives: Arrives) -> None:
    text = (
        "Crime,,Committed,,Location,Flags\nReference,Offence,From,To,District,DA\n"
        "1,Burglary,01/10/2025,02/10/2025,Luton,Y\n"
    )
    (table,) = arrives(text.encode()).tables
    assert table.header == TWO_LINES[0][1]
    assert (table.skip, table.rows) == (2, 1)


def test_a_record_in_which_words_are_names_of_columns_is_no_header() -> None:
    header = ["Hospital", "Attended", "Place", "Cause", "Object"]
    record = ["Southend", "10/12/2025", "Street", "outside a pub", "Knife"]
    assert find_header([header, record]) == 0


def test_periods_may_head_columns() -> None:
    header = ["Quarter", "District", "2023", "2024/25", "2025-10-01 00:00:00"]
    assert find_header([["Return", "for 2025"], header, ["Q1", "Luton", "1", "2", "3"]]) == 1
