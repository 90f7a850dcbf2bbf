"""Refused rows that are put right come in once, and replace nothing."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.errors import InvalidRequest, UploadRefused
from assessment.intake.extract_loading import load
from assessment.intake.extract_undo import undo_load
from assessment.intake.file_choices import FileChoices
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.intake.rows_to_correct import rows_to_correct
from assessment.outputs.tables import as_csv
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.stored import COVERAGE, CURRENT, assert_sound, stored

HEADER = ["Crime ref", "Date", "Victim name", "Offence", "District"]
Row = list[str]
Corrects = Callable[..., LoadReport]


def _row(reference: str, day: str, offence: str = "Arson, other") -> Row:
    return [reference, day, "Ann Example", offence, "Luton"]


ROWS = [
    *(_row(f"r{n}", f"{1 + n:02}/01/2024") for n in range(9)),
    _row("a", "32/01/2024"),
    _row("b", "33/01/2024"),
]


@pytest.fixture
def to_correct(workspace: Workspace, tmp_path: Path) -> list[Row]:
    """Load nine rows beside two that are refused; return the table of those, the header first."""
    load(workspace, write_csv(tmp_path / "month.csv", ROWS, HEADER), source="police")
    rejected = rows_to_correct(workspace, 1)
    text = as_csv(rejected.columns, rejected.rows).decode("utf-8-sig")
    return list(csv.reader(text.splitlines()))


@pytest.fixture
def corrects(workspace: Workspace, tmp_path: Path) -> Corrects:
    """Load a table of corrected rows, checking that the store is sound afterwards."""
    numbers = iter(range(100))

    def correct(table: list[Row], **options: object) -> LoadReport:
        path = write_csv(tmp_path / f"right-{next(numbers)}.csv", table[1:], table[0])
        report = load(workspace, path, **options)  # type: ignore[arg-type]
        assert_sound(workspace)
        return report

    return correct


def _right(table: list[Row], day: str = "15/01/2024") -> list[Row]:
    at = table[0].index("Date")
    return [table[0], *([*row[:at], day, *row[at + 1 :]] for row in table[1:])]


def test_the_rows_to_put_right_have_their_columns_and_no_personal_ones(
    to_correct: list[Row],
) -> None:
    header, first, _ = to_correct
    assert header == ["Crime ref", "Date", "Offence", "District", "Refused row", "Refused because"]
    assert first[:5] == ["a", "32/01/2024", "Arson, other", "Luton", "1/1"]
    assert first[5].startswith("Date: expected ")


def test_corrected_rows_are_added_and_nothing_is_withdrawn(
    to_correct: list[Row], corrects: Corrects, workspace: Workspace
) -> None:
    before = stored(workspace, COVERAGE)
    report = corrects(_right(to_correct))
    assert (report.source, report.rows.loaded, report.rows.withdrawn) == ("police", 2, 0)
    assert any("It puts right 2 refused rows of extract 1" in said for said in report.problems)
    assert len(stored(workspace, CURRENT)) == 11
    assert stored(workspace, COVERAGE).equals(before)
    assert rows_to_correct(workspace, 1).rows == []


def test_a_check_says_so_and_keeps_nothing(to_correct: list[Row], corrects: Corrects) -> None:
    for _ in range(2):
        report = corrects(_right(to_correct), dry_run=True)
        assert (report.status, report.rows.loaded) == (LoadStatus.CHECKED, 2)


def test_no_row_comes_in_twice(to_correct: list[Row], corrects: Corrects) -> None:
    right = _right(to_correct)
    corrects(right[:2])
    with pytest.raises(UploadRefused, match=r"found '1/1'\. Take it out if it has come in"):
        corrects(right)
    with pytest.raises(UploadRefused, match="'1/2' is there twice"):
        corrects([*right[::2], right[2]])
    assert corrects(right[::2]).rows.loaded == 1


def test_a_row_whose_record_has_come_meanwhile_is_refused(
    to_correct: list[Row], corrects: Corrects, workspace: Workspace, tmp_path: Path
) -> None:
    right = [*ROWS[:9], _row("a", "15/01/2024")]
    load(workspace, write_csv(tmp_path / "again.csv", right, HEADER), source="police")
    with pytest.raises(UploadRefused, match="1 row has the reference of a record that is there"):
        corrects(_right(to_correct))


REFUSED = [
    (lambda table: _right(table, "15/03/2024"), "It has rows of March 2024", "another month"),
    (lambda table: table, "2 rows are refused", "still wrong"),
    (lambda table: [[*row[:4], "", ""] if row[0] == "a" else row for row in _right(table)],
     "has to name, in every row", "a mark that is gone"),
    (lambda table: [[*row[:4], row[4].replace("1/", "7/"), ""] for row in _right(table)],
     "There is no extract 7", "another extract"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "said", "why"), REFUSED)
def test_what_is_not_right_yet_is_refused_whole(
    to_correct: list[Row],
    corrects: Corrects,
    workspace: Workspace,
    wrong: Callable[[list[Row]], list[Row]],
    said: str,
    why: str,
) -> None:
    table = wrong(to_correct)
    table[0] = to_correct[0]
    with pytest.raises(UploadRefused, match=said):
        corrects(table)
    assert len(stored(workspace, CURRENT)) == 9, why


def test_undone_the_rows_are_open_again(
    to_correct: list[Row], corrects: Corrects, workspace: Workspace
) -> None:
    corrects(_right(to_correct))
    with pytest.raises(InvalidRequest, match="Undo extract 2"):
        undo_load(workspace, 1)
    undo_load(workspace, 2)
    assert_sound(workspace)
    assert len(rows_to_correct(workspace, 1).rows) == 2
    assert corrects(_right(to_correct)).rows.loaded == 2


def test_rows_without_references_are_not_added_to_a_month_sent_again_since(
    workspace: Workspace, tmp_path: Path, corrects: Corrects
) -> None:
    """The whole file, put right, has brought them: they would be counted twice."""
    for name, day in (("a.csv", "32/01/2024"), ("b.csv", "31/01/2024")):
        rows = [*(_row("", f"{1 + n:02}/01/2024")[1:] for n in range(9)), _row("", day)[1:]]
        load(workspace, write_csv(tmp_path / name, rows, HEADER[1:]), source="police")
    right = [[*HEADER[1:], "Refused row"], [*_row("", "31/01/2024")[1:], "1/1"]]
    with pytest.raises(UploadRefused, match="A later extract of police answers for January 2024"):
        corrects(right)
    assert len(stored(workspace, CURRENT)) == 10


def test_a_refused_row_leaves_its_earlier_record_until_it_is_put_right(
    workspace: Workspace, tmp_path: Path, corrects: Corrects
) -> None:
    corrects([HEADER, *ROWS[:9]], source="police")
    report = corrects([HEADER, _row("r0", "31/04/2024"), *ROWS[1:9]], source="police")
    assert (report.rows.rejected, report.rows.withdrawn) == (1, 0)
    assert any("1 earlier record whose row is refused" in said for said in report.problems)
    rejected = rows_to_correct(workspace, 2)
    text = as_csv(rejected.columns, rejected.rows).decode("utf-8-sig")
    report = corrects(_right(list(csv.reader(text.splitlines()))))
    assert (report.rows.revised, report.rows.loaded) == (1, 0)
    assert str(stored(workspace, CURRENT).counted_on.max())[:10] == "2024-01-15"
    undo_load(workspace, 3)
    assert_sound(workspace)


RAGGED = {
    "a comma too many behind": ["r0", "01/01/2024", "Ann Example", "Arson", " other", "Luton"],
    "a cell too many in front": ["", "r0", "01/01/2024", "Ann Example", "Arson", "Luton"],
    "cells too few": ["r0", "01/01/2024"],
    "written another way": ["'r0 ", "01/01/2024"],
}


@pytest.mark.parametrize("cells", RAGGED.values(), ids=RAGGED)
@pytest.mark.parametrize("told_apart", [None, "Offence", "file"])
def test_a_row_of_too_many_or_too_few_cells_leaves_its_earlier_record(
    workspace: Workspace, tmp_path: Path, cells: Row, told_apart: str | None
) -> None:
    choices = FileChoices(reference_with=told_apart)
    path = tmp_path / "month.csv"
    load(workspace, write_csv(path, ROWS[:9], HEADER), source="police", choices=choices)
    report = load(
        workspace, write_csv(path, [cells, *ROWS[1:9]], HEADER), source="police", choices=choices
    )
    # An offence that the row does not say cannot stand behind its reference.
    is_lost = told_apart == "Offence"
    assert (report.rows.rejected, report.rows.withdrawn) == (1, int(is_lost))
    kept = any("1 earlier record whose row is refused" in said for said in report.problems)
    assert kept is not is_lost
    assert len(stored(workspace, CURRENT)) == 9 - is_lost
    assert_sound(workspace)


def test_a_ragged_row_keeps_nothing_of_a_reference_that_another_row_has(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "month.csv"
    load(workspace, write_csv(path, ROWS[:9], HEADER), source="police")
    rows = [["r0", "01/01/2024"], _row("r0", "05/01/2024"), *ROWS[1:9]]
    report = load(workspace, write_csv(path, rows, HEADER), source="police")
    assert (report.rows.revised, report.rows.withdrawn) == (1, 0)
