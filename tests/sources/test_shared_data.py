"""Where two sources give the same, said plainly."""

from datetime import date

from assessment.outputs.sources.source_tables import shared_sentence
from assessment.partnerships import add_partnership
from assessment.sources.lead_sources import name_lead_source
from assessment.sources.shared_data import shared_data
from tests.changes.given import OFFENCES, Given, months

YEAR = months(date(2024, 1, 1), date(2024, 12, 1))


def said(given: Given) -> list[str]:
    return [
        shared_sentence(each) for each in shared_data(given.workspace, "rochford", ["Rochford"])
    ]


def both(given: Given) -> None:
    add_partnership(given.workspace, "Rochford", ["Rochford"])
    given.extract("force", when=YEAR[:8], subjects=OFFENCES)
    given.extract("crime-system", when=YEAR[6:], subjects=OFFENCES)


def test_two_sources_of_one_set(given_store: Given) -> None:
    both(given_store)
    assert said(given_store) == [
        "crime-system and force both give police records (offences) of Rochford for July to August "
        "2024. They are never added up: until a lead source is named, each figure takes the one "
        "with more of the months asked for, then more records."
    ]


def test_the_lead_source_is_named(given_store: Given) -> None:
    both(given_store)
    name_lead_source(given_store.workspace, "rochford", "home-office", "force")
    (sentence,) = said(given_store)
    assert sentence.endswith("Figures are taken from force, the lead source.")


def test_two_classifications_of_the_police_are_no_matter_of_a_lead(given_store: Given) -> None:
    both(given_store)
    given_store.measure_set = "police-uk"
    given_store.extract("street", when=YEAR[:1], subjects=OFFENCES)
    assert "They are counted in two sets of measures" in said(given_store)[-1]


def test_a_partners_data_are_nobody_elses(given_store: Given) -> None:
    add_partnership(given_store.workspace, "Rochford", ["Rochford"])
    given_store.extract("force", when=YEAR, subjects=OFFENCES)
    given_store.measure_set = "fire"
    given_store.extract("brigade", when=YEAR, subjects=("fire",))
    assert said(given_store) == []


def test_months_apart_are_not_the_same(given_store: Given) -> None:
    given_store.extract("force", when=YEAR[:6], subjects=OFFENCES)
    given_store.extract("crime-system", when=YEAR[6:], subjects=OFFENCES)
    assert said(given_store) == []
