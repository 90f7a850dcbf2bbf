"""Rows of a workbook that are struck through are no records, and that is said."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from assessment.intake.extract_loading import load
from assessment.workspace import Workspace
from tests.stored import CURRENT, assert_sound, stored

HEADER = ("Ref", "Date", "Offence", "District")
FIRST = 4  # below a title, a blank row and the header


def workbook(folder: Path, cells: dict[int, int], *, name: str = "Crimes & ASB") -> Path:
    """Write forty records; of some, by their place, the first so many cells are struck through."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = name
    for row in (("Crimes of January",), (), HEADER):
        sheet.append(row)
    for at in range(40):
        sheet.append((f"r{at}", f"{1 + at % 28:02}/01/2025", "Burglary", "Luton"))
    for at, struck in cells.items():
        for cell in sheet[FIRST + at][:struck]:
            cell.font = Font(strike=True, bold=True)
    sheet["A1"].font = Font(strike=False)
    path = folder / "month.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("cells", "left_out", "said"),
    [
        ({}, 0, ""),
        ({1: 4}, 1, "1 row is struck through in sheet 'Crimes & ASB'"),
        ({1: 4, 2: 3, 39: 4}, 3, "left out: rows 5, 6 and 43."),
        ({7: 1}, 0, "Some cells of 1 row in sheet 'Crimes & ASB'"),
    ],
)
def test_a_row_of_which_most_is_struck_through_is_left_out(
    workspace: Workspace, tmp_path: Path, cells: dict[int, int], left_out: int, said: str
) -> None:
    report = load(workspace, workbook(tmp_path, cells), source="police")
    assert (report.rows.loaded, len(stored(workspace, CURRENT))) == (40 - left_out, 40 - left_out)
    assert any(said in problem for problem in report.problems)
    assert any("struck" in problem for problem in report.problems) is bool(cells)
    assert_sound(workspace)


def test_a_record_that_is_struck_through_since_is_withdrawn(
    workspace: Workspace, tmp_path: Path
) -> None:
    load(workspace, workbook(tmp_path, {}), source="police")
    report = load(workspace, workbook(tmp_path, {1: 4}), source="police")
    assert (report.rows.withdrawn, report.rows.unchanged) == (1, 39)


def test_rows_count_once_the_line_is_taken_off(workspace: Workspace, tmp_path: Path) -> None:
    """As the message says."""
    load(workspace, workbook(tmp_path, {1: 4}), source="police")
    assert load(workspace, workbook(tmp_path, {}), source="police").rows.loaded == 1
