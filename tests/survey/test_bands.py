"""Ages: in years they are numbers, and groups to break down by; as codes they are asked about."""

from pathlib import Path

import pytest

from assessment.survey.questionnaire import Concept, QuestionKind
from assessment.survey.reading.proposal import Decision, DoubtKind
from assessment.survey.reading.questions.age_bands import band_of
from assessment.survey.summaries.wave_summary import summary
from assessment.survey.weighting.population_margins import load_margins
from assessment.workspace import Workspace
from tests.survey.loads import WAVE, Rows, base, column, counts, loaded, proposed, values, written

OLD = "How old are you?"
AGES = ["15", "16", "24", "25", "34", "74", "75", "101", "Prefer not to say", ""]


@pytest.mark.parametrize(
    ("years", "band"),
    [
        (0, "Under 16"),
        (15.9, "Under 16"),
        (16, "16 to 24"),
        (24.9, "16 to 24"),
        (25, "25 to 34"),
        (64, "55 to 64"),
        (65, "65 to 74"),
        (75, "75 and over"),
        (120, "75 and over"),
        (121, None),  # nobody is
        (-1, None),
        (None, None),  # words
    ],
)
def test_bands(years: float | None, band: str | None) -> None:
    assert band_of(years) == band


def test_years_are_a_number_and_groups(workspace: Workspace, tmp_path: Path) -> None:
    loaded(workspace, written(tmp_path, column(OLD, *AGES)))
    assert values(workspace, "age") == [15, 16, 24, 25, 34, 74, 75, 101]
    assert counts(workspace, "age-group") == {
        "Under 16": 1,
        "16 to 24": 2,
        "25 to 34": 2,
        "35 to 44": 0,
        "45 to 54": 0,
        "55 to 64": 0,
        "65 to 74": 1,
        "75 and over": 2,
        "Prefer not to say": 1,
    }
    assert base(workspace, "age") == base(workspace, "age-group") == 9


def test_nobody_under_16_needs_no_group(workspace: Workspace, tmp_path: Path) -> None:
    found = proposed(workspace, written(tmp_path, column(OLD, "30", "40"))).columns[2]
    assert (found.kind, found.concept) == (QuestionKind.SINGLE, Concept.AGE)
    assert found.options[0].label == "16 to 24"


def test_answers_by_age_and_weighted_to_it(workspace: Workspace, tmp_path: Path) -> None:
    rows: Rows = [["ID", OLD, "Is it safe?"]]
    rows = [*rows, *([str(n), "20", "Yes"] for n in range(30))]
    rows = [*rows, *([str(30 + n), "80", "No"] for n in range(10))]
    loaded(workspace, written(tmp_path, rows))
    margins = tmp_path / "population.csv"
    head = "variable,category,people,source,as_at\n"
    lines = [f"age,{label},500,ONS,2022-06-30\n" for label in ("16 to 24", "75 and over")]
    margins.write_text(head + "".join(lines), encoding="utf-8")
    load_margins(workspace, margins, "community-safety")
    found = summary(workspace, WAVE, question="safe", by="age", weighted=True).rows
    shares = {(row.group, row.option): (row.count, row.base) for row in found if row.base}
    assert shares["16 to 24", "Yes"] == (30, 30)
    assert shares["75 and over", "Yes"] == (0, 10)
    (everyone,) = (row for row in found if (row.group, row.option) == ("", "Yes"))
    assert everyone.percent == 75
    assert everyone.weighted_percent == pytest.approx(50, abs=0.1)


@pytest.mark.parametrize(
    ("asked", "said", "is_asked", "why"),
    [
        (OLD, ["1", "2", "7", "5"], True, "codes: nobody is 7"),
        ("Age", ["1", "2", "7", "99"], True, "a don't know among them"),
        ("What is your age?", ["1", "2", "Prefer not to say"], True, "and words"),
        (OLD, ["18", "19", "7"], False, "years: one came with a parent"),
        ("How many years have you lived here?", ["1", "2", "7"], False, "no age"),
    ],
)
def test_codes_of_ages_are_never_averaged(
    workspace: Workspace, tmp_path: Path, asked: str, said: list[str], is_asked: bool, why: str
) -> None:
    proposal = proposed(workspace, written(tmp_path, column(asked, *said)))
    doubts = [doubt.kind for doubt in proposal.doubts if doubt.blocks]
    assert doubts == [DoubtKind.CODES] * is_asked, why


def test_codes_of_ages_once_they_are_named(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, column(OLD, "1", "2", "2", "3"))
    codes = {"1": "16 to 34", "2": "35 to 64", "3": "65 and over"}
    loaded(workspace, path, decisions={OLD: Decision(codes=codes)})
    assert counts(workspace, "age") == {"16 to 34": 1, "35 to 64": 2, "65 and over": 1}
