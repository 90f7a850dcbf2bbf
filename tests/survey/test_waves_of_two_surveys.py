"""Waves of two surveys: their names are one list, and only what both ask is set side by side."""

from pathlib import Path

import pytest

from assessment.errors import InvalidRequest
from assessment.outputs.survey.difference_wording import compared
from assessment.survey.comparison.question_matching import pairs
from assessment.survey.comparison.wave_comparison import compare
from assessment.survey.comparison.wave_trend import trends
from assessment.survey.questionnaire import SurveyQuestion
from assessment.survey.summaries.wave_summary import summary
from assessment.survey.waves.wave_loading import load_survey
from assessment.survey.waves.wave_register import list_waves, questionnaire
from assessment.workspace import Workspace
from tests.survey.loads import column, written

SAFE, BINS = "Do you feel safe?", "Are your bins emptied?"


def load(workspace: Workspace, folder: Path, survey: str, wave: str, question: str) -> None:
    path = written(folder, column(question, *["Yes"] * 12, *["No"] * 9), f"{survey}-{wave}.csv")
    load_survey(workspace, path, survey=survey, wave=wave)


def shared(workspace: Workspace, a: str, b: str) -> list[SurveyQuestion]:
    asked = (questionnaire(workspace, wave) for wave in (a, b))
    return [pair.a for pair in pairs(*asked) if not pair.against]


def test_a_name_that_another_survey_has_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    """One name, one wave: whatever is asked for by it can be no mixture of two surveys."""
    load(workspace, tmp_path, "safety", "2024", SAFE)
    with pytest.raises(InvalidRequest, match="a wave 2024 of the survey safety"):
        load(workspace, tmp_path, "waste", "2024", BINS)
    assert [(wave.survey, wave.id) for wave in list_waves(workspace)] == [("safety", "2024")]
    assert {row.wording for row in summary(workspace, "2024").rows} == {SAFE}
    # What the message advises works.
    load(workspace, tmp_path, "waste", "waste-2024", BINS)


def test_surveys_that_ask_nothing_alike_have_nothing_to_compare(
    workspace: Workspace, tmp_path: Path
) -> None:
    load(workspace, tmp_path, "safety", "2024", SAFE)
    load(workspace, tmp_path, "waste", "waste-2024", BINS)
    assert shared(workspace, "2024", "waste-2024") == []
    told = compare(workspace, "2024", "waste-2024")
    assert (told.rows, told.tested) == ((), 0)
    assert {f"Asked only in 2024: “{SAFE}”.", f"Asked only in waste-2024: “{BINS}”."} <= {
        *told.caveats
    }
    assert compared(told) == "Nothing could be tested."
    assert trends(workspace, "2024") == ()


def test_one_question_of_two_surveys_is_compared_and_followed_in_neither(
    workspace: Workspace, tmp_path: Path
) -> None:
    load(workspace, tmp_path, "safety", "2024", SAFE)
    load(workspace, tmp_path, "waste", "waste-2024", SAFE)
    assert [question.wording for question in shared(workspace, "2024", "waste-2024")] == [SAFE]
    assert {row.wording for row in compare(workspace, "2024", "waste-2024").rows} == {SAFE}
    assert trends(workspace, "2024") == ()
