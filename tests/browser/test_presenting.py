"""A hall reads every slide from its last row; keys and the browser's Back turn the pages."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.conftest import Theme, Visitors
from tests.browser.looking import STILL, faults, visit

pytestmark = pytest.mark.browser

HALL: ViewportSize = {"width": 1920, "height": 1080}
SLIDES = "findings?partnership=Safer+Colchester&present=1"
SIZE = "e => parseFloat(getComputedStyle(e).fontSize)"
# Pixels at 1920 by 1080: letters of a fortieth of the height are read from the back of a hall.
LEGIBLE = 26


@pytest.fixture
def hall(visitors: Visitors, theme: Theme) -> Iterator[Page]:
    with visitors.one(viewport=HALL, color_scheme=theme) as opened:
        yield opened


def at_slide(page: Page, number: int) -> None:
    expect(page.locator(".slide-number")).to_have_text(re.compile(f"^{number} of"))
    assert f"present={number}" in page.url


def test_slides_are_large_and_turned_by_keys(hall: Page, server: str) -> None:
    visit(hall, f"{server}/{SLIDES}")
    assert faults(hall) == []
    expect(hall.locator(".st-key-menu")).to_have_count(0)
    expect(hall.get_by_test_id("stSidebar")).not_to_be_visible()
    for part in (".st-key-slide p", ".st-key-slide td.words", ".st-key-slide tbody th"):
        assert hall.locator(part).first.evaluate(SIZE) >= LEGIBLE, part
    for number, key in ((2, "ArrowRight"), (3, "PageDown"), (2, "PageUp"), (3, "PageDown")):
        hall.keyboard.press(key)
        at_slide(hall, number)
    hall.evaluate(STILL)
    hall.go_back()
    at_slide(hall, 2)
    hall.keyboard.press("Escape")
    expect(hall.get_by_role("button", name="Present")).to_be_visible()
    assert "present" not in hall.url


def test_no_slide_needs_to_be_moved(hall: Page, server: str) -> None:
    """Its picture stands above the buttons, whatever the slide."""
    visit(hall, f"{server}/{SLIDES}")
    number = 1
    while True:
        picture = hall.locator(".st-key-slide :is(table.dots, img.matrix.wide)").last
        below = picture.evaluate("e => e.getBoundingClientRect().bottom")
        assert below <= hall.locator(".st-key-slides").evaluate(
            "e => e.getBoundingClientRect().top"
        )
        if hall.get_by_role("button", name="Next").is_disabled():
            break
        number += 1
        hall.keyboard.press("ArrowRight")
        at_slide(hall, number)
        hall.evaluate(STILL)
    assert number >= 4


def test_a_phone_is_shown_the_same_slide(phone: Page, server: str) -> None:
    visit(phone, f"{server}/{SLIDES}")
    main = phone.get_by_test_id("stMain")
    wanted, there_is = main.evaluate("e => [e.scrollWidth, e.clientWidth]")
    assert wanted <= there_is
    assert faults(phone) == []
    phone.get_by_role("button", name="Next").click()
    at_slide(phone, 2)
    phone.get_by_role("button", name="QR code").click()
    expect(phone.get_by_text("has no address for them")).to_be_visible()
