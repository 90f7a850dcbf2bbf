"""From what is known to scores: the rules of a scheme, residents, judgements, the whole matrix."""

from collections.abc import Mapping
from datetime import date

import pytest

from assessment.definitions import Scheme
from assessment.errors import InvalidRequest
from assessment.partnerships import add_partnership
from assessment.people import GRANTED, Permission, Person, Role
from assessment.risk_matrix import shipped_schemes
from assessment.risk_matrix.assessments import start_assessment
from assessment.risk_matrix.indicators.issue_facts import facts_of
from assessment.risk_matrix.indicators.prescoring import Cell, Evidence, prescored
from assessment.risk_matrix.issues import Issue
from assessment.risk_matrix.judgements import ScoredBy, judge
from assessment.risk_matrix.matrix import matrix
from assessment.risk_matrix.workshop.scorers import join, save_score
from assessment.risk_matrix.workshop.workshops import WorkshopMove, move, open_workshop
from assessment.survey.questionnaire import Concept, Mode, QuestionKind
from assessment.survey.reading.printed_results import SummarisedQuestion
from assessment.survey.waves.entered_wave import enter_summary
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.risk_matrix.records import (
    BEFORE,
    MARCH,
    NOW,
    ROCHFORD,
    TWO_YEARS,
    YEAR,
    an_issue,
    flagged,
    uncounted,
)

DEFAULT = shipped_schemes()["weighted-evidence"]
READ = Permission.READ_FIGURES
HARM_ONLY = shipped_schemes()["harm-only"]
FOUR = shipped_schemes()["four-by-four"]


def evidence(
    given_store: Given, criterion: str, issue: Issue, scheme: Scheme = DEFAULT
) -> Evidence:
    return known(given_store, [an_issue("rape"), issue], scheme)[issue.id, criterion]


def known(
    given_store: Given, issues: list[Issue], scheme: Scheme = DEFAULT
) -> Mapping[Cell, Evidence]:
    facts = facts_of(given_store.workspace, ROCHFORD, YEAR, issues)
    return prescored(facts, YEAR, issues, scheme)


def test_evidence_says_value_period_source_and_rule(covered: Given) -> None:
    covered.records(3, NOW, "arson")
    covered.records(97, NOW, "robbery")
    covered.seal()
    found = evidence(covered, "volume", an_issue("arson"))
    assert (found.value, found.score) == (3.0, 3)
    assert found.period == "1 April 2021 to 31 March 2022"
    assert found.rule == DEFAULT.criterion("volume").rule_in_words()
    assert "police" in found.source


@pytest.mark.parametrize(
    ("before", "now", "under_reported", "score", "caveat"),
    [
        (200, 100, False, 0, ""),
        (200, 100, True, 2, "A fall is therefore scored as no change"),
        (100, 90, False, 1, ""),
        (100, 90, True, 2, "A fall is therefore scored as no change"),
        (100, 100, True, 2, "a rise may mean that more people come forward"),
        (100, 200, True, 5, "a rise may mean that more people come forward"),
    ],
)
def test_a_fall_of_what_is_under_reported_is_not_read_as_better(
    covered: Given, before: int, now: int, under_reported: bool, score: int, caveat: str
) -> None:
    covered.records(before, BEFORE, "arson")
    covered.records(now, NOW, "arson")
    covered.seal()
    found = evidence(covered, "change", an_issue("arson", under_reported=under_reported))
    assert found.score == score
    assert caveat in " ".join(found.caveats)
    assert ("therefore" in " ".join(found.caveats)) is (caveat.startswith("A fall"))


def test_a_percentage_of_too_few_scores_and_is_not_shown(covered: Given) -> None:
    covered.records(5, BEFORE, "arson")
    covered.records(6, NOW, "arson")
    covered.seal()
    found = evidence(covered, "change", an_issue("arson"))
    assert (found.value, found.score) == (None, 3)


