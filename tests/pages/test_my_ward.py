"""My ward says what is up in a ward, in rounded numbers, from an address alone."""

from datetime import date
from itertools import product
from pathlib import Path

import pytest

from assessment.partnerships import add_partnership
from assessment.people import Person, Role
from assessment.workspace import Workspace
from tests.changes.given import Given, months
from tests.conftest import NewStore
from tests.pages.conftest import Opens, as_read, link_of, text_of

MY_WARD = "pages/my_ward/page.py"
WARDS = ("Ashingdon", "Hawkwell")
YEARS = months(date(2020, 4, 1), date(2022, 3, 1))


@pytest.fixture
def warded(new_store: NewStore, tmp_path: Path) -> Path:
    """A store in which robbery in Ashingdon has gone from 60 to 240."""
    path = tmp_path / "wards.duckdb"
    store = new_store(path)
    given = Given(Workspace(store, Person("Test analyst", Role.ANALYST)))
    given.extract(when=YEARS)
    for ward, month in product(WARDS, YEARS):
        rose = ward == "Ashingdon" and month >= date(2021, 4, 1)
        given.records(20 if rose else 5, month, "robbery", ward=ward)
        given.records(7, month, "residential-burglary", ward=ward)
    given.seal()
    add_partnership(given.workspace, "Rochford", ["Rochford"])
    store.close()
    return path


def test_an_address_leads_to_the_ward(warded: Path, open_page: Opens) -> None:
    at = open_page(warded, MY_WARD, partnership="Rochford", ward="Ashingdon")
    assert not at.exception
    assert as_read(at.header[0].value) == "Ashingdon, Rochford"
    shown = as_read(text_of(at))
    assert '<h3>Robbery</h3><p class="number">about 240</p>' in shown
    assert "about 60 in the year before" in shown
    assert "▲ a real rise" in shown
    assert "the most of 2 wards" in shown
    assert "Robbery rose." in shown.replace("All crime, ", "")
    assert "All crime in Ashingdon by quarter" in shown
    assert "ward=Ashingdon" in link_of(at)


def test_an_unknown_ward_is_refused_with_those_there_are(warded: Path, open_page: Opens) -> None:
    at = open_page(warded, MY_WARD, partnership="Rochford", ward="Elsewhere")
    assert "Elsewhere" in text_of(at)
    assert not at.exception


def test_without_wards_it_says_what_is_to_be_loaded(example_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(example_store, MY_WARD, partnership="Maldon"))
    assert "about" in shown or "No records of this place name a ward" in shown
