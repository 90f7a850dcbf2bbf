"""How much measures ordinarily change: measured over the force's districts, or what is usual."""

from datetime import date
from math import hypot, sqrt

import numpy as np
import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as st

from assessment.changes import By, Place, Verdict, year_on_year
from assessment.changes.variation.ordinary_variation import (
    FEWEST_AREAS,
    Rest,
    deviate,
    estimated,
    farthest_deviate,
    moved_together,
    rest_of,
)
from assessment.definitions import districts
from assessment.people import Person, Role
from assessment.periods import add_months
from assessment.workspace import Workspace
from tests import alternative_implementations as obvious
from tests.changes.asked import ESSEX, PAIR, YEAR, asking, only
from tests.changes.given import Given, months
from tests.properties import examples

TWO_YEARS = months(date(2020, 4, 1), date(2022, 3, 1))
ESSEX_DISTRICTS = districts().of_force("Essex Police")
# What is usual of a district apart from its force, and of its force.
BURGLARY = hypot(0.145, 0.145)


def test_rochfords_anti_social_behaviour_is_an_ordinary_rise() -> None:
    """METHODS: 1,261 to 1,488 is z 4.3 by counting, and 1.7 where districts vary by 9%."""
    rates = (1261, 365, 1488, 365)
    assert round(deviate(*rates, 0.0), 1) == 4.3
    assert round(deviate(*rates, 0.09), 1) == 1.7


def test_none_before_has_a_deviate_too() -> None:
    assert deviate(0, 365, 30, 365, 0.1) > 1.96
    assert deviate(30, 365, 0, 365, 0.1) < -1.96


def farthest(previous: int, current: int, rest: Rest | None) -> float:
    return farthest_deviate(previous, 365, current, 365, hypot(0.05, 0.1), 0.05, rest)


def test_what_a_whole_force_did_is_far_from_year_to_year_alone() -> None:
    """10,000 to 15,000 as the others: 3.6 times what forces and districts move, and 0 apart."""
    assert farthest(10_000, 15_000, None) == pytest.approx(3.60, abs=0.01)
    assert farthest(10_000, 15_000, Rest(90_000, 135_000, 0.1)) == farthest(10_000, 15_000, None)


def test_what_a_district_did_alone_is_far_apart_from_the_others() -> None:
    """A rise of 15% is 1.2 of what years ordinarily differ by, beside a fall of 10% it is 4.5."""
    assert farthest(10_000, 11_500, None) == pytest.approx(1.24, abs=0.01)
    beside = farthest(10_000, 11_500, Rest(90_000, 81_000, 0.1))
    assert beside == pytest.approx(4.51, abs=0.01)


def test_what_districts_did_together_before_says_how_much_they_move() -> None:
    """The year that is judged does not; a usual value counts as much as four years."""
    previous, current = np.full((4, 8), 1e9), np.full((4, 8), 1e9)
    current[0] = 5e9
    value, years = moved_together(previous, current, 0.0, 0.1)
    assert value == pytest.approx(0.1 * sqrt(4 / 7))
    assert years == 3
    current[1:] *= np.exp([[0.2], [-0.2], [0.2]])
    expected = sqrt((3 * 0.2**2 + 4 * 0.1**2) / 7)
    assert moved_together(previous, current, 0.0, 0.1)[0] == pytest.approx(expected)
    assert moved_together(previous[:1], current[:1], 0.0, 0.1) == (0.1, 0)
    # What districts move apart is not taken for the force's: of eight alike an eighth of it.
    less = sqrt((3 * (0.2**2 - 0.08**2 / 8) + 4 * 0.1**2) / 7)
    assert moved_together(previous, current, 0.08, 0.1)[0] == pytest.approx(less)


def test_the_rest_are_the_others_that_have_records_in_both_periods() -> None:
    before, now = np.array([100.0, 50.0, np.nan, 0.0]), np.array([200.0, 50.0, 70.0, 9.0])
    assert rest_of(before, now) == Rest(150, 250, (300**2 + 100**2) / 400**2)
    assert rest_of(before[2:], now[2:]) is None


@pytest.mark.parametrize(
    ("previous", "current", "why"),
    [
        ([[100.0] * 7], [[110.0] * 7], "seven districts"),
        ([[100.0] * 7 + [0.0]], [[110.0] * 8], "the eighth had none"),
        ([[100.0] * 7 + [np.nan]], [[110.0] * 8], "the eighth is not covered"),
    ],
)
def test_too_few_districts_measure_nothing(
    previous: list[list[float]], current: list[list[float]], why: str
) -> None:
    assert estimated(np.array(previous), np.array(current), 0.1) is None, why


def test_districts_that_all_change_alike_vary_by_nothing() -> None:
    """What is left is what is usual, for its weight of 24 against 8 changes."""
    value, changes = estimated(np.full((1, 8), 100.0), np.full((1, 8), 150.0), 0.2) or (0, 0)
    assert changes == 8
    assert value == pytest.approx(0.2 * sqrt(24 / 32))


