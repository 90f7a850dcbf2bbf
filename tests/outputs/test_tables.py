"""Downloads: text can never become a formula, numbers stay numbers."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from assessment.outputs.tables import Table, as_csv, as_workbook, year_on_year_table
from tests.outputs.answers import ANSWER


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+44 20", "'+44 20"),
        ("-36", "'-36"),  # text, because a number is written as one
        (-36, "-36"),
        (-4.5, "-4.5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("  =1", "'  =1"),  # a spreadsheet drops the spaces first
        ("Luton 001A", "Luton 001A"),
        ("Théâtre", "Théâtre"),
        (None, ""),
        (0, "0"),
    ],
)
def test_text_in_a_csv_is_harmless(cell: object, written: str) -> None:
    assert read(as_csv(["Cell"], [[cell, "end"]]))[1] == [written, "end"]


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=40))
def test_no_text_in_a_workbook_is_a_formula(text: str) -> None:
    table = Table("Title", (text,), ("Name",), ((text,),))
    book = load_workbook(io.BytesIO(as_workbook(table)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert (book["Table"]["A2"].value or "") == text


def test_control_characters_do_not_stop_a_workbook() -> None:
    table = Table("Title", (), ("Name",), (("a\x00b\x1fc",),))
    book = load_workbook(io.BytesIO(as_workbook(table)))
    assert book["Table"]["A2"].value == "abc"


def test_rows_stand_alone() -> None:
    table = year_on_year_table(ANSWER)
    row = dict(zip(table.header, table.rows[0], strict=True))
    assert row["Measure"] == "Anti-social behaviour"
    assert (row["Count before"], row["Count now"], row["Difference"]) == (1261, 1488, 227)
    assert row["Period"] == "1 April 2021 to 31 March 2022"
    assert row["Compared with"] == "1 April 2020 to 31 March 2021"
    assert row["Verdict"] == "rise"


def test_synthetic_figures_say_so_wherever_they_go() -> None:
    table = year_on_year_table(ANSWER)
    assert table.notes[0].startswith("Synthetic")
    assert dict(zip(table.header, table.rows[0], strict=True))["Synthetic"] == "yes"


def test_what_cannot_be_compared_has_no_percentage() -> None:
    refused = replace(ANSWER.changes[0], current=None, difference=None, percent=None)
    table = year_on_year_table(replace(ANSWER, changes=(refused,)))
    row = dict(zip(table.header, table.rows[0], strict=True))
    assert row["Count now"] is None
    assert row["Change (%)"] is None
