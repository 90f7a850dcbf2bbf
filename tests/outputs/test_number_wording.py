"""Numbers that people gave: their mean and spread, and the net promoter score."""

import pytest

from assessment.outputs.survey.number_wording import average, net_promoter_score, number_table
from assessment.survey.questionnaire import DETRACTORS, PROMOTERS
from assessment.survey.reading.questions.recommendation import group_of
from tests.outputs.survey_rows import row


def test_a_mean_stands_with_its_spread() -> None:
    numbers = row("a number", 40, 40, option_number=None, mean=54.36, spread=18.04)
    assert average(numbers) == (
        "**On average 54.4**, of the 40 who gave a number (standard deviation 18.0)."
    )
    table = number_table("Age", [numbers])
    assert "100%" not in table
    assert "54.4" in table


def test_a_weighted_mean_stands_beside_the_other() -> None:
    numbers = row("a number", 40, 40, option_number=None, mean=0.4, weighted_mean=0.0)
    assert average(numbers) == "**On average 0.4**, of the 40 who gave a number; weighted 0.0."
    table = number_table("Nights", [numbers])
    assert "Weighted mean" in table
    assert "0.0" in table


def test_of_few_no_mean_is_shown() -> None:
    table = number_table("Age", [row("a number", 3, 3, option_number=None, mean=54.0, spread=1.0)])
    assert "54" not in table


@pytest.mark.parametrize(
    ("number", "group"),
    [
        (10, PROMOTERS),
        (9, PROMOTERS),
        (8, "Passives (7 or 8)"),
        (6, DETRACTORS),
        (0, DETRACTORS),
        (11, None),
        (8.5, None),
        (None, None),
    ],
)
def test_who_promotes(number: float | None, group: str | None) -> None:
    assert group_of(number) == group


def test_net_promoter_score() -> None:
    rows = [row(PROMOTERS, 10, 60, side=1), row(DETRACTORS, 37, 60, side=-1)]
    assert net_promoter_score(rows) == (
        "**Net promoter score \N{MINUS SIGN}45**: 17% would recommend it (9 or 10), 62% would not "
        "(0 to 6), of 60."
    )
    assert net_promoter_score([row("Yes", 1), row("No", 1)]) == ""


def test_a_weighted_score_stands_beside_the_other() -> None:
    rows = [
        row(PROMOTERS, 10, 60, side=1, weighted_percent=30.0),
        row(DETRACTORS, 37, 60, side=-1, weighted_percent=20.0),
    ]
    assert net_promoter_score(rows).endswith("(0 to 6), of 60; weighted +10.")
