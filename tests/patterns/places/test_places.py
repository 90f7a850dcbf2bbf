"""Places: the rows of Year on year on a map, with those of no record, and none of them lost."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as generated
from hypothesis import strategies as st

from assessment.changes import By, Question, Verdict, year_on_year
from assessment.errors import InvalidRequest
from assessment.intake.boundaries.area_loading import load_areas
from assessment.patterns.places import Heat, HeatBy, NoMap, Places, places
from assessment.people import Person, Role
from assessment.population.population_loading import load_population, remove_population
from assessment.workspace import Workspace
from tests.changes.asked import PAIR, asking
from tests.changes.given import Given, months
from tests.patterns.places.squares import LUTON, NAMES, code, lsoas, wards, with_boundaries
from tests.properties import examples

NOW, BEFORE = date(2021, 5, 1), date(2020, 5, 1)
BEDS = "Bedfordshire Police"
BY_LSOA = asking(place=LUTON, by=By.LSOA)
BY_WARD = asking(place=LUTON, by=By.WARD)


def covered(given_store: Given) -> Given:
    given_store.extract(
        covers=[("district", "Luton")], when=months(date(2020, 4, 1), date(2022, 3, 1))
    )
    return given_store


def fill(given_store: Given, now: Sequence[int], before: Sequence[int], lost: int = 0) -> None:
    """Give each small area so many burglaries in the period and before, and some without one."""
    for at, (n, then) in enumerate(zip(now, before, strict=True)):
        for count, day in ((n, NOW), (then, BEFORE)):
            given_store.records(
                count, day, district="Luton", force=BEDS, ward=NAMES[at % 6], lsoa=code(at)
            )
    given_store.records(lost, NOW, district="Luton", force=BEDS)
    given_store.seal()


def asked(given_store: Given, question: Question) -> Places:
    return places(given_store.workspace, question)


def by_name(found: Places) -> dict[str, tuple[int | None, int | None]]:
    return {spot.name: (spot.now, spot.before) for spot in found.areas}


numbers = st.lists(st.integers(0, 30), min_size=36, max_size=36)


@settings(
    max_examples=examples(6),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@generated(numbers, numbers, st.integers(0, 9), st.sampled_from([By.WARD, By.LSOA]))
def test_areas_and_records_without_one_are_the_total_of_year_on_year(
    given_store: Given, tmp_path: Path, now: list[int], before: list[int], lost: int, by: By
) -> None:
    given_store.empty()
    fill(covered(given_store), now, before, lost)
    with_boundaries(given_store.workspace, tmp_path, lsoas(36))
    with_boundaries(given_store.workspace, tmp_path, wards())
    found = asked(given_store, replace(BY_LSOA, by=by))
    (whole,) = year_on_year(given_store.workspace, asking(place=LUTON)).changes
    together = found.together
    assert (together.now, together.before) == (whole.current, whole.previous)
    assert sum(spot.now or 0 for spot in found.areas) + (together.nowhere_now or 0) == (
        whole.current
    )
    assert sum(spot.before or 0 for spot in found.areas) + (together.nowhere_before or 0) == (
        whole.previous
    )
    rows = year_on_year(given_store.workspace, replace(BY_LSOA, by=by)).changes
    assert {spot.name: spot.change for spot in found.areas if spot.change} == {
        row.area: row for row in rows if row.is_area_given
    }
    if rows and found.areas:
        assert len(found.areas) == (36 if by is By.LSOA else 6)
        assert all(spot.drawn and spot.drawn.rings for spot in found.areas)


def test_an_area_without_a_record_is_on_the_map_with_none(
    given_store: Given, tmp_path: Path
) -> None:
    fill(covered(given_store), [5, 0, 3], [4, 0, 0])
    with_boundaries(given_store.workspace, tmp_path, lsoas(3))
    found = asked(given_store, BY_LSOA)
    assert [(spot.name, spot.now, spot.before) for spot in found.areas] == [
        ("Luton 000A", 5, 4),
        ("Luton 002A", 3, 0),
        ("Luton 001A", 0, 0),
    ]
    assert found.areas[-1].change is None
    assert [found.rank(spot) for spot in found.areas] == [1, 2, 3]
    assert found.share(found.areas[0]) == 100 * 5 / 8


def test_a_measure_of_which_there_is_none_is_none_everywhere(
    given_store: Given, tmp_path: Path
) -> None:
    fill(covered(given_store), [5, 0, 3], [4, 0, 0])
    with_boundaries(given_store.workspace, tmp_path, lsoas(3))
    found = asked(given_store, asking("robbery", LUTON, by=By.LSOA))
    assert {(spot.now, spot.before) for spot in found.areas} == {(0, 0)}
    assert (found.together.now, found.hot) == (0, None)


def test_what_is_not_covered_is_not_known_and_not_none(given_store: Given, tmp_path: Path) -> None:
    given_store.extract(covers=[("district", "Luton")], when=months(NOW, date(2022, 3, 1)))
    fill(given_store, [5, 0, 3], [4, 0, 0])
    with_boundaries(given_store.workspace, tmp_path, lsoas(3))
    found = asked(given_store, BY_LSOA)
    assert {spot.before for spot in found.areas} == {None}
    assert {spot.now for spot in found.areas} == {None}
    assert found.hot is None
    assert {spot.change.verdict for spot in found.areas if spot.change} == {Verdict.NOT_COMPARABLE}


def test_hot_spots_and_which_of_them_were_so_before(given_store: Given, tmp_path: Path) -> None:
    # The lower left corner both years, the upper right one only in the period.
    corner, other = {0, 1, 6, 7}, {28, 29, 34, 35}
    now = [60 if at in corner | other else 1 for at in range(36)]
    before = [60 if at in corner else 1 for at in range(36)]
    fill(covered(given_store), now, before)
    with_boundaries(given_store.workspace, tmp_path, lsoas(36))
    found = asked(given_store, BY_LSOA)
    assert found.hot
    assert found.hot.by is HeatBy.GI_STAR
    assert found.hot.steady is not None

    def numbers(places: Sequence[int]) -> set[int]:
        return {int(found.areas[at].codes[0][3:]) for at in places}

    # Those at the very corners have fewest areas around them that have few.
    assert {0, 35} <= numbers(found.hot.hot) <= corner | other
    assert 0 in numbers(found.hot.steady)
    assert 35 not in numbers(found.hot.steady)


def test_few_areas_have_a_busiest_tenth(given_store: Given, tmp_path: Path) -> None:
    fill(covered(given_store), [9, 1, 1, 1, 1, 1], [1, 9, 1, 1, 1, 1])
    with_boundaries(given_store.workspace, tmp_path, wards())
    found = asked(given_store, BY_WARD)
    assert found.hot
    assert found.hot.by is HeatBy.TOP_TENTH
    assert [found.areas[at].name for at in found.hot.hot] == ["Ward A"]
    assert found.hot.steady == ()
    assert found.hot.before
    assert found.hot.before[1] is Heat.HOT


def test_without_boundaries_there_are_the_areas_that_records_name(given_store: Given) -> None:
    fill(covered(given_store), [5, 0, 3], [4, 0, 0])
    found = asked(given_store, BY_WARD)
    assert found.no_map is NoMap.NONE_LOADED
    assert by_name(found) == {"Ward A": (5, 4), "Ward C": (3, 0)}


@pytest.mark.parametrize(
    ("loaded", "no_map"),
    [
        (range(36), None),
        (range(34), None),  # two of 36 are not on the map, and are named
        (range(18), NoMap.OTHER_AREAS),
        (range(500, 536), NoMap.OTHER_AREAS),  # those of another census
    ],
)
def test_a_map_of_other_areas_is_none(
    given_store: Given, tmp_path: Path, loaded: range, no_map: NoMap | None
) -> None:
    fill(covered(given_store), [2] * 36, [1] * 36)
    with_boundaries(
        given_store.workspace, tmp_path, [one for one in lsoas(540) if number(one) in loaded]
    )
    found = asked(given_store, BY_LSOA)
    assert found.no_map is no_map
    assert len(found.areas) == 36
    assert len(found.lacking_outlines) == (0 if no_map else 36 - len(loaded))


def number(one: dict[str, dict[str, str]]) -> int:
    return int(one["properties"]["LSOA21CD"][3:])


def test_boundaries_are_of_the_year_whose_areas_records_name(
    given_store: Given, tmp_path: Path
) -> None:
    fill(covered(given_store), [2] * 12, [1] * 12)
    later = [
        {**one, "properties": {"LSOA31CD": code(900 + at), "LSOA31NM": f"Luton {at:03d}A"}}
        for at, one in enumerate(lsoas(12))
    ]
    with_boundaries(given_store.workspace, tmp_path, lsoas(12))
    with_boundaries(given_store.workspace, tmp_path, later)
    found = asked(given_store, BY_LSOA)
    assert found.no_map is None
    assert {spot.codes[0] for spot in found.areas} == {code(at) for at in range(12)}


def test_one_area_is_a_place_too(given_store: Given, tmp_path: Path) -> None:
    fill(covered(given_store), [7], [5])
    with_boundaries(given_store.workspace, tmp_path, lsoas(1))
    found = asked(given_store, BY_LSOA)
    assert by_name(found) == {"Luton 000A": (7, 5)}
    assert found.hot
    assert found.hot.hot == ()
    assert (found.concentration.holding_half, found.concentration.holding_half_by_chance) == (1, 1)


def test_records_that_name_no_area_have_a_row_of_nothing(given_store: Given) -> None:
    fill(covered(given_store), [], [], lost=4)
    found = asked(given_store, BY_WARD)
    assert found.areas == ()
    assert (found.together.now, found.together.nowhere_now) == (4, 4)
    assert found.hot is None


PEOPLE = [("LSOA21CD", "LSOA21NM", "Year", "People")]


def with_people(given_store: Given, folder: Path, numbers: Sequence[int]) -> None:
    rows = [(code(at), f"Luton {at:03d}A", "2021", str(n)) for at, n in enumerate(numbers)]
    text = "\n".join(",".join(row) for row in [*PEOPLE, *rows])
    (folder / "people.csv").write_text(text, encoding="utf-8")
    load_population(given_store.workspace, folder / "people.csv")


def test_rates_go_by_the_residents_of_each_area(given_store: Given, tmp_path: Path) -> None:
    fill(covered(given_store), [5, 0, 3], [4, 0, 0])
    with_boundaries(given_store.workspace, tmp_path, lsoas(3))
    with_people(given_store, tmp_path, [1000, 2000])
    found = asked(given_store, BY_LSOA)
    assert {spot.name: (spot.residents, spot.rate) for spot in found.areas} == {
        "Luton 000A": (1000, 5.0),
        "Luton 001A": (2000, 0.0),
        "Luton 002A": (None, None),  # not in the file
    }
    assert found.residents
    assert (found.residents.year, found.residents.sources) == (2021, ("people.csv",))


def test_a_ward_has_the_residents_of_its_small_areas(given_store: Given, tmp_path: Path) -> None:
    # Six columns of two: the small areas of Ward A are the first and the seventh.
    fill(covered(given_store), [6] * 12, [1] * 12)
    for features in (lsoas(12), wards()):
        with_boundaries(given_store.workspace, tmp_path, features)
    with_people(given_store, tmp_path, [100 * (at + 1) for at in range(11)])
    found = asked(given_store, BY_WARD)
    residents = {spot.name: spot.residents for spot in found.areas}
    assert residents["Ward A"] == 100 + 700
    assert residents["Ward E"] == 500 + 1100
    assert residents["Ward F"] is None, "its second small area is not in the file"
    remove_population(given_store.workspace, 2021)
    assert asked(given_store, BY_WARD).residents is None


def test_residents_of_an_earlier_census_are_those_of_wards_by_a_look_up(
    given_store: Given, tmp_path: Path
) -> None:
    """Of a ward with a small area that was split: its residents stand under the old code."""
    fill(covered(given_store), [6] * 6, [1] * 6)
    for features in (lsoas(6), wards()):
        with_boundaries(given_store.workspace, tmp_path, features)
    # The sixth was E01000777.
    old = "\n".join(",".join(row) for row in [*PEOPLE, (code(777), "Luton 777A", "2021", "400")])
    everybody = [(code(at), f"Luton {at:03d}A", "2021", "100") for at in range(5)]
    text = "\n".join([old, *(",".join(row) for row in everybody)])
    (tmp_path / "later.csv").write_text(text.replace("LSOA21", "LSOA11"), encoding="utf-8")
    load_population(given_store.workspace, tmp_path / "later.csv")
    assert by_residents(given_store)["Ward F"] is None
    link = "LSOA11CD,LSOA11NM,LSOA21CD,LSOA21NM,CHGIND,LAD22CD,LAD22NM"
    become = [f"{code(777)},Luton 777A,{code(5)},Luton 005A,S,E06000032,Luton"]
    become += [
        f"{code(at)},Luton {at:03d}A,{code(at)},Luton {at:03d}A,U,E06000032,Luton"
        for at in range(5)
    ]
    (tmp_path / "look-up.csv").write_text("\n".join([link, *become]), encoding="utf-8")
    load_areas(given_store.workspace, tmp_path / "look-up.csv")
    assert by_residents(given_store) == {**dict.fromkeys(NAMES[:5], 100), "Ward F": 400}


def by_residents(given_store: Given) -> dict[str, int | None]:
    return {spot.name: spot.residents for spot in asked(given_store, BY_WARD).areas}


def test_wards_of_one_name_are_told_apart(given_store: Given, tmp_path: Path) -> None:
    given_store.extract(
        covers=[("district", name) for name in PAIR.districts],
        when=months(date(2020, 4, 1), date(2022, 3, 1)),
    )
    for district, n in zip(PAIR.districts, (3, 5), strict=True):
        given_store.records(n, NOW, ward="Hill", district=district)
    given_store.seal()
    codes = ("E07000069", "E07000075")
    both = [
        {**one, "properties": {**one["properties"], "LAD25CD": of}}
        for one, of in zip(wards(["Hill", "Hill"]), codes, strict=True)
    ]
    with_boundaries(given_store.workspace, tmp_path, both)
    found = asked(given_store, asking(place=PAIR, by=By.WARD))
    assert found.no_map is None
    assert by_name(found) == {"Hill (Rochford)": (5, 0), "Hill (Castle Point)": (3, 0)}
    assert [spot.district for spot in found.areas] == ["Rochford", "Castle Point"]


def test_partners_are_shown_no_small_area(given_store: Given, tmp_path: Path) -> None:
    fill(covered(given_store), [7, 2], [5, 1], lost=1)
    with_boundaries(given_store.workspace, tmp_path, lsoas(2))
    partner = Workspace(given_store.workspace.store, Person("Fire", Role.PARTNER))
    for question in (BY_LSOA, BY_WARD):
        found = places(partner, question)
        assert "Partners are shown whole districts" in found.withheld
        assert found.areas == ()
        assert found.together.now is found.together.nowhere_now is None
        assert found.concentration.counts == ()


def test_rows_of_another_kind_are_no_places(given_store: Given) -> None:
    with pytest.raises(InvalidRequest, match="by ward or by small area"):
        asked(given_store, asking(place=LUTON))
