"""Numbers of two waves are compared where they are on one scale; else it is said why not."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.survey.comparison.rating_scales import RatingScale, told_apart
from assessment.survey.comparison.wave_comparison import compare
from assessment.survey.comparison.wave_difference import DifferenceVerdict
from assessment.survey.questionnaire import Concept, QuestionKind, SurveyQuestion
from assessment.survey.waves.wave_register import questionnaire
from assessment.workspace import Workspace
from tests.survey.given import Surveys, question
from tests.survey.loads import column, loaded, written

NUMBER = QuestionKind.NUMBER
SAFE = question(1, "safe", kind=NUMBER, wording="How safe do you feel after dark?")
TIMES = question(1, "times", kind=NUMBER, wording="How many times were you a victim?")
OFTEN = question(1, "often", kind=NUMBER, wording="How often were you a victim?")
PAID = question(
    1, "paid", kind=NUMBER, wording="What would you pay a year for a patrol, in pounds?"
)
AGED = question(1, "age", kind=NUMBER, concept=Concept.AGE, wording="Age")
TO_5, TO_10, TO_7 = [1.0, 2, 3, 4, 5] * 8, [0.0, 3, 5, 8, 9] * 8, [1.0, 3, 5, 6, 7] * 8
UP, DOWN = ("1 - Very unsafe", "5 - Very safe"), ("1 - Very safe", "5 - Very unsafe")
UP_TO_10 = ("0 - Very unsafe", "10 - Very safe")
ANOTHER = "Answered on another scale, as the numbers tell: {} to {} in the first wave, and {} to {}"
# What is asked; the first wave's numbers and ends named, and the second's; why they stay apart.
CASES = [
    (SAFE, TO_10, (), TO_5, (), ANOTHER.format(0, 10, 1, 5)),
    (SAFE, TO_5, (), TO_7, (), ANOTHER.format(1, 5, 1, 7)),
    (SAFE, TO_5, (), [1.0, 2, 3, 4] * 10, (), ANOTHER.format(1, 5, 1, 4)),
    (SAFE, TO_10, UP_TO_10, TO_5, (), ANOTHER.format(0, 10, 1, 5)),
    (SAFE, TO_5, UP, TO_5, DOWN, "1 does not stand for the same in both waves: “1 - Very unsafe”"),
    (SAFE, TO_10, UP_TO_10, TO_5, UP, "0 in the first wave is 1 in the second"),
    # The ends are written by somebody: what no survey offers is not quoted.
    (
        SAFE,
        TO_5,
        ("5 - Like Bob",),
        TO_5,
        ("5 - Like Ann",),
        "5 does not stand for the same in both waves.",
    ),
    (SAFE, TO_5, UP, TO_5, UP, ""),
    (SAFE, TO_5, ("5 - Very safe / Diogel iawn",), TO_5, ("5: very safe",), ""),
    (SAFE, TO_5, UP, TO_5, (), ""),
    # Nobody went to an end, as may happen: of few people, or where few do.
    (SAFE, TO_5, (), [1.0, 2, 3, 4] * 3, (), ""),
    (SAFE, [0.0, 4, 8, 9, 10] * 8, (), [3.0, 4, 8, 9, 9] * 8, UP_TO_10, ""),
    # What is counted is on no scale, nor is money.
    (TIMES, TO_10, (), [0.0, 1, 1, 2, 3] * 8, (), ""),
    (OFTEN, TO_10, (), [0.0, 1, 1, 2, 3] * 8, (), ""),
    (PAID, [0.0, 20, 50, 500] * 4, (), [0.0, 20, 30, 60] * 8, (), ""),
    (AGED, [5.0, 6, 7, 8] * 8, (), [17.0, 44, 80, 70] * 8, (), ""),
]


@pytest.mark.parametrize(("asked", "first", "ends", "second", "others", "why"), CASES)
def test_numbers_are_compared_on_one_scale(
    workspace: Workspace,
    surveys: Surveys,
    asked: SurveyQuestion,
    first: list[float],
    ends: tuple[str, ...],
    second: list[float],
    others: tuple[str, ...],
    why: str,
) -> None:
    surveys.wave("first", (replace(asked, ends=ends),), [{1: float(n)} for n in first])
    surveys.wave("second", (replace(asked, ends=others),), [{1: float(n)} for n in second])
    comparison = compare(workspace, "first", "second")
    (row,) = comparison.means
    assert (
        row.reason.startswith(why) if why else row.verdict is not DifferenceVerdict.NOT_COMPARABLE
    )
    assert (row.verdict is DifferenceVerdict.NOT_COMPARABLE) == bool(why)
    assert (row.difference is None) == bool(why)


NUMBERS = st.dictionaries(st.none() | st.integers(0, 100), st.integers(1, 50), max_size=8)
NAMED = st.dictionaries(
    st.integers(0, 10), st.sampled_from(["very safe", "very unsafe"]), max_size=2
)
SCALES = st.builds(RatingScale, NUMBERS, NAMED)


@given(SCALES, SCALES)
def test_the_first_wave_against_the_second_is_the_second_against_the_first(
    a: RatingScale, b: RatingScale
) -> None:
    assert bool(told_apart(SAFE, a, b)) == bool(told_apart(SAFE, b, a))
    assert not told_apart(SAFE, a, a) or len({*a.named.values()}) < len(a.named)


def test_the_ends_that_an_export_names_are_kept(workspace: Workspace, tmp_path: Path) -> None:
    """Only the ends have words, as Google Forms writes a linear scale that somebody labelled."""
    wording = "How safe do you feel after dark in your area?"
    for wave, ends in (("one", UP), ("two", DOWN)):
        rows = column(wording, *[ends[0], "2", "3", "4", ends[1]] * 4)
        loaded(workspace, written(tmp_path, rows, f"{wave}.csv"), wave=wave)
    (asked,) = questionnaire(workspace, "one")
    assert (asked.kind, set(asked.ends)) == (NUMBER, {*UP})
    (row,) = compare(workspace, "one", "two").means
    assert row.reason == (
        "1 does not stand for the same in both waves: “1 - Very unsafe” and “1 - Very safe”."
    )
