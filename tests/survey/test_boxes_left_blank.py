"""Who skipped boxes is in no base, and who ticked none has answered, however tools write it."""

from pathlib import Path

import pytest

from assessment.survey.reading.proposal import Decision, DoubtKind
from assessment.workspace import Workspace
from tests.stored import assert_sound
from tests.survey.loads import Rows, base, counts, faults, loaded, proposed, written

QUESTION = "Which are a problem?"
OPTIONS = ("Burglary", "Litter")
# Four ticked burglary, two of them litter too; two ticked none; three skipped the question.
TICKS = [(1, 1), (1, 1), (1, 0), (1, 0), (0, 0), (0, 0), None, None, None]
SPELLINGS = [
    ("1", "0"),
    ("Yes", "No"),
    ("TRUE", "FALSE"),
    ("Selected", "Not selected"),
    ("checked", "unchecked"),
]


def boxes(yes: str, no: str, ticks: list[tuple[int, int] | None]) -> Rows:
    header = ["ID", "Do you feel safe?", *(f"{QUESTION} - {option}" for option in OPTIONS)]
    cells = [["", ""] if t is None else [yes if ticked else no for ticked in t] for t in ticks]
    return [header, *([str(n), "Yes", *row] for n, row in enumerate(cells))]


def shares(workspace: Workspace) -> tuple[dict[str, int], int]:
    return counts(workspace, "problem"), base(workspace, "problem")


@pytest.mark.parametrize(("yes", "no"), SPELLINGS)
def test_whoever_ticked_none_has_answered_where_others_left_all_blank(
    workspace: Workspace, tmp_path: Path, yes: str, no: str
) -> None:
    path = written(tmp_path, boxes(yes, no, TICKS))
    assert [column.base for column in proposed(workspace, path).columns[1:]] == [9, 6]
    loaded(workspace, path)
    assert shares(workspace) == ({"Burglary": 4, "Litter": 2}, 6)
    assert_sound(workspace)


@pytest.mark.parametrize(("yes", "no"), [*SPELLINGS, ("selected", ""), ("1", "")])
def test_all_spellings_are_one_where_everybody_ticked_something(
    workspace: Workspace, tmp_path: Path, yes: str, no: str
) -> None:
    some = [ticks for ticks in TICKS if ticks != (0, 0)]
    loaded(workspace, written(tmp_path, boxes(yes, no, some)))
    assert shares(workspace) == ({"Burglary": 4, "Litter": 2}, 4)


def test_where_nobody_left_them_blank_a_nought_may_be_either(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Tools write 0 for whoever skipped as well: it is told, and can be said to be an answer."""
    path = written(tmp_path, boxes("1", "0", [ticks for ticks in TICKS if ticks]))
    (doubt,) = (d for d in proposed(workspace, path).doubts if d.kind is DoubtKind.NONE_TICKED)
    assert "2 responses have '0' in every box" in doubt.text
    loaded(workspace, path)
    assert shares(workspace) == ({"Burglary": 4, "Litter": 2}, 4)
    assert doubt.suggestion == Decision(codes={"0": "No"})
    again = loaded(workspace, path, decisions={doubt.header: doubt.suggestion})
    assert shares(workspace) == ({"Burglary": 4, "Litter": 2}, 6)
    assert "in every box" not in " ".join(again.problems)


NOT_ANSWERED = [
    ("Not Answered", ["", "", "Not Answered"], ["Burglary", "", ""]),  # Citizen Space
    ("No reply", ["0", "0", "1"], ["1", "0", "0"]),  # Snap
    ("Question skipped", ["No", "No", "Yes"], ["Yes", "No", "No"]),
]


@pytest.mark.parametrize(("label", "skipped", "ticked"), NOT_ANSWERED)
def test_a_box_for_not_answered_is_no_option(
    workspace: Workspace, tmp_path: Path, label: str, skipped: list[str], ticked: list[str]
) -> None:
    header = ["ID", "Do you feel safe?", *(f"{QUESTION} - {o}" for o in (*OPTIONS, label))]
    said = [skipped] * 3 + [ticked] * 5
    report = loaded(
        workspace,
        written(tmp_path, [header, *([str(n), "Yes", *row] for n, row in enumerate(said))]),
    )
    assert shares(workspace) == ({"Burglary": 5, "Litter": 0}, 5)
    assert any(f"'{label}' was read as: no answer was given" in p for p in report.problems)
    assert_sound(workspace)


def test_a_row_of_a_grid_is_a_question_whatever_it_is_called(
    workspace: Workspace, tmp_path: Path
) -> None:
    header = ["ID", *(f"How satisfied: {row}" for row in ("Police", "No reply"))]
    rows = [[str(n), "Very satisfied", "Fairly satisfied"] for n in range(6)]
    path = written(tmp_path, [header, *rows])
    assert [column.base for column in proposed(workspace, path).columns[1:]] == [6, 6]


def test_only_those_who_said_so_are_left_out(workspace: Workspace, tmp_path: Path) -> None:
    """Whoever ticked something beside "Not answered" ticked it."""
    header = ["ID", "Safe?", *(f"{QUESTION} - {o}" for o in (*OPTIONS, "Not answered"))]
    rows = [["1", "Yes", "1", "0", "1"], ["2", "Yes", "0", "0", "1"], ["3", "Yes", "0", "0", "0"]]
    loaded(workspace, written(tmp_path, [header, *rows]))
    # The third is no longer one of many who may have skipped: the second says what skipping is.
    assert shares(workspace) == ({"Burglary": 1, "Litter": 0}, 2)


def test_boxes_that_hold_nothing_are_refused(workspace: Workspace, tmp_path: Path) -> None:
    header = ["ID", *(f"{QUESTION} - {o}" for o in ("Burglary", "Not answered"))]
    path = written(tmp_path, [header, ["1", "", "Yes"], ["2", "", "Yes"]])
    assert "Every answer is blank" in faults(workspace, path)
