"""What could find a person, or is in somebody's own words, never becomes the label of an answer."""

from pathlib import Path

import pytest

from assessment.survey import Decision, QuestionKind, Use
from assessment.workspace import Workspace
from tests.stored import stored
from tests.survey.loads import column, counts, loaded, proposed, written

WARD = "Which ward do you live in?"
OTHER = "Other (in their own words)"


def test_a_few_postcodes_among_wards(workspace: Workspace, tmp_path: Path) -> None:
    said = ["River"] * 60 + ["Strood"] * 30 + ["ME7 1AB", "ME7 2AB", "x@example.org"]
    loaded(workspace, written(tmp_path, column(WARD, *said)))
    assert counts(workspace, "ward") == {"River": 60, "Strood": 30, OTHER: 3}


def test_even_where_few_answered(workspace: Workspace, tmp_path: Path) -> None:
    said = ["River"] * 6 + ["ME7 1AB"]
    loaded(workspace, written(tmp_path, column(WARD, *said)))
    assert counts(workspace, "ward") == {"River": 6, OTHER: 1}


def test_a_column_of_postcodes_is_used_only_where_somebody_says_so(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = written(tmp_path, [["ID", "Where?", "Safe?"], ["1", "ME7 1AB", "Yes"]])
    assert proposed(workspace, path).columns[1].use is Use.PERSONAL
    kept = {"Where?": Decision(kind=QuestionKind.TEXT, leave_out=False)}
    assert proposed(workspace, path, **kept).columns[1].use is Use.QUESTION


def test_a_reading_that_is_remembered_lets_no_postcodes_in(
    workspace: Workspace, tmp_path: Path
) -> None:
    loaded(workspace, written(tmp_path, column(WARD, *["River", "Strood"] * 5)))
    rows = [["ID", WARD, "Safe?"], *([str(n), f"ME7 {n}AB", "Yes"] for n in range(9))]
    path = written(tmp_path, rows, "next.csv")
    assert proposed(workspace, path).columns[1].use is Use.PERSONAL


@pytest.mark.parametrize("people", [12, 120, 190])  # more different things than options have
def test_what_everybody_put_in_another_way(
    workspace: Workspace, tmp_path: Path, people: int
) -> None:
    said = [f"Jane at number {n}" for n in range(people)]
    found = proposed(workspace, written(tmp_path, column("Your biggest worry?", *said))).columns[1]
    assert (found.kind, found.options) == (QuestionKind.TEXT, ())


def test_three_things_that_people_write(workspace: Workspace, tmp_path: Path) -> None:
    """Numbered places of free text are no ranking: its options would be what people wrote."""
    asked = "Name three things that would help"
    rows = [["ID", *(f"{asked} [{n}]" for n in (1, 2, 3))]]
    rows += [[str(n), f"Jane at {n}", f"Lights by {n}", f"Talk to {n}"] for n in range(40)]
    report = loaded(workspace, written(tmp_path, rows))
    assert [question.kind for question in report.questions] == [QuestionKind.TEXT] * 3
    assert stored(workspace, "FROM survey_option").empty
