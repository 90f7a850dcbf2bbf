"""Loading what a test makes up, and looking at what was kept."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from assessment.errors import UploadRefused
from assessment.survey.reading.proposal import Decision, Proposal
from assessment.survey.waves.export_check import propose
from assessment.survey.waves.wave_loading import load_survey
from assessment.survey.waves.wave_report import SurveyReport
from assessment.workspace import Workspace
from tests.stored import stored
from tests.survey.exports import rows_of

SURVEY, WAVE = "community-safety", "online-2023"
Rows = Sequence[Sequence[str]]


def written(folder: Path, rows: Rows, name: str = "export.csv") -> Path:
    path = folder / name
    path.write_bytes(rows_of(rows))
    return path


def column(question: str, *answers: str) -> list[list[str]]:
    """An export of one question, whose respondents are numbered."""
    return [["Respondent ID", question], *([str(n), said] for n, said in enumerate(answers, 1))]


def times(**counts: int) -> list[str]:
    """Repeat answers: times(Yes=3, No=1)."""
    return [said.replace("_", " ") for said, n in counts.items() for _ in range(n)]


def loaded(
    workspace: Workspace,
    path: Path,
    *,
    wave: str = WAVE,
    decisions: Mapping[str, Decision] | None = None,
) -> SurveyReport:
    return load_survey(workspace, path, survey=SURVEY, wave=wave, decisions=decisions)


def proposed(workspace: Workspace, path: Path, **decisions: Decision) -> Proposal:
    return propose(workspace, path, survey=SURVEY, decisions=decisions)


def faults(
    workspace: Workspace, path: Path, decisions: Mapping[str, Decision] | None = None
) -> str:
    """Load what must be refused; return all that is said, having seen that nothing was kept."""
    with pytest.raises(UploadRefused) as caught:
        loaded(workspace, path, decisions=decisions)
    assert stored(workspace, "SELECT * FROM survey_wave").empty
    assert stored(workspace, "SELECT * FROM survey_answer").empty
    return "\n".join(caught.value.faults)


COUNTED = """
    SELECT wave, slug, label, option, n
    FROM survey_count
    JOIN survey_option USING (wave, question, option)
    JOIN survey_question USING (wave, question)
    ORDER BY option
"""
NUMBERS = """
    SELECT slug, value
    FROM survey_answer
    JOIN survey_question USING (wave, question)
    WHERE value IS NOT NULL
    ORDER BY value
"""


def counts(workspace: Workspace, slug: str, wave: str = WAVE) -> dict[str, int]:
    """Return how many gave each option of a question, in the order of the options."""
    held = stored(workspace, COUNTED)
    held = held[(held["wave"] == wave) & (held["slug"] == slug)]
    return dict(zip(held["label"], held["n"].astype(int), strict=True))


def base(workspace: Workspace, slug: str, wave: str = WAVE) -> int:
    rows = stored(workspace, "SELECT wave, slug, base FROM survey_question")
    (found,) = rows[(rows["wave"] == wave) & (rows["slug"] == slug)]["base"]
    return int(found)


def values(workspace: Workspace, slug: str) -> list[float]:
    """Return the numbers given in answer to a question."""
    rows = stored(workspace, NUMBERS)
    return [float(value) for value in rows[rows["slug"] == slug]["value"]]
