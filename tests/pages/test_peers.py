"""Peers says where a place stands beside the force's other districts, or that nothing is there."""

from pathlib import Path

from tests.pages.conftest import Opens, as_read, text_of

PEERS = "pages/peers/page.py"


def test_a_place_without_covered_neighbours_is_told_what_to_load(
    example_store: Path, open_page: Opens
) -> None:
    at = open_page(example_store, PEERS, partnership="Medway")
    assert not at.exception
    shown = as_read(text_of(at))
    assert "There is nothing to compare with here" in shown or "other districts;" in shown


def test_where_a_place_stands_is_the_title(example_store: Path, open_page: Opens) -> None:
    at = open_page(example_store, PEERS, partnership="Maldon", measure="Shoplifting")
    assert not at.exception
    assert as_read(at.header[0].value).startswith("Shoplifting: ")
    shown = as_read(text_of(at))
    assert "where 1 is the lowest" in shown
    assert "Maldon (here)" in shown
