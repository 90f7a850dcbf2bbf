"""What a check says of a table of counts that is there already, cell by cell."""

from collections.abc import Sequence
from pathlib import Path

from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices, LoadMode
from assessment.intake.load_report import LoadReport
from assessment.intake.versions.count_differences import CountDifference
from assessment.outputs.differences_table import differences_table
from assessment.workspace import Workspace
from tests.extracts import write_csv

Rows = Sequence[Sequence[object]]
HEADER = ["Month", "District", "Offence", "Number of offences"]
BEFORE: Rows = [
    ["2025-10", "Rochford", "Shoplifting", 12],
    ["2025-10", "Rochford", "Arson", 5],
    ["2025-10", "Rochford", "Robbery", 8],
    ["2025-10", "Rochford", "Criminal damage", "*"],
    ["2025-10", "Rochford", "Bicycle theft", 9],
]
REVISED: Rows = [
    ["2025-10", "Rochford", "Shoplifting", 15],  # higher
    ["2025-10", "Rochford", "Arson", 4],  # lower
    ["2025-10", "Rochford", "Robbery", 8],  # as it was
    ["2025-10", "Rochford", "Criminal damage", 7],  # withheld before
    ["2025-10", "Rochford", "Drugs", 3],  # new, and bicycle theft is gone
]
WHOLE = FileChoices(mode=LoadMode.REPLACE)


def _checked(workspace: Workspace, folder: Path, rows: Rows) -> LoadReport:
    load(workspace, write_csv(folder / "before.csv", BEFORE, HEADER), source="council")
    path = write_csv(folder / "revised.csv", rows, HEADER)
    return load(workspace, path, source="council", choices=WHOLE, dry_run=True)


def test_each_cell_that_would_be_another_is_told(workspace: Workspace, tmp_path: Path) -> None:
    report = _checked(workspace, tmp_path, REVISED)
    told = report.count_differences
    assert told is not None
    assert told.sentence == (
        "3 counts revised (1 higher, 1 lower, 1 otherwise); 1 count new; 1 count withdrawn"
    )
    assert report.differences_in_words == told.sentence
    assert {(row.category, row.changed or row.change): _pair(row) for row in told.rows} == {
        ("Shoplifting", "count"): ("12", "15"),
        ("Arson", "count"): ("5", "4"),
        ("Criminal damage", "count"): ("withheld", "7"),
        ("Drugs", "new"): (None, "3"),
        ("Bicycle theft", "withdrawn"): ("9", None),
    }
    assert {(row.period, row.district) for row in told.rows} == {("October 2025", "Rochford")}
    assert report.as_json()["count_differences"] == dict.fromkeys(
        ("new", "withdrawn", "higher", "lower", "otherwise"), 1
    )


def _pair(row: CountDifference) -> tuple[str | None, str | None]:
    return row.count_before, row.count_now


def test_they_are_downloaded_as_numbers(workspace: Workspace, tmp_path: Path) -> None:
    table = differences_table([_checked(workspace, tmp_path, REVISED)])
    named = [dict(zip(table.header, row, strict=True)) for row in table.rows]
    rows = {row["Category before"]: row for row in named}
    assert (rows["Shoplifting"]["Count before"], rows["Shoplifting"]["Count now"]) == (12, 15)
    assert rows["Criminal damage"]["Count before"] == "withheld"
    assert (rows["Bicycle theft"]["Date before"], rows["Bicycle theft"]["Date now"]) == (
        *("October 2025", None),
    )
    assert table.about == (
        "revised.csv: 3 counts revised (1 higher, 1 lower, 1 otherwise); 1 count new; "
        "1 count withdrawn",
    )


def test_what_was_told_is_what_the_load_does(workspace: Workspace, tmp_path: Path) -> None:
    checked = _checked(workspace, tmp_path, REVISED)
    told = checked.count_differences
    done = load(workspace, tmp_path / "revised.csv", source="council", choices=WHOLE)
    assert told is not None
    assert (told.new, told.withdrawn) == (done.rows.loaded, done.rows.withdrawn)
    assert told.higher + told.lower + told.otherwise == done.rows.revised


def test_of_a_table_that_says_nothing_new_nothing_is_told(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "first.csv", BEFORE, HEADER)
    first = load(workspace, path, source="council", dry_run=True)
    assert first.count_differences is None, "a first load"
    again = _checked(workspace, tmp_path, [*BEFORE[1:], BEFORE[0]])
    assert again.count_differences is None
