"""Who was asked a question: told by what an export says, or by who went on to answer it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.survey.questionnaire import OWN_WORDS
from assessment.survey.reading.proposal import EVERY_COLUMN, ColumnReading, Decision, DoubtKind
from assessment.survey.waves.export_check import propose
from assessment.workspace import Workspace
from tests.properties import examples
from tests.survey.loads import SURVEY, Rows, base, faults, loaded, written

VICTIM, SATISFIED = "Have you been a victim?", "How satisfied were you?"
LED = f"who answered “Yes” to “{VICTIM}”"


def export(yes: str, others: str, *, asked: int = 12, unasked: int = 20) -> Rows:
    """An export in which those who said Yes say one thing, and the others another."""
    header = ["Respondent ID", VICTIM, SATISFIED]
    rows = [["Yes", yes] for _ in range(asked)] + [["No", others] for _ in range(unasked)]
    return [header, *([str(n), *row] for n, row in enumerate(rows))]


def question(workspace: Workspace, path: Path, **decided: Decision) -> ColumnReading:
    proposal = propose(workspace, path, survey=SURVEY, decisions=decided)
    return next(column for column in proposal.columns if column.header == SATISFIED)


@pytest.mark.parametrize(
    "silence",
    ["", "#NULL!", "Question skipped", "Not applicable - question skipped", "N/A", "-9", "-99"],
)
def test_a_route_is_seen_whatever_stands_for_it(
    workspace: Workspace, tmp_path: Path, silence: str
) -> None:
    asked = question(workspace, written(tmp_path, export("Very satisfied", silence)))
    assert (asked.base, asked.asked, asked.asked_of) == (12, 12, LED)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (export("Very satisfied", "", unasked=7), "seven blanks may be chance"),
        (export("Very satisfied", "Very dissatisfied"), "everybody answered"),
        ([*export("Very satisfied", ""), ["x", "No", "Very satisfied"]], "one who said No went on"),
    ],
)
def test_what_is_no_route(workspace: Workspace, tmp_path: Path, rows: Rows, why: str) -> None:
    assert question(workspace, written(tmp_path, rows)).asked is None, why


def test_what_one_person_wrote_is_not_told_of_who_was_asked(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [*export("Very satisfied", ""), ["x", "Yes - ring me on 07700 900123", "Satisfied"]]
    asked = question(workspace, written(tmp_path, rows))
    assert asked.asked == 13
    assert asked.asked_of == f"who answered “Yes” or “{OWN_WORDS}” to “{VICTIM}”"


def test_not_applicable_that_those_who_were_asked_say_too_is_an_answer(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [*export("Very satisfied", "N/A"), ["x", "Yes", "N/A"]]
    asked = question(workspace, written(tmp_path, rows))
    assert (asked.base, asked.asked) == (33, None)


def test_what_was_taken_for_a_silence_can_be_an_answer(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = written(tmp_path, export("Very satisfied", "N/A"))
    (told,) = [d for d in question(workspace, path).doubts if d.kind is DoubtKind.NOT_ASKED]
    assert told.suggestion is not None
    assert question(workspace, path, **{SATISFIED: told.suggestion}).base == 32


def test_those_asked_who_left_it_blank_are_asked(workspace: Workspace, tmp_path: Path) -> None:
    rows = [*export("Very satisfied", ""), ["x", "Yes", ""]]
    asked = question(workspace, written(tmp_path, rows))
    assert (asked.base, asked.asked) == (12, 13)


def test_any_value_can_be_called_not_asked_and_is_remembered(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = export("Very satisfied", "Ward 9", unasked=3)
    path = written(tmp_path, rows)
    loaded(workspace, path, decisions={SATISFIED: Decision(not_asked=("Ward 9",))})
    assert base(workspace, "satisfied-were") == 12
    assert question(workspace, path).asked == 12


def test_a_code_among_words_is_asked_about(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, [*export("Very satisfied", "-8", unasked=3), ["x", "Yes", "-8"]])
    assert "-8 (4 answers) stands among answers in words" in faults(workspace, path)
    loaded(workspace, path, decisions={EVERY_COLUMN: Decision(not_asked=("-8",))})
    assert base(workspace, "satisfied-were") == 12


@settings(max_examples=examples(15), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(["Yes", "No", ""]), st.sampled_from(["Very satisfied", ""])),
        min_size=1,
        max_size=40,
    )
)
def test_nobody_who_answered_was_not_asked(
    workspace: Workspace, tmp_path: Path, said: list[tuple[str, str]]
) -> None:
    """Whatever is left blank, at least as many were asked as answered."""
    rows = [["Respondent ID", VICTIM, SATISFIED], *([str(n), *a] for n, a in enumerate(said))]
    path = written(tmp_path, [*rows, ["x", "Yes", "Very satisfied"]])
    proposal = propose(workspace, path, survey=SURVEY)
    for column in proposal.columns:
        assert column.asked is None or column.base <= column.asked <= proposal.respondents
