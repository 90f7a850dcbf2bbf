"""The place: a partnership is shown by its own data; what is chosen for it stays with it."""

from itertools import permutations
from pathlib import Path

import pytest

from tests.pages.conftest import UPLOAD, YEAR_ON_YEAR, Opens, link_of, text_of, turn_to

OVERVIEW = "pages/overview/page.py"
PAGES = (OVERVIEW, YEAR_ON_YEAR, UPLOAD)
# What stands last on each page: whatever stops a page midway leaves it out.
LINK = "Link to exactly this view"
LAST_THING = {OVERVIEW: LINK, YEAR_ON_YEAR: LINK}
MALDON = "1 April 2017 to 31 August 2017, compared with 1 April 2016 to 31 August 2016"


@pytest.mark.parametrize("way", list(permutations(PAGES)))
def test_menu_leads_from_every_page_to_every_other(
    example_store: Path, open_page: Opens, way: tuple[str, ...]
) -> None:
    at = open_page(example_store, way[0])
    for page in (*way[1:], *way):
        shown = text_of(turn_to(at, page)) + " ".join(each.label for each in at.expander)
        assert LAST_THING.get(page, "Removing them keeps everything") in shown
        assert not at.error


@pytest.mark.parametrize("page", [OVERVIEW, YEAR_ON_YEAR])
@pytest.mark.parametrize("way", ["", "force:Essex Police"])
def test_period_follows_the_data_of_the_partnership(
    example_store: Path, open_page: Opens, page: str, way: str
) -> None:
    at = open_page(example_store, page, partnership="Castle Point and Rochford")
    for partnership in filter(None, (way, "Maldon")):
        at.selectbox(key="partnership").set_value(partnership).run()
    shown = text_of(at)
    assert MALDON in shown
    assert "+4%" in shown


def test_force_of_maldon_after_another_partnership(example_store: Path, open_page: Opens) -> None:
    at = open_page(example_store, partnership="Castle Point and Rochford")
    at.selectbox(key="partnership").set_value("Maldon").run()
    assert "−4.5%" in text_of(at)
    at.selectbox(key="partnership").set_value("force:Essex Police").run()
    assert "+13.7%" in text_of(at)


def test_what_was_chosen_for_a_partnership_is_there_again(
    example_store: Path, open_page: Opens
) -> None:
    at = open_page(example_store, partnership="Rochford")
    at.selectbox(key="period").set_value("quarter").run()
    at.selectbox(key="partnership").set_value("Maldon").run()
    assert MALDON in text_of(at)
    turn_to(at, YEAR_ON_YEAR)
    assert MALDON in text_of(at)
    at.selectbox(key="partnership").set_value("Rochford").run()
    assert "1 January 2022 to 31 March 2022" in text_of(at)


def test_link_to_another_partnership_brings_no_dates_along(
    example_store: Path, open_page: Opens
) -> None:
    at = open_page(example_store, partnership="Castle Point and Rochford", period="quarter")
    # As a link does it: the address is the link's own.
    assert MALDON in text_of(turn_to(at, YEAR_ON_YEAR, partnership="Maldon"))


def test_area_of_one_partnership_is_not_asked_of_another(
    example_store: Path, open_page: Opens
) -> None:
    at = open_page(example_store, partnership="Castle Point and Rochford", area="Rochford")
    at.selectbox(key="partnership").set_value("Maldon").run()
    at.selectbox(key="partnership").set_value("Castle Point and Rochford").run()
    assert at.selectbox(key="area").value == "Rochford"


def test_force_is_named_in_words_and_keeps_its_address(
    example_store: Path, open_page: Opens
) -> None:
    at = open_page(example_store, partnership="force:Essex Police")
    assert "Essex Police (whole force)" in at.selectbox(key="partnership").options
    assert at.query_params["partnership"] == "force:Essex Police"
    link = link_of(at)
    assert "partnership=force%3AEssex+Police" in link
    assert "by=" not in link
