"""Weighted answers beside unweighted ones: what it does, costs and refuses."""

from math import isclose

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.weightstats import DescrStatsW

from assessment.chance import wilson
from assessment.errors import InvalidRequest
from assessment.survey.questionnaire import Concept, QuestionKind
from assessment.survey.summaries.wave_summary import summary
from assessment.survey.waves.lookup_by_name import wave_named
from assessment.survey.waves.wave_register import questionnaire
from assessment.survey.weighting.merged_bands import could_merge
from assessment.survey.weighting.respondent_profile import who_answered
from assessment.workspace import Workspace
from tests import alternative_implementations as obvious
from tests.properties import examples
from tests.survey.given import DONT_KNOW, Answers, Surveys, question

SEX = question(1, "sex", ["Female", "Male", DONT_KNOW], concept=Concept.SEX)
AGE = question(2, "age", ["16-34", "35-64", "65+"], concept=Concept.AGE)
SAFE = question(3, "safe", ["Yes", "No"])
TICKS = question(4, "ticks", ["Drugs", "Litter"], kind=QuestionKind.MULTIPLE)
EVERY = (SEX, AGE, SAFE, TICKS)
YES, NO = 1, 2


def test_by_hand(workspace: Workspace, surveys: Surveys) -> None:
    """60 women of whom 15 said yes, 20 men of whom all did; half the people are men.

    Women weigh 40 ÷ 60, men 40 ÷ 20 = 2: yes has 15 × 2/3 + 20 × 2 = 50 of 80, 62.5%. Squared
    weights add up to 60 × 4/9 + 20 × 4 = 106.67: effective base 80² ÷ 106.67 = 60, and the design
    effect 80 ÷ 60.
    """
    women = [*[{1: 1, 3: YES}] * 15, *[{1: 1, 3: NO}] * 45]
    surveys.wave("w", EVERY, [*women, *[{1: 2, 3: YES}] * 20])
    surveys.margins("sex", {"Female": 500, "Male": 500})
    answers = summary(workspace, "w", question="safe", weighted=True)
    yes = answers.rows[0]
    assert (yes.count, yes.base, yes.percent) == (35, 80, 43.75)
    assert yes.weighted_percent is not None
    assert isclose(yes.weighted_percent, 62.5)
    assert (yes.weighted_low, yes.weighted_high) == pytest.approx(wilson(0.625, 60))
    weights = answers.weights
    assert weights is not None
    assert isclose(weights.effective_base, 60)
    assert isclose(weights.design_effect, 80 / 60)
    assert (weights.least, weights.most) == pytest.approx((2 / 3, 2))
    assert (weights.capped, weights.unknown) == (0, {"sex": 0})
    assert [
        (m.category, m.respondents, round(m.weighted_percent or 0)) for m in weights.margins
    ] == [
        ("Female", 60, 50),
        ("Male", 20, 50),
    ]
    assert weights.sources == ("Census (21 March 2021)",)


def test_whoever_did_not_say_counts_as_one_and_is_told(
    workspace: Workspace, surveys: Surveys
) -> None:
    """Don't know is as good as a blank: neither is a category that people are known by."""
    answers: list[Answers] = [
        *([{1: 1, 3: YES}] * 30),
        *([{1: 2, 3: NO}] * 10),
        *([{1: 3, 3: YES}] * 4),  # does not say
        *([{3: YES}] * 6),  # left it blank
    ]
    surveys.wave("w", EVERY, answers)
    surveys.margins("sex", {"Female": 1, "Male": 1})
    found = summary(workspace, "w", question="safe", weighted=True)
    yes = found.rows[0]
    assert yes.weighted_percent is not None
    assert isclose(yes.weighted_percent, 100 * (20 + 10) / 50)  # women 20 of 40, and 10 as they are
    assert found.weights is not None
    assert found.weights.unknown == {"sex": 10}
    assert any("10 did not say their sex" in caveat for caveat in found.caveats)


REFUSED = [
    ({}, "No population figures have been loaded for “Residents”"),
    ({"sex": {"Female": 1}}, "have no 'Male', which people answered"),
    ({"sex": {"Female": 1, "Male": 1, "Other": 1}}, "'Other' is not an answer to"),
    ({"age": {"16-34": 1, "35-64": 1, "65+": 1}}, r"Only 9 answered '65\+' \(age\)"),
    ({"income": {"Low": 1, "High": 1}}, "asked nobody their income"),
    (
        {"sex": {"Female": 1}, "age": {"16-34": 1, "35-64": 1, "65+": 1}},
        r"(?s)have no 'Male'.*Only 9 answered|Only 9 answered.*have no 'Male'",  # all at once
    ),
]


