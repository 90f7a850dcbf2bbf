"""One cell that nobody foresaw is refused in words, or is no date: never an error of a program."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.errors import AssessmentError
from assessment.intake.categories.category_list import read_category_list
from assessment.intake.extract_loading import load
from assessment.intake.extract_undo import undo_load
from assessment.workspace import Workspace
from tests.extracts import write_csv

HEADER = ["Crime Number", "Date Recorded", "District", "Offence"]
Rows = list[list[str]]


def _records(date: Callable[[int], str], odd: str) -> Rows:
    rows = [[f"A{n}", date(n), "Luton", "Burglary"] for n in range(400)]
    rows[350][1] = odd
    return rows


ODD_DATES = [
    ("a serial of many digits", _records(lambda n: str(45717 + n % 28), "45000000000")),
    ("a serial beyond any number", _records(lambda n: str(45717 + n % 28), "9" * 40)),
    (
        "a reference behind a time",
        _records(lambda n: f"Wed {n % 28 + 1:02}/03/2025 10:00", "01/03/2025 10:00 ref-12345"),
    ),
    (
        "a zone of five digits",
        _records(lambda n: f"{n % 28 + 1:02}/03/2025 10:00 +01:00", "01/03/2025 10:00+12345"),
    ),
]


@pytest.mark.parametrize(("kind", "rows"), ODD_DATES, ids=[kind for kind, _ in ODD_DATES])
def test_an_odd_date_is_refused_and_the_rest_loads(
    workspace: Workspace, tmp_path: Path, kind: str, rows: Rows
) -> None:
    report = load(workspace, write_csv(tmp_path / "a.csv", rows, HEADER))
    assert (report.rows.loaded, report.rows.rejected) == (399, 1), kind


def test_a_case_that_is_open_until_the_end_of_time_is_no_fault(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [[*row, "01/12/9999"] for row in _records(lambda n: f"{n % 28 + 1:02}/03/2025", "")]
    report = load(workspace, write_csv(tmp_path / "a.csv", rows, [*HEADER, "Closed Date"]))
    assert report.rows.loaded == 399


def test_a_month_at_the_end_of_time_is_no_month(workspace: Workspace, tmp_path: Path) -> None:
    header = ["District", "Offence", "Jan-25", "Feb-25", "31/12/9999"]
    path = write_csv(tmp_path / "a.csv", [["Luton", "Burglary", "10", "12", "0"]], header)
    with pytest.raises(AssessmentError):
        _answered(workspace, path)


def _answered(workspace: Workspace, path: Path) -> None:
    """Load a file; what is asked of it counts as said in words."""
    if load(workspace, path).questions:
        raise AssessmentError("It asks.")


@pytest.mark.parametrize("content", [b"category,measure\rTheft,theft", b"x" * 200_000])
def test_a_list_of_categories_that_is_none_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "map.csv"
    path.write_bytes(content)
    with pytest.raises(AssessmentError):
        read_category_list(path, "map.csv")


@pytest.mark.parametrize("number", [10**9, 10**20, 10**60])
def test_there_is_no_extract_of_a_number_that_no_store_holds(
    workspace: Workspace, tmp_path: Path, number: int
) -> None:
    with pytest.raises(AssessmentError, match="There is no"):
        undo_load(workspace, number)
    rows = [[f"{number}/1", *_records(lambda _: "01/03/2025", "")[0]]]
    with pytest.raises(AssessmentError):
        load(workspace, write_csv(tmp_path / "a.csv", rows, ["Refused row", *HEADER]))
