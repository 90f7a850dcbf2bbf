"""Shares of victims with their change, and who and what comes again, beside what is by hand."""

from dataclasses import replace
from datetime import date

import pytest
from statsmodels.stats.proportion import confint_proportions_2indep

from assessment.changes import Verdict, year_on_year
from assessment.errors import NotPermitted
from assessment.outputs.victims import victims_wording as wording
from assessment.outputs.victims.victims_table import every_measure, victims_html, victims_table
from assessment.patterns.victims import (
    MeasureVictims,
    PlaceKind,
    Victims,
    repeats,
    victim_bands,
    victims,
)
from assessment.people import Audience, Person, Role
from assessment.workspace import Workspace
from tests.changes.asked import PAIR, YEAR, asking
from tests.changes.given import Given, months

NOW, BEFORE = date(2021, 5, 1), date(2020, 5, 1)
FEMALE, MALE = ("sex=female",), ("sex=male",)
EVERY = months(date(2020, 4, 1), date(2022, 3, 1))


@pytest.fixture
def told(given_store: Given) -> Given:
    """Burglary: 30 of 100 women before, 60 now, and 20 of whom nobody says; of arson few do."""
    given_store.extract(covers=[("district", name) for name in PAIR.districts], when=EVERY)
    for when, women in ((BEFORE, 30), (NOW, 60)):
        given_store.records(women, when, bands=FEMALE)
        given_store.records(100 - women, when, bands=MALE)
        given_store.records(20, when)
        given_store.records(19, when, "arson", bands=MALE)
    given_store.records(60, NOW, "robbery", bands=MALE)
    given_store.records(60, BEFORE, "robbery", bands=MALE)
    given_store.records(30, NOW, "robbery")
    given_store.seal()
    return given_store


def row(found: Victims, measure: str) -> MeasureVictims:
    (one,) = (each for each in found.rows if each.change.measure.id == measure)
    return one


def test_a_share_has_its_change_with_an_interval(told: Given) -> None:
    burglary = row(victims(told.workspace, asking(None)), "burglary")
    (sex,) = burglary.kinds
    female, male, unsaid = sex.shares
    assert (sex.said, sex.of) == ((100, 100), (120, 120))
    assert (sex.percent(female, now=False), sex.percent(female)) == (30, 60)
    low, high = confint_proportions_2indep(60, 100, 30, 100, method="newcomb", compare="diff")
    assert (female.points, female.low, female.high) == pytest.approx((30, 100 * low, 100 * high))
    assert female.is_clear
    assert male.points == pytest.approx(-30)
    assert male.is_clear
    assert (unsaid.points, sex.percent(unsaid)) == (None, None), "not said is in no share"
    assert wording.finding(burglary) == (
        "Burglary: more female (+30.0 points) and fewer male (−30.0 points)"
    )
    assert "▲ larger share" in victims_html(burglary, asking())[0]


@pytest.mark.parametrize(
    ("measure", "why"),
    [
        ("arson", "Fewer than 20 records say it in one of the periods."),
        ("robbery", "Of the records 67% say it and 100% did before"),
    ],
)
def test_periods_that_are_not_alike_are_not_compared(told: Given, measure: str, why: str) -> None:
    (sex,) = row(victims(told.workspace, asking(None)), measure).kinds
    assert sex.reason.startswith(why)
    assert {share.points for share in sex.shares} == {None}
    assert any(note.startswith("Not compared: ") for note in wording.notes(sex))


def test_what_year_on_year_refuses_is_refused_with_its_reason(told: Given) -> None:
    question = asking(None, period=replace(YEAR, end=date(2021, 10, 1)), comparison=YEAR)
    changes = {each.measure.id: each for each in year_on_year(told.workspace, question).changes}
    refused = changes["burglary"]
    assert refused.verdict is Verdict.NOT_COMPARABLE
    (sex,) = row(victims(told.workspace, question), "burglary").kinds
    assert sex.reason == refused.reason