@pytest.mark.parametrize(("margins", "words"), REFUSED)
def test_refused(
    workspace: Workspace, surveys: Surveys, margins: dict[str, dict[str, int]], words: str
) -> None:
    people = [*[{1: 1, 2: 1, 3: YES}] * 20, *[{1: 2, 2: 2, 3: NO}] * 20, *[{2: 3}] * 9]
    surveys.wave("w", EVERY, people)
    for variable, categories in margins.items():
        surveys.margins(variable, categories)
    with pytest.raises(InvalidRequest, match=words):
        summary(workspace, "w", weighted=True)


def test_a_margin_with_too_few_is_refused_alone(workspace: Workspace, surveys: Surveys) -> None:
    """Nine of one age, which the reason names: the answers are weighted by sex all the same."""
    people = [*[{1: 1, 2: 1, 3: YES}] * 30, *[{1: 2, 2: 2, 3: NO}] * 10, *[{1: 2, 2: 3, 3: NO}] * 9]
    surveys.wave("w", EVERY, people)
    surveys.margins("sex", {"Female": 1, "Male": 3})
    surveys.margins("age", {"16-34": 1, "35-64": 1, "65+": 1})
    answers = summary(workspace, "w", question="safe", weighted=True)
    assert answers.weights is not None
    assert answers.weights.variables == ("sex",)
    assert answers.rows[0].weighted_percent == pytest.approx(25)  # the women's share of the people
    reason = "Not weighted by age. Only 9 answered '65+' (age): each category needs at least 10."
    assert reason in answers.caveats
    # Merged with its neighbour, the smaller of what stands beside it, it has 19.
    merged = summary(workspace, "w", question="safe", weighted=True, merge=True)
    assert merged.weights is not None
    assert merged.weights.variables == ("age", "sex")
    assert merged.weights.merged == ("35-64 with 65+",)
    assert [(m.category, m.people, m.respondents) for m in merged.weights.margins[:2]] == [
        ("16-34", 1, 30),
        ("35-64 with 65+", 2, 19),
    ]
    assert could_merge(workspace, answers.wave, questionnaire(workspace, "w"))


# How many are of each of four ages, and how they are taken together; None where it does not help.
BANDS = [
    ((30, 9, 20, 40), ["a", "b with c", "d"], "with the smaller neighbour"),
    ((9, 30, 20, 40), ["a with b", "c", "d"], "the first has one neighbour"),
    ((30, 20, 40, 9), ["a", "b", "c with d"], "and so has the last"),
    ((4, 3, 3, 40), ["a with b with c", "d"], "until there are ten: 3 and 3 are no more than 6"),
    ((3, 3, 3, 0), None, "nine in all cannot be weighted"),
    ((30, 10, 20, 40), None, "nobody is too few"),
]


@pytest.mark.parametrize(("answered", "expected", "why"), BANDS)
def test_bands_are_merged(
    workspace: Workspace,
    surveys: Surveys,
    answered: tuple[int, ...],
    expected: list[str] | None,
    why: str,
) -> None:
    ages = question(1, "age", ["a", "b", "c", "d"], concept=Concept.AGE)
    people = [{1: age, 2: YES} for age, n in enumerate(answered, start=1) for _ in range(n)]
    surveys.wave("w", (ages, question(2, "safe", ["Yes", "No"])), people)
    surveys.margins("age", {"a": 1, "b": 1, "c": 1, "d": 1})
    wave, asked = wave_named(workspace, "w"), questionnaire(workspace, "w")
    assert could_merge(workspace, wave, asked) is (expected is not None), why
    if expected:
        weights = summary(workspace, "w", weighted=True, merge=True).weights
        assert weights is not None
        assert [m.category for m in weights.margins] == expected, why


def test_a_margin_that_was_not_asked_is_passed_over(workspace: Workspace, surveys: Surveys) -> None:
    surveys.wave("w", (SEX, SAFE), [{1: 1, 3: YES}] * 20 + [{1: 2, 3: NO}] * 20)
    surveys.margins("sex", {"female": 1, "MALE": 3})  # however it is written
    surveys.margins("age", {"16-34": 1})
    answers = summary(workspace, "w", weighted=True)
    assert "Not weighted by age: this wave did not ask it." in answers.caveats
    yes = next(row for row in answers.rows if row.option == "Yes")
    assert yes.weighted_percent == pytest.approx(25)


def test_an_answer_that_nobody_gave_needs_no_population(
    workspace: Workspace, surveys: Surveys
) -> None:
    """The census has no count of those who would rather describe themselves, and none answered."""
    sex = question(1, "sex", ["Female", "Male", "In another way"], concept=Concept.SEX)
    surveys.wave("w", (sex, SAFE), [{1: 1, 3: YES}] * 20 + [{1: 2, 3: NO}] * 20)
    surveys.margins("sex", {"Female": 1, "Male": 3})
    answers = summary(workspace, "w", question="safe", weighted=True)
    assert answers.rows[0].weighted_percent == pytest.approx(25)


