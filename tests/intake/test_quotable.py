"""What is said of a file whose columns are not known quotes names of columns, and no cells."""

from pathlib import Path

import pytest

from assessment.errors import UploadRefused
from assessment.intake.categories.category_list import category_rows, read_category_list
from assessment.intake.categories.category_meanings import unmapped_categories
from assessment.intake.extract_loading import load
from assessment.intake.files.quotable import (
    NOT_SHOWN,
    as_quotable,
    headings_in_quotes,
    titles_in_words,
)
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.intake.conftest import Arrives

ATTENDANCE = ["Southend", "10/12/2025", "23:10", "outside Spoons Rayleigh", "Knife", "25-34", "M"]


@pytest.mark.parametrize(
    ("row", "quoted"),
    [
        (["Hospital", "Arrived", ""], "'Hospital', 'Arrived'"),
        (ATTENDANCE, ""),
        (["Area", "Apr-24", "May-24"], "'Area', 'Apr-24', 'May-24'"),
        (["Area", "j.smith@example.org", "Total"], "'Area', 'Total'"),
        (["Notes", "He came in and said that it was the man next door"], "'Notes'"),
    ],
)
def test_headings_are_quoted_and_data_is_not(row: list[str], quoted: str) -> None:
    assert headings_in_quotes(row) == quoted


def test_titles_are_quoted_but_no_rows_of_data_and_nobodys_name() -> None:
    rows = [["Essex Police", "", ""], ["Run by John Smith", "", ""], ATTENDANCE]
    assert titles_in_words(rows) == ["Essex Police"]


def test_data_above_a_header_is_not_quoted(arrives: Arrives) -> None:
    """Case 41: a row far down was taken for the header, and those above it were printed."""
    rows = [",".join(ATTENDANCE), "Ref,Date,Offence,District,Ward,Status,Flags", "1,2,3,4,5,6,7"]
    read = arrives("\n".join(rows).encode(), "a.csv")
    assert read.left_out == ("What stands above the header of 'a.csv' was left out.",)


@pytest.mark.parametrize(
    ("cell", "rows", "is_shown"),
    [
        ("Cancelled - no crime", 1, True),
        ("Cancelled - No Crime", 1, True),
        ("Assault On A Child Under Thirteen", 1, True),
        ("Castle Piont", 1, True),
        ("Barking Dogs", 40, True),
        ("Call 07700 900123", 40, False),
        ("js@example.com", 1, False),
        ("Charged, SS4 1AB", 1, False),
        ("14 Acacia Avenue", 1, False),
        ("PC 1234 Wojciechowska", 40, False),
        ("DS Wojciechowska", 40, False),
        ("Theft from Priya Patel", 40, False),
        ("Assault on Agnieszka Wojciechowska", 1, False),
        ("Wojciechowska", 1, False),
        ("Assault on Wojciechowska", 1, False),
        ("Wojciechowska, A", 1, False),
        ("Smith, John", 40, False),
        ("Theft from SMITH, John", 40, False),
        ("Charged, ss4 1ab", 40, False),
        ("cm77 7aa", 40, False),
        ("Closed on M25 5th May", 40, True),
        ("Burglry", 1, True),
        ("Lutn", 1, True),
        ("Lost dogs", 1, True),
        ("Not known", 1, True),
    ],
)
def test_cells_that_may_be_of_a_person_are_not_quoted(cell: str, rows: int, is_shown: bool) -> None:
    assert as_quotable(cell, rows) == (cell if is_shown else NOT_SHOWN)


HEADER = ("Crime ref", "Date recorded", "Offence", "District", "Merged by", "Domestic abuse")
PERSON = "Agnieszka Wojciechowska"


@pytest.mark.parametrize("person", [PERSON, "Wojciechowska", "Smith, John", "ss4 1ab"])
@pytest.mark.parametrize("at", range(1, len(HEADER)))
def test_no_notice_or_question_quotes_a_person(
    workspace: Workspace, tmp_path: Path, at: int, person: str
) -> None:
    rows = [[f"r{n}", "13/01/2024", "Burglary", "Luton", "", "No"] for n in range(40)]
    rows[0][at] = person
    report = load(workspace, write_csv(tmp_path / "a.csv", rows, HEADER))
    told = [*report.problems, *(question.text for question in report.questions)]
    assert NOT_SHOWN in " ".join(told)
    assert person not in str(report.as_json())


def test_the_list_of_categories_hides_who_is_named(workspace: Workspace, tmp_path: Path) -> None:
    rows = [[f"r{n}", "13/01/2024", "Burglary", "Luton"] for n in range(40)]
    rows[0][2] = f"Assault on {PERSON}"
    load(workspace, write_csv(tmp_path / "a.csv", rows, HEADER[:4]))
    ((_, category, *_),) = category_rows(unmapped_categories(workspace), ())
    assert category == NOT_SHOWN
    given_back = tmp_path / "list.csv"
    given_back.write_text(f"source,category,measure\nincidents,{category},burglary\n")
    with pytest.raises(UploadRefused, match="say on Upload data"):
        read_category_list(given_back, "list.csv")
