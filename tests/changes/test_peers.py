"""A place beside the force's other districts: who they are, and when there are too few."""

from collections.abc import Sequence
from datetime import date

import pytest

from assessment.changes import Place
from assessment.changes.counting.by_district import ByDistrict, by_district, districts_beside
from assessment.changes.counting.peer_districts import Peers, peers
from assessment.definitions import measure_sets
from assessment.periods import Period, PeriodKind
from tests.changes.asked import PAIR, ROCHFORD
from tests.changes.given import Given, months

YEAR = Period(PeriodKind.ROLLING_12, date(2021, 4, 1), date(2022, 4, 1))
IN_YEAR = months(date(2021, 4, 1), date(2022, 3, 1))
JUNE = date(2021, 6, 1)


def test_the_other_districts_are_those_of_the_force() -> None:
    beside = districts_beside(ROCHFORD)
    assert {"Rochford", "Castle Point", "Colchester", "Maldon"} <= set(beside)
    assert "Luton" not in beside
    assert {"Luton", "Maldon"} <= set(districts_beside(Place("", ("Luton", "Rochford"))))


def test_a_place_that_no_list_has_is_only_beside_itself() -> None:
    assert districts_beside(Place("", ("Ruritania",))) == ("Ruritania",)


def counted(given_store: Given, place: Place = ROCHFORD) -> ByDistrict:
    measures = [
        measure_sets()["home-office"].measure(each) for each in ("all-crime", "robbery", "burglary")
    ]
    return by_district(given_store.workspace, place, YEAR, measures)


def cover(given_store: Given, *districts: str, when: Sequence[date] = IN_YEAR) -> None:
    given_store.extract(covers=[("district", name) for name in districts], when=when)


def test_shares_of_all_crime_against_the_middle_of_the_others(given_store: Given) -> None:
    cover(given_store, "Rochford", "Castle Point", "Maldon", "Colchester")
    cover(given_store, "Tendring", when=IN_YEAR[:11])  # left out: March 2022 is not covered
    for district, robberies, others in (
        ("Rochford", 6, 94),
        ("Castle Point", 2, 98),
        ("Maldon", 4, 96),
        ("Colchester", 0, 50),  # covered, and none: 0 is a share
        ("Tendring", 50, 50),
        ("Luton", 50, 50),  # left out: another force
    ):
        given_store.records(robberies, JUNE, "robbery", district=district)
        given_store.records(others, JUNE, "shoplifting", district=district)
    given_store.seal()
    found = counted(given_store)
    beside = peers(found, found, "robbery", "all-crime", ROCHFORD)
    assert beside == Peers(6.0, {"Castle Point": 2.0, "Colchester": 0.0, "Maldon": 4.0})
    assert (beside.median, beside.ratio) == (2.0, 3.0)
    nothing = peers(found, found, "burglary", "all-crime", ROCHFORD)
    assert nothing is not None
    assert nothing.ratio is None, "the others have none: nothing is no yardstick"
    assert found.together("robbery", ("Rochford", "Maldon")) == 10
    assert found.together("robbery", ("Rochford", "Tendring")) is None
    assert found.by_leaf("all-crime", ("Rochford", "Castle Point")) == {
        "robbery": 8,
        "shoplifting": 192,
    }


@pytest.mark.parametrize(
    ("place", "covered", "why"),
    [
        (ROCHFORD, ("Rochford", "Maldon"), "one other district is a neighbour, not a yardstick"),
        (ROCHFORD, ("Castle Point", "Maldon", "Colchester"), "the place itself is not covered"),
        (PAIR, ("Rochford", "Colchester", "Maldon"), "only a part of the place is covered"),
        (PAIR, ("Rochford", "Castle Point", "Maldon"), "its own districts are not others"),
    ],
)
def test_no_comparison(
    given_store: Given, place: Place, covered: tuple[str, ...], why: str
) -> None:
    cover(given_store, *covered)
    for district in covered:
        given_store.records(5, JUNE, "robbery", district=district)
    given_store.seal()
    found = counted(given_store, place)
    assert peers(found, found, "robbery", "all-crime", place) is None, why


@pytest.mark.parametrize(
    ("own_is_synthetic", "others"), [(False, {"Maldon"}), (True, {"Castle Point", "Colchester"})]
)
def test_real_and_generated_records_never_stand_beside_each_other(
    given_store: Given, own_is_synthetic: bool, others: set[str]
) -> None:
    synthetic = {"Rochford": own_is_synthetic, "Maldon": False}
    for district in ("Rochford", "Castle Point", "Colchester", "Maldon"):
        given_store.extract(
            district,
            covers=[("district", district)],
            when=IN_YEAR,
            synthetic=synthetic.get(district, True),
        )
        given_store.records(5, JUNE, "robbery", district=district, source=district)
    given_store.seal()
    known = {district for _, district in counted(given_store).counts}
    assert known == {"Rochford", *others}


def test_the_source_that_answers_has_the_year_before_too(given_store: Given) -> None:
    """As in Year on year: else a district's rate and its change would be of two sources."""
    before = months(date(2020, 4, 1), date(2021, 3, 1))
    covers = [("district", "Rochford")]
    for source, when, robberies in (("both", (*before, *IN_YEAR), 6), ("later", IN_YEAR, 9)):
        given_store.extract(source, covers=covers, when=when)
        given_store.records(robberies, JUNE, "robbery", source=source)
    given_store.seal()
    assert counted(given_store).of("robbery", "Rochford") == 6


def test_nothing_asked_reads_nothing(given_store: Given) -> None:
    assert by_district(given_store.workspace, ROCHFORD, YEAR, []) == ByDistrict({})
