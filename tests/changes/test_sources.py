"""Which of several sources answers, so that nothing is counted twice; and what there is to ask."""

from datetime import date
from itertools import permutations

import pytest

from assessment.changes import (
    By,
    Place,
    available,
    default_question,
    forces,
    unlocated,
    year_on_year,
)
from assessment.errors import InvalidRequest
from assessment.partnerships import add_partnership, remove_partnership
from assessment.periods import PeriodKind
from assessment.sources.lead_sources import lead_sources, name_lead_source
from tests.changes.asked import ESSEX, PAIR, ROCHFORD, YEAR, asking, only
from tests.changes.given import OFFENCES, Given, months

TWO_YEARS = months(date(2020, 4, 1), date(2022, 3, 1))
CASTLE_POINT = ("district", "Castle Point")


@pytest.mark.parametrize(
    ("first", "second", "taken", "why"),
    [
        ({}, {}, "first", "as many months and records: the first by name, whichever came last"),
        ({}, {"synthetic": True}, "first", "real records before generated ones"),
        ({"synthetic": True}, {}, "second", "real records before generated ones"),
        ({}, {"when": TWO_YEARS[1:]}, "first", "the other lacks a month"),
        ({"synthetic": True}, {"when": TWO_YEARS[1:]}, "second", "an example fills no gap"),
        ({"when": TWO_YEARS[:1]}, {"synthetic": True}, "first", "not even many gaps"),
        ({}, {"when": TWO_YEARS[1:], "partial": TWO_YEARS[:1]}, "first", "a part is not whole"),
    ],
)
def test_one_source_answers(
    given_store: Given, first: dict[str, object], second: dict[str, object], taken: str, why: str
) -> None:
    for source, options in (("first", first), ("second", second)):
        given_store.extract(source, **({"when": TWO_YEARS} | options))  # type: ignore[arg-type]
        given_store.records(30, date(2021, 5, 5), source=source)
    given_store.seal()
    answer = year_on_year(given_store.workspace, asking())
    assert only(answer).current in (30, None)
    assert not answer.is_synthetic
    assert answer.working.notes[0] == f"Rochford, offences: from {taken}.", why


@pytest.mark.parametrize("order", list(permutations("abc")))
def test_the_source_with_more_records_answers_whichever_was_loaded_last(
    given_store: Given, order: tuple[str, ...]
) -> None:
    for source in order:
        given_store.extract(source, when=TWO_YEARS)
        given_store.records({"a": 30, "b": 40, "c": 40}[source], date(2021, 5, 5), source=source)
    given_store.seal()
    answer = year_on_year(given_store.workspace, asking())
    assert answer.working.notes[0] == "Rochford, offences: from b."


def two_sources(store: Given, *, lacks: int = 0) -> None:
    """Fill a store with a large source and a small one that may lack the first months."""
    store.extract("large", when=TWO_YEARS)
    store.extract("small", when=TWO_YEARS[lacks:])
    store.records(90, date(2021, 5, 5), source="large")
    store.records(30, date(2021, 5, 5), source="small")
    store.seal()
    add_partnership(store.workspace, "Rochford", ["Rochford"])


@pytest.mark.parametrize(
    ("place", "ground"), [(ROCHFORD, "Rochford"), (PAIR, "Rochford")], ids=["alone", "in a pair"]
)
def test_the_lead_source_answers_whoever_asks(
    given_store: Given, place: Place, ground: str
) -> None:
    two_sources(given_store)
    name_lead_source(given_store.workspace, "rochford", "home-office", "small")
    answer = year_on_year(given_store.workspace, asking(place=place))
    assert f"{ground}, offences: from small." in answer.working.notes
    assert any(note.endswith("It is the lead source that was named.") for note in answer.caveats)
    name_lead_source(given_store.workspace, "rochford", "home-office", None)
    answer = year_on_year(given_store.workspace, asking(place=place))
    assert f"{ground}, offences: from large." in answer.working.notes


def test_a_lead_source_that_lacks_months_is_not_stood_in_for(given_store: Given) -> None:
    two_sources(given_store, lacks=3)
    name_lead_source(given_store.workspace, "rochford", "home-office", "small")
    change = only(year_on_year(given_store.workspace, asking()))
    assert change.reason == "No data for April to June 2020."


def test_a_lead_source_without_any_month_that_is_asked_about_leads_nothing(
    given_store: Given,
) -> None:
    two_sources(given_store, lacks=len(TWO_YEARS))
    name_lead_source(given_store.workspace, "rochford", "home-office", "small")
    assert only(year_on_year(given_store.workspace, asking())).current == 90


def test_partnerships_that_disagree_name_no_lead(given_store: Given) -> None:
    two_sources(given_store)
    add_partnership(given_store.workspace, "The pair", ["Rochford", "Castle Point"])
    name_lead_source(given_store.workspace, "rochford", "home-office", "small")
    name_lead_source(given_store.workspace, "the-pair", "home-office", "large")
    assert only(year_on_year(given_store.workspace, asking())).current == 90


