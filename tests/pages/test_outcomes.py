"""Outcomes shows shares with their counts, says what is still coming, and keeps the question."""

from pathlib import Path

import pytest

from assessment.people import Person, Role
from tests.pages.conftest import Opens, as_read, text_of

OUTCOMES = "pages/outcomes/page.py"
ROCHFORD = {"partnership": "Rochford"}


def test_title_is_the_finding_and_what_is_coming_is_said(
    example_store: Path, open_page: Opens
) -> None:
    at = open_page(example_store, OUTCOMES, **ROCHFORD)
    assert not at.exception
    assert as_read(at.header[0].value).startswith("All crime: ")
    shown = as_read(text_of(at))
    assert "Outcomes of the records of April 2021 to March 2022 are still coming" in shown
    assert "records have had 0 to 11 months for theirs, those before 12 to 23 months" in shown
    assert "The source says no outcomes" not in shown, "what has none has no bar"
    assert at.selectbox(key="outcomes-of").value == "All crime"


def test_other_views_are_asked_the_same(example_store: Path, open_page: Opens) -> None:
    at = open_page(example_store, OUTCOMES, **ROCHFORD, period="quarter")
    links = {link.proto.page: link.proto.query_string for link in at.main.get("page_link")}
    assert {"year_on_year", "trend"} <= links.keys()
    assert "outcomes" not in links
    assert all("period=quarter" in asked for asked in links.values())


def test_partners_are_told_where_the_records_are(
    example_store: Path, open_page: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "pages.components.caches.cache.local_person", lambda: Person("somebody", Role.PARTNER)
    )
    shown = text_of(open_page(example_store, OUTCOMES, **ROCHFORD))
    assert "small numbers" in shown
    assert "solved" not in shown
