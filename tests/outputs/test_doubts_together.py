"""Doubts that are alike are one thing to decide, for all the questions that they are about."""

import random
from pathlib import Path

import pytest

from assessment.outputs.survey.doubts_together import following, to_decide, together
from assessment.survey.reading.proposal import Decision, Doubt, DoubtKind
from assessment.survey.waves.export_check import propose
from assessment.workspace import Workspace
from tests.survey.loads import SURVEY, written

RECODE = Decision(codes={"1": "Yes"})


def codes(header: str, *answers: str, suggestion: Decision | None = None) -> Doubt:
    return Doubt(header, DoubtKind.CODES, "?", True, answers, suggestion)


@pytest.mark.parametrize(
    ("doubts", "headers", "why"),
    [
        ([codes("a", "1", "2", "3"), codes("b", "3", "1", "2")], [("a", "b")], "in any order"),
        (
            [codes("a", "1", "2", "3"), codes("b", "1", "2", "3", "4")],
            [("b", "a")],
            "nobody gave 4 in a",
        ),
        (
            [codes("a", "1", "2"), codes("b", "1", "2", "3", "4")],
            [("a",), ("b",)],
            "1 and 2 may be yes and no",
        ),
        (
            [codes("a", "1", "2", "3"), codes("b", "1", "2", "3", suggestion=RECODE)],
            [("a",), ("b",)],
            "one has a list",
        ),
        (
            [Doubt(header, DoubtKind.REWORDED, "?", False) for header in "ab"],
            [("a",), ("b",)],
            "each is about its own question",
        ),
    ],
)
def test_what_is_decided_together(
    doubts: list[Doubt], headers: list[tuple[str, ...]], why: str
) -> None:
    assert [same.headers for same in together(doubts)] == headers, why


def test_what_stands_with_a_reworded_question_is_settled_with_it() -> None:
    likely = Decision(same_as="problem")
    named = [
        Doubt(header, kind, "What is it?", False, (), likely)
        for header, kind in (
            ("5. Problems?", DoubtKind.REWORDED),
            ("5. Problems?: Other (in their own words)", DoubtKind.REWORDED),
            ("6. Priorities?", DoubtKind.REWORDED),  # another question
            ("5. Problems?: Litter", DoubtKind.MISSPELT),  # another doubt
        )
    ]
    assert following(named[0], named) == [named[1]]
    assert following(named[3], named) == []


def test_what_is_the_same_of_several_questions_is_asked_once() -> None:
    likely = Decision(not_asked=("-9",))
    doubts = [
        Doubt(header, DoubtKind.NOT_ASKED, "What is -9?", True, answers, likely)
        for header, answers in (("Safe?", ("-9",)), ("Clean?", ("-9",)), ("Quiet?", ("-8",)))
    ]
    assert [same.headers for same in together(doubts)] == [("Safe?", "Clean?"), ("Quiet?",)]


def test_seventy_seven_questions_in_one_code_are_one_decision(
    workspace: Workspace, tmp_path: Path
) -> None:
    chance = random.Random(1)  # noqa: S311 (answers, not secrets)
    header = ["ID", *(f"Q{n}. How good is service {n}?" for n in range(1, 78))]
    rows = [[str(n), *(str(chance.randint(1, 7)) for _ in range(77))] for n in range(20)]
    proposal = propose(workspace, written(tmp_path, [header, *rows]), survey=SURVEY)
    (same,) = (same for same in to_decide(proposal) if same.doubt.blocks)
    assert len(same.headers) == 77
