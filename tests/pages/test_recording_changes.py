"""Sources, Recording changes: entered, ended and taken back on the page, and told with figures."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.changes.comparable.own_events import entered_events
from assessment.changes.variation.own_variation import own_variations
from tests.pages.conftest import (
    YEAR_ON_YEAR,
    Opens,
    as_read,
    beside_the_page,
    press,
    rows_of,
    text_of,
    turn_to,
)

PAGE = "pages/sources/page.py"
PART = "Recording changes"
EFFECT = "The force moved to a new records system."
ROCHFORD = {"partnership": "Rochford"}


def entering(store: Path, open_page: Opens) -> AppTest:
    at = open_page(store, PAGE, partnership="Rochford", part=PART)
    assert "None has been entered yet." in text_of(at)
    at.text_area(key="effect-0").set_value(EFFECT)
    at.date_input(key="start-0").set_value(date(2021, 6, 1))
    return press(at, "Enter it")


def test_a_change_is_entered_and_goes_with_the_sentence(own_store: Path, open_page: Opens) -> None:
    at = entering(own_store, open_page)
    shown = rows_of(at)
    assert "The change is entered." in " ".join(as_read(each.value) for each in at.success)
    assert "from 1 June 2021" in shown
    assert EFFECT in shown
    assert EFFECT in text_of(turn_to(at, YEAR_ON_YEAR, **ROCHFORD))


def test_a_change_is_ended_and_taken_back(own_store: Path, open_page: Opens) -> None:
    at = press(entering(own_store, open_page), "It ended then")
    assert "Say its last day." in text_of(at) + " ".join(each.value for each in at.error)
    at.date_input(key="event-last").set_value(date(2021, 6, 30))
    press(at, "It ended then")
    assert "from 1 June 2021 until before 1 July 2021" in rows_of(at)
    press(at, "Take it back")
    press(at, "Yes, take it back")
    assert "None has been entered yet." in text_of(at)
    assert entered_events(beside_the_page("somebody"), "rochford") == ()


def test_what_cannot_be_entered_is_told_and_stays_in_its_fields(
    own_store: Path, open_page: Opens
) -> None:
    at = open_page(own_store, PAGE, partnership="Rochford", part=PART)
    at.text_area(key="effect-0").set_value(EFFECT)
    press(at, "Enter it")
    assert "Say its first day." in text_of(at)
    at.date_input(key="start-0").set_value(date(2021, 6, 1))
    at.date_input(key="last-0").set_value(date(2021, 5, 1))
    press(at, "Enter it")
    assert "It ends before it begins" in text_of(at)
    assert at.text_area(key="effect-0").value == EFFECT


def test_an_own_variation_is_set_and_taken_back(own_store: Path, open_page: Opens) -> None:
    at = open_page(own_store, PAGE, partnership="Rochford", part=PART)
    (measure,) = (
        option
        for option in at.selectbox(key="varies-0").options
        if option.startswith("Home Office") and option.endswith(": Anti-social behaviour")
    )
    at.selectbox(key="varies-0").set_value(measure)
    at.number_input(key="by-0").set_value(3.0)
    press(at, "Set it")
    assert "Say why it is another" in text_of(at)
    at.text_input(key="why-0").set_value("Ten years of our own counts.")
    press(at, "Set it")
    assert "Ten years of our own counts." in rows_of(at)
    assert "unusual rise" in rows_of(turn_to(at, YEAR_ON_YEAR, **ROCHFORD))
    turn_to(at, PAGE, partnership="Rochford", part=PART)
    press(at, "Take back what is set")
    assert own_variations(beside_the_page("somebody"), "rochford") == ()


@pytest.mark.parametrize("words", ["Enter a change", "How much figures ordinarily vary"])
def test_a_force_has_none_of_its_own(own_store: Path, open_page: Opens, words: str) -> None:
    at = open_page(own_store, PAGE, partnership="force:Essex Police", part=PART)
    assert words not in text_of(at)
