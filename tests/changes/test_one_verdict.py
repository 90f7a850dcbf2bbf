"""A row has one verdict, however it is asked for."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as generated
from hypothesis import strategies as st

from assessment.__main__ import main
from assessment.changes import By, Change, Place, Question, year_on_year
from assessment.changes.comparison import judged
from assessment.definitions import measure_set_named
from assessment.outputs.changes.changes_download import COLUMNS, year_on_year_table
from assessment.partnerships import add_partnership
from tests import alternative_implementations as obvious
from tests.changes.asked import PAIR, YEAR, asking
from tests.changes.given import Given, months
from tests.properties import examples

MEASURES = ("arson", "bicycle-theft", "homicide", "residential-burglary", "robbery")
WARDS = ("A", "B")
counts = st.lists(
    st.integers(0, 60),
    min_size=2 * len(MEASURES) * len(WARDS) * 2,
    max_size=2 * len(MEASURES) * len(WARDS) * 2,
)
FEW = settings(
    max_examples=examples(3),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def fill(given_store: Given, numbers: Sequence[int]) -> None:
    given_store.empty()
    covers = [("district", name) for name in PAIR.districts]
    given_store.extract(covers=covers, when=months(date(2020, 4, 1), date(2022, 3, 1)))
    rows = iter(numbers)
    for district in PAIR.districts:
        for ward in WARDS:
            for measure in MEASURES:
                for year in (2020, 2021):
                    given_store.records(
                        next(rows), date(year, 6, 1), measure, district=district, ward=ward
                    )
    given_store.seal()


def said(change: Change) -> Change:
    """What is said of a row, whatever a table calls its area."""
    return replace(change, area="")


@FEW
@generated(counts)
def test_a_row_has_the_verdict_of_its_table(given_store: Given, numbers: list[int]) -> None:
    fill(given_store, numbers)
    for by in By:
        table = year_on_year(given_store.workspace, asking(None, PAIR, by=by)).changes
        for measure in ("arson", "homicide", "burglary", "all-crime"):
            alone = year_on_year(given_store.workspace, asking(measure, PAIR, by=by)).changes
            own = [change for change in table if change.measure.id == measure]
            areas = {change.area for change in alone}
            assert list(alone) == [change for change in own if change.area in areas], (by, measure)
            # A small area without any record of the measure has no row of its own.
            assert all(not (c.previous or c.current) for c in own if c.area not in areas)


@FEW
@generated(counts)
def test_a_district_looked_at_in_its_partnership_is_as_in_the_table(
    given_store: Given, numbers: list[int]
) -> None:
    fill(given_store, numbers)
    table = year_on_year(given_store.workspace, asking(None, PAIR, by=By.DISTRICT)).changes
    for district in PAIR.districts:
        inside = Place(district, (district,), within=PAIR.districts)
        own = [said(change) for change in table if change.area == district]
        alone = year_on_year(given_store.workspace, asking(None, inside)).changes
        assert list(map(said, alone)) == own
        by_ward = year_on_year(given_store.workspace, asking(None, PAIR, by=By.WARD)).changes
        wards = year_on_year(given_store.workspace, asking(None, inside, by=By.WARD)).changes
        p_values = {c.p_adjusted for c in wards if c.is_area_given}
        assert p_values <= {c.p_adjusted for c in by_ward}


@FEW
@generated(counts)
def test_a_sum_of_measures_is_judged_as_if_it_stood_among_them(
    given_store: Given, numbers: list[int]
) -> None:
    """The measures of an issue: one that the set has is the set's, and no two sums mix."""
    fill(given_store, numbers)
    workspace, question = given_store.workspace, asking(None, PAIR)
    measures = measure_set_named("home-office")
    arson, theft = measures.measure("arson"), measures.measure("bicycle-theft")
    same = replace(arson, id="issue")
    both = replace(arson, id="both", leaves=(*arson.leaves, *theft.leaves))
    judgement = judged(workspace, question, [same, both])
    (own,) = year_on_year(workspace, replace(question, measure="arson")).changes
    assert judgement.sums["issue"] == replace(own, measure=same)
    assert judged(workspace, question, [both]).sums["both"] == judgement.sums["both"]
    level = [c for c in judgement.changes if c.measure.level == 2 and c.p_value is not None]
    summed = judgement.sums["both"]
    if summed.p_value is not None:
        expected = obvious.benjamini_hochberg([*(c.p_value or 0 for c in level), summed.p_value])
        assert summed.p_adjusted == pytest.approx(expected[-1])


@FEW
@generated(counts)
def test_families_are_those_of_the_methods(given_store: Given, numbers: list[int]) -> None:
    """All measures of a level over all areas, adjusted the slow way."""
    fill(given_store, numbers)
    for by in By:
        changes = year_on_year(given_store.workspace, asking(None, PAIR, by=by)).changes
        for level in range(3):
            family = [c for c in changes if c.measure.level == level and c.p_value is not None]
            expected = obvious.benjamini_hochberg([c.p_value or 0 for c in family])
            assert [c.p_adjusted for c in family] == pytest.approx(expected)


def test_commands_and_downloads_say_what_the_page_says(
    given_store: Given, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(given_store, [number * 7 % 61 for number in range(40)])
    add_partnership(given_store.workspace, PAIR.label, PAIR.districts)
    table = year_on_year(given_store.workspace, asking(None, PAIR, by=By.DISTRICT))
    expected = {(c.measure.id, c.area): c.verdict.value for c in table.changes}
    titles = [column.name for column in COLUMNS]
    rows = [dict(zip(titles, row, strict=True)) for row in year_on_year_table(table).rows]
    assert {(r["Measure id"], r["Area"]): r["Verdict"] for r in rows} == expected
    path = str(given_store.workspace.store.path)
    given_store.workspace.store.close()
    period = ["--period", "financial-year", "--ending", f"{YEAR.last_day:%Y-%m}"]
    for measure in MEASURES:
        at = ["--store", path, "--set", "home-office", "--measure", measure, "--json"]
        capsys.readouterr()
        command = ["changes", "--partnership", "castle-point-and-rochford", "--by", "district"]
        assert main([*command, *period, *at]) == 0
        for row in json.loads(capsys.readouterr().out)["rows"]:
            assert row["verdict"] == expected[row["measure"], row["area"]]


def test_the_question_of_a_district_in_its_partnership_is_another() -> None:
    """What is kept of an answer is kept by its question."""
    alone = Question(Place("Rochford", ("Rochford",)), YEAR, YEAR.year_before(), "home-office")
    inside = replace(alone, place=Place("Rochford", ("Rochford",), within=PAIR.districts))
    assert repr(alone) != repr(inside)
