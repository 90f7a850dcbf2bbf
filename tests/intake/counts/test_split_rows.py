"""Rows that a further column splits: parts are added up, and nothing else is. All are invented."""

from pathlib import Path

import pytest

from assessment.errors import UploadRefused
from assessment.intake import FileChoices, LoadStatus, RowIs
from assessment.workspace import Workspace
from tests.intake.counts.tables import loaded

Split = dict[str, int]


def rows(split: Split) -> list[list[object]]:
    return [["Jan-25", "Luton", "Robbery", value, n] for value, n in split.items()]


def header(name: str) -> list[str]:
    return ["Month", "District", "Offence", name, "Number of offences"]


@pytest.mark.parametrize("whole", ["All outcomes", "Recorded"])
def test_what_the_others_add_up_to_is_the_count(
    workspace: Workspace, tmp_path: Path, whole: str
) -> None:
    split = {whole: 10, "Charged": 3, "No suspect": 7}
    report = loaded(workspace, tmp_path / "t.csv", header("Outcome type"), rows(split))
    assert (report.status, report.measures) == (LoadStatus.LOADED, (("Robbery", 10),))
    assert any(f"only the rows with '{whole}'" in problem for problem in report.problems)


NO_PARTS: list[Split] = [
    {"Actual": 10, "Target": 12},
    {"Actual": 10, "Forecast": 12, "Previous year": 9},
    {"18+": 7, "Under 18": 3, "10-17": 2},
    {"Day": 7, "Night": 3, "Night-time economy": 2},
    {"All outcomes": 11, "Charged": 3, "No suspect": 7},
    {"Offences": 5, "Solved": 3},
]


@pytest.mark.parametrize("split", NO_PARTS)
def test_rows_that_may_be_no_parts_are_asked_about(
    workspace: Workspace, tmp_path: Path, split: Split
) -> None:
    report = loaded(workspace, tmp_path / "t.csv", header("Kind"), rows(split))
    assert (report.status, report.questions[0].about) == (LoadStatus.ASKS, "only")
    assert dict(report.questions[0].options).keys() == {
        f"Kind={value}" for value in (*split, "every row")
    }
    first = next(iter(split))
    choices = FileChoices().answered("only", f"Kind={first}")
    again = loaded(workspace, tmp_path / "t.csv", header("Kind"), rows(split), choices=choices)
    assert again.measures == (("Robbery", split[first]),)


def test_who_says_that_they_are_parts_has_them_added_up(
    workspace: Workspace, tmp_path: Path
) -> None:
    choices = FileChoices().answered("only", "Kind=every row")
    split = NO_PARTS[0]
    report = loaded(workspace, tmp_path / "t.csv", header("Kind"), rows(split), choices=choices)
    assert report.measures == (("Robbery", 22),)


def test_parts_are_added_up(workspace: Workspace, tmp_path: Path) -> None:
    split = {"Residential": 7, "Commercial": 3}
    report = loaded(workspace, tmp_path / "t.csv", header("Premises"), rows(split))
    assert (report.status, report.measures) == (LoadStatus.LOADED, (("Robbery", 10),))


def test_a_column_of_values_by_month_is_asked_about(workspace: Workspace, tmp_path: Path) -> None:
    names = ["District", "Month", "Offence", "Type", "Value"]
    lines = [
        ["Luton", month, "Robbery", kind, n]
        for month in ("Jan-25", "Feb-25")
        for kind, n in (("Actual", 10), ("Target", 12))
    ]
    report = loaded(workspace, tmp_path / "t.csv", names, lines)
    assert (report.status, report.row_is) == (LoadStatus.ASKS, RowIs.COUNT)
    assert report.questions[0].about == "row_is"


def test_days_in_headings_are_not_taken_for_months(workspace: Workspace, tmp_path: Path) -> None:
    names = ["Offence", "District", "24-Jan-2026", "24-Feb-2026"]
    with pytest.raises(UploadRefused, match="may be months"):
        loaded(workspace, tmp_path / "t.csv", names, [["Robbery", "Luton", 5, 6]])
