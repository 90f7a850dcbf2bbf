"""What people write beside boxes is no box, and "Other" is one option of however many columns."""

from pathlib import Path

import pytest

from assessment.survey.questionnaire import QuestionKind
from assessment.survey.reading.proposal import DoubtKind, Use
from assessment.workspace import Workspace
from tests.stored import assert_sound
from tests.survey.loads import base, counts, loaded, proposed, written

ASKED = "Which are a problem?"
WRITTEN = ["Mopeds at night", "", "Parking by the school", "", "Mopeds at night", ""]
TICKED = [("Burglary", ""), ("Burglary", "Litter"), ("", "Litter"), ("", ""), ("", "Litter")]
TICKED += [("Burglary", "Litter")]


@pytest.mark.parametrize("label", ["Please give details", "Why is that?", "Comments"])
def test_words_among_boxes_are_a_question_of_their_own(
    workspace: Workspace, tmp_path: Path, label: str
) -> None:
    """As Citizen Space puts them; the boxes were read as questions that everybody answered."""
    header = ["ID", "Safe?", *(f"{ASKED} - {o}" for o in ("Burglary", "Litter", label))]
    said = zip(TICKED * 3, WRITTEN * 3, strict=True)
    rows = [[str(n), "Yes", *ticks, words] for n, (ticks, words) in enumerate(said)]
    path = written(tmp_path, [header, *rows])
    (_, _, boxes, words) = proposed(workspace, path).columns
    assert (boxes.kind, words.kind) == (QuestionKind.MULTIPLE, QuestionKind.TEXT)
    assert words.header == f"{ASKED}: {label}"
    loaded(workspace, path)
    assert counts(workspace, "problem") == {"Burglary": 9, "Litter": 12}
    assert base(workspace, "problem") == 15
    assert_sound(workspace)


@pytest.mark.parametrize("tick", ["Other (please specify)", "Yes", "1"])
def test_other_and_what_was_written_for_it_are_one_option(
    workspace: Workspace, tmp_path: Path, tick: str
) -> None:
    """As SmartSurvey writes them; one wrote without ticking the box."""
    other = "Other (please specify)"
    labels = ("Burglary", other, f"{other}: Comments")
    header = ["ID", "Safe?", *(f"{ASKED} - {label}" for label in labels)]
    rows = [["Yes", tick, "Mopeds at night"]] * 3 + [["Yes", "", ""]] * 4
    rows += [["", tick, ""], ["", "", "Parking by the school"]]
    path = written(tmp_path, [header, *([str(n), "Yes", *row] for n, row in enumerate(rows))])
    boxes = proposed(workspace, path).columns[2]
    assert {option.label: option.n for option in boxes.options} == {"Burglary": 7, other: 5}
    loaded(workspace, path)
    assert counts(workspace, "problem") == {"Burglary": 7, other: 5}
    assert base(workspace, "problem") == 9
    assert_sound(workspace)


def test_what_was_written_for_other_is_no_list_of_options(
    workspace: Workspace, tmp_path: Path
) -> None:
    """As Engagement HQ writes it, under the question's words with "(Other)" behind."""
    header = ["ID", ASKED, f"{ASKED} (Other)"]
    rows = [["Burglary", ""], ["Other", "Mopeds"], ["Other", "Mopeds"], ["Other", "Parking"]] * 4
    path = written(tmp_path, [header, *([str(n), *row] for n, row in enumerate(rows))])
    assert proposed(workspace, path).columns[2].kind is QuestionKind.TEXT


def test_a_box_alone_is_asked_about(workspace: Workspace, tmp_path: Path) -> None:
    """One that says its own name stands apart from a grid: 100% of itself is no share."""
    header = ["ID", "Problem - Litter", "Problem - How often?", "Problem - Since when?"]
    rows = [[str(n), "Litter" if n % 2 else "", "Daily", "This year"] for n in range(12)]
    path = written(tmp_path, [header, *rows])
    doubts = [d for d in proposed(workspace, path).doubts if d.kind is DoubtKind.ONE_ANSWER]
    assert [doubt.blocks for doubt in doubts if doubt.header == "Problem: Litter"] == [True]


def test_tools_own_columns(workspace: Workspace, tmp_path: Path) -> None:
    header = ["ID", "Login (Screenname)", "Submission type", "Safe?"]
    path = written(tmp_path, [header, *([str(n), f"user{n}", "Web", "Yes"] for n in range(6))])
    uses = {column.header: column.use for column in proposed(workspace, path).columns}
    assert uses["Login (Screenname)"] is Use.PERSONAL
    assert uses["Submission type"] is Use.ADMINISTRATIVE