@pytest.mark.parametrize(
    ("measure_set", "source", "why"),
    [
        ("home-office", "none-such", "No source 'none-such' has records counted in"),
        ("police-uk", "large", "There are none"),
        ("flags", "large", "Flags are marks on records"),
    ],
)
def test_a_lead_source_must_have_records_of_the_set(
    given_store: Given, measure_set: str, source: str, why: str
) -> None:
    two_sources(given_store)
    with pytest.raises(InvalidRequest, match=why):
        name_lead_source(given_store.workspace, "rochford", measure_set, source)
    assert lead_sources(given_store.workspace, "rochford") == ()


def test_a_partnership_that_is_removed_takes_its_leads_along(given_store: Given) -> None:
    two_sources(given_store)
    name_lead_source(given_store.workspace, "rochford", "home-office", "small")
    (named,) = lead_sources(given_store.workspace, "rochford")
    assert (named.measure_set, named.source) == ("home-office", "small")
    remove_partnership(given_store.workspace, "rochford")
    add_partnership(given_store.workspace, "Rochford", ["Rochford"])
    assert lead_sources(given_store.workspace, "rochford") == ()


ARSON_AND = {"fire": ("arson",), "police": ("arson", "shoplifting")}


@pytest.mark.parametrize("order", [("fire", "police"), ("police", "fire")])
@pytest.mark.parametrize("lacks", [0, 12], ids=["as many months", "fewer months"])
def test_a_source_of_one_kind_of_offence_never_stands_in_for_all(
    given_store: Given, order: tuple[str, str], lacks: int
) -> None:
    for source in order:
        given_store.extract(source, when=TWO_YEARS[lacks if source == "police" else 0 :])
        for kind in ARSON_AND[source]:
            given_store.records(30, date(2021, 5, 5), source=source, measure=kind)
    given_store.seal()
    answer = year_on_year(given_store.workspace, asking("all-crime"))
    assert only(answer).current == 60
    assert answer.working.notes[0] == "Rochford, offences: from police."


def test_months_that_only_an_example_covers_are_not_available(given_store: Given) -> None:
    given_store.extract("example", when=TWO_YEARS, synthetic=True)
    given_store.extract("police", when=TWO_YEARS[3:6])
    assert available(given_store.workspace, ROCHFORD)["home-office"].months == TWO_YEARS[3:6]
    question = default_question(given_store.workspace, ROCHFORD)
    assert not year_on_year(given_store.workspace, question).is_synthetic


def test_an_example_answers_where_nothing_else_does(given_store: Given) -> None:
    given_store.extract("example", when=TWO_YEARS, synthetic=True)
    given_store.extract("police", covers=[CASTLE_POINT], when=TWO_YEARS)
    for place, synthetic in (
        (ROCHFORD, True),
        (PAIR, True),
        (Place("C", ("Castle Point",)), False),
    ):
        assert year_on_year(given_store.workspace, asking(place=place)).is_synthetic is synthetic


def test_a_source_passed_over_is_said(given_store: Given) -> None:
    given_store.extract("first", when=TWO_YEARS)
    given_store.extract("second", when=TWO_YEARS)
    answer = year_on_year(given_store.workspace, asking())
    said = (
        "Rochford, offences: second could have answered too; only first is counted, so that "
        "nothing is counted twice. Until a lead source is named, the one with more of these months "
        "and records is counted."
    )
    assert said in answer.caveats
    assert said in answer.working.notes


def test_each_district_and_subject_has_its_own_source(given_store: Given) -> None:
    given_store.extract("crime", subjects=OFFENCES, when=TWO_YEARS)
    given_store.extract("calls", subjects=["anti-social-behaviour"], when=TWO_YEARS)
    given_store.extract("neighbour", covers=[CASTLE_POINT], when=TWO_YEARS)
    asb = "nuisance-anti-social-behaviour"
    given_store.records(2, date(2021, 5, 5), source="crime")
    given_store.records(4, date(2021, 5, 5), asb, source="calls")
    given_store.records(8, date(2021, 5, 5), source="neighbour", district="Castle Point")
    given_store.records(16, date(2021, 5, 5), asb, source="neighbour", district="Castle Point")
    # None of these is answered for: another subject, and another district, of a chosen source.
    given_store.records(32, date(2021, 5, 5), asb, source="crime")
    given_store.records(64, date(2021, 5, 5), source="neighbour")
    given_store.seal()
    answer = year_on_year(given_store.workspace, asking("all-records", PAIR, by=By.DISTRICT))
    assert {c.area: c.current for c in answer.changes} == {"Castle Point": 24, "Rochford": 6}