@pytest.mark.parametrize(
    ("leaf", "score", "words"),
    [
        ("burglary", 4, "183.5 to 273.5"),  # 183.5 and 273.5 days are one step: the score is sure
        ("sexual-offences", None, "The score is one from 4 to 5: people judge which."),
    ],
)
def test_a_mixture_is_scored_only_where_every_mixture_scores_the_same(
    covered: Given, leaf: str, score: int | None, words: str
) -> None:
    covered.records(4, NOW, leaf)
    covered.seal()
    found = evidence(covered, "harm", an_issue(leaf))
    assert (found.value, found.score) == (None, score)
    assert words in found.in_words


def test_nothing_known_is_missing_and_never_zero(covered: Given) -> None:
    found = known(covered, [uncounted("radicalisation"), uncounted("x")])
    assert {one.score for one in found.values()} == {None}
    assert "counter-terrorism policing" in found["radicalisation", "volume"].in_words
    assert found["x", "volume"].in_words == "No records count this issue."
    assert found["x", "partnership"].in_words == "People judge this."


def test_a_scheme_without_scales_takes_what_was_counted(covered: Given) -> None:
    covered.records(4, NOW, "rape")
    covered.records(4, NOW, "burglary")  # its harm is a range: nothing to rank by
    covered.seal()
    found = known(covered, [an_issue("rape"), an_issue("burglary")], HARM_ONLY)
    assert found["rape", "harm"].score == 10220
    assert found["burglary", "harm"].score is None


def survey(
    given_store: Given,
    last: date | None = MARCH,
    *,
    name: str = "rochford-residents",
    synthetic: bool = False,
    concept: Concept = Concept.PRIORITY,
    burglary: float = 40.0,
    base: int = 200,
) -> None:
    question = SummarisedQuestion(
        "What should be the priorities?",
        QuestionKind.MULTIPLE,
        base,
        {
            "House burglary": burglary,
            "Street drinking": 31.0,
            "Groups hanging around": 12.0,
            "Hate crime": 6.0,
            "Speeding": 70.0,
            "County lines": 22.0,
        },
        concept,
    )
    enter_summary(
        given_store.workspace,
        survey=name,
        wave=f"{name}-{last or 'undated'}",
        mode=Mode.PANEL,
        questions=[question],
        first_day=last and last.replace(day=1),
        last_day=last,
        synthetic=synthetic,
    )


@pytest.mark.parametrize(
    ("issue", "value", "score", "why"),
    [
        (an_issue("residential-burglary"), 40.0, 4, "by the group that its measure is of"),
        (an_issue("nuisance-anti-social-behaviour"), 31.0, 3, "of two options, not their sum"),
        (flagged("hate-crime"), 6.0, 1, "a flag by its name"),
        (uncounted("county-lines"), 22.0, 3, "what nothing counts, by its name"),
        (an_issue("death-or-serious-injury-by-unlawful-driving"), None, None, "not speeding"),
        (an_issue("arson"), None, None, "nobody was asked about it"),
    ],
)
def test_public_concern(
    covered: Given, issue: Issue, value: float | None, score: int | None, why: str
) -> None:
    survey(covered)
    covered.records(1, NOW, "arson")
    covered.seal()
    found = evidence(covered, "concern", issue)
    assert (found.value, found.score) == (value, score), why
    if value is not None:
        count = round(2 * value)
        assert "of 200 who answered chose" in found.in_words
        assert found.in_words.endswith(f"({count}).")
        assert found.period == "1 March 2022 to 1 March 2022"
        assert found.source.startswith("rochford-residents-2022-03-01")
    else:
        assert "did not ask about it" in found.in_words


