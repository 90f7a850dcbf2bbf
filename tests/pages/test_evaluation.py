"""Project evaluation shows what its address asks for, and refuses with a way on."""

from pathlib import Path
from urllib.parse import parse_qs

import pytest

from tests.pages.conftest import Opens, as_read, link_of, rows_of, text_of
from tests.pages.test_partners import as_partner

__all__ = ["as_partner"]

EVALUATION = "pages/evaluation/page.py"
ROCHFORD = {"partnership": "rochford", "measure": "Burglary"}
CHOSEN = {**ROCHFORD, "funded": ["Hockley", "Wheatley"], "compared": "Hawkwell East"}


def test_the_effect_is_the_title_and_the_address_names_every_area(
    example_store: Path, open_page: Opens
) -> None:
    at = open_page(example_store, EVALUATION, **CHOSEN)
    shown = rows_of(at)
    (title,) = (as_read(header.value) for header in at.header)
    assert title.startswith("Burglary: ")
    assert " than expected" in title
    assert '<th scope="row">Funded areas</th><td>Hockley, Wheatley</td>' in shown
    assert "of counting alone" in shown
    assert " chance" not in shown.lower()
    link = parse_qs(link_of(at).partition("?")[2])
    assert link["funded"] == ["Hockley", "Wheatley"]
    assert link["compared"] == ["Hawkwell East"]
    again = open_page(example_store, EVALUATION, **link)
    assert [as_read(header.value) for header in again.header] == [title]


def test_it_begins_with_what_is_to_be_chosen(example_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(example_store, EVALUATION, **ROCHFORD))
    assert "Choose the areas in which the work was done." in shown
    assert "Choose areas to compare with" in shown


def test_unequal_months_are_refused_with_a_way_on(example_store: Path, open_page: Opens) -> None:
    summer = {"period": "chosen dates", "from": "2021-06-01", "to": "2021-08-31"}
    spring = {
        "comparison": "chosen dates",
        "compare-from": "2021-03-01",
        "compare-to": "2021-05-31",
    }
    at = open_page(example_store, EVALUATION, **CHOSEN, **summer, **spring)
    assert "Compare with the same dates a year earlier: 1 June 2020 to 31 August 2020." in text_of(
        at
    )
    assert not at.header
    at.selectbox(key="comparison").set_value("same dates a year earlier").run()
    assert len(at.header) == 1


@pytest.mark.usefixtures("as_partner")
def test_partners_are_told_nothing_of_wards(example_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(example_store, EVALUATION, **ROCHFORD))
    assert "Partners are shown whole districts" in shown
