"""A measure beside one of another data set: by month, by area, and each with its own verdict."""

from dataclasses import replace
from datetime import date
from math import exp, log, sqrt

import pytest

from assessment.changes import By, Place, Verdict, year_on_year
from assessment.errors import InvalidRequest
from assessment.outputs.beside import beside_wording as wording
from assessment.outputs.beside.beside_charts import months_chart, unit
from assessment.outputs.beside.beside_tables import areas_table, months_table
from assessment.patterns.beside import Beside, Scale, beside
from assessment.people import Audience
from tests.changes.asked import PAIR, ROCHFORD, YEAR, asking
from tests.changes.given import Given, months

EVERY = months(date(2020, 4, 1), date(2022, 3, 1))
COVERS = [("district", district) for district in PAIR.districts]
CALLS = ("ambulance",)
WARDS = ("Downhall", "Hullbridge", "Wheatley")


@pytest.fixture
def both(given_store: Given) -> Given:
    """Police violence that stays at 40 a month, ambulance calls that go from 8 to 16."""
    given_store.extract(covers=COVERS, when=EVERY)
    for month in EVERY:
        for number, ward in enumerate(WARDS):
            given_store.records(10 * (number + 1), month, "violence-with-injury", ward=ward)
        given_store.records(8, month, "violence-with-injury", district="Castle Point")
    given_store.seal()
    return given_store


def calls(given: Given, when: tuple[date, ...] = EVERY) -> Given:
    given.measure_set = "ambulance"
    given.extract("999", covers=COVERS, subjects=CALLS, when=when)
    for month in when:
        n = 2 if month < YEAR.start else 4
        for number, ward in enumerate(WARDS[:2]):
            given.records(n * (3 - 2 * number), month, "assaults", ward=ward, source="999")
        given.records(1, month, "assaults", source="999")
        given.records(6, month, "assaults", district="Castle Point", source="999")
    given.seal()
    return given


def found(
    given: Given,
    place: Place = ROCHFORD,
    by: By = By.WARD,
    audience: Audience | None = None,
    measure: str = "violence-with-injury",
) -> Beside:
    workspace = replace(given.workspace, audience=audience)
    return beside(workspace, asking(measure, place, by=by), "ambulance", "assaults")


def test_each_has_its_row_of_year_on_year(both: Given) -> None:
    told = found(calls(both))
    for side in told.sides:
        (change,) = year_on_year(both.workspace, side.question).changes
        assert side.change == change
    assert (told.own.change.previous, told.own.change.current) == (720, 720)
    assert (told.other.change.previous, told.other.change.current) == (108, 204)
    assert wording.finding(told) == (
        "Assaults (ambulance calls) rose by 88.9%; Violence with injury (police) did not clearly "
        "change"
    )
    assert wording.gap(told) == (
        "In Rochford, 1 April 2021 to 31 March 2022: the police recorded 720 offences (Violence "
        "with injury); the ambulance service recorded 204 calls (Assaults)."
    )


def test_whether_they_went_apart_is_both_intervals_put_together(both: Given) -> None:
    told = found(calls(both))
    assert told.apart
    ends = [
        [log(1 + (each or 0) / 100) for each in (c.rate_percent, c.interval_low, c.interval_high)]
        for c in (told.own.change, told.other.change)
    ]
    (own, _, own_high), (other, other_low, _) = ends
    low = other - own - sqrt((other - other_low) ** 2 + (own_high - own) ** 2)
    assert told.apart.low == pytest.approx(100 * (exp(low) - 1))
    assert told.apart.is_clear
    assert "more than counting alone explains" in wording.went_apart(told)


def test_scales_that_differ_are_an_index_and_say_so(both: Given) -> None:
    told = found(calls(both))
    assert told.months
    assert (told.months.scale, told.months.means) == (Scale.INDEX, (60, 13))
    assert told.months.drawn[1][0] == pytest.approx(100 * 9 / 13)
    assert unit(told, told.months) == "each one's mean month = 100"
    near = found(both, measure="violence-with-injury", place=Place("CP", ("Castle Point",)))
    assert near.months
    assert (near.months.scale, unit(near, near.months)) == (
        Scale.COUNT,
        "offences and calls a month",
    )


def test_a_month_that_one_does_not_cover_is_a_gap_and_refused(both: Given) -> None:
    gap = date(2021, 11, 1)
    told = found(calls(both, tuple(month for month in EVERY if month != gap)))
    assert told.months
    at = told.months.months.index(gap)
    assert (told.months.counts[0][at], told.months.counts[1][at]) == (60, None)
    assert months_chart(told, told.months).lines[1].values[at] is None
    assert told.other.change.verdict is Verdict.NOT_COMPARABLE
    assert told.apart is None
    assert "cannot be compared" in wording.finding(told)
    assert "how many Assaults the ambulance service recorded is not known" in wording.gap(told)
    assert {area.other for area in told.areas.areas} == {None}, "not covered is not none"
    rows = {row[0]: row for row in months_table(told, told.months, synthetic=False).rows[24:]}
    assert rows["2021-11"][2] is None


def test_areas_are_ranked_by_both_and_one_that_nobody_names_has_none(both: Given) -> None:
    told = found(calls(both))
    assert [
        (a.name, a.own, a.own_rank, a.other, a.other_rank, a.places_up) for a in told.areas.areas
    ] == [
        ("Wheatley", 360, 1, 0, 3, -2),
        ("Hullbridge", 240, 2, 48, 2, 0),
        ("Downhall", 120, 3, 144, 1, 2),
    ]
    assert told.areas.nowhere == (0, 12)
    said = " ".join(wording.areas_in_words(told))
    assert "Downhall, 3rd by Violence with injury and 1st by Assaults" in said
    assert "12 calls of Assaults with no ward given." in said
    assert areas_table(told, synthetic=False).rows[2][7] == 2


def test_partners_are_told_districts_and_no_month(both: Given) -> None:
    told = found(calls(both), PAIR, By.DISTRICT, Audience.PARTNER)
    assert told.months is None
    assert [(a.name, a.own, a.other) for a in told.areas.areas] == [
        ("Rochford", 720, 204),
        ("Castle Point", 96, 72),
    ]
    assert told.other.change.current_months == ()
    assert found(both, PAIR, By.WARD, Audience.PARTNER).areas.areas == ()


def test_two_sets_of_one_data_set_are_not_set_beside_each_other(both: Given) -> None:
    with pytest.raises(InvalidRequest, match="count the same records: Year on year has both"):
        beside(both.workspace, asking("violence-with-injury"), "flags", "knife-crime")
    assert year_on_year(both.workspace, asking("knife-crime", measure_set="flags")).changes
