"""Rows that a further column splits: parts are added up, and nothing else is. All are invented."""

from pathlib import Path

import pytest

from assessment.errors import UploadRefused
from assessment.intake.file_choices import FileChoices, RowIs
from assessment.intake.load_status import LoadStatus
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
    {"Offences": 5, "Detections": 3},
    {"draft": 5, "settled": 6},
    {"A1": 5, "B7": 6},
    {"Residential": 7, "Commercial": 3},
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


PARTS = ["Premises", "Location type", "Victim gender", "Age band", "Policing team", "Weapon used"]


@pytest.mark.parametrize("name", PARTS)
def test_what_a_heading_says_are_parts_is_added_up(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    split = {"One of them": 7, "Other": 3}
    report = loaded(workspace, tmp_path / "t.csv", header(name), rows(split))
    assert (report.status, report.measures) == (LoadStatus.LOADED, (("Robbery", 10),))


def test_a_list_of_many_values_is_no_list_of_versions(workspace: Workspace, tmp_path: Path) -> None:
    split = {f"Place {n}": 2 for n in range(25)}
    report = loaded(workspace, tmp_path / "t.csv", header("Where"), rows(split))
    assert (report.status, report.measures) == (LoadStatus.LOADED, (("Robbery", 50),))


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


# The heading, the values and the one that stands first and is set beforehand; None for none.
VERSIONS: list[tuple[str, Split, str | None]] = [
    ("Version", {"Provisional": 5, "Final": 6}, "Final"),
    ("Version", {"v1": 5, "v2": 6}, None),
    ("Version", {"1": 5, "2": 6}, None),
    ("Release", {"Original": 5, "Revised": 6}, "Revised"),
    ("Data Status", {"Draft data": 5, "Final data": 6}, "Final data"),
    ("Kind", {"Provisional": 5, "Final": 6}, "Final"),
    ("As At", {"20/02/2025": 5, "20/03/2025": 6, "01/03/2025": 6}, "20/03/2025"),
    ("Run", {"2025-01-20": 5, "2025-03-20": 6}, "2025-03-20"),
    ("Snapshot", {"2025-01-31": 5, "2025-01-20": 6}, "2025-01-31"),
    ("Reporting Month", {"2025-02": 5, "Mar 2025": 6}, "Mar 2025"),
]


@pytest.mark.parametrize(("name", "split", "latest"), VERSIONS)
def test_versions_of_the_same_counts_are_not_added_up(
    workspace: Workspace, tmp_path: Path, name: str, split: Split, latest: str | None
) -> None:
    report = loaded(workspace, tmp_path / "t.csv", header(name), rows(split))
    (question,) = report.questions
    assert (report.status, question.about) == (LoadStatus.ASKS, "only")
    assert question.usual == (f"{name}={latest}" if latest else None)
    assert latest is None or question.options[0][0] == question.usual
    chosen = latest or next(iter(split))
    choices = FileChoices().answered("only", f"{name}={chosen}")
    again = loaded(workspace, tmp_path / "t.csv", header(name), rows(split), choices=choices)
    assert again.measures == (("Robbery", split[chosen]),)
    assert not any("cut off" in problem for problem in again.problems), "no count is of that day"


def test_versions_in_two_columns_are_asked_about_once(workspace: Workspace, tmp_path: Path) -> None:
    names = ["Month", "District", "Offence", "Version", "As At", "Number of offences"]
    lines: list[list[object]] = [
        ["Jan-25", "Luton", "Robbery", "Provisional", "20/02/2025", 5],
        ["Jan-25", "Luton", "Robbery", "Final", "20/03/2025", 6],
    ]
    report = loaded(workspace, tmp_path / "t.csv", names, lines)
    assert [question.usual for question in report.questions] == ["Version=Final"]
    choices = FileChoices().answered("only", "Version=Final")
    again = loaded(workspace, tmp_path / "t.csv", names, lines, choices=choices)
    assert again.measures == (("Robbery", 6),)


NOT_TWICE = [
    ("Version", ["Provisional", "Final"], ["Jan-25", "Feb-25"]),
    ("Date of count", ["03/01/2025", "04/01/2025"], ["Jan-25", "Jan-25"]),
    ("Half", ["Jan-Jun 2025", "2025"], ["Jan-25", "Jan-25"]),
]


@pytest.mark.parametrize(("name", "values", "months"), NOT_TWICE)
def test_what_is_there_once_is_read_without_a_question(
    workspace: Workspace, tmp_path: Path, name: str, values: list[str], months: list[str]
) -> None:
    lines = [
        [month, "Luton", "Robbery", value, 5] for month, value in zip(months, values, strict=True)
    ]
    report = loaded(workspace, tmp_path / "t.csv", header(name), lines)
    assert (report.status, report.measures) == (LoadStatus.LOADED, (("Robbery", 10),))


METRICS = [
    ("Metric", "Value", {"Offences": "7", "Solved outcomes": "2", "Rate per 1,000": "0.09"}),
    ("Measure Names", "Measure Values", {"Offences": "7", "Change": "-3"}),
    ("Indicator", "Number", {"Offences": "7", "Offences by night": "2"}),
    ("What", "Value", {"Offences": "7", "Of 1,000 people": "0.1"}),
]


@pytest.mark.parametrize(("name", "value", "split"), METRICS)
def test_a_table_of_metrics_is_asked_which_of_them_is_the_count(
    workspace: Workspace, tmp_path: Path, name: str, value: str, split: dict[str, str]
) -> None:
    names = ["Month", "District", "Offence", name, value]
    lines = [
        [month, "Luton", "Robbery", *pair]
        for month in ("Jan-25", "Feb-25")
        for pair in split.items()
    ]
    report = loaded(workspace, tmp_path / "t.csv", names, lines)
    assert (report.status, report.questions[-1].about) == (LoadStatus.ASKS, "only")
    choices = FileChoices().answered("only", f"{name}=Offences")
    again = loaded(workspace, tmp_path / "t.csv", names, lines, choices=choices)
    assert (again.status, again.measures) == (LoadStatus.LOADED, (("Robbery", 14),))


@pytest.mark.parametrize(("meaning", "counted"), [("count", 55), ("unused", 45)])
def test_a_column_beside_named_offences_may_be_counted_as_well(
    workspace: Workspace, tmp_path: Path, meaning: str, counted: int
) -> None:
    headings = ("Month", "District", "Burglary", "Robbery", "Breach of a restraining order")
    cells = [("2025-10", "Luton", 12, 5, 3), ("2025-11", "Luton", 20, 8, 7)]
    path = tmp_path / "offences.csv"
    (question,) = loaded(workspace, path, headings, cells, source="kent-police").questions
    answer = f"{headings[-1]}={meaning}"
    assert answer in dict(question.options)
    choices = FileChoices(columns={headings[-1]: meaning})
    report = loaded(workspace, path, headings, cells, source="kent-police", choices=choices)
    assert sum(n for _, n in report.measures) == counted