def test_sets_are_never_mixed(given_store: Given) -> None:
    given_store.extract("police", when=TWO_YEARS)
    given_store.records(3, date(2021, 5, 5), source="police")
    given_store.seal()
    given_store.measure_set = "police-uk"
    given_store.extract("public", when=TWO_YEARS)
    given_store.records(5, date(2021, 5, 5), source="public")
    given_store.seal()
    for measure_set, expected in (("home-office", 3), ("police-uk", 5)):
        question = asking(measure_set=measure_set)
        assert only(year_on_year(given_store.workspace, question)).current == expected


def test_what_is_available(given_store: Given) -> None:
    given_store.extract(when=TWO_YEARS, subjects=["offence"])
    given_store.extract(when=TWO_YEARS[3:6], subjects=["anti-social-behaviour", "hate-crime"])
    held = available(given_store.workspace, ROCHFORD)
    assert list(held) == ["home-office", "flags"]
    assert (held["home-office"].first_month, held["home-office"].last_month) == (
        TWO_YEARS[0],
        TWO_YEARS[-1],
    )
    assert held["flags"].months == TWO_YEARS[3:6]


@pytest.mark.parametrize(
    ("castle_point", "expected", "why"),
    [
        (TWO_YEARS[:-2], TWO_YEARS[:-2], "the months that both districts have"),
        ((), TWO_YEARS, "one has none at all: the answer will say where data are missing"),
    ],
)
def test_months_of_two_districts(
    given_store: Given, castle_point: tuple[date, ...], expected: tuple[date, ...], why: str
) -> None:
    given_store.extract(when=TWO_YEARS)
    given_store.extract(covers=[CASTLE_POINT], when=castle_point)
    assert available(given_store.workspace, PAIR)["home-office"].months == expected, why


@pytest.mark.parametrize(
    ("covered", "kind", "why"),
    [
        (TWO_YEARS, PeriodKind.ROLLING_12, "two whole years"),
        (
            months(date(2020, 4, 1), date(2021, 8, 1)),
            PeriodKind.FYTD,
            "April to August of two years, not twelve months of each",
        ),
        (
            (
                *months(date(2020, 7, 1), date(2020, 9, 1)),
                *months(date(2021, 7, 1), date(2021, 9, 1)),
            ),
            PeriodKind.QUARTER,
            "July to September of two years",
        ),
        (TWO_YEARS[:5], PeriodKind.CUSTOM, "nothing can be compared: the months there are"),
    ],
)
def test_the_question_a_page_opens_with(
    given_store: Given, covered: tuple[date, ...], kind: PeriodKind, why: str
) -> None:
    given_store.extract(when=covered)
    question = default_question(given_store.workspace, ROCHFORD)
    assert (question.period.kind, question.measure_set) == (kind, "home-office"), why
    assert question.comparison == question.period.year_before()


@pytest.mark.parametrize(
    ("police_uk_until", "taken"),
    [(date(2022, 3, 1), "home-office"), (date(2022, 4, 1), "police-uk")],
)
def test_the_set_that_reaches_furthest_opens(
    given_store: Given, police_uk_until: date, taken: str
) -> None:
    given_store.extract(when=TWO_YEARS)
    given_store.measure_set = "police-uk"
    given_store.extract("public", when=months(date(2020, 4, 1), police_uk_until))
    assert default_question(given_store.workspace, ROCHFORD).measure_set == taken


def test_no_question_opens_where_nothing_is_loaded(given_store: Given) -> None:
    with pytest.raises(InvalidRequest, match="Nothing has been loaded for Rochford"):
        default_question(given_store.workspace, ROCHFORD)


@pytest.mark.parametrize("covered", [True, False])
def test_records_without_a_district(given_store: Given, covered: bool) -> None:
    if covered:
        given_store.extract(covers=[("force", "Essex Police")], when=TWO_YEARS)
        assert forces(given_store.workspace) == ("Essex Police",)
    given_store.records(1, date(2021, 3, 31), district=None)
    given_store.records(2, date(2021, 4, 1), district=None, flags=("hate-crime",))
    given_store.records(4, date(2021, 4, 1))
    given_store.records(8, date(2021, 4, 1), district=None, force="Kent Police")
    given_store.seal()
    assert unlocated(given_store.workspace, "Essex Police", YEAR) == 2


def test_records_without_a_district_are_counted_from_one_source(given_store: Given) -> None:
    for source in ("first", "second"):
        given_store.extract(source, covers=[("force", "Essex Police")], when=TWO_YEARS)
        given_store.records(2, date(2021, 4, 1), district=None, source=source)
    given_store.seal()
    assert unlocated(given_store.workspace, "Essex Police", YEAR, "home-office") == 2
    assert available(given_store.workspace, ESSEX)["home-office"].months == TWO_YEARS
    assert available(given_store.workspace, Place("Kent Police", (), "Kent Police")) == {}
