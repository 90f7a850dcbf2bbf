"""Answers by group: counted against a slow model; small groups withheld."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.errors import InvalidRequest
from assessment.survey.questionnaire import Concept, QuestionKind
from assessment.survey.summaries.survey_answer import NOT_GIVEN, TOGETHER, SummaryRow
from assessment.survey.summaries.wave_summary import summary
from assessment.survey.survey_disclosure import SMALLEST_BASE
from assessment.workspace import Workspace
from tests import alternative_implementations as obvious
from tests.properties import examples
from tests.survey.given import DONT_KNOW, Answers, Surveys, question, safety

WARD = question(1, "ward", ["North", "South", "East", "West"], concept=Concept.WARD)
EVENING = safety(2, "evening", Concept.SAFE_AFTER_DARK)
PROBLEM = question(3, "problem", ["Drugs", "Litter", "Noise"], kind=QuestionKind.MULTIPLE)
EVERY = (WARD, EVENING, PROBLEM)


def someone(ward: int, evening: int) -> Answers:
    return {1: ward, 2: evening}


def shown(rows: Sequence[SummaryRow], group: str, option: str) -> tuple[object, ...]:
    (row,) = (row for row in rows if (row.group, row.option) == (group, option))
    return row.count, row.base, row.percent, row.withheld


def test_a_small_group_takes_another_with_it(workspace: Workspace, surveys: Surveys) -> None:
    answers = [
        *[someone(1, 1)] * 30,
        *[someone(1, 5)] * 10,  # North: 40, three quarters very safe
        *[someone(2, 1)] * 4,
        *[someone(2, 5)] * 5,  # South: 9, too few
        *[someone(3, 1)] * 6,
        *[someone(3, 5)] * 6,  # East: 12, the smallest of the others
        *[someone(4, 1)] * 20,
        *[someone(4, 5)] * 20,  # West: 40
    ]
    surveys.wave("w", EVERY, answers)
    found = summary(workspace, "w", question="evening", by="ward")
    assert shown(found.rows, "", "Very safe") == (60, 101, 100 * 60 / 101, False)
    assert shown(found.rows, "North", "Very safe") == (30, 40, 75, False)
    assert shown(found.rows, "South", "Very safe") == (None, None, None, True)
    assert shown(found.rows, "East", "Very safe") == (None, None, None, True)
    assert shown(found.rows, "West", "Safe") == (20, 40, 50, False)
    assert any("withheld" in caveat for caveat in found.caveats)
    hidden = [row for row in found.rows if row.withheld]
    assert {(row.low, row.high, row.rank, row.mean, row.weighted_percent) for row in hidden} == {
        (None,) * 5
    }


def test_whoever_did_not_say_where_they_live_is_a_group(
    workspace: Workspace, surveys: Surveys
) -> None:
    """Without it the rows would not add up to the total."""
    answers: list[Answers] = [*[someone(1, 1)] * 20, *[someone(2, 1)] * 20, *[{2: 5}] * 15]
    surveys.wave("w", EVERY, answers)
    rows = summary(workspace, "w", question="evening", by="ward").rows
    assert shown(rows, NOT_GIVEN, "Very unsafe") == (15, 15, 100, False)
    assert shown(rows, "East", "Very safe") == (0, 0, None, False)  # nobody lives there
    assert {row.question for row in summary(workspace, "w", by="ward").rows} == {
        "evening",
        "problem",
    }


def test_few_who_did_not_say_are_withheld_like_any_other_group(
    workspace: Workspace, surveys: Surveys
) -> None:
    """The total less the others would say what these two said."""
    sex = question(1, "sex", ["Female", "Male", DONT_KNOW], concept=Concept.SEX)
    answers: list[Answers] = [*[{1: 1, 2: 1}] * 20, *[{1: 2, 2: 5}] * 20, {1: 3, 2: 1}, {2: 1}]
    surveys.wave("w", (sex, EVENING), answers)
    rows = summary(workspace, "w", by="sex").rows
    assert {row.group for row in rows if row.withheld} == {"Female", NOT_GIVEN}
    assert shown(rows, "Male", "Unsafe") == (20, 20, 100, False)
    # What the total less the men tells anyhow is told.
    assert shown(rows, TOGETHER, "Safe") == (22, 22, 100, False)
    surveys.wave("w", (sex, EVENING), [*answers, *[{1: 3, 2: 5}] * 8])
    rows = summary(workspace, "w", by="sex").rows
    assert shown(rows, NOT_GIVEN, "Safe") == (2, 10, 20, False)  # blank or don't know alike


def test_everybody_said_where_they_live(workspace: Workspace, surveys: Surveys) -> None:
    surveys.wave("w", EVERY, [someone(1, 1)] * 20)
    rows = summary(workspace, "w", question="evening", by="ward").rows
    assert NOT_GIVEN not in {row.group for row in rows}


PEOPLE = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            1: st.sampled_from([1, 1, 1, 2, 2, 3, 4]),
            2: st.integers(1, 6),
            3: st.sets(st.integers(1, 3), min_size=1).map(frozenset),
        },
    ),
    max_size=90,
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=examples(40),
)
@given(PEOPLE)
def test_what_is_shown_agrees_with_counting_one_by_one(
    workspace: Workspace, surveys: Surveys, people: list[Answers]
) -> None:
    surveys.clear()
    surveys.wave("w", EVERY, people)
    whole = summary(workspace, "w")
    if 0 < sum(WARD.number in each for each in people) < SMALLEST_BASE <= len(people):
        # Whoever said where they live is a small group among the others.
        with pytest.raises(InvalidRequest, match="Nothing is broken down by it"):
            summary(workspace, "w", by="ward")
        return
    parts = summary(workspace, "w", by="ward")
    wards = {option.label: option.number for option in WARD.options} | {NOT_GIVEN: None, "": "any"}
    for row in (*whole.rows, *parts.rows):
        asked = next(question for question in EVERY if question.slug == row.question)
        options = [
            option.number
            for option in asked.options
            if option.number == row.option_number or (row.is_net and option.side == row.side)
        ]
        expected = obvious.count_answers(people, asked.number, options, 1, wards[row.group])
        if not row.withheld:
            assert (row.count, row.base) == expected
        else:
            assert row.base is None
    totals = {(row.question, row.option): row.count for row in whole.rows}
    everyone = [row for row in parts.rows if row.group == ""]
    assert all(row.count == totals[row.question, row.option] for row in everyone)
    small = [row for row in parts.rows if row.group and row.base]
    assert all(row.base is not None and row.base >= 10 for row in small)


@pytest.mark.parametrize("by", ["ward", "1"])
def test_groups_are_named_by_slug_number_or_concept(
    workspace: Workspace, surveys: Surveys, by: str
) -> None:
    surveys.wave("w", EVERY, [someone(1, 1)] * 20)
    answers = summary(workspace, "w", by=by)
    assert answers.by == WARD
