"""Months that an analyst says a file answers for: also without rows, and never beyond them."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from assessment.errors import InvalidRequest, UploadRefused
from assessment.intake.categories.category_meanings import map_categories
from assessment.intake.coverage.said_months import said_months
from assessment.intake.extract_loading import load
from assessment.intake.extract_undo import undo_load
from assessment.intake.file_choices import FileChoices
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.intake.mapping.categories.said_meanings import CategoryMeaning
from assessment.intake.recipes.recipe_file import recipe_as_toml
from assessment.intake.recipes.recipe_store import saved_recipe
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.intake.recipes.conftest import HEADER, crimes

TODAY = date(2025, 12, 15)
COVERAGE = (
    "SELECT DISTINCT month FROM coverage WHERE NOT partial AND area = 'Rochford' ORDER BY ALL"
)

Sends = Callable[..., LoadReport]


@pytest.fixture
def sends(workspace: Workspace, tmp_path: Path) -> Sends:
    """Load some months of crimes, saying which the file answers for."""

    def send(
        months: Sequence[int], covers: str | None, name: str = "a.csv", **options: object
    ) -> LoadReport:
        rows = [row for month in months for row in crimes(month)]
        path = write_csv(tmp_path / name, rows, HEADER)
        choices = FileChoices(covers=covers)
        return load(workspace, path, source="essex", choices=choices, **options)  # type: ignore[arg-type]

    return send


def covered(workspace: Workspace) -> list[int]:
    with workspace.store.trying() as writer:
        return [month.month for (month,) in writer._cursor.execute(COVERAGE).fetchall()]


READ = [
    (None, ()),
    (" ", ()),
    ("2025-10", (10,)),
    ("2025-11,2025-10, 2025-11", (10, 11)),
    ("2025-08..2025-10,2025-06", (6, 8, 9, 10)),
]


@pytest.mark.parametrize(("said", "months"), READ)
def test_months_are_read(said: str | None, months: tuple[int, ...]) -> None:
    assert said_months(said, TODAY) == tuple(date(2025, month, 1) for month in months)


WRONG = [
    ("October", "'October' is not a month"),
    ("2025-10..", "'' is not a month"),
    ("2025-10,,2025-11", "'' is not a month"),
    ("2025-10..2025-08", "'2025-10..2025-08' ends before it begins"),
    ("2025-12", "December 2025: not over yet"),
    ("2025-11..2026-02", "not over yet, so no file can answer"),
    ("1925-01..2025-01", "is more than 240 months"),
]


@pytest.mark.parametrize(("said", "why"), WRONG)
def test_what_are_no_months_is_refused(said: str, why: str) -> None:
    with pytest.raises(InvalidRequest, match=why.replace(".", r"\.")):
        said_months(said, TODAY)


def test_a_month_without_a_row_is_covered_once_that_is_said(
    workspace: Workspace, sends: Sends
) -> None:
    without = sends([1, 3], None, dry_run=True)
    assert any(
        "no rows for February 2025: that is treated as missing" in p for p in without.problems
    )
    report = sends([1, 3], "2025-01..2025-04")
    assert report.months == ("2025-01", "2025-02", "2025-03", "2025-04")
    assert any(
        "It has no row of February 2025 and April 2025: that counts as none." in problem
        for problem in report.problems
    )
    assert covered(workspace) == [1, 2, 3, 4]


def test_a_month_with_few_rows_is_whole_once_that_is_said(
    workspace: Workspace, tmp_path: Path
) -> None:
    cut = [row for row in crimes(3) if row[2] < "06"]
    path = write_csv(
        tmp_path / "cut.csv", [*crimes(1), *crimes(2), *crimes(1, prefix="x"), *cut], HEADER
    )
    load(workspace, path, source="cut")
    assert covered(workspace) == [1, 2]
    load(workspace, path, source="cut", choices=FileChoices(covers="2025-01..2025-03"))
    assert covered(workspace) == [1, 2, 3]


def test_a_month_far_below_what_is_usual_stays_doubtful(sends: Sends) -> None:
    report = sends([1, 2, 3, 4, 6, 7, 8, 9], "2025-01..2025-09")
    told = "\n".join(report.problems)
    assert "It has no row of May 2025: that counts as none." in told
    assert "Far fewer offences of Rochford than usual in May 2025" in told


def test_rows_of_other_months_are_refused(workspace: Workspace, sends: Sends) -> None:
    with pytest.raises(UploadRefused, match=r"rows of March 2025\. Say all the months"):
        sends([1, 2, 3], "2025-01,2025-02")
    assert covered(workspace) == []


def test_the_same_file_can_be_said_to_answer_for_more(workspace: Workspace, sends: Sends) -> None:
    sends([1], None)
    again = sends([1], "2025-01..2025-02")
    assert (again.status, again.rows.unchanged) == (LoadStatus.LOADED, 28)
    assert covered(workspace) == [1, 2]
    assert sends([1], "2025-01,2025-02").status is LoadStatus.UNCHANGED
    undo_load(workspace, again.extract or 0)
    assert covered(workspace) == [1]


def test_what_stood_in_a_month_that_is_said_to_have_none_is_withdrawn(
    workspace: Workspace, sends: Sends
) -> None:
    sends([1, 2], None)
    report = sends([1], "2025-01..2025-02", "b.csv")
    assert (report.rows.unchanged, report.rows.withdrawn) == (28, 28)


def test_a_category_that_means_something_else_leaves_the_months_as_said(
    workspace: Workspace, sends: Sends
) -> None:
    sends([1, 3], "2025-01..2025-04")
    map_categories(workspace, [CategoryMeaning("essex", "Arson", "burglary")])
    assert covered(workspace) == [1, 2, 3, 4]


def test_no_recipe_keeps_the_months(workspace: Workspace, sends: Sends) -> None:
    sends([1], "2025-01..2025-02")
    assert saved_recipe(workspace, "essex").choices.covers is None
    assert "2025-02" not in recipe_as_toml(saved_recipe(workspace, "essex"))
    assert sends([3], None, "c.csv").months == ("2025-03",)


def test_counts_say_themselves_what_they_are_of(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["Rochford", "Burglary", "2025-01", "12"]]
    path = write_csv(
        tmp_path / "n.csv", rows, ["District", "Offence", "Month", "Number of offences"]
    )
    with pytest.raises(UploadRefused, match="it holds counts"):
        load(workspace, path, source="n", choices=FileChoices(covers="2025-01"))
