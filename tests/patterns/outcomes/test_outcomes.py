"""Outcomes: the counts of Year on year, shares that another library compares alike, and cohorts."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as generated
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest

from assessment.chance import points_between
from assessment.changes import Place, year_on_year
from assessment.changes.comparison import judged
from assessment.definitions import OutcomeGroup
from assessment.errors import NotPermitted
from assessment.patterns.outcomes import (
    MeasureOutcomes,
    OutcomeVerdict,
    RecordedOutcomes,
    outcomes_compared,
)
from assessment.patterns.outcomes.outcome_counts import outcome_counts
from assessment.people import Person, Role
from assessment.periods import add_months
from assessment.workspace import Workspace
from tests.changes.asked import ESSEX, PAIR, ROCHFORD, asking, days
from tests.changes.given import Given, months
from tests.properties import examples

BEFORE, NOW = date(2020, 6, 1), date(2021, 6, 1)
FIRST, LAST = date(2020, 4, 1), date(2022, 3, 1)
# A year after the period: every record has had twelve months.
LATER = date(2023, 3, 1)
CHARGED, NONE_FOUND = "Charged or summonsed", "Investigation complete; no suspect identified"
OPEN, STRANGE = "Under investigation", "Passed to the wizard"


def filled(given: Given, *, until: date = LATER, force: bool = False) -> Given:
    """A store whose one extract says of every month up to one what there is."""
    covers = ("force", "Essex Police") if force else ("district", "Rochford")
    given.extract(covers=[covers], when=months(FIRST, until))
    return given


def shared(given: Given, day: date, solved: int, of: int, measure: str = "burglary") -> None:
    given.records(solved, day, measure, outcome=CHARGED)
    given.records(of - solved, day, measure, outcome=NONE_FOUND)


def burglary(given: Given, place: Place = ROCHFORD) -> MeasureOutcomes:
    return row_of(outcomes_compared(given.workspace, asking(None, place)), "burglary")


def row_of(answer: RecordedOutcomes, measure: str) -> MeasureOutcomes:
    (row,) = (row for row in answer.rows if row.measure.id == measure)
    return row


@generated(
    st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
)
def test_interval_of_the_change_is_that_of_statsmodels(
    now: tuple[int, int], before: tuple[int, int]
) -> None:
    points, low, high = points_between(*now, *before)
    theirs = confint_proportions_2indep(*now, *before, method="newcomb", compare="diff")
    assert (low, high) == pytest.approx([100 * end for end in theirs], abs=1e-6)
    assert low - 1e-9 <= points <= high + 1e-9


def test_a_larger_share_is_higher_and_the_test_is_that_of_statsmodels(given_store: Given) -> None:
    given = filled(given_store)
    shared(given, BEFORE, 30, 300)
    shared(given, NOW, 80, 300)
    given.records(5, NOW, outcome=STRANGE)  # in neither part of the share
    given.seal()
    row = burglary(given)
    assert row.verdict is OutcomeVerdict.HIGHER
    assert row.points == pytest.approx(100 * (80 - 30) / 300)
    assert row.p_value == pytest.approx(proportions_ztest([80, 30], [300, 300])[1])
    assert row.now
    assert row.now.by_group == {
        OutcomeGroup.SOLVED: 80,
        OutcomeGroup.OTHER: 220,
        OutcomeGroup.OPEN: 0,
        OutcomeGroup.UNSAID: 0,
        OutcomeGroup.UNKNOWN: 5,
    }


def test_without_an_outcome_yet_is_not_solved_and_is_told(given_store: Given) -> None:
    given = filled(given_store)
    shared(given, BEFORE, 10, 100)
    given.records(10, NOW, outcome=CHARGED)
    given.records(90, NOW, outcome=OPEN)
    given.seal()
    now = burglary(given).now
    assert now
    assert (now.told, now.percent(OutcomeGroup.SOLVED)) == (100, 10)


@pytest.mark.parametrize(
    ("until", "verdict", "why"),
    [
        (LATER, OutcomeVerdict.HIGHER, "all have had twelve months"),
        (add_months(LATER, -1), OutcomeVerdict.NOT_COMPARABLE, "those of March have had eleven"),
        (LAST, OutcomeVerdict.NOT_COMPARABLE, "one file, in which the year before has a year more"),
    ],
)
def test_periods_are_compared_once_their_outcomes_have_come(
    given_store: Given, until: date, verdict: OutcomeVerdict, why: str
) -> None:
    given = filled(given_store, until=until)
    shared(given, BEFORE, 30, 300)
    shared(given, NOW, 80, 300)
    given.seal()
    row = burglary(given)
    assert row.verdict is verdict, why
    assert (row.points is None) == (verdict is OutcomeVerdict.NOT_COMPARABLE)
    if row.points is None:
        assert row.reason.startswith("Outcomes are still coming: records have had ")


def test_periods_are_compared_where_each_came_with_a_file_of_its_own_year(
    given_store: Given,
) -> None:
    given_store.extract(when=months(FIRST, date(2021, 3, 1)))
    given_store.extract(when=months(date(2021, 4, 1), LAST))
    shared(given_store, BEFORE, 30, 300)
    shared(given_store, NOW, 80, 300)
    given_store.seal()
    row = burglary(given_store)
    assert row.verdict is OutcomeVerdict.HIGHER, "the records of both had 0 to 11 months"
    assert len(row.time_now.unfinished) == 12


def test_a_later_extract_of_the_same_months_makes_them_older(given_store: Given) -> None:
    given = filled(given_store, until=LAST)
    shared(given, BEFORE, 30, 300)
    shared(given, NOW, 80, 300)
    given.seal()
    assert burglary(given).verdict is OutcomeVerdict.NOT_COMPARABLE
    given.extract(when=months(FIRST, LATER))
    answer = outcomes_compared(given.workspace, asking(None))
    assert row_of(answer, "burglary").verdict is OutcomeVerdict.HIGHER
    assert (answer.finished_to, answer.unfinished) == (LAST, ())


@pytest.mark.parametrize(
    ("untold", "verdict", "why"),
    [
        (33, OutcomeVerdict.HIGHER, "33 of 333 are hardly a tenth"),
        (34, OutcomeVerdict.NOT_COMPARABLE, "34 of 334 are more"),
    ],
)
@pytest.mark.parametrize("outcome", [None, STRANGE])
def test_where_too_many_say_nothing_the_others_do_not_speak_for_them(
    given_store: Given, outcome: str | None, untold: int, verdict: OutcomeVerdict, why: str
) -> None:
    given = filled(given_store)
    shared(given, BEFORE, 30, 300)
    shared(given, NOW, 80, 300)
    given.records(untold, NOW, outcome=outcome)
    given.seal()
    assert burglary(given).verdict is verdict, why


def test_fewer_than_twenty_are_not_compared(given_store: Given) -> None:
    given = filled(given_store)
    shared(given, BEFORE, 1, 19)
    shared(given, NOW, 80, 300)
    given.seal()
    assert burglary(given).reason.startswith("Fewer than 20")


def test_a_source_without_outcomes_has_none_and_is_not_unsolved(given_store: Given) -> None:
    given = filled(given_store)
    given.records(50, BEFORE)
    given.records(50, NOW)
    given.seal()
    row = burglary(given)
    assert row.verdict is OutcomeVerdict.NOT_TOLD
    assert not row.says_outcomes
    assert row.now
    assert row.now.percent(OutcomeGroup.SOLVED) is None


def test_a_period_that_is_not_covered_is_not_nought(given_store: Given) -> None:
    given_store.extract(when=months(date(2021, 4, 1), LATER))
    shared(given_store, NOW, 80, 300)
    given_store.seal()
    row = burglary(given_store)
    assert row.before is None
    assert row.reason == "One of the periods is not wholly covered."


def test_a_measure_has_one_verdict_alone_and_among_the_others(given_store: Given) -> None:
    given = filled(given_store)
    for measure in ("burglary", "arson", "robbery"):
        shared(given, BEFORE, 30, 300, measure)
        shared(given, NOW, 45, 300, measure)
    given.seal()
    among = row_of(outcomes_compared(given.workspace, asking(None)), "arson")
    (alone,) = outcomes_compared(given.workspace, asking("arson")).rows
    assert alone == among


def test_what_a_whole_force_recorded_has_outcomes_too(given_store: Given) -> None:
    given = filled(given_store, force=True)
    shared(given, BEFORE, 30, 300)
    given.records(20, NOW, district=None, outcome=CHARGED)
    given.seal()
    now = burglary(given, ESSEX).now
    assert now
    assert now.of(OutcomeGroup.SOLVED) == 20


def test_partners_are_not_shown_them(given_store: Given) -> None:
    filled(given_store).seal()
    partner = Workspace(given_store.workspace.store, Person("somebody", Role.PARTNER))
    with pytest.raises(NotPermitted, match="see numbers before small ones are withheld"):
        outcomes_compared(partner, asking(None))


records = st.lists(
    st.tuples(
        st.integers(1, 4),
        st.dates(FIRST, date(2022, 3, 31)),
        st.sampled_from(("burglary", "residential-burglary", "arson", "rape")),
        st.sampled_from((CHARGED, NONE_FOUND, OPEN, STRANGE, None, "")),
        st.sampled_from(("Rochford", "Castle Point", None)),
        st.sampled_from(((), ("domestic-abuse",), ("domestic-abuse", "hate-crime"))),
    ),
    max_size=25,
)


@pytest.mark.parametrize("cut", [False, True], ids=["whole months", "cut months"])
@settings(
    max_examples=examples(12),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@generated(rows=records)
def test_outcomes_add_up_to_the_count_of_year_on_year(
    given_store: Given,
    cut: bool,
    rows: list[tuple[int, date, str, str | None, str | None, tuple[str, ...]]],
) -> None:
    given_store.empty()
    given_store.extract(
        covers=[*(("district", name) for name in PAIR.districts), ("force", "Essex Police")],
        subjects=("offence", "anti-social-behaviour", "domestic-abuse", "hate-crime"),
        when=months(FIRST, LATER),
    )
    for n, day, measure, outcome, district, flags in rows:
        given_store.records(n, day, measure, outcome=outcome, district=district, flags=flags)
    given_store.seal()
    workspace = given_store.workspace
    for place in (PAIR, ROCHFORD, ESSEX):
        for measure_set in ("home-office", "flags"):
            question = asking(None, place, measure_set=measure_set)
            if cut:
                period = days(date(2021, 4, 11), date(2022, 2, 21))
                question = replace(question, period=period, comparison=period.year_before())
            changes = {c.measure.id: c for c in year_on_year(workspace, question).changes}
            judgement = judged(workspace, question)
            written = [
                outcome_counts(workspace, judgement.comparability, period)
                for period in (question.comparison, question.period)
            ]
            for row in outcomes_compared(workspace, question).rows:
                # Every record is read with its outcome: none is only the rest of a sum.
                read = [sum(of.get(row.measure.id, {}).values()) for of in written]
                assert read == [changes[row.measure.id].previous, changes[row.measure.id].current]
                change = changes.pop(row.measure.id)
                for counts, count in ((row.before, change.previous), (row.now, change.current)):
                    assert (counts and sum(counts.by_group.values())) == count
            assert not any(c.previous or c.current for c in changes.values())
