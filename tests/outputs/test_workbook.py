"""The workbook: fit for a committee, its numbers numbers, its text never a formula."""

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from assessment.outputs.changes.changes_download import year_on_year_table
from assessment.outputs.tables import Column, Table
from assessment.outputs.workbook import as_workbook
from tests.outputs.answers import ANSWER

MADE = date(2026, 11, 21)


def opened(table: Table) -> Workbook:
    return load_workbook(io.BytesIO(as_workbook(table, MADE)))


def of_text(text: str) -> Table:
    return Table("Title", (text,), (Column("Name"),), ((text,),), ((text, (text,)),))


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=40))
def test_no_text_in_a_workbook_is_a_formula(text: str) -> None:
    book = opened(of_text(text))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert (book["Changes"]["A6"].value or "") == text


def test_control_characters_do_not_stop_a_workbook() -> None:
    assert opened(of_text("a\x00b\x1fc"))["Changes"]["A6"].value == "abc"


def test_sheet_says_what_it_is_before_its_rows() -> None:
    sheet = opened(year_on_year_table(ANSWER))["Changes"]
    assert [sheet[f"A{row}"].value for row in range(1, 10)] == [
        "What changed in Rochford",
        "Synthetic example records, not real",
        "Place: Rochford",
        "Measures: Home Office offence groups, a row for each measure",
        "Period: 1 April 2021 to 31 March 2022",
        "Compared with: 1 April 2020 to 31 March 2021",
        "Sources: essex",
        "Made: 21 November 2026",
        None,
    ]
    assert sheet.freeze_panes == "B11"
    header = sheet[10]
    assert all(cell.font.bold and cell.fill.fill_type == "solid" for cell in header)
    names = [cell.value for cell in header]
    assert (names[0], names[-1]) == ("Measure", "In a sentence")
    assert not [name for name in names if " id" in name or "code" in name]


def test_numbers_are_numbers_written_as_reports_write_them() -> None:
    sheet = opened(year_on_year_table(ANSWER))["Changes"]
    row = {head.value: cell for head, cell in zip(sheet[10], sheet[11], strict=True)}
    assert (row["Count now"].value, row["Count now"].number_format) == (1488, "#,##0")
    assert (row["Change (%)"].value, row["Change (%)"].number_format) == (18.002, "+0.0;-0.0;0.0")
    assert (row["p"].value, row["p"].number_format) == (0.0001, "0.000")


def test_notes_say_how_to_read_and_where_from() -> None:
    sheet = opened(year_on_year_table(ANSWER))["Notes"]
    lines = [cell.value for (cell,) in sheet.iter_rows() if cell.value]
    for heading in (
        "How to read the verdicts",
        "Caveats",
        "Definitions of the measures shown",
        "Extracts behind the figures",
    ):
        assert heading in lines
    assert "Incidents." in lines
    assert "essex.csv, from source essex: 2,749 records, loaded 3 October 2026, synthetic." in lines


WIDE = [(26, "Z", "the last letter"), (30, "AD", "eight printed rankings"), (800, "ADT", "any")]


@pytest.mark.parametrize(("count", "last", "why"), WIDE)
def test_a_table_may_have_any_number_of_columns(count: int, last: str, why: str) -> None:
    columns = tuple(Column(f"Column {n}", 10 + n % 5) for n in range(count))
    sheet = opened(Table("Wide", (), columns, (tuple(range(count)),)))["Changes"]
    assert get_column_letter(sheet.max_column) == last, why
    assert (sheet[f"{last}4"].value, sheet[f"{last}5"].value) == (f"Column {count - 1}", count - 1)
    widths = [sheet.column_dimensions[get_column_letter(n + 1)].width for n in range(count)]
    assert widths == [10 + n % 5 for n in range(count)]
