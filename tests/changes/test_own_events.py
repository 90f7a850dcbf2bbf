"""Recording events: what refuses, marks or stands above, and what a partnership enters itself."""

import json
from datetime import date

import pytest

from assessment.__main__ import main
from assessment.changes import By, Place, Verdict, year_on_year
from assessment.changes.comparable.own_events import enter_event, entered_events, remove_event
from assessment.definitions import Bearing
from assessment.errors import InvalidRequest, NotPermitted
from assessment.outputs.changes import change_wording
from assessment.partnerships import add_partnership, remove_partnership
from assessment.people import Person, Role
from assessment.periods import PeriodKind, period_ending
from assessment.workspace import Workspace
from tests.changes.asked import ESSEX, PAIR, ROCHFORD, asking, only
from tests.changes.given import Given, months

EVER = months(date(2010, 1, 1), date(2025, 12, 1))
NEW_SYSTEM = "The force moved to a new records system"
PLAIN = period_ending(PeriodKind.CALENDAR_YEAR, date(2025, 12, 1))


@pytest.fixture
def pair(given_store: Given) -> Given:
    covers = [("district", name) for name in PAIR.districts]
    given_store.extract(covers=[*covers, ("force", "Essex Police")], when=EVER)
    add_partnership(given_store.workspace, PAIR.label, PAIR.districts)
    return given_store


def enter(given: Given, bearing: Bearing, **about: str | None) -> int:
    return enter_event(
        given.workspace,
        "castle-point-and-rochford",
        NEW_SYSTEM,
        bearing,
        date(2025, 3, 1),
        date(2025, 4, 1),
        **about,
    )


def test_what_is_not_one_series_is_not_compared(pair: Given) -> None:
    """Burglary in a dwelling is another thing than residential burglary."""
    year = period_ending(PeriodKind.FINANCIAL_YEAR, date(2018, 3, 1))
    asked = asking("residential-burglary", period=year)
    change = only(year_on_year(pair.workspace, asked))
    assert change.verdict is Verdict.NOT_COMPARABLE
    assert change.reason.startswith("Not one series: Before April 2017 the police counted")
    later = period_ending(PeriodKind.FINANCIAL_YEAR, date(2019, 3, 1))
    after = only(year_on_year(pair.workspace, asking("residential-burglary", period=later)))
    assert after.verdict is Verdict.NO_CLEAR_CHANGE


@pytest.mark.parametrize("measure", ["violence-against-the-person", "all-crime", "all-records"])
def test_counting_the_principal_crime_goes_with_the_sentence(pair: Given, measure: str) -> None:
    year = period_ending(PeriodKind.CALENDAR_YEAR, date(2023, 12, 1))
    question = asking(measure, period=year)
    change = only(year_on_year(pair.workspace, question))
    assert "In spring 2023 forces went back" in change_wording.sentence(change, question)


def test_the_lockdowns_are_told_of_every_measure(pair: Given) -> None:
    year = period_ending(PeriodKind.CALENDAR_YEAR, date(2021, 12, 1))
    answer = year_on_year(pair.workspace, asking(None, period=year))
    assert all(any("lockdowns" in mark for mark in change.marks) for change in answer.changes)


def test_published_points_are_approximate_where_rows_are_small(given_store: Given) -> None:
    given_store.measure_set = "police-uk"
    given_store.extract(when=EVER)
    given_store.records(30, date(2024, 6, 1), "burglary", ward="A")
    given_store.records(30, date(2025, 6, 1), "burglary", ward="A")
    given_store.seal()
    asked = asking("burglary", measure_set="police-uk", period=PLAIN)
    by_ward = asking("burglary", measure_set="police-uk", period=PLAIN, by=By.WARD)
    words = "Published points are moved"
    assert any(words in c for c in year_on_year(given_store.workspace, by_ward).caveats)
    assert not any(words in c for c in year_on_year(given_store.workspace, asked).caveats)


@pytest.mark.parametrize("place", [ROCHFORD, PAIR, ESSEX])
def test_an_own_mark_goes_with_the_sentence_wherever_its_districts_are(
    pair: Given, place: Place
) -> None:
    number = enter(pair, Bearing.MARKS)
    question = asking("arson", place, period=PLAIN)
    change = only(year_on_year(pair.workspace, question))
    assert change_wording.sentence(change, question).endswith(f"{NEW_SYSTEM}.")
    remove_event(pair.workspace, "castle-point-and-rochford", number)
    assert only(year_on_year(pair.workspace, question)).marks == ()