def test_the_latest_survey_of_the_partnership_until_half_a_year_later(covered: Given) -> None:
    survey(covered, date(2021, 9, 1), burglary=10.0)
    survey(covered, date(2022, 9, 1), burglary=20.0)
    survey(covered, date(2022, 10, 1), burglary=30.0)  # too late: next year's
    survey(covered, date(2022, 8, 1), name="medway", burglary=50.0)  # another partnership's
    survey(covered, date(2022, 9, 15), name="rochford-examples", synthetic=True, burglary=60.0)
    survey(covered, date(2022, 9, 20), name="rochford-safety", concept=Concept.PROBLEM)
    covered.records(1, NOW, "residential-burglary")
    covered.seal()
    assert evidence(covered, "concern", an_issue("residential-burglary")).value == 20


@pytest.mark.parametrize("role", [each for each in Role if READ in GRANTED[each]])
@pytest.mark.parametrize(("base", "value", "why"), [(4, None, "very few"), (5, 40.0, "enough")])
def test_what_very_few_said_is_nobodys_concern(
    covered: Given, base: int, value: float | None, why: str, role: Role
) -> None:
    """For everybody, as a score is: partners are not shown what it would rest on."""
    survey(covered, base=base)
    covered.records(1, NOW, "arson")
    covered.seal()
    asked, unasked = issues = [an_issue("residential-burglary"), an_issue("arson")]
    asking = Workspace(covered.workspace.store, Person("somebody", role))
    found = prescored(facts_of(asking, ROCHFORD, YEAR, issues), YEAR, issues, DEFAULT)
    assert found[asked.id, "concern"].value == value, why
    for issue in issues:
        assert ("by fewer than 5" in found[issue.id, "concern"].in_words) is (base == 4)
    assert found[unasked.id, "concern"].value is None


# When waves were asked, what is known from them, and in which words.
WAVES = [
    ([], None, "No survey of this partnership asked what should be a priority.", "none"),
    ([date(2022, 10, 1)], None, "more than 6 months after the year", "too late for the year"),
    ([None], 10.0, "10% of 200 who answered", "undated, and the only one"),
    ([date(2021, 9, 1), None], 10.0, "10% of 200 who answered", "a dated one before an undated"),
    ([None, date(2021, 9, 1)], 20.0, "20% of 200 who answered", "in whatever order they came"),
    (
        [date(2022, 10, 1), None],
        20.0,
        "20% of 200 who answered",
        "an undated if others are late",
    ),
]


@pytest.mark.parametrize(("asked", "value", "words", "why"), WAVES)
def test_a_wave_that_nothing_dates_counts_where_no_dated_one_does(
    covered: Given, asked: list[date | None], value: float | None, words: str, why: str
) -> None:
    for number, last in enumerate(asked, start=1):
        survey(covered, last, burglary=10.0 * number)
    covered.records(1, NOW, "residential-burglary")
    covered.seal()
    found = evidence(covered, "concern", an_issue("residential-burglary"))
    assert found.value == value, why
    assert words in found.in_words, why
    is_undated = value is not None and asked[int(value / 10) - 1] is None
    assert ("Nothing says when this survey was asked" in " ".join(found.caveats)) is is_undated
    assert (found.period == "undated") is is_undated


def filled(covered: Given) -> None:
    covered.records(40, BEFORE, "arson")
    covered.records(60, NOW, "arson")
    covered.records(40, NOW, "robbery")
    covered.seal()


def test_a_matrix_of_evidence_alone(covered: Given) -> None:
    filled(covered)
    found = matrix(covered.workspace, "rochford")
    assert found.assessment is None
    assert found.period == YEAR
    assert found.scheme.id == "weighted-evidence"
    assert [one.issue for one in found.ranked][:2] == ["robbery", "arson"]
    unranked = [one.issue for one in found.ranked if one.rank is None]
    assert {"county-lines", "radicalisation"} <= set(unranked)


