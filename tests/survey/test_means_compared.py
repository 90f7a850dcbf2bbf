"""Means of numbers in two waves: how far they are apart, and how far that could be off."""

import numpy as np
import pytest
from scipy.stats import t, ttest_ind
from statsmodels.stats.weightstats import DescrStatsW

from assessment.outputs.survey.comparison_tables import comparison_table
from assessment.outputs.survey.difference_wording import compared, difference
from assessment.survey.comparison.wave_comparison import compare
from assessment.survey.comparison.wave_difference import DifferenceVerdict, MeanDifference
from assessment.survey.questionnaire import Concept, Mode, QuestionKind, SurveyQuestion
from assessment.survey.summaries.intervals import WaveMean, two_means
from assessment.workspace import Workspace
from tests.survey.given import Answers, Surveys, question

SEX = question(1, "sex", ["Female", "Male"], concept=Concept.SEX)
TIMES = question(2, "times", kind=QuestionKind.NUMBER, wording="How often were you a victim?")
NUMBER_OF_BAND = question(2, "times", ["0 to 2", "3 or more"], wording=TIMES.wording)
AGE = question(2, "age", kind=QuestionKind.NUMBER, concept=Concept.AGE)
FIRST = [float(n) for n in (4, 6, 5, 7, 9, 3, 8, 6, 5, 7, 8, 4)]
SECOND = [float(n) for n in (2, 3, 1, 4, 2, 0, 3, 2, 5, 1, 2, 3, 1, 2)]


def gave(*numbers: float) -> list[Answers]:
    return [{2: number} for number in numbers]


def only_mean(workspace: Workspace) -> MeanDifference:
    (row,) = compare(workspace, "first", "second").means
    return row


def test_means_are_tested_as_scipy_does(workspace: Workspace, surveys: Surveys) -> None:
    """Welch's test and its interval, but for degrees of freedom, which are rounded down."""
    surveys.wave("first", (TIMES,), gave(*FIRST))
    surveys.wave("second", (TIMES,), gave(*SECOND))
    comparison = compare(workspace, "first", "second")
    (row,) = comparison.means
    exact = ttest_ind(FIRST, SECOND, equal_var=False)
    apart, freedom = np.mean(FIRST) - np.mean(SECOND), int(exact.df)
    half = t.ppf(0.975, freedom) * apart / exact.statistic
    assert row.difference == pytest.approx(apart)
    assert (row.low, row.high) == pytest.approx((apart - half, apart + half))
    assert row.p == pytest.approx(2 * t.sf(exact.statistic, freedom))
    assert row.verdict is DifferenceVerdict.HIGHER
    assert comparison.tested == 1
    assert difference(row) == (
        "6.00 (12 gave a number) against 2.21 (14 gave a number), "
        "+3.79 (95% interval +2.44 to +5.13)"
    )
    assert compared(comparison).startswith("**One item differs**")


def test_weighted_means_by_hand(workspace: Workspace, surveys: Surveys) -> None:
    """Of 48 answers 36 are women's, who are half the people: they weigh 2/3, the men 2."""
    women, men = [1.0, 2.0, 3.0] * 12, [5.0, 6.0, 7.0, 6.0] * 3
    surveys.wave(
        "first",
        (SEX, TIMES),
        [*({1: 1, 2: n} for n in women), *({1: 2, 2: n} for n in men)],
    )
    surveys.wave("second", (SEX, TIMES), [{1: 1 + n % 2, 2: float(n)} for n in range(20)])
    surveys.margins("sex", {"Female": 500, "Male": 500})
    row = only_mean(workspace)
    weights = np.array([2 / 3] * 36 + [2.0] * 12)
    effective = weights.sum() ** 2 / (weights**2).sum()
    independent = DescrStatsW([*women, *men], weights * effective / weights.sum(), ddof=1)
    assert row.a is not None
    assert row.a.mean == pytest.approx(3)
    assert row.a.weighted_mean == pytest.approx(4)
    assert row.a.effective_base == pytest.approx(36)
    assert row.a.weighted_spread == pytest.approx(independent.std)
    assert row.a.variance == pytest.approx(independent.std_mean**2, rel=1e-6)
    assert row.difference == pytest.approx(4 - 9.5)
    assert "weighted; unweighted 3.00, 48 gave a number" in difference(row)


@pytest.mark.parametrize(
    ("asked", "first", "second", "verdict", "why"),
    [
        (TIMES, FIRST[:9], SECOND, DifferenceVerdict.NOT_TESTED, "Fewer than 10 gave a number"),
        (TIMES, [2.0] * 12, [2.0] * 12, DifferenceVerdict.NOT_TESTED, "the same number"),
        (AGE, FIRST, SECOND, DifferenceVerdict.NOT_TESTED, "about who answered"),
        (TIMES, FIRST, FIRST[::-1], DifferenceVerdict.NO_CLEAR_DIFFERENCE, ""),
    ],
)
def test_why_means_are_not_said_to_differ(
    workspace: Workspace,
    surveys: Surveys,
    asked: SurveyQuestion,
    first: list[float],
    second: list[float],
    verdict: DifferenceVerdict,
    why: str,
) -> None:
    surveys.wave("first", (asked,), gave(*first))
    surveys.wave("second", (asked,), gave(*second))
    row = only_mean(workspace)
    assert row.verdict is verdict
    assert why in row.reason


def test_a_number_is_not_compared_with_bands(workspace: Workspace, surveys: Surveys) -> None:
    surveys.wave("first", (TIMES,), gave(*FIRST))
    surveys.wave("second", (NUMBER_OF_BAND,), [{2: 1 + n % 2} for n in range(20)])
    comparison = compare(workspace, "first", "second")
    (row,) = comparison.means
    assert row.verdict is DifferenceVerdict.NOT_COMPARABLE
    assert row.reason == "Answered in another way: a number and one answer."
    assert comparison.rows == ()


def test_means_leave_in_the_table(workspace: Workspace, surveys: Surveys) -> None:
    surveys.wave("first", (SEX, TIMES), [{1: 1, 2: n} for n in FIRST])
    surveys.wave("second", (SEX, TIMES), [{1: 1, 2: n} for n in SECOND], mode=Mode.PANEL)
    table = comparison_table(compare(workspace, "first", "second"))
    named = [dict(zip([c.name for c in table.columns], row, strict=True)) for row in table.rows]
    (mean,) = [row for row in named if row["Answer"] == "on average"]
    assert (mean["Mean (first)"], mean["Mean (second)"]) == (6.0, 2.21)
    assert (mean["Likely range from"], mean["Likely range to"]) == (2.44, 5.13)


def test_of_many_answers_t_is_normal() -> None:
    test = two_means(WaveMean(5000, 3.0, 2.0), WaveMean(4000, 2.9, 2.0))
    assert test is not None
    half = 1.959964 * (4 / 5000 + 4 / 4000) ** 0.5
    assert (test.low, test.high) == pytest.approx((0.1 - half, 0.1 + half), abs=1e-6)