def test_a_cap_that_keeps_the_shares_away_is_told(workspace: Workspace, surveys: Surveys) -> None:
    surveys.wave("w", EVERY, [{1: 1, 3: YES}] * 10 + [{1: 2, 3: NO}] * 990)
    surveys.margins("sex", {"Female": 1, "Male": 1})
    answers = summary(workspace, "w", question="safe", weighted=True)
    assert answers.weights is not None
    assert (answers.weights.capped, round(answers.weights.largest_gap)) == (10, 45)
    assert any("10 at the largest weight allowed" in caveat for caveat in answers.caveats)


def test_who_answered_beside_the_population(workspace: Workspace, surveys: Surveys) -> None:
    """Known even where too few answered to be weighted."""
    surveys.wave("w", EVERY, [{1: 1}] * 3 + [{1: 2}] * 1)
    surveys.margins("sex", {"Female": 600, "Male": 400})
    profile = who_answered(workspace, wave_named(workspace, "w"), questionnaire(workspace, "w"))
    assert [(m.category, m.population_percent, m.respondent_percent) for m in profile] == [
        ("Female", 60, 75),
        ("Male", 40, 25),
    ]
    assert {m.weighted_percent for m in profile} == {None}


PEOPLE = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            1: st.integers(1, 3),
            2: st.integers(1, 3),
            3: st.sampled_from([YES, NO]),
            4: st.sets(st.integers(1, 2), min_size=1).map(frozenset),
        },
    ),
    max_size=60,
)
# Enough of each to be weighted at all.
ENOUGH: list[Answers] = [{1: 1 + n % 2, 2: 1 + n % 3, 3: YES if n % 5 else NO} for n in range(36)]
POPULATION = st.fixed_dictionaries({option.label: st.integers(10, 90) for option in AGE.options})


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=examples(30),
)
@given(PEOPLE, POPULATION, st.sampled_from([None, "sex"]))
def test_weighted_shares_agree_with_weights_one_by_one(
    workspace: Workspace,
    surveys: Surveys,
    drawn: list[Answers],
    ages: dict[str, int],
    by: str | None,
) -> None:
    people = ENOUGH + drawn
    surveys.clear()
    surveys.wave("w", EVERY, people)
    surveys.margins("sex", {"Female": 55, "Male": 45})
    surveys.margins("age", ages)
    answers = summary(workspace, "w", by=by, weighted=True)
    said = [_said(person) for person in people]
    shares = {label: n / sum(ages.values()) for label, n in ages.items()}
    # Fitting stops within 0.1 point: in another order it would stop elsewhere.
    population = {"age": shares, "sex": {"Female": 0.55, "Male": 0.45}}
    weights = obvious.rake(said, population, 0.1)
    assert answers.weights is not None
    everybody = DescrStatsW([0] * len(people), weights)
    assert isclose(answers.weights.effective_base, sum(weights) ** 2 / sum(w * w for w in weights))
    assert isclose(everybody.sum_weights, len(people), rel_tol=1e-6)
    for row in (row for row in answers.rows if not row.group and row.option_number and row.base):
        asked = next(each.number for each in EVERY if each.slug == row.question)
        base = [(person, w) for person, w in zip(people, weights, strict=True) if asked in person]
        chose = [_chose(person[asked], row.option_number) for person, _ in base]
        statistics = DescrStatsW([float(each) for each in chose], [w for _, w in base])
        share = float(statistics.mean)
        assert row.weighted_percent == pytest.approx(100 * share, abs=1e-6)
        effective = sum(w for _, w in base) ** 2 / sum(w * w for _, w in base)
        low, high = proportion_confint(share * effective, effective, method="wilson")
        assert row.weighted_low == pytest.approx(100 * low, abs=1e-6)
        assert row.weighted_high == pytest.approx(100 * high, abs=1e-6)


def _said(one: Answers) -> dict[str, str]:
    """Return what one said of what is weighted by; don't know says nothing."""
    labels = {
        asked.slug: next((o.label for o in asked.options if o.number == one.get(asked.number)), "")
        for asked in (SEX, AGE)
    }
    return {slug: label for slug, label in labels.items() if label != DONT_KNOW}


def _chose(said: object, option: int | None) -> bool:
    return option in said if isinstance(said, frozenset) else said == option


def test_weighted_groups_are_withheld_too(workspace: Workspace, surveys: Surveys) -> None:
    few: Answers = {1: 1, 2: 3, 4: frozenset({1})}
    men_ticked: list[Answers] = [
        {**said, 4: frozenset({1 + n % 4 // 2})} if said[1] == 2 else said
        for n, said in enumerate(ENOUGH)
    ]
    surveys.wave("w", EVERY, [*men_ticked, few, few, few, few])
    surveys.margins("age", {"16-34": 1, "35-64": 1, "65+": 1})
    rows = summary(workspace, "w", question="ticks", by="sex", weighted=True).rows
    withheld = [row for row in rows if row.withheld]
    assert {row.group for row in withheld} == {"Female", "Male"}
    assert {row.weighted_percent for row in withheld} == {None}