def test_another_partnerships_event_is_not_told(pair: Given) -> None:
    enter(pair, Bearing.MARKS)
    pair.extract(covers=[("district", "Basildon")], when=EVER)
    basildon = Place("Basildon", ("Basildon",))
    assert only(year_on_year(pair.workspace, asking(place=basildon, period=PLAIN))).marks == ()


def test_an_own_event_of_one_measure_is_of_what_has_it_in_it(pair: Given) -> None:
    enter(pair, Bearing.REFUSES, measure_set="home-office", measure="arson")
    answer = year_on_year(pair.workspace, asking(None, period=PLAIN))
    refused = {c.measure.id for c in answer.changes if c.verdict is Verdict.NOT_COMPARABLE}
    assert refused == {"arson", "criminal-damage-and-arson", "all-crime", "all-records"}


def test_missing_months_refuse_only_what_touches_them(pair: Given) -> None:
    enter(pair, Bearing.MISSING)
    touched = only(year_on_year(pair.workspace, asking(period=PLAIN)))
    assert touched.reason == f"Records are missing: {NEW_SYSTEM}."
    april = period_ending(PeriodKind.QUARTER, date(2025, 6, 1))
    # The months lie between the two periods, and neither holds them.
    between = only(year_on_year(pair.workspace, asking(period=april)))
    assert between.verdict is Verdict.NO_CLEAR_CHANGE


@pytest.mark.parametrize(
    ("effect", "bearing", "until", "fault"),
    [
        (" ", Bearing.MARKS, None, "Say in a sentence what changed"),
        ("x" * 401, Bearing.MARKS, None, "in 400 characters or fewer: it has 401"),
        ("x", Bearing.MARKS, date(2025, 3, 1), "It ends before it begins"),
        ("x", Bearing.MISSING, None, "say the last too"),
    ],
)
def test_what_cannot_be_entered_is_told(
    pair: Given, effect: str, bearing: Bearing, until: date | None, fault: str
) -> None:
    with pytest.raises(InvalidRequest, match=fault):
        enter_event(
            *(pair.workspace, "castle-point-and-rochford", effect, bearing),
            *(date(2025, 3, 1), until),
        )
    assert entered_events(pair.workspace, "castle-point-and-rochford") == ()


def test_an_unknown_measure_or_number_is_told(pair: Given) -> None:
    with pytest.raises(InvalidRequest, match="not a measure"):
        enter(pair, Bearing.MARKS, measure_set="home-office", measure="arsn")
    with pytest.raises(InvalidRequest, match="Say the set"):
        enter(pair, Bearing.MARKS, measure="arson")
    with pytest.raises(InvalidRequest, match="no recording change"):
        remove_event(pair.workspace, "castle-point-and-rochford", 7)


def test_a_partner_enters_nothing(pair: Given) -> None:
    partner = Workspace(pair.workspace.store, Person("P", Role.PARTNER))
    with pytest.raises(NotPermitted):
        enter_event(
            *(partner, "castle-point-and-rochford", NEW_SYSTEM, Bearing.MARKS, date(2025, 3, 1))
        )


def test_events_go_with_their_partnership(pair: Given) -> None:
    enter(pair, Bearing.MARKS)
    remove_partnership(pair.workspace, "castle-point-and-rochford")
    assert only(year_on_year(pair.workspace, asking(period=PLAIN))).marks == ()


def test_by_command(pair: Given, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(pair.workspace.store.path)
    pair.workspace.store.close()
    at = ["--partnership", "castle-point-and-rochford", "--store", path]
    when = ["--from", "2025-03-01", "--bearing", "marks"]
    assert main(["events", "add", NEW_SYSTEM, *when, *at]) == 0
    assert f"1: marks, all measures, from 1 March 2025: {NEW_SYSTEM}." in capsys.readouterr().out
    assert main(["events", "list", "--json", *at]) == 0
    (event,) = json.loads(capsys.readouterr().out)
    assert (event["effect"], event["start"], event["until"]) == (
        f"{NEW_SYSTEM}.",
        "2025-03-01",
        None,
    )
    assert main(["events", "remove", "1", *at]) == 0
    assert "No recording change has been entered." in capsys.readouterr().out
    assert main(["events", "add", "x", "--from", "2025-03-01", "--bearing", "bad", *at]) == 2
    assert "--bearing takes refuses, missing, marks, footnote" in capsys.readouterr().err
