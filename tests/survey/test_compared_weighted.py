"""Waves compared on shares that are weighted to the population, where all of them can be."""

import pytest

from assessment.chance import two_shares
from assessment.outputs.survey.difference_wording import side_in_words
from assessment.outputs.survey.weighting_wording import weighting_compared
from assessment.survey.comparison.wave_comparison import compare
from assessment.survey.comparison.wave_difference import Comparison, Difference
from assessment.survey.comparison.wave_trend import trends
from assessment.survey.questionnaire import Concept, Mode
from assessment.workspace import Workspace
from tests.survey.given import Answers, Surveys, question

SEX = question(1, "sex", ["Female", "Male"], concept=Concept.SEX)
SAFE = question(2, "safe", ["Yes", "No"])
FEMALE, MALE, YES, NO = 1, 2, 1, 2


def answers(*of_sexes: tuple[int, int, int]) -> list[Answers]:
    """Of each sex, how many say yes and how many no."""
    return [{1: sex, 2: said} for sex, yes, no in of_sexes for said in (*[YES] * yes, *[NO] * no)]


# Half the people are men: 60 women of 80 weigh 2/3, 20 men 2; of the other wave all weigh 1.
FIRST = answers((FEMALE, 15, 45), (MALE, 20, 0))
SECOND = answers((FEMALE, 10, 40), (MALE, 10, 40))


@pytest.fixture
def weighed(workspace: Workspace, surveys: Surveys) -> Surveys:
    surveys.wave("first", (SEX, SAFE), FIRST)
    surveys.wave("second", (SEX, SAFE), SECOND, mode=Mode.PANEL)
    surveys.margins("sex", {"Female": 500, "Male": 500})
    return surveys


def yes(found: Comparison) -> Difference:
    return next(row for row in found.rows if (row.question, row.option) == ("safe", "Yes"))


def test_two_ways_of_asking_by_hand(workspace: Workspace, weighed: Surveys) -> None:
    """Yes: 15 × 2/3 + 20 × 2 = 50 of 80, 62.5%, against 20%; effective bases 60 and 100."""
    comparison = compare(workspace, "first", "second")
    row = yes(comparison)
    assert row.a is not None
    assert row.a.percent == 43.75
    assert row.a.weighted_percent == pytest.approx(62.5)
    assert row.a.effective_base == pytest.approx(60)
    assert row.difference == pytest.approx(42.5)
    assert (row.z, row.p) == pytest.approx(two_shares(37.5, 60, 20, 100))
    assert side_in_words(row.a) == "63% (weighted; unweighted 44%, 35 of 80)"
    costs = weighting_compared(comparison)
    assert "the 80 answers of first say as much as about **60** unweighted ones" in costs
    assert "(design effect 1.33)" in costs
    assert any("first to the population by sex; second to" in text for text in comparison.caveats)


def test_where_one_cannot_be_weighted_neither_is(workspace: Workspace, weighed: Surveys) -> None:
    weighed.wave("second", (SAFE,), [{2: said[2]} for said in SECOND])
    comparison = compare(workspace, "first", "second")
    row = yes(comparison)
    assert row.difference == pytest.approx(43.75 - 20)
    assert comparison.weightings == (None, None)
    (told,) = [text for text in comparison.caveats if text.startswith("Unweighted shares")]
    assert "'second' cannot be weighted: it asked nobody their sex" in told


def test_over_the_waves_all_are_weighted_or_none(workspace: Workspace, weighed: Surveys) -> None:
    def shares() -> list[float | None]:
        (followed,) = (t for t in trends(workspace, "first") if t.item.option == "Yes")
        return [point.side.weighted_percent for point in followed.points]

    assert shares() == pytest.approx([62.5, 20])
    weighed.wave("third", (SAFE,), [{2: said[2]} for said in SECOND])
    assert shares() == [None, None, None]
