"""Which rows are somebody's answers: two people are two, and one response twice is one."""

from pathlib import Path

import pytest

from assessment.survey.reading.proposal import Decision
from assessment.survey.waves.export_check import propose
from assessment.workspace import Workspace
from tests.stored import assert_sound
from tests.survey.loads import SURVEY, Rows, base, column, counts, loaded, proposed, written

LONG = [f"Q{n}" for n in range(8)]
AT = "02/09/2023 10:15"

RESPONSES = [
    # header, rows, who counts, how many repeat, how many are namesakes, why
    (["ID", "Safe?"], [["1", "Yes"], ["1", "Yes"], ["2", "No"]], 2, 1, 0, "one response twice"),
    (
        ["ID", "Safe?", "Clean?"],
        [["1", "Yes", ""], ["1", "Yes", "No"], ["2", "No", ""]],
        2,
        1,
        0,
        "the fullest counts, and the one that it completes does not",
    ),
    (
        ["ID", "Safe?"],
        [["1", "Yes"], ["1", "No"], ["2", "No"], ["3", "Yes"], ["3", "Yes"]],
        4,
        1,
        1,
        "one number and other answers: another person",
    ),
    (
        ["No", "Safe?", "Ward?"],
        [
            ["1", "Yes", "A"],
            ["2", "No", "B"],
            ["3", "No", "A"],
            ["1", "No", "B"],
            ["2", "Yes", "B"],
            ["3", "No", "A"],
        ],
        6,
        0,
        2,
        "two interviewers numbered from 1, and two people of one number agree by chance",
    ),
    (
        ["ID", "Submitted", "Safe?", "Clean?"],
        [[str(n), AT, "Yes", "Yes"] for n in range(5)],
        5,
        0,
        0,
        "a few answers in one minute, at an event: people agree",
    ),
    (
        ["ID", "Submitted", *LONG],
        [[str(n), AT, *(["Yes", "No"] * 4)] for n in range(2)],
        1,
        1,
        0,
        "so many answers alike in one minute are no chance",
    ),
    (
        ["ID", "Submitted", "Safe?", "Clean?", "Quiet?"],
        [[str(n), f"{AT}:07", "Yes", "No", "No"] for n in range(2)],
        1,
        1,
        0,
        "nor are fewer in one second",
    ),
    (
        ["ID", "Submitted", *LONG],
        [[str(n), f"{AT}:07", *(["Yes", "No"] * 4)] for n in range(6)],
        6,
        0,
        0,
        "one time for most: it says when paper forms were typed in",
    ),
]


@pytest.mark.parametrize(("header", "rows", "people", "repeated", "namesakes", "why"), RESPONSES)
def test_responses(
    workspace: Workspace,
    tmp_path: Path,
    header: list[str],
    rows: Rows,
    people: int,
    repeated: int,
    namesakes: int,
    why: str,
) -> None:
    proposal = propose(workspace, written(tmp_path, [header, *rows]), survey=SURVEY)
    assert (proposal.respondents, proposal.left_out.repeated) == (people, repeated), why
    assert proposal.left_out.namesakes == namesakes, why


def test_namesakes_are_told(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["ID", "Safe?"], ["1", "Yes"], ["1", "No"], ["2", "No"], ["3", "Yes"], ["3", "Yes"]]
    said = loaded(workspace, written(tmp_path, rows)).problems
    assert any("1 response has the number of another and other answers" in each for each in said)


def test_partial_responses_that_say_nothing_are_not_kept(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [["ID", "Status", "Safe?"], *([str(n), "Partial", "Yes" * (n < 4)] for n in range(20))]
    left_out = proposed(workspace, written(tmp_path, rows)).left_out
    assert (left_out.unanswered, left_out.partial) == (16, 4)


def test_whoever_says_no_to_all_has_answered(workspace: Workspace, tmp_path: Path) -> None:
    """Else ten victims of burglary would be all of those who answered, and not one in ten."""
    wording = "Have you been a victim of"
    rows = [["ID", f"{wording}: burglary", f"{wording}: theft"]]
    rows += [[str(n), "Yes" if n < 10 else "No", "Yes" if n < 5 else "No"] for n in range(100)]
    rows += [["100", "", ""]]
    assert proposed(workspace, written(tmp_path, rows)).columns[1].base == 100
    loaded(workspace, written(tmp_path, rows))
    assert counts(workspace, "experience") == {"burglary": 10, "theft": 5}
    assert base(workspace, "experience") == 100


def test_a_box_that_was_left_alone_is_no_answer(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["ID", "Problems [Drugs]", "Problems [Litter]", "Safe?"]]
    rows += [["1", "1", "0", "Yes"], ["2", "0", "0", "Yes"]]
    loaded(workspace, written(tmp_path, rows))
    assert base(workspace, "problem") == 1


def test_an_option_counts_once_however_it_was_given(workspace: Workspace, tmp_path: Path) -> None:
    answers = ["Drugs;Drugs;Litter;", "drugs;DRUGS;", "Litter;", ";", ""]
    rows = column("Which are problems?", *answers)
    rows[0].append("Safe?")
    loaded(workspace, written(tmp_path, [rows[0], *([*row, "Yes"] for row in rows[1:])]))
    assert counts(workspace, "problem") == {"Drugs": 2, "Litter": 2}
    assert base(workspace, "problem") == 3  # a separator alone is no answer
    assert_sound(workspace)


def test_boxes_that_are_one_option_count_once(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["ID", "Problems [Drugs]", "Problems [Drug use]", "Problems [Litter]"]]
    rows += [["1", "Yes", "Yes", ""], ["2", "", "Yes", "Yes"], ["3", "Yes", "", ""]]
    merged = {"Problems": Decision(merges={"Drug use": "Drugs"})}
    loaded(workspace, written(tmp_path, rows), decisions=merged)
    assert counts(workspace, "problem") == {"Drugs": 3, "Litter": 1}
    assert base(workspace, "problem") == 3
    assert_sound(workspace)


@pytest.mark.parametrize(
    ("column", "said", "partial", "why"),
    [
        ("Completion status", "Incomplete", 1, "in words"),
        ("Complete", "No", 1, "SmartSurvey asks whether it was completed"),
        ("Finished", "False", 1, "and Qualtrics whether it was finished"),
        ("Finished", "True", 0, "it was"),
        ("Happy?", "No", 0, "an answer"),
    ],
)
def test_what_says_that_a_response_is_partial(
    workspace: Workspace, tmp_path: Path, column: str, said: str, partial: int, why: str
) -> None:
    rows = [["ID", column, "Safe?"], ["1", said, "Yes"], ["2", "Yes", "No"]]
    assert proposed(workspace, written(tmp_path, rows)).left_out.partial == partial, why
