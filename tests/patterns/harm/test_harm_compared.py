"""Harm: what the risk matrix says of it, ranks that are ranges where weights are, and no zeros."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as generated
from hypothesis import strategies as st

from assessment.changes import Place, year_on_year
from assessment.definitions import COST, SEVERITY, WEIGHT_SETS, harm_weights
from assessment.errors import InvalidRequest, NotPermitted
from assessment.outputs.harm.harm_tables import harm_html
from assessment.outputs.harm.harm_wording import place_beside
from assessment.patterns.harm import MeasureHarm, Ranks, harm_compared
from assessment.patterns.harm.harm_ranks import ranks_of
from assessment.people import Person, Role
from assessment.risk_matrix.evidence.indicators_from_records import count_issues
from assessment.risk_matrix.indicators.harm_indicators import HARM_DAYS, REPORTED_DAYS
from assessment.workspace import Workspace
from tests.changes.asked import ESSEX, ROCHFORD, YEAR, asking, days
from tests.changes.given import Given, months
from tests.properties import examples
from tests.risk_matrix.records import an_issue, flagged

BEFORE, NOW = date(2020, 6, 1), date(2021, 6, 1)
FIRST, LAST = date(2020, 4, 1), date(2022, 3, 1)
SUBJECTS = ("offence", "anti-social-behaviour", "domestic-abuse", "hate-crime")


@pytest.fixture
def covered(given_store: Given) -> Given:
    given_store.extract(
        covers=[("district", "Rochford"), ("force", "Essex Police")],
        subjects=SUBJECTS,
        when=months(FIRST, LAST),
    )
    return given_store


def harm(
    given: Given, measure: str, place: Place = ROCHFORD, *, without_found: bool = False
) -> MeasureHarm:
    question = asking(measure, place)
    (row,) = harm_compared(given.workspace, question, without_found=without_found).rows
    return row


def test_total_is_number_times_weight_now_and_before(covered: Given) -> None:
    covered.records(2, BEFORE, "rape")
    covered.records(3, NOW, "rape")
    covered.seal()
    row = harm(covered, "rape")
    assert (row.before, row.now) == ((5110, 5110), (7665, 7665))
    assert row.difference is None, "fewer than 20 are not compared"


def test_a_mixture_is_a_range_and_is_never_guessed(covered: Given) -> None:
    covered.records(30, BEFORE, "burglary")
    covered.records(40, NOW, "burglary")
    covered.seal()
    row = harm(covered, "burglary")
    assert row.now == (40 * 183.5, 40 * 273.5)
    assert row.difference is None


def test_what_has_no_weight_has_no_harm_and_what_is_not_recorded_has_none_at_all(
    covered: Given,
) -> None:
    covered.records(9, NOW, "nuisance-anti-social-behaviour")
    covered.records(1, BEFORE, "arson")
    covered.seal()
    disorder = harm(covered, "nuisance-anti-social-behaviour")
    assert (disorder.now, disorder.ranks) == (None, None)
    assert harm(covered, "arson").now == (0, 0)


def test_a_year_that_is_not_covered_is_not_nought(given_store: Given) -> None:
    given_store.extract(when=months(date(2021, 4, 1), LAST))
    given_store.records(3, NOW, "rape")
    given_store.seal()
    row = harm(given_store, "rape")
    assert (row.before, row.now) == (None, (7665, 7665))


def test_what_police_find_is_left_out_if_that_is_asked(covered: Given) -> None:
    covered.records(9, NOW, "possession-of-weapons")
    covered.seal()
    assert harm(covered, "possession-of-weapons").now is not None
    row = harm(covered, "possession-of-weapons", without_found=True)
    assert (row.now, row.of_now.left_out) == (None, 9)


def test_a_change_of_one_weight_is_clear_where_that_of_the_number_is(covered: Given) -> None:
    covered.records(200, BEFORE, "shoplifting")
    covered.records(400, NOW, "shoplifting")
    covered.seal()
    row = harm(covered, "shoplifting")
    (change,) = year_on_year(covered.workspace, asking("shoplifting")).changes
    assert row.change == change
    assert row.is_clear == (change.verdict.value == "rise")
    assert row.difference == 200


def test_range_of_a_change_is_as_wide_as_simulated_offences_vary(covered: Given) -> None:
    """Poisson numbers of two kinds of offences, each with its weight, drawn again and again."""
    for day in (BEFORE, NOW):
        covered.records(100, day, "rape")
        covered.records(300, day, "other-sexual-offences")
    covered.seal()
    row = harm(covered, "sexual-offences")
    assert row.low is not None
    assert row.high is not None
    draw = np.random.default_rng(1)
    year = draw.poisson(100, 200_000) * 2555 + draw.poisson(300, 200_000) * 182.25
    spread = (row.change.dispersion or 1) ** 0.5 * year.std() * 2**0.5
    assert (row.high - row.low) / 2 == pytest.approx(1.96 * spread, rel=0.01)


@pytest.mark.parametrize(
    ("rows", "ranks", "why"),
    [
        (
            [(9, (9.0, 9.0)), (1, (50.0, 50.0))],
            [Ranks(1, 2, 2, 2), Ranks(2, 1, 1, 2)],
            "one weight each",
        ),
        (
            [(9, (9.0, 90.0)), (1, (50.0, 50.0))],
            [Ranks(1, 1, 2, 2), Ranks(2, 1, 2, 2)],
            "it depends on what the first were",
        ),
        ([(5, (7.0, 7.0)), (5, (7.0, 7.0))], [Ranks(1, 1, 1, 2)] * 2, "equal ones share a place"),
        ([], [], "nothing"),
    ],
)
def test_places(rows: list[tuple[int, tuple[float, float]]], ranks: list[Ranks], why: str) -> None:
    assert ranks_of(rows) == ranks, why


@pytest.mark.parametrize(
    ("ranks", "apart"),
    [
        (Ranks(10, 2, 2, 20), 8),
        (Ranks(10, 2, 4, 20), 6),
        (Ranks(3, 2, 4, 20), 0),
        (Ranks(1, 5, 9, 20), -4),
    ],
)
def test_places_are_apart_by_what_is_certain(ranks: Ranks, apart: int) -> None:
    assert ranks.apart == apart


def test_totals_are_not_ranked_among_their_parts(covered: Given) -> None:
    covered.records(3, NOW, "rape")
    covered.seal()
    rows = {row.measure.id: row for row in harm_compared(covered.workspace, asking(None)).rows}
    assert rows["all-crime"].ranks is None
    assert rows["rape"].ranks == Ranks(1, 1, 1, 1)


def test_a_force_is_weighed_with_what_names_no_district(covered: Given) -> None:
    covered.records(2, NOW, "rape", flags=("domestic-abuse",))
    covered.records(1, NOW, "rape", district=None, flags=("domestic-abuse",))
    covered.records(1, NOW, "violence-with-injury", district=None, category="8G")
    covered.seal()
    flag = asking("domestic-abuse", ESSEX, measure_set="flags")
    violence = asking("violence-with-injury", ESSEX)
    found = [
        harm(covered, "rape", ESSEX),
        *harm_compared(covered.workspace, flag).rows,
        # By its code.
        *harm_compared(covered.workspace, violence, SEVERITY).rows,
    ]
    assert [row.now for row in found] == [(7665, 7665), (7665, 7665), (127, 127)]


def test_refused(covered: Given) -> None:
    covered.seal()
    period = days(date(2021, 4, 11), date(2022, 2, 21))
    cut = replace(asking(None), period=period, comparison=period.year_before())
    with pytest.raises(InvalidRequest, match="whole months"):
        harm_compared(covered.workspace, cut)
    with pytest.raises(InvalidRequest, match="There are: cambridge-crime-harm-index"):
        harm_compared(covered.workspace, asking(None), "mine")
    partner = Workspace(covered.workspace.store, Person("somebody", Role.PARTNER))
    with pytest.raises(NotPermitted, match="see numbers before small ones are withheld"):
        harm_compared(partner, asking(None))


records = st.lists(
    st.tuples(
        st.integers(1, 30),
        st.sampled_from((BEFORE, NOW)),
        st.sampled_from(
            ("rape", "arson", "shoplifting", "possession-of-weapons", "violence-with-injury")
        ),
        st.sampled_from(("", "8N", "8G Actual bodily harm")),
        st.sampled_from(((), ("hate-crime",))),
    ),
    max_size=20,
)
ISSUES = ("rape", "arson", "possession-of-weapons", "violence-with-injury", "all-crime")


@settings(
    max_examples=examples(10),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@generated(rows=records)
def test_harm_is_that_of_the_risk_matrix(
    covered: Given, rows: list[tuple[int, date, str, str, tuple[str, ...]]]
) -> None:
    covered.run("DELETE FROM incident")
    covered.run("DELETE FROM monthly_count")
    covered.run("DELETE FROM monthly_district_count")
    for n, day, measure, category, flags in rows:
        covered.records(n, day, measure, category=category, flags=flags)
    covered.seal()
    workspace = covered.workspace
    issues = [*(an_issue(name) for name in ISSUES), flagged("hate-crime")]
    counts = count_issues(workspace, ROCHFORD, YEAR, issues)
    for indicator, without_found in ((HARM_DAYS, False), (REPORTED_DAYS, True)):
        ours = {
            row.measure.id: row
            for measure_set in ("home-office", "flags")
            for row in harm_compared(
                workspace,
                asking(None, measure_set=measure_set),
                without_found=without_found,
            ).rows
        }
        for issue in issues:
            theirs = indicator.tell(counts[issue.id]).value
            row = ours.get(issue.id)
            if row is None or row.now is None or row.now[0] != row.now[1]:
                assert theirs in (None, 0)
            else:
                assert row.now[0] == pytest.approx(theirs)


def test_each_set_of_weights_can_be_chosen(covered: Given) -> None:
    covered.records(2, NOW, "robbery")
    covered.seal()
    totals = [
        harm_compared(covered.workspace, asking("robbery"), weights).rows[0].now
        for weights in WEIGHT_SETS
    ]
    assert totals == [(730, 730), (1492, 1492), (22640, 22640)]
    assert WEIGHT_SETS[2] == COST


@pytest.mark.parametrize("weights", WEIGHT_SETS)
def test_the_place_beside_is_the_place_by_the_other_weights(covered: Given, weights: str) -> None:
    for n, measure in ((3, "homicide"), (30, "robbery-of-personal-property"), (200, "shoplifting")):
        covered.records(n, BEFORE, measure)
        covered.records(n, NOW, measure)
    covered.records(40, NOW, "rape")
    covered.seal()
    answer = harm_compared(covered.workspace, asking(None), weights)
    assert answer.beside != weights
    other = harm_compared(covered.workspace, asking(None), answer.beside)
    places = {row.measure.id: row.ranks for row in other.rows}
    assert {row.measure.id: row.ranks_beside for row in answer.rows} == places
    html = harm_html(answer)
    assert f"By {harm_weights(answer.beside).scheme}" in html
    for row in answer.rows:
        if row.measure.level:
            assert place_beside(row) in html
    assert (places["rape"] is None) is (answer.beside == SEVERITY)
