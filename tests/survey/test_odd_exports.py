"""Whatever stands in an export, it is loaded soundly or refused in words: nothing else happens."""

import random
from contextlib import suppress
from pathlib import Path

import pytest

from assessment.errors import AssessmentError
from assessment.survey.reading.proposal import Decision
from assessment.survey.waves.export_check import propose
from assessment.survey.waves.wave_loading import load_survey
from assessment.workspace import Workspace
from tests.stored import assert_sound
from tests.survey.loads import written

TEXTS = [
    "Very safe",
    "very SAFE",
    "Fairly unsafe",
    "9",
    "1",
    "2",
    "",
    "Don't know",
    "a;b;c;",
    "a, b",
]
TEXTS += ["x" * 300, "=1", "test", "ME7 1AB", "01/02/2023", "2023-13-45", "Yes", "No", "1.5", "-1"]
TEXTS += ["?", '"q"', "é", ";", ",", ";;", "N/A", "nan", "1e5", "99", "😀", "line\nbreak", "\u00a0"]
TEXTS += ["#REF!", "£", "%", "-", "1,2,3", "10:00"]
HEADERS = ["ID", "Q1", "How safe do you feel?", "Q2 [a]", "Q2 [b]", "Which problems?", "Rank: a"]
HEADERS += ["Rank: b", "Rank: c", "", "Date", "Age", "Comments", "Email", "Problems - x"]
HEADERS += ["Problems - y", "1 = a, 2 = b", "Scale of 1 to 5?", "😀"]


def made_up(chance: random.Random) -> list[list[str]]:
    header = [chance.choice(HEADERS) for _ in range(chance.randint(1, 8))]
    texts = chance.sample(TEXTS, chance.randint(1, 6))
    rows = [[chance.choice(texts) for _ in header] for _ in range(chance.randint(0, 30))]
    return [header, *rows]


def suggested(workspace: Workspace, path: Path, survey: str) -> dict[str, Decision]:
    doubts = propose(workspace, path, survey=survey).doubts
    return {doubt.header: doubt.suggestion for doubt in doubts if doubt.suggestion}


@pytest.mark.parametrize("exports", [30, pytest.param(800, marks=pytest.mark.slow)])
def test_odd_exports(workspace: Workspace, tmp_path: Path, exports: int) -> None:
    chance = random.Random(exports)  # noqa: S311 (answers, not secrets)
    waves = 0
    for number in range(exports):
        path, survey = written(tmp_path, made_up(chance)), f"survey-{number}"
        with suppress(AssessmentError):
            decisions = suggested(workspace, path, survey)
            load_survey(workspace, path, survey=survey, wave=f"w{number}", decisions=decisions)
            waves += 1
    assert waves > exports / 3
    assert_sound(workspace)
    assert not list(workspace.store.incoming.glob("*/"))
