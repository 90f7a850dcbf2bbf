"""Downloads: text can never become a formula, numbers stay numbers."""

import csv
import io
from dataclasses import replace

import pytest

from assessment.changes import By
from assessment.outputs.changes.changes_download import file_name, year_on_year_table
from assessment.outputs.tables import as_csv
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
    assert table.about[0] == "Synthetic example records, not real"
    assert dict(zip(table.header, table.rows[0], strict=True))["Synthetic"] == "yes"


def test_what_cannot_be_compared_has_no_percentage() -> None:
    refused = replace(ANSWER.changes[0], current=None, difference=None, percent=None)
    table = year_on_year_table(replace(ANSWER, changes=(refused,)))
    row = dict(zip(table.header, table.rows[0], strict=True))
    assert row["Count now"] is None
    assert row["Change (%)"] is None


def test_range_is_withheld_where_the_percentage_is() -> None:
    tiny = replace(ANSWER.changes[0], previous=4, percent=None)
    table = year_on_year_table(replace(ANSWER, changes=(tiny,)))
    row = dict(zip(table.header, table.rows[0], strict=True))
    assert row["Likely range from (%)"] is row["Likely range to (%)"] is None


def test_row_ends_with_its_sentence() -> None:
    assert "increased by 18% (227 more incidents)" in str(year_on_year_table(ANSWER).rows[0][-1])


@pytest.mark.parametrize(
    ("by", "measure", "name"),
    [
        (By.MEASURE, None, "changes-rochford-to-2022-03-by-measure"),
        (By.WARD, "burglary", "changes-rochford-to-2022-03-by-ward-burglary"),
        (By.LSOA, "burglary", "changes-rochford-to-2022-03-by-small-area-burglary"),
    ],
)
def test_file_is_named_for_place_period_and_rows(by: By, measure: str | None, name: str) -> None:
    assert file_name(replace(ANSWER.question, by=by, measure=measure)) == name
