"""A public survey with weights and codes, held to pandas: every 40th of the people in NHANES II.

The second National Health and Nutrition Examination Survey, 1976 to 1980, 10,337 people; National
Center for Health Statistics, USA: in the public domain.
"""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from assessment.survey.questionnaire import QuestionKind
from assessment.survey.reading.proposal import Decision, Use
from assessment.survey.summaries.wave_summary import summary
from assessment.survey.waves.export_check import propose
from assessment.workspace import Workspace
from tests.survey.loads import SURVEY, WAVE, loaded

FILE = Path(__file__).parent / "files" / "nhanes_excerpt.csv"
NO_AND_YES = {"0": "No", "1": "Yes"}
CODES: Mapping[str, Mapping[str, str]] = {
    "region": {"1": "Northeast", "2": "Midwest", "3": "South", "4": "West"},
    "race": {"1": "White", "2": "Black", "3": "Other"},
    "diabetes": NO_AND_YES,
    "highbp": NO_AND_YES,
    "highlead": NO_AND_YES,
}
NUMBER = Decision(kind=QuestionKind.NUMBER)
SAID = {question: Decision(codes=codes) for question, codes in CODES.items()} | {"zinc": NUMBER}
PEOPLE = pd.read_csv(FILE)


@pytest.fixture
def public(workspace: Workspace) -> Workspace:
    loaded(workspace, FILE, decisions=SAID)
    return workspace


def test_weights_and_how_people_were_drawn_are_no_questions(workspace: Workspace) -> None:
    uses = {column.header: column.use for column in propose(workspace, FILE, survey=SURVEY).columns}
    assert uses["finalwgt"] is Use.WEIGHT
    assert {uses["stratid"], uses["psuid"]} == {Use.ADMINISTRATIVE}


@pytest.mark.parametrize("question", list(CODES))
def test_shares_are_those_of_pandas(public: Workspace, question: str) -> None:
    asked = PEOPLE[[question, "finalwgt"]].dropna()
    rows = [row for row in summary(public, WAVE).rows if row.wording == question]
    for code, label in CODES[question].items():
        said = asked[question] == int(code)
        (row,) = (row for row in rows if row.option == label)
        assert (row.count, row.base) == (said.sum(), len(asked))
        assert row.percent == pytest.approx(100 * said.mean())
        weighted = asked["finalwgt"][said].sum() / asked["finalwgt"].sum()
        assert row.weighted_percent == pytest.approx(100 * weighted)


def test_a_mean_is_weighted_too(public: Workspace) -> None:
    zinc = PEOPLE[["zinc", "finalwgt"]].dropna()
    (row,) = (row for row in summary(public, WAVE).rows if row.mean is not None)
    assert row.count == len(zinc)
    assert row.mean == pytest.approx(zinc["zinc"].mean())
    assert row.spread == pytest.approx(zinc["zinc"].std())
    weights = zinc["finalwgt"]
    assert row.weighted_mean == pytest.approx((zinc["zinc"] * weights).sum() / weights.sum())


def test_what_the_weights_cost(public: Workspace) -> None:
    weights = PEOPLE["finalwgt"]
    told = summary(public, WAVE).weights
    assert told is not None
    assert told.effective_base == pytest.approx(weights.sum() ** 2 / (weights**2).sum())
    assert told.design_effect == pytest.approx(len(weights) / told.effective_base)
