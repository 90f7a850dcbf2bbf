"""Before a load: what it does record by record, and to the figures that have been quoted."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from assessment.__main__ import main
from assessment.changes import Place, Question, year_on_year
from assessment.intake.extract_loading import load
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.outputs.differences_table import differences_table, figure_changes_table
from assessment.partnerships import add_partnership
from assessment.periods import PeriodKind, period_ending
from assessment.priorities.quoted_figures import check_load
from assessment.risk_matrix.assessments import start_assessment
from assessment.risk_matrix.issues import Issue
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.risk_matrix.given import SCHEME

HEADER = ["Crime ref", "Date", "Offence", "District", "Victim name"]
VIOLENCE, STALKING, THEFT = "Violence without injury", "Stalking and harassment", "Shoplifting"
Row = list[str]
Checks = Callable[..., LoadReport]


def _year(year: int, *, offence: str = THEFT, each_month: int = 20, prefix: str = "t") -> list[Row]:
    return [
        [f"{prefix}{year}-{month}-{n}", f"{1 + n:02}/{month:02}/{year}", offence, "Luton", "Ann B"]
        for month in range(1, 13)
        for n in range(each_month)
    ]


def _revised(rows: Sequence[Row]) -> list[Row]:
    """Withdraw two, reclassify three, move one to another month, and add one."""
    kept = [list(row) for row in rows[2:]]
    for row in kept[:3]:
        row[2] = STALKING
    kept[3][1] = "28/06/2025"
    return [*kept, ["new", "15/03/2025", THEFT, "Luton", ""]]


@pytest.fixture
def before() -> list[Row]:
    return _year(2025, offence=VIOLENCE, prefix="v", each_month=9) + _year(2024) + _year(2025)


@pytest.fixture
def checks(workspace: Workspace, tmp_path: Path, before: list[Row]) -> Checks:
    add_partnership(workspace, "Luton", ["Luton"])
    load(workspace, write_csv(tmp_path / "before.csv", before, HEADER), source="police")

    def check(rows: Sequence[Row]) -> LoadReport:
        return check_load(
            workspace, write_csv(tmp_path / "revised.csv", rows, HEADER), source="police"
        )

    return check


def _latest_year(workspace: Workspace) -> dict[str, tuple[int | None, int | None, str]]:
    period = period_ending(PeriodKind.ROLLING_12, date(2025, 12, 1))
    question = Question(Place("Luton", ("Luton",)), period, period.year_before(), "home-office")
    return {
        row.measure.label: (row.previous, row.current, row.verdict.value)
        for row in year_on_year(workspace, question).changes
    }


def _assessed(workspace: Workspace) -> None:
    issue = Issue("theft", "Shoplifting", (("home-office", "shoplifting"),), False)
    start_assessment(workspace, "luton", date(2025, 12, 1), SCHEME, [issue])


def test_the_difference_is_told_record_by_record(checks: Checks, before: list[Row]) -> None:
    report = checks(_revised(before))
    differences = report.differences
    assert report.status is LoadStatus.CHECKED
    assert differences is not None
    assert differences.sentence == (
        f"3 records reclassified (3 from {VIOLENCE} to {STALKING}); 1 new; 2 withdrawn; "
        "1 moved to another month"
    )
    told = {row.reference: (row.change, row.changed) for row in differences.rows}
    assert told["new"] == ("new", "")
    assert told["v2025-1-0"] == ("withdrawn", "")
    assert told["v2025-1-2"] == ("revised", "reclassified")
    assert told["v2025-1-5"] == ("revised", "another month")
    assert len(told) == 7


def test_what_is_downloaded_has_no_personal_column(checks: Checks, before: list[Row]) -> None:
    report = checks(_revised(before))
    table = differences_table([report])
    assert len(table.rows) == 7
    assert not any("Ann B" in str(cell) for row in table.rows for cell in row)


def test_figures_that_an_assessment_quotes_are_told_from_what_to_what(
    checks: Checks, workspace: Workspace, before: list[Row]
) -> None:
    _assessed(workspace)
    report = checks(_revised(before))
    figures = {figure.measure: figure for figure in report.figures}
    assert figures.keys() == {"Shoplifting", "All crime"}
    shoplifting = figures["Shoplifting"]
    assert shoplifting.quoted_in == "Luton, year to December 2025 (draft)"
    assert (shoplifting.before.current, shoplifting.after.current) == (240, 241)
    assert (shoplifting.before.previous, shoplifting.after.previous) == (240, 240)
    assert len(figure_changes_table([report]).rows) == 2


def test_without_an_assessment_the_latest_year_is_looked_at(
    checks: Checks, before: list[Row]
) -> None:
    report = checks(_revised(before))
    figures = {figure.measure: figure for figure in report.figures}
    assert figures["Stalking and harassment"].after.current == 3
    assert all("not quoted yet" in figure.quoted_in for figure in report.figures)


def test_what_was_foreseen_is_so_once_it_is_loaded(
    checks: Checks, workspace: Workspace, tmp_path: Path, before: list[Row]
) -> None:
    """The store after the load gives the very figures that the check gave."""
    report = checks(_revised(before))
    was = _latest_year(workspace)
    load(workspace, tmp_path / "revised.csv", source="police")
    now = _latest_year(workspace)
    assert {
        figure.measure: (figure.before.current, figure.after.current) for figure in report.figures
    } == {label: (was[label][1], now[label][1]) for label in now if now[label] != was[label]}


COUNTED = ["Offence", "District", "Month", "Count"]


def _counts(**changed: str) -> list[Row]:
    """Counts of two years, month by month; `changed` are those of December 2025 by offence."""
    months = [(year, month) for year in (2024, 2025) for month in range(1, 13)]
    rows = [
        [offence, "Luton", f"{year}-{month:02}", count]
        for offence, count in ((THEFT, "20"), (VIOLENCE, "9"), (STALKING, "4"))
        for year, month in months
    ]
    return [
        [*row[:3], changed.get(row[0].split()[0], row[3])] if row[2] == "2025-12" else row
        for row in rows
    ]


COUNT_REVISIONS = [
    ("a count is revised", _counts(Shoplifting="31")),
    ("a count is withheld", _counts(Stalking="<5")),
    ("a month is withdrawn of one offence", [row for row in _counts() if row != _counts()[-1]]),
    ("the months are fewer", [row for row in _counts(Shoplifting="28") if "2025-1" in row[2]]),
]


@pytest.mark.parametrize(
    ("kind", "rows"), COUNT_REVISIONS, ids=[kind for kind, _ in COUNT_REVISIONS]
)
def test_what_was_foreseen_of_counts_is_so_once_they_are_loaded(
    workspace: Workspace, tmp_path: Path, kind: str, rows: list[Row]
) -> None:
    add_partnership(workspace, "Luton", ["Luton"])
    load(workspace, write_csv(tmp_path / "before.csv", _counts(), COUNTED), source="police")
    path = write_csv(tmp_path / "revised.csv", rows, COUNTED)
    report = check_load(workspace, path, source="police")
    assert report.status is LoadStatus.CHECKED
    was = _latest_year(workspace)
    load(workspace, path, source="police")
    now = _latest_year(workspace)
    foreseen = {
        figure.measure: (figure.before.current, figure.after.current) for figure in report.figures
    }
    assert foreseen == {
        label: (was[label][1], now[label][1]) for label in now if now[label] != was[label]
    }
    assert foreseen, kind


def test_a_first_load_changes_nothing_that_is_there(
    workspace: Workspace, tmp_path: Path, before: list[Row]
) -> None:
    report = check_load(workspace, write_csv(tmp_path / "first.csv", before, HEADER))
    assert (report.differences, report.figures) == (None, ())


def test_the_first_category_that_nobody_knows_changes_figures(
    checks: Checks, before: list[Row]
) -> None:
    """Until then nobody could have quoted how many records are not understood."""
    report = checks([*before, ["odd", "15/12/2025", "Zorbing offence", "Luton", ""]])
    assert "Category not known" not in {figure.measure for figure in report.figures}
    assert "All crime" in {figure.measure for figure in report.figures}


def test_corrected_rows_change_figures(
    workspace: Workspace, tmp_path: Path, before: list[Row]
) -> None:
    """They pair with nothing that is there, and are counted all the same."""
    add_partnership(workspace, "Luton", ["Luton"])
    rows = [*before, ["bad", "45/12/2025", THEFT, "Luton", ""]]
    loaded = load(workspace, write_csv(tmp_path / "a.csv", rows, HEADER), source="police")
    assert loaded.rows.rejected == 1
    right = [["bad", "15/12/2025", THEFT, "Luton", "", f"{loaded.extract}/1"]]
    path = write_csv(tmp_path / "right.csv", right, (*HEADER, "Refused row"))
    report = check_load(workspace, path, source="police")
    changed = [(figure.before.current, figure.after.current) for figure in report.figures]
    assert (report.rows.loaded, len(changed) > 0) == (1, True)
    assert all(now == (was or 0) + 1 for was, now in changed if now is not None)


def test_the_command_line_writes_the_differences(
    checks: Checks,
    workspace: Workspace,
    tmp_path: Path,
    before: list[Row],
    capsys: pytest.CaptureFixture[str],
) -> None:
    revised = write_csv(tmp_path / "revised.csv", _revised(before), HEADER)
    store = workspace.store.path
    workspace.store.close()
    command = ["--store", str(store), "load", str(revised), "--source", "police", "--check"]
    for name in ("differences.csv", "differences.xlsx"):
        assert main([*command, "--differences", str(tmp_path / name)]) == 0
    assert "changes: 3 records reclassified" in capsys.readouterr().out
    assert (tmp_path / "differences.csv").read_text(encoding="utf-8-sig").count("\n") == 8
    assert main([*command, "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["differences"]["new"], told["differences"]["withdrawn"]) == (1, 2)
    assert main([*command[:-1], "--differences", "x.csv"]) == 2


@pytest.mark.parametrize("name", ["revised.csv", "store", "notes.csv"])
def test_the_differences_replace_no_file(
    checks: Checks,
    workspace: Workspace,
    tmp_path: Path,
    before: list[Row],
    capsys: pytest.CaptureFixture[str],
    name: str,
) -> None:
    """Neither an extract nor the store nor any other file: the check does not begin."""
    revised = write_csv(tmp_path / "revised.csv", _revised(before), HEADER)
    (tmp_path / "notes.csv").write_text("mine")
    store = workspace.store.path
    workspace.store.close()
    there = store if name == "store" else tmp_path / name
    content = there.read_bytes()
    command = ["--store", str(store), "load", str(revised), "--source", "police", "--check"]
    assert main([*command, "--differences", str(there)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert there.read_bytes() == content


def test_no_differences_are_written_of_a_file_that_was_refused(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = workspace.store.path
    workspace.store.close()
    wrong, out = tmp_path / "wrong.csv", tmp_path / "out.csv"
    wrong.write_text("nothing\n1\n")
    command = ["--store", str(store), "load", str(wrong), "--check", "--differences", str(out)]
    assert main(command) == 2
    assert "was not written" in capsys.readouterr().err
    assert not out.exists()
