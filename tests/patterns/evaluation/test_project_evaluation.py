"""Project evaluation: published values, a slow second count, refusals with a way on, disclosure."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from math import sqrt

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as generated
from hypothesis import strategies as st

from assessment.__main__ import main
from assessment.changes import By, Question
from assessment.errors import InvalidRequest
from assessment.outputs.evaluation.evaluation_charts import changes_chart, months_chart
from assessment.outputs.evaluation.evaluation_table import evaluation_table, groups_html
from assessment.outputs.evaluation.evaluation_wording import caveats, finding, sentences
from assessment.partnerships import add_partnership
from assessment.patterns.evaluation import (
    BeforeAfter,
    Effect,
    ProjectAreas,
    ProjectEvaluation,
    displacement_difference,
    evaluate,
)
from assessment.people import Person, Role
from assessment.periods import Period
from assessment.workspace import Workspace
from tests.changes.asked import PAIR, asking, days
from tests.changes.given import Given, months
from tests.properties import examples

WARDS = ("Alder", "Birch", "Cedar", "Downs", "Elm")
NOW, BEFORE, EARLIER = date(2021, 6, 1), date(2020, 6, 1), date(2019, 6, 1)
QUESTION = asking("burglary")
AREAS = ProjectAreas(By.WARD, ("Alder",), ("Birch",))
FOUR = replace(AREAS, beside=("Cedar",), beside_compared=("Downs",))


@pytest.mark.parametrize(
    ("groups", "difference", "error"),
    [
        # The examples of R and Python code by the method's author, and of its paper.
        (((20, 10), (20, 20)), -10, 8.3666),
        (((100, 80), (100, 90)), -10, 19.2354),
        (((207, 110), (308, 318), (178, 157), (150, 140)), -118, 39.598),
    ],
)
def test_published_values(
    groups: tuple[tuple[int, int], ...], difference: int, error: float
) -> None:
    effect = displacement_difference(*(BeforeAfter(*each) for each in groups))
    assert effect.difference == difference
    assert effect.standard_error == pytest.approx(error, abs=0.0001)


def test_published_intervals() -> None:
    first = displacement_difference(BeforeAfter(20, 10), BeforeAfter(20, 20))
    half = 1.6448536 * first.standard_error  # printed at 90%
    assert (first.difference - half, first.difference + half) == pytest.approx(
        (-23.76, 3.76), abs=0.005
    )
    paper = displacement_difference(
        BeforeAfter(207, 110), BeforeAfter(308, 318), BeforeAfter(178, 157), BeforeAfter(150, 140)
    )
    assert (round(paper.low), round(paper.high)) == (-196, -40)
    assert paper.difference / paper.standard_error == pytest.approx(-2.98, abs=0.005)
    assert paper.is_clear
    assert not first.is_clear


def covered(given_store: Given, first: date = date(2020, 4, 1)) -> Given:
    where = [("district", name) for name in PAIR.districts]
    given_store.extract(covers=where, when=months(first, date(2022, 3, 1)))
    return given_store


def fill(given_store: Given, counts: Mapping[str, tuple[int, ...]]) -> None:
    """Give each ward so many burglaries in the period, the one before, and the one before that."""
    for ward, numbers in counts.items():
        for n, day in zip(numbers, (NOW, BEFORE, EARLIER), strict=False):
            given_store.records(n, day, ward=ward)
        # Of every ward something is known in both years.
        for day in (NOW, BEFORE):
            given_store.records(1, day, "arson", ward=ward)
    given_store.seal()


def asked(given_store: Given, areas: ProjectAreas = AREAS) -> ProjectEvaluation:
    return evaluate(given_store.workspace, QUESTION, areas)


def slowly(given_store: Given, areas: ProjectAreas, question: Question) -> Effect:
    """Go through the records one by one, as someone with a spreadsheet would."""
    rows = given_store.workspace.store._connection.execute(
        "SELECT measure, ward, counted_on FROM incident WHERE last_extract IS NULL"
    ).fetchall()
    signs = {"funded": 1, "compared": -1, "beside": 1, "beside_compared": -1}
    difference = total = 0
    for measure, ward, day in rows:
        for group, wards in areas.groups.items():
            if measure != "burglary" or ward not in wards:
                continue
            if question.period.start <= day < question.period.end:
                difference, total = difference + signs[group], total + 1
            elif question.comparison.start <= day < question.comparison.end:
                difference, total = difference - signs[group], total + 1
    return Effect(difference, sqrt(total))


pairs = st.tuples(st.integers(0, 40), st.integers(0, 40))


@settings(
    max_examples=examples(8),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@generated(st.fixed_dictionaries(dict.fromkeys(WARDS, pairs)), st.permutations(WARDS), st.data())
def test_it_is_what_going_through_the_records_one_by_one_gives(
    given_store: Given,
    counts: Mapping[str, tuple[int, int]],
    order: list[str],
    data: st.DataObject,
) -> None:
    given_store.empty()
    fill(covered(given_store), counts)
    cut = data.draw(st.integers(1, 4))
    chosen = [
        ProjectAreas(By.WARD, tuple(order[:cut]), tuple(order[cut:])),
        ProjectAreas(By.WARD, *((ward,) for ward in order[:4])),
        ProjectAreas(By.WARD, *((ward,) for ward in order[:3])),
    ]
    for areas in chosen:
        assert asked(given_store, areas).effect == slowly(given_store, areas, QUESTION)


COUNTS = {"Alder": (110, 207), "Birch": (318, 308), "Cedar": (157, 178), "Downs": (140, 150)}


@pytest.fixture
def project(given_store: Given) -> Given:
    """The published example, as records."""
    fill(covered(given_store), COUNTS)
    return given_store


def test_records_give_the_published_example(project: Given) -> None:
    found = asked(project, FOUR)
    assert found.effect is not None
    assert (found.effect.difference, round(found.effect.standard_error, 1)) == (-118, 39.6)
    assert found.expected == 217
    assert finding(found) == (
        "Burglary: 118 fewer than expected, areas beside included, more than counting alone "
        "explains (likely between 196 fewer and 40 fewer)"
    )


def test_what_is_not_covered_is_not_taken_for_none(given_store: Given) -> None:
    """Offences are known of these wards; of anti-social behaviour nobody has sent anything."""
    where = [("district", name) for name in PAIR.districts]
    when = months(date(2020, 4, 1), date(2022, 3, 1))
    given_store.extract(covers=where, subjects=["offence"], when=when)
    fill(given_store, COUNTS)
    found = evaluate(given_store.workspace, asking("anti-social-behaviour"), AREAS)
    assert found.effect is None
    assert found.counts is None
    assert len(found.against) == 1


def test_everything_says_what_it_is_and_of_counting_alone(project: Given) -> None:
    found = asked(project, FOUR)
    report = " ".join(sentences(found))
    table = evaluation_table(found, synthetic=False)
    chart = changes_chart(found)
    everything = " ".join(
        (report, *caveats(found), chart.alt, chart.table.as_html, groups_html(found), str(table))
    )
    assert "chance" not in everything.lower()
    assert "The standard error is 39.6 and the likely range twice that either way" in report
    assert "of counting alone" in report
    assert "Funded areas (Alder): 207 offences (1 April 2020 to 31 March 2021), then 110" in report
    assert (
        "Had the funded areas changed as those compared with, they would have had about 217. "
        in (report)
    )
    effect = chart.dots[-1]
    assert (effect.name, effect.value, round(effect.low or 0)) == ("Effect", -118, -196)
    assert "Effect: 118 fewer, likely between 196 fewer and 40 fewer" in chart.alt
    assert [row[0] for row in table.rows] == [*(dot.name for dot in chart.dots)]
    assert table.rows[-1][4:8] == (-118, 39.6, -195.6, -40.4)


def test_months_are_those_of_the_areas(project: Given) -> None:
    found = asked(project, FOUR)
    chart = months_chart(found)
    assert chart is not None
    (funded, compared) = chart.lines
    assert sum(each or 0 for each in funded.values) == 207 + 110
    assert sum(each or 0 for each in compared.values) == 308 + 318
    assert (chart.times[chart.events[0].at], chart.events[0].words) == (
        "Apr 2021",
        "After begins with April 2021",
    )


def test_of_what_is_not_clear_no_effect_is_told(given_store: Given) -> None:
    fill(covered(given_store), {"Alder": (20, 30), "Birch": (30, 30)})
    said = finding(asked(given_store))
    assert said == (
        "Burglary: no clear effect: 10 fewer than expected, which counting alone explains (likely "
        "between 31 fewer and 11 more)"
    )


def test_an_area_without_any_such_record_has_none(given_store: Given) -> None:
    fill(covered(given_store), {"Alder": (0, 0), "Birch": (30, 25)})
    found = asked(given_store)
    assert found.counts == {"funded": BeforeAfter(0, 0), "compared": BeforeAfter(25, 30)}


OTHER_SEASON = days(date(2020, 10, 1), date(2021, 4, 1))
SUMMER = days(date(2021, 4, 1), date(2021, 10, 1))


@pytest.mark.parametrize(
    ("before", "says"),
    [
        (OTHER_SEASON, "are not the same months"),
        (days(date(2020, 4, 1), date(2021, 4, 1)), "are not the same months"),
        (days(date(2021, 5, 1), date(2021, 11, 1)), "Before has to come before after"),
        (days(date(2022, 4, 1), date(2022, 10, 1)), "Before has to come before after"),
    ],
    ids=["another season", "longer", "across it", "after it"],
)
def test_unequal_months_are_refused_with_a_way_on(
    project: Given, before: Period, says: str
) -> None:
    question = replace(QUESTION, period=SUMMER, comparison=before)
    found = evaluate(project.workspace, question, AREAS)
    (why,) = found.against
    assert says in why
    assert (found.counts, found.effect, finding(found)) == (None, None, "")
    # What is advised can be done.
    advised = SUMMER.year_before()
    assert f"the same dates a year earlier: {advised.dates}." in why
    assert evaluate(project.workspace, replace(question, comparison=advised), AREAS).effect


@pytest.mark.parametrize(
    ("areas", "faults"),
    [
        (ProjectAreas(By.WARD), ["Choose the areas in which", "Choose areas to compare with"]),
        (replace(AREAS, compared=("Alder",)), ["Chosen more than once: Alder."]),
        (replace(AREAS, compared=("Nowhere",)), ["No records name Nowhere here"]),
        (replace(AREAS, beside_compared=("Cedar",)), ["need areas beside: choose both"]),
    ],
)
def test_every_fault_of_the_choice_is_told(
    project: Given, areas: ProjectAreas, faults: list[str]
) -> None:
    found = asked(project, areas)
    assert len(found.against) == len(faults)
    assert all(fault in why for fault, why in zip(faults, found.against, strict=True))
    assert found.effect is None
    assert set(found.known) == set(COUNTS)


def test_a_measure_is_no_area(project: Given) -> None:
    with pytest.raises(InvalidRequest, match="by district, ward or small area"):
        asked(project, ProjectAreas(By.MEASURE))


def test_months_that_are_not_covered_are_not_compared(given_store: Given) -> None:
    fill(covered(given_store, date(2020, 6, 1)), COUNTS)
    found = asked(given_store)
    assert found.against == ("No data for April to May 2020.",)
    assert found.effect is None


def test_the_year_before_the_work_is_told_and_doubted(given_store: Given) -> None:
    fill(
        covered(given_store, date(2019, 4, 1)),
        {"Alder": (100, 100, 200), "Birch": (100, 100, 100)},
    )
    found = asked(given_store)
    assert found.earlier == Effect(-100, sqrt(500))
    assert "A year earlier, before there was any work, the same difference was 100 fewer" in (
        " ".join(sentences(found))
    )
    assert any("already went apart in the year before" in each for each in caveats(found))


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({"Alder": (100, 100), "Birch": (1300, 1000)}, "would make an effect of −270. Choose"),
        ({"Alder": (9, 12), "Birch": (12, 12)}, "Fewer than 20 records are in one of the counts"),
    ],
)
def test_what_makes_an_effect_doubtful_is_said(
    given_store: Given, counts: Mapping[str, tuple[int, int]], words: str
) -> None:
    fill(covered(given_store), counts)
    assert any(words in each for each in caveats(asked(given_store)))


def test_areas_beside_that_nothing_is_set_beside_are_told(project: Given) -> None:
    found = asked(project, replace(FOUR, beside_compared=()))
    assert any("Nothing is compared with the areas beside" in each for each in caveats(found))


@pytest.mark.parametrize("role", [Role.PARTNER, Role.PUBLIC])
@pytest.mark.parametrize(("few", "is_told"), [(3, False), (50, True)])
def test_partners_are_told_of_whole_districts_all_or_nothing(
    given_store: Given, role: Role, few: int, is_told: bool
) -> None:
    covered(given_store)
    for district, counts in (("Rochford", (60, 80)), ("Castle Point", (few, 70))):
        for n, day in zip(counts, (NOW, BEFORE), strict=True):
            given_store.records(n, day, district=district, ward="Alder")
    given_store.seal()
    asks = Workspace(given_store.workspace.store, Person("somebody", role))
    question = asking("burglary", PAIR)
    wards = evaluate(asks, question, AREAS)
    assert (wards.effect, wards.counts, wards.months, dict(wards.known)) == (None, None, None, {})
    assert "Partners are shown whole districts" in wards.against[0]
    areas = ProjectAreas(By.DISTRICT, ("Rochford",), ("Castle Point",))
    found = evaluate(asks, question, areas)
    assert (found.effect is not None) is is_told
    assert (found.counts is not None) is is_told
    assert found.months is None
    if not is_told:
        assert found.against[0].startswith("Withheld: it is about fewer than 5")
    board = evaluate(given_store.workspace, question, areas)
    assert board.effect == Effect((60 - 80) - (few - 70), sqrt(60 + 80 + few + 70))


def test_the_command_answers_in_json_and_in_words(
    project: Given, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project.workspace.store.path
    add_partnership(project.workspace, "Rochford", ["Rochford"])
    project.workspace.store.close()

    def run(*areas: str) -> str:
        asked = ("--partnership", "rochford", "--period", "financial-year", "--ending", "2022-03")
        named = ("--measure", "burglary", "--set", "home-office", *areas)
        assert main(["--store", str(path), "evaluate", *asked, *named]) == 0
        return capsys.readouterr().out

    four = ("--funded", "alder", "--compared", "Birch", "--beside", "Cedar")
    told = json.loads(run(*four, "--beside-compared", "Downs", "--json"))
    assert told["effect"]["difference"] == -118
    assert told["effect"]["standard_error"] == pytest.approx(39.598, abs=0.001)
    assert told["groups"][0] == {
        "group": "funded",
        "areas": ["Alder"],
        "before": 207,
        "after": 110,
    }
    assert (told["expected"], told["against"], told["effect"]["is_clear"]) == (217, [], True)
    assert "118 fewer than expected" in run(*four, "--beside-compared", "Downs")
    refused = json.loads(run("--funded", "Alder", "--json"))
    assert refused["effect"] is None
    assert refused["against"] == [
        "Choose areas to compare with: such as are like them, without the work."
    ]
