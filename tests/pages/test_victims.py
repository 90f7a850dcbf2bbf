"""Victims: who they were where records say it, what comes again, and what partners are told."""

from pathlib import Path

import pytest

from assessment.people import Person, Role
from assessment.store import Store
from tests.pages.conftest import Opens, as_read, link_of, text_of

VICTIMS = "pages/victims/page.py"
BANDS = "UPDATE incident SET victim_bands = ['age=18-24', 'sex=female'] WHERE rowid % 3 = 0"


def tell_of_victims(path: Path) -> None:
    store = Store.open(path)
    with store.writing() as writer:
        writer._cursor.execute(BANDS)
    store.close()


def test_where_no_record_says_it_it_is_said_how_to_keep_it(
    example_store: Path, open_page: Opens
) -> None:
    shown = text_of(open_page(example_store, VICTIMS, partnership="Rochford"))
    assert "No record here says who its victim was." in shown
    assert "No record of this measure names its victims by a mark" in shown


def test_victims_are_told_kind_by_kind_and_measure_by_measure(
    own_store: Path, open_page: Opens
) -> None:
    tell_of_victims(own_store)
    asked = {"partnership": "Rochford", "measure": "Burglary", "kind": "Sex"}
    at = open_page(own_store, VICTIMS, **asked)
    shown = as_read(text_of(at))
    assert as_read(at.header[0].value).startswith("Burglary: ")
    assert "100.0%" in shown
    assert "Records by victim: sex" in shown
    assert at.selectbox(key="kind").value == "Sex"
    assert "kind=Sex" in link_of(at)


def test_partners_are_told_nothing_of_who_comes_again(
    own_store: Path, open_page: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell_of_victims(own_store)
    monkeypatch.setattr(
        "pages.components.caches.cache.local_person", lambda: Person("somebody", Role.PARTNER)
    )
    shown = as_read(text_of(open_page(own_store, VICTIMS, partnership="Rochford")))
    assert "Who and what comes again is shown to the partnership's own team alone" in shown
    assert "come again within" not in shown