def test_variation_that_is_there_is_found() -> None:
    """Two thousand districts that vary by 15%, counted without much chance."""
    draws = np.random.default_rng(3)
    before = draws.poisson(20_000, (1, 2000)).astype(float)
    now = draws.poisson(20_000 * np.exp(draws.normal(0, 0.15, (1, 2000)))).astype(float)
    value, _ = estimated(before, now, 0.15) or (0, 0)
    assert abs(value - 0.15) < 0.01


counts = st.integers(0, 400)


@settings(max_examples=examples(50))
@generated(
    st.integers(1, 3).flatmap(
        lambda years: st.lists(
            st.lists(st.tuples(counts, counts), min_size=10, max_size=10),
            min_size=years,
            max_size=years,
        )
    ),
    st.floats(0.01, 0.3),
)
def test_it_agrees_with_the_obvious_way(changes: list[list[tuple[int, int]]], usual: float) -> None:
    table = np.array(changes, dtype=float)
    answer = estimated(table[..., 0], table[..., 1], usual)
    expected = obvious.ordinary_variation(changes, usual)
    if expected is None:
        assert answer is None
    else:
        assert answer is not None
        assert answer[0] == pytest.approx(expected)


def fill(given_store: Given, names: tuple[str, ...], before: int, now: dict[str, int]) -> None:
    """Some districts with as many burglaries before, and others now, and an arson a month."""
    covers = [("district", name) for name in names]
    given_store.extract(covers=covers, when=TWO_YEARS)
    for name in names:
        for month in range(12):
            day = add_months(date(2020, 4, 1), month)
            later = add_months(day, 12)
            total = now.get(name, before)
            given_store.records(before // 12 + (month < before % 12), day, district=name)
            given_store.records(total // 12 + (month < total % 12), later, district=name)
            for when in (day, later):
                given_store.records(1, when, "arson", district=name)
    given_store.seal()


def test_a_rise_that_districts_ordinarily_see_is_a_rise_and_not_unusual(given_store: Given) -> None:
    swings = {name: 1000 + 150 * (-1) ** at for at, name in enumerate(ESSEX_DISTRICTS)}
    fill(given_store, ESSEX_DISTRICTS, 1000, {**swings, "Rochford": 1200, "Maldon": 1750})
    place = Place("Rochford", ("Rochford",))
    rochford = only(year_on_year(given_store.workspace, asking(place=place)))
    maldon = Place("Maldon", ("Maldon",))
    other = only(year_on_year(given_store.workspace, asking(place=maldon)))
    assert (rochford.verdict, rochford.unusual) == (Verdict.RISE, False)
    assert (other.verdict, other.unusual) == (Verdict.RISE, True)
    assert rochford.ordinary_variation_from == (
        "14 changes of districts of Essex Police, and what is usual of such records"
    )
    assert rochford.ordinary_variation == other.ordinary_variation
    before, now = 14 * 1000, sum(swings.values()) - swings["Rochford"] - swings["Maldon"] + 2950
    assert rochford.force_percent == pytest.approx(100 * (now - before) / before)


def test_of_few_districts_what_is_usual_is_taken(given_store: Given) -> None:
    fill(given_store, PAIR.districts, 1000, {"Rochford": 1200})
    (_, rochford) = year_on_year(given_store.workspace, asking(place=PAIR, by=By.DISTRICT)).changes
    assert rochford.ordinary_variation == BURGLARY
    assert rochford.ordinary_variation_from == "what is usual of such records"
    assert (rochford.verdict, rochford.unusual) == (Verdict.RISE, False)
    # Not all of the force is there: nothing is said of it.
    assert rochford.force_percent is None


def test_no_clear_change_is_not_unusual_and_what_is_not_compared_is_neither(
    given_store: Given,
) -> None:
    fill(given_store, PAIR.districts, 1000, {})
    same = only(year_on_year(given_store.workspace, asking(place=PAIR)))
    assert (same.verdict, same.unusual) == (Verdict.NO_CLEAR_CHANGE, False)
    later = asking(place=PAIR, period=YEAR, comparison=YEAR.year_before().year_before())
    refused = only(year_on_year(given_store.workspace, later))
    assert (refused.verdict, refused.unusual) == (Verdict.NOT_COMPARABLE, None)
    assert (refused.ordinary_variation, refused.ordinary_variation_from) == (None, "")


def test_years_further_apart_ordinarily_differ_more(given_store: Given) -> None:
    given_store.extract(when=months(date(2017, 4, 1), date(2022, 3, 1)))
    far = YEAR.year_before().year_before().year_before().year_before()
    change = only(year_on_year(given_store.workspace, asking(comparison=far)))
    assert change.ordinary_variation == pytest.approx(BURGLARY * 2)


def test_a_district_with_a_month_without_any_offence_is_not_counted_as_covered(
    given_store: Given,
) -> None:
    fill(given_store, ESSEX_DISTRICTS[:FEWEST_AREAS], 1000, {})
    given_store.run("DELETE FROM monthly_district_count WHERE district = ? AND month = ?",
                    [ESSEX_DISTRICTS[0], date(2021, 5, 1)])  # fmt: skip
    place = Place(ESSEX_DISTRICTS[1], (ESSEX_DISTRICTS[1],))
    change = only(year_on_year(given_store.workspace, asking(place=place)))
    assert change.ordinary_variation == BURGLARY


def test_wards_are_set_beside_wards_where_there_are_eight(given_store: Given) -> None:
    given_store.extract(when=TWO_YEARS)
    for number in range(8):
        ward, rose = f"Ward {number}", 100 + 40 * (-1) ** number
        given_store.records(100, date(2020, 6, 5), ward=ward, lsoa=f"E{number}")
        given_store.records(rose, date(2021, 6, 5), ward=ward, lsoa=f"E{number}")
    given_store.seal()
    by_ward = year_on_year(given_store.workspace, asking(by=By.WARD)).changes
    by_lsoa = year_on_year(given_store.workspace, asking(by=By.LSOA)).changes
    district = only(year_on_year(given_store.workspace, asking()))
    for change in (*by_ward, *by_lsoa):
        assert change.ordinary_variation_from.startswith("8 changes of wards of Rochford")
        assert change.ordinary_variation == by_ward[0].ordinary_variation
    assert (by_ward[0].ordinary_variation or 0) > (district.ordinary_variation or 1)


def test_the_whole_force_has_no_force_beside_it(given_store: Given) -> None:
    given_store.extract(covers=[("force", "Essex Police")], when=TWO_YEARS)
    assert only(year_on_year(given_store.workspace, asking(place=ESSEX))).force_percent is None


def test_a_whole_force_that_rises_is_unusual_at_every_level(given_store: Given) -> None:
    given_store.extract(covers=[("force", "Essex Police")], when=TWO_YEARS)
    fill(given_store, ESSEX_DISTRICTS, 1000, dict.fromkeys(ESSEX_DISTRICTS, 1700))
    said = [
        only(year_on_year(given_store.workspace, asking(place=place)))
        for place in (ESSEX, PAIR, Place("Rochford", ("Rochford",)))
    ]
    assert [(change.verdict, change.unusual) for change in said] == [(Verdict.RISE, True)] * 3
    force, _, district = said
    assert force.ordinary_variation == district.ordinary_variation
    assert force.ordinary_apart is None
    assert (district.ordinary_apart or 0) < (district.ordinary_variation or 0)


def test_an_ordinary_movement_of_the_force_is_unusual_in_no_district(given_store: Given) -> None:
    fill(given_store, ESSEX_DISTRICTS, 1000, dict.fromkeys(ESSEX_DISTRICTS, 1280))
    rows = year_on_year(given_store.workspace, asking(place=PAIR, by=By.DISTRICT)).changes
    assert [(row.verdict, row.unusual) for row in rows] == [(Verdict.RISE, False)] * 2


def test_a_district_that_moves_against_its_force_is_unusual(given_store: Given) -> None:
    fell = dict.fromkeys(ESSEX_DISTRICTS, 780)
    fill(given_store, ESSEX_DISTRICTS, 1000, {**fell, "Rochford": 1250})
    rochford = Place("Rochford", ("Rochford",))
    change = only(year_on_year(given_store.workspace, asking(place=rochford)))
    assert (change.verdict, change.unusual) == (Verdict.RISE, True)


def test_partners_are_not_shown_what_would_tell_of_another_year(given_store: Given) -> None:
    """With one earlier year the variation would give that year's count, of 3 here."""
    given_store.extract(when=months(date(2019, 4, 1), date(2022, 3, 1)))
    for year, count in ((2019, 3), (2020, 120), (2021, 260)):
        for month in range(12):
            day = add_months(date(year, 4, 1), month)
            given_store.records(count // 12 + (month < count % 12), day, district="Rochford")
            given_store.records(1, day, "arson", district="Rochford")
    given_store.seal()
    mine, theirs = (
        only(year_on_year(workspace, asking(place=Place("Rochford", ("Rochford",)))))
        for workspace in (
            given_store.workspace,
            Workspace(given_store.workspace.store, Person("somebody", Role.PARTNER)),
        )
    )
    assert mine.ordinary_variation_from.endswith("what they did together in 1 earlier year")
    assert (theirs.previous, theirs.verdict, theirs.unusual) == (120, mine.verdict, mine.unusual)
    assert (theirs.ordinary_variation, theirs.ordinary_apart) == (None, None)
    assert theirs.ordinary_variation_from == ""
