"""The overview shows headline changes, what rose and fell, and how complete the data are."""

from pathlib import Path

from tests.pages.conftest import Opens, text_of


def test_cards_carry_count_verdict_and_sentence(example_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(example_store, partnership="Rochford"))
    assert "<h3>Anti-social behaviour</h3>" in shown
    assert '<p class="number">1,488</p><p class="quiet">1,261 a year before</p>' in shown
    assert "increased by 18% (227 more incidents)" in shown


def test_dates_are_explicit(example_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(example_store, partnership="Rochford"))
    assert "1 April 2021 to 31 March 2022, compared with 1 April 2020 to 31 March 2021" in shown


def test_what_rose_and_what_fell_are_listed(example_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(example_store, partnership="Rochford"))
    rose, fell = shown.index("What rose"), shown.index("What fell")
    assert rose < shown.index("<strong>Anti-social behaviour</strong>", rose) < fell


def test_months_are_said_in_words_beside_their_symbols(
    example_store: Path, open_page: Opens
) -> None:
    shown = text_of(open_page(example_store, partnership="Rochford"))
    assert '<span class="unseen">covered</span>' in shown
    assert "Latest extract loaded" in shown


def test_synthetic_records_are_said_to_be(example_store: Path, open_page: Opens) -> None:
    assert "not real" in open_page(example_store).warning[0].value