def test_every_measure_has_the_lines_that_its_row_has(told: Given) -> None:
    for audience in (None, Audience.PARTNER):
        workspace = replace(told.workspace, audience=audience)
        question = asking(None, PAIR)
        found = victims(workspace, question)
        for change in found.answer.changes:
            alone = victim_bands(workspace, question, change)
            shown = [each for each in found.rows if each.change.measure == change.measure]
            lines = [s.line for each in shown for kind in each.kinds for s in kind.shares]
            assert lines == list(alone.lines if alone else ()), change.measure.id
    heat = every_measure(victims(told.workspace, asking(None)), "sex")
    assert heat
    assert dict(zip(heat.rows, heat.values, strict=True))["Burglary"] == (60, 40)
    assert "Arson" not in heat.rows, "of too few there are no shares"


def test_partners_are_withheld_a_measure_whole(told: Given) -> None:
    told.records(2, NOW, bands=("sex=other",))
    told.seal()
    found = victims(replace(told.workspace, audience=Audience.PARTNER), asking(None))
    burglary = row(found, "burglary")
    assert (burglary.kinds, burglary.withheld[:9]) == ((), "Withheld:")
    labels = {line[0] for line in victims_table(found.rows, asking(), synthetic=False).rows}
    assert "Burglary" not in labels
    assert "Robbery" in labels


def test_who_comes_again_is_counted_in_both_years(told: Given) -> None:
    for when, again in ((BEFORE, 10), (NOW, 20)):
        for n in range(40):
            mark = (f"thekey00{n}",)
            told.records(2 if n < again else 1, when, "shoplifting", victims=mark)
    told.seal()
    found = repeats(told.workspace, asking("shoplifting")).victims
    assert found.before
    assert found.now
    assert (found.before.repeat, found.now.repeat, found.now.victims) == (10, 20, 40)
    assert (found.now.naming, found.now.of_repeat) == (60, 40)
    low, high = confint_proportions_2indep(20, 40, 10, 40, method="newcomb", compare="diff")
    assert (found.points, found.low, found.high) == pytest.approx((25, 100 * low, 100 * high))
    said = " ".join(wording.victims_again(found, "Shoplifting"))
    assert "20 of 40 victims come again within the year (50.0%)" in said
    assert "40 of 60 records that name a victim name one of them (66.7%)" in said
    told.records(80, NOW, "shoplifting")
    told.seal()
    fewer = repeats(told.workspace, asking("shoplifting")).victims
    assert fewer.points is None
    assert fewer.reason == ("Less than half of the records of one of the periods name a victim.")


def test_places_that_come_again_are_counted_beside_a_lot(told: Given) -> None:
    for n in range(30):
        lsoa = f"E010{n:05}"
        told.records(20 if n < 3 else 1, BEFORE, "vehicle-offences", lsoa=lsoa)
        told.records(20 if n in (0, 1, 9) else 1, NOW, "vehicle-offences", lsoa=lsoa)
    told.seal()
    # Two points on the map, of which one comes again.
    told.run(
        "UPDATE incident SET longitude = CASE lsoa WHEN 'E01000000' THEN 0.5 ELSE 0.6 END, "
        "latitude = 51.5 WHERE lsoa IN ('E01000000', 'E01000009')"
    )
    areas, points = repeats(told.workspace, asking("vehicle-offences")).places
    assert (areas.kind, areas.places, areas.top, areas.again) == (PlaceKind.SMALL_AREA, 30, 3, 2)
    assert areas.names == ("E01000000", "E01000001")
    assert (areas.records_in_top, areas.records, areas.by_lot) == (60, 87, 0.3)
    assert (points.kind, points.top, points.top_before, points.again) == (
        PlaceKind.POINT,
        2,
        1,
        1,
    )
    assert "2 were among the busiest before too; by lot it would be 0.3" in (
        wording.places_again(areas)
    )


def test_places_come_again_in_no_year_that_is_not_covered(told: Given) -> None:
    for day in (BEFORE, NOW):
        told.records(3, day, "vehicle-offences", lsoa="E01000000")
    told.seal()
    told.run("UPDATE incident SET longitude = 0.5, latitude = 51.5 WHERE lsoa = 'E01000000'")
    question = asking("vehicle-offences")
    assert [each.kind for each in repeats(told.workspace, question).places] == [PlaceKind.POINT]
    told.run("DELETE FROM coverage WHERE month = ?", [question.comparison.start])
    assert repeats(told.workspace, question).places == ()


def test_who_comes_again_is_not_for_partners(told: Given) -> None:
    partner = Workspace(told.workspace.store, Person("somebody", Role.PARTNER))
    with pytest.raises(NotPermitted):
        repeats(partner, asking("burglary"))
