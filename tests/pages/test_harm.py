"""Harm shows both places, by the weights that are chosen, and keeps the question."""

from pathlib import Path

import pytest

from assessment.people import Person, Role
from tests.pages.conftest import Opens, as_read, link_of, text_of

HARM = "pages/harm/page.py"
ROCHFORD = {"partnership": "Rochford"}


def test_title_is_the_finding_and_places_that_differ_are_said(
    example_store: Path, open_page: Opens
) -> None:
    at = open_page(example_store, HARM, **ROCHFORD)
    assert not at.exception
    assert as_read(at.header[0].value) == "Violence with injury: the most harm, 3rd by number"
    shown = as_read(text_of(at))
    assert "Rape: 12th by number, 2nd by harm of 20 (52 offences; each 2,555" in shown
    assert "no weight" in shown


def test_other_weights_are_chosen_and_are_in_the_link(
    example_store: Path, open_page: Opens
) -> None:
    at = open_page(example_store, HARM, **ROCHFORD, weights="Home Office unit costs of crime")
    assert "Number and harm (pounds)" in text_of(at)
    at.selectbox(key="found").set_value("left out").run()
    link = link_of(at)
    assert "weights=Home+Office+unit+costs+of+crime" in link
    assert "found=left+out" in link


def test_dates_that_cut_months_are_told(example_store: Path, open_page: Opens) -> None:
    cut = {"period": "chosen dates", "from": "2021-04-11", "to": "2022-02-20"}
    shown = text_of(open_page(example_store, HARM, **ROCHFORD, **cut))
    assert "whole months" in shown


def test_partners_are_told_where_the_records_are(
    example_store: Path, open_page: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "pages.components.caches.cache.local_person", lambda: Person("somebody", Role.PARTNER)
    )
    shown = text_of(open_page(example_store, HARM, **ROCHFORD))
    assert "small numbers" in shown
    assert "by harm" not in shown