def test_judgements_fill_in_and_override(covered: Given) -> None:
    filled(covered)
    issues = [an_issue("arson"), an_issue("robbery"), uncounted("county-lines")]
    begun = start_assessment(covered.workspace, "rochford", MARCH, DEFAULT, issues)
    hidden, harm = DEFAULT.criterion("hidden"), DEFAULT.criterion("harm")
    said = evidence(covered, "harm", an_issue("arson"))
    judge(covered.workspace, begun.id, "county-lines", hidden, 5, "Known from intelligence.")
    judge(covered.workspace, begun.id, "arson", harm, 1, "All of it bins.", said.value)
    found = matrix(covered.workspace, "rochford")
    assert found.assessment == begun
    assert found.effective_scores["county-lines", "hidden"].by is ScoredBy.DESK
    overridden = found.effective_scores["arson", "harm"]
    assert (overridden.value, overridden.data, overridden.is_overridden) == (1, 4, True)
    assert found.evidence["arson", "harm"].score == 4, "the score from data stays visible"
    given = {one.issue: one.scored.given for one in found.ranked}
    assert given["county-lines"]["hidden"] == 5
    assert given["arson"]["harm"] == 1


def test_the_panels_median_counts_once_it_is_shown(covered: Given) -> None:
    filled(covered)
    begun = start_assessment(covered.workspace, "rochford", MARCH, DEFAULT, [an_issue("arson")])
    there = open_workshop(covered.workspace, begun.id)
    partnership = DEFAULT.criterion("partnership")
    for value in (2, 3, 5):
        who = join(covered.workspace, there.code, f"Agency {value}", "officer")
        save_score(covered.workspace, who, "arson", partnership, value)
    assert (
        matrix(covered.workspace, "rochford").effective_scores["arson", "partnership"].value is None
    )
    move(covered.workspace, there, WorkshopMove.REVEAL)
    stands = matrix(covered.workspace, "rochford").effective_scores["arson", "partnership"]
    assert (stands.value, stands.by) == (3, ScoredBy.PANEL)


def test_what_was_judged_on_one_scale_is_not_read_on_another(covered: Given) -> None:
    """Both schemes have a criterion called harm: one in steps, one in days."""
    filled(covered)
    begun = start_assessment(covered.workspace, "rochford", MARCH, DEFAULT, [an_issue("arson")])
    harm = DEFAULT.criterion("harm")
    judge(covered.workspace, begun.id, "arson", harm, 1, "All of it bins.")
    (only,) = matrix(covered.workspace, "rochford", scheme_id="harm-only").ranked
    assert only.scored.score == 60 * 185
    (only,) = matrix(covered.workspace, "rochford", scheme_id="four-by-four").ranked
    assert only.scored.given["impact"] == evidence(covered, "impact", an_issue("arson"), FOUR).score


def test_the_latest_assessment_unless_a_year_is_named(covered: Given) -> None:
    filled(covered)
    begun = [
        start_assessment(covered.workspace, "rochford", ending, DEFAULT, [an_issue("arson")])
        for ending in (MARCH, date(2021, 3, 1), MARCH)
    ]
    add_partnership(covered.workspace, "Maldon", ["Maldon"])
    for ending, expected in ((None, begun[2]), (date(2021, 3, 1), begun[1]), (MARCH, begun[2])):
        assert matrix(covered.workspace, "rochford", ending=ending).assessment == expected
    assert matrix(covered.workspace, "rochford", ending=date(2022, 2, 1)).assessment is None
    assert matrix(covered.workspace, "maldon").assessment is None, "another partnership's"


@pytest.mark.parametrize(
    ("partnership", "scheme", "ending", "words"),
    [
        ("nowhere", "weighted-evidence", None, "There is no partnership 'nowhere'"),
        ("rochford", "weighed-evidence", None, "Did you mean weighted-evidence"),
        ("rochford", "weighted-evidence", date(2031, 3, 1), "No records cover Rochford"),
    ],
)
def test_what_cannot_be_scored_is_told(
    covered: Given, partnership: str, scheme: str, ending: date | None, words: str
) -> None:
    assert TWO_YEARS[-1] == MARCH
    with pytest.raises(InvalidRequest, match=words):
        matrix(covered.workspace, partnership, scheme_id=scheme, ending=ending)
