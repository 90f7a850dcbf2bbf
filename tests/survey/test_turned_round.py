"""What a code, a heading or a statement turns round is not read as its opposite."""

from pathlib import Path

import pytest

from assessment.survey.questionnaire import Concept
from assessment.survey.reading.export.column_uses import use_by_name
from assessment.survey.reading.proposal import Use
from assessment.survey.summaries.wave_summary import summary
from assessment.workspace import Workspace
from tests.survey.loads import column, loaded, proposed, times, written

VICTIM = "Have you been a victim of crime in the last 12 months?"
POLICE, COUNCIL = "What did you do? [Told the police]", "What did you do? [Told the council]"
AGREE = times(Strongly_agree=20, Agree=20, Disagree=10, Strongly_disagree=10)


@pytest.mark.parametrize(
    ("yes", "no"), [("Yes", "No"), ("1", "0"), ("TRUE", "FALSE")], ids=["words", "codes", "true"]
)
def test_minus_one_in_a_box_is_no_tick(
    workspace: Workspace, tmp_path: Path, yes: str, no: str
) -> None:
    asked = [(yes, no)] * 12 + [(no, yes)] * 8
    rows = [["Respondent ID", VICTIM, POLICE, COUNCIL]]
    rows += [[str(n), "Yes", *boxes] for n, boxes in enumerate(asked, 1)]
    rows += [[str(n), "No", "-1", "-1"] for n in range(21, 61)]
    loaded(workspace, written(tmp_path, rows))
    told = {
        row.option: (row.count, row.base)
        for row in summary(workspace, "online-2023").rows
        if row.option.startswith("Told")
    }
    assert told == {"Told the police": (12, 20), "Told the council": (8, 20)}


@pytest.mark.parametrize(
    "heading",
    [
        *("Contributor", "Contributor Name", "Contributor Details", "User", "Signed"),
        *("Name of respondent", "Name of your neighbour", "Enw / Name", "Who are you?"),
    ],
)
def test_headings_of_people_are_left_out(heading: str) -> None:
    assert use_by_name(heading) is Use.PERSONAL


@pytest.mark.parametrize(
    "question",
    [
        "Which contributors to crime worry you most?",
        "Are you a user of the town centre?",
        "Name one thing that would make you feel safer",
    ],
)
def test_questions_that_mention_people_are_questions(question: str) -> None:
    assert use_by_name(question) is None


@pytest.mark.parametrize(
    ("statement", "concept"),
    [
        ("I feel safe in my area after dark", Concept.SAFE_AFTER_DARK),
        ("I feel unsafe in my area after dark", Concept.OTHER),
        ("I would not feel safe in my area after dark", Concept.OTHER),
        ("I am afraid to walk alone in my area after dark", Concept.OTHER),
    ],
)
def test_agreeing_with_a_statement_turned_round_is_not_told_as_feeling_safe(
    workspace: Workspace, tmp_path: Path, statement: str, concept: Concept
) -> None:
    found = proposed(workspace, written(tmp_path, column(statement, *AGREE)))
    (question,) = [each for each in found.columns if each.scale]
    assert question.scale == "agreement"
    assert question.concept is concept
