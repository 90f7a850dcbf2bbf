"""My ward tells the public nothing small, and nothing that gives a small number back."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as generated
from hypothesis import strategies as st

from assessment.changes import Verdict
from assessment.errors import InvalidRequest
from assessment.outputs.wards.ward_cards import ward_cards
from assessment.outputs.wards.ward_wording import PLACED_OTHERWISE, what_changed
from assessment.patterns.wards import FEWEST_TOLD, ward_profile, wards_of
from assessment.patterns.wards.ward_profile import told
from assessment.people import Person, Role
from assessment.workspace import Workspace
from tests.changes.asked import ROCHFORD
from tests.changes.given import Given, months
from tests.properties import examples

WARDS = ("Ashingdon", "Hawkwell", "Roche")
BEFORE, NOW = date(2020, 6, 1), date(2021, 6, 1)
MEASURES = ("robbery", "residential-burglary", "rape")
FEW = settings(
    max_examples=examples(5),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def fill(given_store: Given, numbers: Sequence[int]) -> None:
    """Records of each measure in each ward, in the year before and in the latest."""
    given_store.empty()
    given_store.extract(when=months(date(2019, 4, 1), date(2022, 3, 1)))
    for n, (measure, ward, month) in zip(
        numbers, product(MEASURES, WARDS, (BEFORE, NOW)), strict=True
    ):
        given_store.records(n, month, measure, ward=ward)
    given_store.seal()


@FEW
@generated(st.lists(st.integers(0, 12), min_size=18, max_size=18))
def test_nothing_small_is_told_nor_rounded_from_it(given_store: Given, numbers: list[int]) -> None:
    fill(given_store, numbers)
    by_cell = dict(zip(product(MEASURES, WARDS, (BEFORE, NOW)), numbers, strict=True))
    for ward in wards_of(given_store.workspace, ROCHFORD):
        profile = ward_profile(given_store.workspace, ROCHFORD, ward.name)
        for figure in (*profile.cards, *profile.rose, *profile.fell):
            assert figure.now is not None
            assert figure.now % 5 == 0
            leaves = [
                m for m in MEASURES if m in figure.measure.leaves or figure.measure.level == 0
            ]
            for at, month in product(WARDS, (BEFORE, NOW)):
                assert sum(by_cell[m, at, month] for m in leaves) >= FEWEST_TOLD
            shown = {BEFORE: figure.before, NOW: figure.now}
            for month, number in shown.items():
                assert number == told(sum(by_cell[m, ward.name, month] for m in leaves))
        assert all(n is None or n >= 5 for _, n in profile.quarters)
        assert "sexual-offences" not in {figure.measure.id for figure in profile.cards}


def test_a_measure_that_one_ward_has_few_of_is_told_of_none(given_store: Given) -> None:
    numbers = [30, 40, 25, 35, 20, 4] + [30] * 6 + [50] * 6
    fill(given_store, numbers)
    profile = ward_profile(given_store.workspace, ROCHFORD, "Ashingdon")
    # Robbery: Roche has four, and the district's 79 less the others would be those four.
    assert {figure.measure.id for figure in profile.cards} == {"all-crime", "burglary"}


def test_everybody_is_told_the_same(given_store: Given) -> None:
    fill(given_store, [33] * 18)
    own = ward_profile(given_store.workspace, ROCHFORD, "Roche")
    for role in (Role.PARTNER, Role.PUBLIC, Role.SCRUTINY):
        asks = Workspace(given_store.workspace.store, Person("somebody", role))
        assert ward_profile(asks, ROCHFORD, "Roche") == own
    assert {figure.now for figure in own.cards if figure.measure.level == 1} == {35}


def test_verdict_and_rank_are_those_of_the_wards(given_store: Given) -> None:
    numbers = [25, 200, 25, 30, 25, 30] + [30] * 6 + [50] * 6
    fill(given_store, numbers)
    profile = ward_profile(given_store.workspace, ROCHFORD, "Ashingdon")
    (robbery,) = [figure for figure in profile.cards if figure.measure.id == "robbery"]
    assert (robbery.now, robbery.before, robbery.rank) == (200, 25, 1)
    assert profile.wards == 3
    other = ward_profile(given_store.workspace, ROCHFORD, "Hawkwell")
    (robbery,) = [figure for figure in other.cards if figure.measure.id == "robbery"]
    assert robbery.rank == 2
    assert robbery.verdict is not Verdict.RISE


def test_of_fewer_than_twenty_nothing_is_said_of_change(given_store: Given) -> None:
    fill(given_store, [12, 19] * 3 + [30] * 6 + [50] * 6)
    profile = ward_profile(given_store.workspace, ROCHFORD, "Roche")
    (robbery,) = [figure for figure in profile.cards if figure.measure.id == "robbery"]
    assert (robbery.verdict, robbery.rank) == (None, None)
    silent = replace(profile, cards=(robbery,))
    assert what_changed(silent).startswith("It cannot be said whether anything changed")


def test_a_ward_that_no_record_names_is_refused(given_store: Given) -> None:
    fill(given_store, [33] * 18)
    with pytest.raises(InvalidRequest, match="name a ward 'Elsewhere'"):
        ward_profile(given_store.workspace, ROCHFORD, "Elsewhere")
    nowhere = replace(ROCHFORD, label="Maldon", districts=("Maldon",))
    assert wards_of(given_store.workspace, nowhere) == ()


@pytest.mark.parametrize(("unplaced", "moved"), [((5, 100), True), ((20, 20), False)])
def test_a_ward_whose_records_are_placed_otherwise_than_before_says_so(
    given_store: Given, unplaced: tuple[int, int], moved: bool
) -> None:
    given_store.extract(when=months(date(2019, 4, 1), date(2022, 3, 1)))
    for n, month in zip(unplaced, (BEFORE, NOW), strict=True):
        given_store.records(n, month, "robbery")
        for ward in WARDS:
            given_store.records(150, month, "robbery", ward=ward)
    given_store.seal()
    profile = ward_profile(given_store.workspace, ROCHFORD, WARDS[0])
    cards = ward_cards(profile)
    assert any(figure.verdict for figure in profile.cards)
    assert (PLACED_OTHERWISE in cards) is moved
    assert not re.search(r"\d", PLACED_OTHERWISE)
