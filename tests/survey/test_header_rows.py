"""Rows below the header that ask, offer or instruct: none of them is a person."""

from pathlib import Path

import pytest

from assessment.workspace import Workspace
from tests.survey.loads import WAVE, Rows, counts, loaded, proposed, written

SAFE = "How safe do you feel after dark in your area?"
PROBLEMS = "Which are problems?"
COMMENTS = "Any comments?"
ANSWERS = [
    ("Very safe", "Burglary", "", "mend the lights"),
    ("Fairly safe", "Burglary", "Litter", ""),
    ("Very unsafe", "", "Litter", "too many cars"),
    ("Very safe", "Burglary", "", ""),
]
# As tools and people head the same answers: rows above them, and the wording of the first question.
OF_TOOL = [["Respondent ID", "End Date"], ["", ""], ["", ""], ["", ""]]
QUESTIONS = [SAFE, PROBLEMS, "", COMMENTS]
BOXES = ["", "Burglary", "Litter", ""]
HEADS: dict[str, list[list[str]]] = {
    "an instruction for a comment": [QUESTIONS, ["", *BOXES[1:3], "Please write in here"]],
    "a long one": [QUESTIONS, ["", *BOXES[1:3], "Keep it short. Thank you for taking part!"]],
    "an instruction for a choice": [QUESTIONS, ["Please choose one only", *BOXES[1:]]],
    "sections above": [["Safety", "Problems", "", "More"], QUESTIONS, BOXES],
    "questions below codes": [["q1", "q2", "", "q3"], QUESTIONS, BOXES],
    "instructions below options": [QUESTIONS, ["", *BOXES[1:3], ""], ["Choose one", "", "", ""]],
}


def export(head: list[list[str]], *, numbered: bool = True) -> Rows:
    tool = OF_TOOL if numbered else [[]] * 4
    body = [
        [*([str(n), f"0{n}/05/2025 10:00"] if numbered else []), *row]
        for n, row in enumerate(ANSWERS * 2, 1)
    ]
    return [*([*tool[at], *row] for at, row in enumerate(head)), *body]


@pytest.mark.parametrize("head", HEADS)
def test_no_row_of_a_header_is_a_person(workspace: Workspace, tmp_path: Path, head: str) -> None:
    path = written(tmp_path, export(HEADS[head]))
    proposal = proposed(workspace, path)
    assert proposal.respondents == 8
    asked = {c.wording: c.base for c in proposal.columns if c.kind}
    assert asked == {SAFE: 8, PROBLEMS: 8, COMMENTS: 4}
    report = loaded(workspace, path)
    assert counts(workspace, "safe-after-dark") == {
        "Very safe": 4,
        "Fairly safe": 2,
        "Very unsafe": 2,
    }
    assert counts(workspace, "problem", WAVE) == {"Burglary": 6, "Litter": 4}
    assert any("read as part of the header" in said for said in report.problems)


@pytest.mark.parametrize("told", ["Please choose one only", "(select one)"])
def test_an_instruction_is_no_person_without_numbers_and_times(
    workspace: Workspace, tmp_path: Path, told: str
) -> None:
    path = written(tmp_path, export([QUESTIONS, [told, *BOXES[1:]]], numbered=False))
    assert proposed(workspace, path).respondents == 8


@pytest.mark.parametrize("ends", ["0 = not safe; 10 = very safe", "0 - Not safe 10 - Very safe"])
def test_what_numbers_stand_for_below_a_question_belongs_to_it(
    workspace: Workspace, tmp_path: Path, ends: str
) -> None:
    head = [["Respondent ID", "End Date", "How safe do you feel? (0-10)"], ["", "", ends]]
    rows = [[str(n), f"0{n}/05/2025 10:00", str(n)] for n in range(1, 9)]
    (asked,) = (c for c in proposed(workspace, written(tmp_path, [*head, *rows])).columns if c.kind)
    assert (asked.kind, asked.base) == ("number", 8)
    assert asked.wording == f"How safe do you feel? (0-10) ({ends})"


@pytest.mark.parametrize(
    "first",
    [
        ["", "", "Very safe", "Burglary", "Litter", "please mend the lights"],
        ["", "", "Very safe", "", "", ""],
    ],
)
def test_a_person_without_number_and_time_is_one(
    workspace: Workspace, tmp_path: Path, first: list[str]
) -> None:
    """Others give the same answer: no header does."""
    rows = export([QUESTIONS, BOXES])
    path = written(tmp_path, [*rows[:2], first, *rows[2:]])
    assert proposed(workspace, path).respondents == 9


def test_a_row_of_totals_is_no_person(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, [*export([QUESTIONS, BOXES]), ["Total", "", "8", "6", "4", ""]])
    assert proposed(workspace, path).respondents == 8
