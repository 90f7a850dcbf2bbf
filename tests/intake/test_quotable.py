"""What is said of a file whose columns are not known quotes names of columns, and no cells."""

import pytest

from assessment.intake.files.quotable import headings_in_quotes, titles_in_words
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
