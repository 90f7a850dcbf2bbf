"""An item over the waves of a survey: each with its base and range, judged as two waves are."""

from datetime import date

import pytest

from assessment.chance import wilson
from assessment.outputs.survey import difference_wording
from assessment.outputs.survey.comparison_tables import trends_table
from assessment.survey.comparison.wave_comparison import compare
from assessment.survey.comparison.wave_difference import DifferenceVerdict
from assessment.survey.comparison.wave_trend import Trend, trends
from assessment.survey.questionnaire import Concept
from assessment.workspace import Workspace
from tests.survey.given import Surveys, question, safety

EVENING = safety(1, "evening", Concept.SAFE_AFTER_DARK)
PRIORITY = question(2, "priority", ["Drugs", "Litter"], concept=Concept.PRIORITY)
OTHERWISE = safety(1, "evening", Concept.SAFE_AFTER_DARK, "How secure do you feel at night?")


@pytest.fixture
def yearly(surveys: Surveys) -> Surveys:
    """Three years of 200 people: 40, 80 and 84 felt safe; another wave asked in other words."""
    for year, safe in ((2021, 40), (2022, 80), (2023, 84)):
        counts = {1: [safe, 0, 0, 0, 200 - safe, 0], 2: [50, 150]}
        surveys.counts(f"w{year}", (EVENING, PRIORITY), 200, counts)
        dated(surveys, f"w{year}", year)
    surveys.counts("w2020", (OTHERWISE,), 200, {1: [90, 0, 0, 0, 110, 0]})
    dated(surveys, "w2020", 2020)
    return surveys


def dated(surveys: Surveys, wave: str, year: int) -> None:
    surveys._run("UPDATE survey_wave SET last_day = ? WHERE id = ?", [date(year, 9, 30), wave])


def safe(workspace: Workspace, wave: str) -> Trend:
    (found,) = (t for t in trends(workspace, wave) if t.item.option == "Safe")
    return found


def test_waves_are_in_their_order_with_bases_and_ranges(
    workspace: Workspace, yearly: Surveys
) -> None:
    trend = safe(workspace, "w2023")
    assert [(p.wave.id, p.side.count, p.side.base) for p in trend.points] == [
        ("w2021", 40, 200),
        ("w2022", 80, 200),
        ("w2023", 84, 200),
    ]
    assert [(p.low, p.high) for p in trend.points] == [wilson(n / 200, 200) for n in (40, 80, 84)]


def test_verdicts_are_those_of_comparing_two_waves(workspace: Workspace, yearly: Surveys) -> None:
    trend = safe(workspace, "w2023")
    for point in trend.points[:2]:
        rows = compare(workspace, "w2023", point.wave.id).rows
        (row,) = (each for each in rows if each.option == "Safe")
        assert point.against == row
    assert [difference_wording.verdict_against_shown(p) for p in trend.points] == [
        DifferenceVerdict.LOWER,  # 40 against 84: the wave shown is higher, this one lower
        DifferenceVerdict.NO_CLEAR_DIFFERENCE,
        "itself",
    ]


def test_a_wave_that_asked_in_other_words_is_left_out_and_says_why(
    workspace: Workspace, yearly: Surveys
) -> None:
    trend = safe(workspace, "w2023")
    assert trend.left_out.keys() == {"w2020"}
    assert "How secure do you feel at night?" in trend.left_out["w2020"]
    (drugs,) = (t for t in trends(workspace, "w2023") if t.item.option == "Drugs")
    assert drugs.left_out == {"w2020": "It did not ask this."}


def test_it_is_said_in_words(workspace: Workspace, yearly: Surveys) -> None:
    said = difference_wording.followed(safe(workspace, "w2023"))
    assert "September 2021, 20% (40 of 200); " in said
    assert "September 2023, 42% (84 of 200)." in said
    higher = "higher than the 20% of the online survey, self-selected, September 2021"
    assert said.endswith(
        f"The 42% of the wave shown is {higher} by more than who happened to answer explains."
    )
    none = difference_wording.followed(
        next(t for t in trends(workspace, "w2023") if t.item.option == "Drugs")
    )
    assert none.endswith(
        "No wave differs from the one shown by more than who happened to answer explains."
    )


def test_a_survey_of_one_wave_has_nothing_to_follow(workspace: Workspace, surveys: Surveys) -> None:
    surveys.counts("w", (EVENING,), 200, {1: [90, 0, 0, 0, 110, 0]})
    assert trends(workspace, "w") == ()


def test_every_item_and_wave_is_in_the_table(workspace: Workspace, yearly: Surveys) -> None:
    followed = trends(workspace, "w2023")
    table = trends_table(followed)
    assert len(table.rows) == sum(len(one.points) for one in followed)
    columns = table.header
    row = dict(zip(columns, table.rows[0], strict=True))
    assert (row["Wave"], row["People"], row["Base"]) == ("w2021", 40, 200)
    assert row["Against the wave shown"] == "lower"
