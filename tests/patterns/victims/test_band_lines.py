"""Who the victims of a row's records were: the lines add up, and tell partners of nobody."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assessment.changes import By, year_on_year
from assessment.patterns.victims import BandLine, VictimBands, victim_bands
from assessment.patterns.victims.band_lines import SEVERAL, UNSAID
from assessment.people import Audience
from tests.changes.asked import PAIR, YEAR, asking
from tests.changes.given import Given, months

NOW, BEFORE = date(2021, 5, 1), date(2020, 5, 1)
FEMALE, MALE = ("sex=female",), ("sex=male",)


@pytest.fixture
def two_years(given_store: Given) -> Given:
    """Two years of two districts in which victims are told by sex, and no partnership's year."""
    covers = [("district", district) for district in PAIR.districts]
    given_store.extract(covers=covers, when=months(date(2020, 4, 1), date(2022, 3, 1)))
    given_store.records(20, BEFORE, bands=MALE)
    given_store.records(12, NOW, bands=FEMALE)
    given_store.records(5, NOW, bands=(*FEMALE, *MALE, "age=0-17"))
    given_store.records(6, NOW, district="Castle Point", bands=MALE)
    given_store.records(8, NOW)
    given_store.records(3, NOW, "robbery", bands=FEMALE)
    given_store.records(4, NOW, bands=MALE, ended=2)
    given_store.seal()
    return given_store


def _asked(given: Given, audience: Audience | None = None, **asked: Any) -> VictimBands | None:
    workspace = replace(given.workspace, audience=audience)
    question = asking(**asked)
    answer = year_on_year(workspace, question)
    return victim_bands(workspace, question, answer.changes[0])


def test_each_record_stands_once_in_each_kind(two_years: Given) -> None:
    told = _asked(two_years, place=PAIR)
    assert told is not None
    assert told.lines == (
        BandLine("age", "age=0-17", 0, 5),
        BandLine("age", UNSAID, 20, 26),
        BandLine("sex", "sex=female", 0, 12),
        BandLine("sex", "sex=male", 20, 6),
        BandLine("sex", SEVERAL, 0, 5),
        BandLine("sex", UNSAID, 0, 8),
    )


def test_a_row_of_a_district_is_told_of_it_alone(two_years: Given) -> None:
    question = asking(place=PAIR, by=By.DISTRICT)
    answer = year_on_year(two_years.workspace, question)
    (change,) = (change for change in answer.changes if change.area == "Castle Point")
    told = victim_bands(two_years.workspace, question, change)
    assert told is not None
    assert told.lines == (BandLine("sex", "sex=male", 0, 6),)


def test_what_is_not_covered_is_not_none(two_years: Given) -> None:
    told = _asked(two_years, period=YEAR.year_before())
    assert told is not None
    assert {line.before for line in told.lines} == {None}


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"by": By.WARD}, "wards have too few each"),
        ({"measure": "shoplifting"}, "no record says it"),
    ],
)
def test_where_nobody_says_it_nothing_is_told(
    two_years: Given, asked: dict[str, Any], why: str
) -> None:
    two_years.records(9, NOW, "shoplifting", ward="Wheatley")
    two_years.records(9, NOW, ward="Wheatley", bands=MALE)
    two_years.seal()
    assert _asked(two_years, **asked) is None, why


def test_partners_are_told_where_all_of_it_is_enough(two_years: Given) -> None:
    two_years.records(9, BEFORE, "robbery")
    two_years.records(2, NOW, "robbery", bands=FEMALE)
    two_years.seal()
    assert _asked(two_years, Audience.PARTNER, place=PAIR) == _asked(two_years, place=PAIR)
    robbery = _asked(two_years, Audience.PARTNER, place=PAIR, measure="robbery")
    assert robbery is not None
    assert robbery.lines, "5 are enough"


def test_partners_are_told_nothing_where_a_line_is_few_in_one_district(two_years: Given) -> None:
    two_years.records(2, NOW, district="Castle Point", bands=FEMALE)
    two_years.seal()
    told = _asked(two_years, Audience.PARTNER, place=PAIR)
    assert told == VictimBands(
        (), "Withheld: it is about fewer than 5, or would give such a number back."
    )
    here = _asked(two_years, Audience.PARTNER)
    assert here is not None
    assert here.lines, "of the other district alone it is enough"
