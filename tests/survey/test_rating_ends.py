"""Ratings whose ends are named belong to their numbers: the mean is over all of them."""

from pathlib import Path
from statistics import mean

import pytest

from assessment.survey.questionnaire import QuestionKind
from assessment.survey.reading.proposal import Decision
from assessment.survey.summaries.wave_summary import summary
from assessment.workspace import Workspace
from tests.survey.exports import workbook
from tests.survey.loads import base, column, counts, faults, loaded, proposed, values, written

RATED = [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 10, 0, 7, 7]
WORDINGS = [
    "On a scale of 0 (not at all safe) to 10 (very safe), how safe do you feel?",
    "How safe do you feel, where 0 is not at all safe and 10 is very safe?",
    "How safe do you feel? (0 = not at all safe, 10 = very safe)",
    "How safe do you feel? 0 - not at all safe, 10 - very safe",
    "With 0 being not at all safe and 10 being very safe, how safe do you feel?",
    "How safe do you feel? (0 meaning not at all safe, 10 meaning very safe, 99 = don't know)",
]


@pytest.mark.parametrize("wording", WORDINGS)
def test_ends_said_in_the_question_are_numbers(
    workspace: Workspace, tmp_path: Path, wording: str
) -> None:
    loaded(workspace, written(tmp_path, column(wording, *map(str, RATED))))
    (row,) = (row for row in summary(workspace, "online-2023").rows if not row.is_net)
    assert (row.option, row.count, row.base) == ("a number", len(RATED), len(RATED))
    assert row.mean == pytest.approx(mean(RATED))


def test_an_end_that_is_said_in_words_is_its_number(workspace: Workspace, tmp_path: Path) -> None:
    said = ["Not at all safe", "Not at all safe", "4", "9", "Very safe"]
    loaded(workspace, written(tmp_path, column(WORDINGS[0], *said)))
    (slug,) = {row.question for row in summary(workspace, "online-2023").rows}
    assert values(workspace, slug) == [0, 0, 4, 9, 10]


def test_a_dont_know_beside_a_rating_is_in_no_mean(workspace: Workspace, tmp_path: Path) -> None:
    loaded(workspace, written(tmp_path, column(WORDINGS[-1], "0", "10", "99", "2", "4")))
    number, unsure = summary(workspace, "online-2023").rows
    assert (number.count, number.base, number.mean) == (4, 5, 4)
    assert (unsure.option, unsure.count) == ("Don't know", 1)


def test_what_lies_outside_a_rating_is_asked_about(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, column(WORDINGS[0], "0", "10", "99", "2", "4"))
    assert "99 (1 answer) may stand for something like don't know" in faults(workspace, path)


def test_ends_in_a_list_of_codes_are_numbers(workspace: Workspace, tmp_path: Path) -> None:
    """As SPSS lists them: labels of the two ends alone, and of no answer."""
    answers: list[list[object]] = [["ID", "Safety"]]
    answers += [[n, value] for n, value in enumerate(RATED)]
    codes: list[list[object]] = [["Question", "Code", "Label"], ["Safety", 0, "Not at all"]]
    codes += [["", 10, "Completely"]]
    path = workbook(tmp_path / "export.xlsx", Answers=answers, Codes=codes)
    kind = {"Safety": Decision(kind=QuestionKind.NUMBER)}
    loaded(workspace, path, decisions=kind)
    assert sorted(values(workspace, "safety")) == sorted(RATED)


def test_a_scale_whose_points_are_known_stays_one(workspace: Workspace, tmp_path: Path) -> None:
    wording = "Please rate the police from 1 (very poor) to 5 (very good)"
    path = written(tmp_path, column(wording, *"1123345555"))
    (_, asked) = proposed(workspace, path).columns
    assert (asked.kind, asked.base) == (QuestionKind.SCALE, 10)
    loaded(workspace, path)
    assert counts(workspace, asked.slug)["Very good"] == 4
    assert base(workspace, asked.slug) == 10
