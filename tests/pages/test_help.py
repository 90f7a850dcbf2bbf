"""Help is the guide, the methods and the glossary, a topic at a time, found by its words."""

import re
from pathlib import Path

import pytest

from assessment.store import Store
from pages.help.topics import DOCS, PARTS, topics
from tests.pages.conftest import Opens, text_of

HELP = "pages/help/page.py"


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "assessment.duckdb"
    Store.open(path, create=True).close()
    return path


@pytest.mark.parametrize("name", PARTS)
def test_no_line_of_a_document_is_lost(name: str) -> None:
    # What links lead to is said beside the topic instead.
    text = re.sub(r"\]\([^)]*\)", "", (DOCS / name).read_text(encoding="utf-8"))
    own = [each for each in topics().values() if each.part == PARTS[name]]
    shown = " ".join(f"{each.title} {each.text}" for each in own)
    assert {word for word in re.findall(r"\w+", text) if word not in shown} == set()


def test_every_link_within_a_document_leads_to_a_topic() -> None:
    assert [name for each in topics().values() for name in each.also if name not in topics()] == []


def test_a_topic_is_chosen_and_stands_in_the_address(empty: Path, open_page: Opens) -> None:
    at = open_page(empty, HELP)
    assert "The table may stand anywhere" not in text_of(at)
    at.button(key="to-load-a-police-extract").click().run()
    assert at.query_params["topic"] == "load-a-police-extract"
    assert "The table may stand anywhere" in text_of(at)
    # Its parts are one press away, and not on the same page.
    assert "A figure as it stood" in [button.label for button in at.button]


def test_words_are_found_in_every_document(empty: Path, open_page: Opens) -> None:
    at = open_page(empty, HELP)
    at.text_input(key="find").set_value("Getis-Ord GI*").run()
    found = {button.label for button in at.button}
    assert any(label.startswith("Places: where records are") for label in found)
    at.text_input(key="find").set_value("<b>nowhere</b>").run()
    assert "0 topics" in text_of(at)


def test_a_file_that_is_no_page_is_named_and_not_linked() -> None:
    text = topics()["without-a-browser"].text + topics()["backups"].text
    assert "](" not in re.sub(r"\]\(https?://", "", text)


def test_an_unknown_topic_is_told(empty: Path, open_page: Opens) -> None:
    at = open_page(empty, HELP, topic="nonsense")
    assert "nonsense" in at.error[0].value
