"""The page Sources: what came, what is overdue, which source leads, and what the checks find."""

from datetime import date
from pathlib import Path

import pytest

from assessment.partnerships import add_partnership
from assessment.people import Person, Role
from assessment.sources.lead_sources import lead_sources
from assessment.sources.source_settings import source_settings
from assessment.store import Store
from assessment.workspace import Workspace
from tests.changes.given import OFFENCES, Given, months
from tests.conftest import NewStore
from tests.pages.conftest import Opens, as_read, beside_the_page, press, rows_of, text_of

PAGE = "pages/sources/page.py"
YEAR = months(date(2024, 1, 1), date(2024, 12, 1))


@pytest.fixture
def two_sources(new_store: NewStore, tmp_path: Path) -> Path:
    """A store in which two sources give the same six months of Rochford."""
    path = tmp_path / "two.duckdb"
    store: Store = new_store(path)
    workspace = Workspace(store, Person("Test analyst", Role.ANALYST))
    add_partnership(workspace, "Rochford", ["Rochford"])
    given = Given(workspace)
    given.extract("force", when=YEAR, subjects=OFFENCES)
    given.extract("crime-system", when=YEAR[6:], subjects=OFFENCES)
    store.close()
    return path


def test_months_are_drawn_with_their_words(two_sources: Path, open_page: Opens) -> None:
    at = open_page(two_sources, PAGE)
    shown = text_of(at)
    assert "crime-system, offences, Rochford: 6 of 12 months covered; missing: January to June" in (
        shown
    )
    assert "crime-system and force both give police records (offences) of Rochford" in shown


def test_a_lead_source_is_named_here(two_sources: Path, open_page: Opens) -> None:
    at = open_page(two_sources, PAGE)
    at.selectbox(key="lead-of-home-office").set_value("crime-system")
    press(at, "Keep this lead source")
    assert "Figures are taken from crime-system, the lead source." in text_of(at)
    (lead,) = lead_sources(beside_the_page("somebody"), "rochford")
    assert lead.source == "crime-system"


def test_what_is_due_is_said_here(two_sources: Path, open_page: Opens) -> None:
    at = open_page(two_sources, PAGE, part="Sources")
    at.selectbox(key="source-to-change").set_value("force").run()
    at.text_input(key="agency-force").set_value("Essex Police")
    at.text_input(key="role-force").set_value("performance analyst")
    at.selectbox(key="every-force").set_value("every month")
    at.number_input(key="day-force").set_value(20)
    press(at, "Keep this")
    shown = rows_of(at)
    assert "1 source is overdue: force." in shown
    assert "Essex Police, performance analyst" in shown
    assert "Overdue since 20 February 2025" in shown
    assert source_settings(beside_the_page("somebody"))["force"].agency == "Essex Police"


def test_a_persons_details_are_refused(two_sources: Path, open_page: Opens) -> None:
    at = open_page(two_sources, PAGE, part="Sources")
    at.text_input(key="role-crime-system").set_value("ann@essex.gov.uk")
    press(at, "Keep this")
    assert "The contact role holds e-mail addresses" in text_of(at)


def test_authorities_and_what_came_of_them(two_sources: Path, open_page: Opens) -> None:
    shown = rows_of(open_page(two_sources, PAGE, part="Authorities"))
    assert "Recorded crime, by sub-category" in shown
    assert "whole in every district up to December 2024" in shown
    assert "Has not come." in shown


def test_checks_are_run_and_told(two_sources: Path, open_page: Opens) -> None:
    at = open_page(two_sources, PAGE, part="Checks")
    assert "All 8 checks found nothing wrong." in " ".join(each.value for each in at.success)
    with beside_the_page("somebody").store.writing() as writer:
        writer._cursor.execute(
            "INSERT INTO monthly_count SELECT 'force', 'home-office', "
            "'burglary', NULL, 'Rochford', NULL, NULL, DATE '2024-01-01', 1"
        )
    assert "force in January 2024" in rows_of(at.run())
    press(at, "Count every month anew")
    assert "All 8 checks found nothing wrong." in " ".join(each.value for each in at.success)


def test_an_empty_store_leads_to_a_load(
    new_store: NewStore, tmp_path: Path, open_page: Opens
) -> None:
    new_store(tmp_path / "empty.duckdb").close()
    assert "Nothing has been loaded yet" in text_of(open_page(tmp_path / "empty.duckdb", PAGE))


def test_a_place_without_sources_says_so(
    new_store: NewStore, tmp_path: Path, open_page: Opens
) -> None:
    store = new_store(tmp_path / "none.duckdb")
    add_partnership(Workspace(store, Person("x", Role.ANALYST)), "Maldon", ["Maldon"])
    store.close()
    for part, said in (
        ("Months", "No source covers any month of Maldon yet."),
        ("Sources", "No source covers Maldon yet."),
        ("Authorities", "Has not come."),
    ):
        assert said in rows_of(open_page(tmp_path / "none.duckdb", PAGE, part=part))


def test_a_whole_force(example_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(example_store, PAGE, partnership="force:Essex Police"))
    assert "What has come of **the area of Essex Police**." in shown
    assert "example-maldon" in shown


@pytest.mark.parametrize("part", ["Months", "Sources", "Authorities"])
def test_examples_are_marked(example_store: Path, open_page: Opens, part: str) -> None:
    shown = text_of(open_page(example_store, PAGE, partnership="Rochford", part=part))
    assert "example-" in shown


def test_a_data_set_is_defined_and_removed_here(two_sources: Path, open_page: Opens) -> None:
    at = open_page(two_sources, PAGE, part="Data sets")
    assert "None has been defined yet." in text_of(at)
    at.number_input(key="measures-0").set_value(2).run()
    at.text_input(key="set-0").set_value("Noise patrols")
    at.text_input(key="owner-0").set_value("the council")
    for place, label in enumerate(("Party noise", "Other noise")):
        at.text_input(key=f"label-0-{place}").set_value(label)
        at.text_input(key=f"unit-0-{place}").set_value("visit")
        at.selectbox(key=f"way-0-{place}").set_value("fewer")
    at.text_input(key="names-0-0").set_value("Party, House party")
    press(at, "Define it")
    shown = rows_of(at)
    assert "Noise patrols is defined: load its files as own-noise-patrols." in " ".join(
        as_read(each.value) for each in at.success
    )
    assert "Party, House party" in shown
    press(at, "Remove the data set")
    press(at, "Yes, remove it")
    assert "None has been defined yet." in text_of(at)


def test_what_cannot_be_defined_is_told_and_stays_in_its_fields(
    two_sources: Path, open_page: Opens
) -> None:
    at = open_page(two_sources, PAGE, part="Data sets")
    at.text_input(key="set-0").set_value("Fire")
    press(at, "Define it")
    shown = text_of(at)
    assert "load its files as fire." in shown
    assert "A unit needs a name with a letter or a digit." in shown
    assert at.text_input(key="set-0").value == "Fire"
