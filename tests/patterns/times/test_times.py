"""Times: the records of Year on year from its sources, for whoever may see small numbers."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from assessment.changes import year_on_year
from assessment.errors import InvalidRequest, NotPermitted
from assessment.patterns.times import Known, months_of_measures, times
from assessment.people import Audience
from tests.changes.asked import ESSEX, PAIR, asking, days, only
from tests.changes.given import Given, months

NOON = datetime(2021, 5, 7, 12)
DAY = date(2021, 5, 7)
BEFORE = date(2020, 5, 8)
TWO_YEARS = months(date(2020, 4, 1), date(2022, 3, 1))


def timed(given: Given, n: int, day: date = DAY, measure: str = "burglary", **more: object) -> None:
    moment = datetime(day.year, day.month, day.day, 12)
    given.records(n, day, measure, precision="minute", happened=(moment, None), **more)  # type: ignore[arg-type]


@pytest.fixture
def covered(given_store: Given) -> Given:
    covers = [("district", district) for district in PAIR.districts]
    given_store.extract(covers=covers, when=TWO_YEARS)
    return given_store


def test_one_source_answers_the_one_of_year_on_year(covered: Given) -> None:
    timed(covered, 5)
    covered.extract("other", when=TWO_YEARS)
    timed(covered, 3, source="other")
    covered.seal()
    question = asking()
    assert times(covered.workspace, question).now.events.known == {Known.HOUR: 5}
    assert only(year_on_year(covered.workspace, question)).current == 5


def test_a_measure_of_several_has_the_records_of_all(covered: Given) -> None:
    timed(covered, 5)
    timed(covered, 2, measure="arson")
    timed(covered, 4, measure="anti-social-behaviour")
    timed(covered, 6, measure="left-out")
    covered.seal()
    question = asking("all-crime")
    assert times(covered.workspace, question).now.events.records == 7
    assert only(year_on_year(covered.workspace, question)).current == 7


def test_a_flag_has_the_records_that_carry_it(covered: Given) -> None:
    timed(covered, 5, flags=("domestic-abuse", "knife-crime"))
    timed(covered, 2, measure="arson", flags=("domestic-abuse",))
    timed(covered, 4)
    timed(covered, 8, measure="left-out", flags=("domestic-abuse",))
    covered.extract(subjects=("domestic-abuse",), when=TWO_YEARS)
    covered.seal()
    question = asking("domestic-abuse", measure_set="flags")
    assert times(covered.workspace, question).now.events.known == {Known.HOUR: 7}
    assert only(year_on_year(covered.workspace, question)).current == 7


def test_places_are_those_that_are_asked_about(covered: Given) -> None:
    timed(covered, 5)
    timed(covered, 3, district="Castle Point")
    covered.seal()
    assert times(covered.workspace, asking()).now.events.records == 5
    assert times(covered.workspace, asking(place=PAIR)).now.events.records == 8


def test_what_a_force_recorded_has_those_of_no_district_too(given_store: Given) -> None:
    given_store.extract(covers=[("force", "Essex Police")], when=TWO_YEARS)
    timed(given_store, 5)
    timed(given_store, 3, district=None)
    given_store.seal()
    assert times(given_store.workspace, asking(place=ESSEX)).now.events.records == 8


def test_both_periods_are_told_and_changed_records_once(covered: Given) -> None:
    timed(covered, 5)
    timed(covered, 9, ended=2)
    timed(covered, 3, BEFORE)
    covered.seal()
    found = times(covered.workspace, asking())
    assert found.now.events.known == {Known.HOUR: 5}
    assert found.before.events.known == {Known.HOUR: 3}


def test_a_month_that_is_not_covered_is_left_out_and_named(given_store: Given) -> None:
    given_store.extract(when=[month for month in TWO_YEARS if month != date(2021, 5, 1)])
    timed(given_store, 5)
    timed(given_store, 2, date(2021, 6, 1))
    given_store.seal()
    found = times(given_store.workspace, asking())
    assert found.now.not_covered == (date(2021, 5, 1),)
    assert found.now.events.records == 2
    assert only(year_on_year(given_store.workspace, asking())).current is None


def test_dates_within_months_take_their_days_alone(covered: Given) -> None:
    timed(covered, 5, date(2021, 5, 9))
    timed(covered, 3, date(2021, 5, 10))
    timed(covered, 4, date(2021, 6, 20))
    timed(covered, 2, date(2021, 6, 21))
    covered.seal()
    question = asking(period=days(date(2021, 5, 10), date(2021, 6, 21)))
    assert times(covered.workspace, question).now.events.records == 7
    assert only(year_on_year(covered.workspace, question)).current == 7


def test_what_arrived_as_counts_is_counted_as_such(covered: Given) -> None:
    timed(covered, 5)
    covered.seal()
    for table in ("monthly_count", "monthly_district_count"):
        columns = "source, measure_set, measure, force, district, month, n"
        covered.run(
            f"INSERT INTO {table} ({columns}) VALUES ('police', 'home-office', "  # noqa: S608
            "'residential-burglary', 'Essex Police', 'Rochford', '2021-06-01', 7)"
        )
    found = times(covered.workspace, asking())
    assert found.now.events.known == {Known.HOUR: 5, Known.COUNTED: 7}


def test_nothing_at_all_is_no_pattern(covered: Given) -> None:
    found = times(covered.workspace, asking())
    assert found.now.events.records == 0
    assert (found.of_week, found.of_days, found.kinds) == (None, None, ())


def test_times_are_of_one_measure(covered: Given) -> None:
    with pytest.raises(InvalidRequest, match="Times are told of one measure"):
        times(covered.workspace, asking(None))


@pytest.mark.parametrize("asked", [times, months_of_measures])
def test_partners_are_told_no_hours_and_no_months(covered: Given, asked: object) -> None:
    partner = replace(covered.workspace, audience=Audience.PARTNER)
    with pytest.raises(NotPermitted):
        asked(partner, asking())  # type: ignore[operator]
