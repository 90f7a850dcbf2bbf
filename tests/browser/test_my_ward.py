"""What is up in my ward: on a phone, from the address of a poster or by typing, in seconds."""

import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import visit

pytestmark = pytest.mark.browser

# What somebody waits who has scanned a code in a hall; a busy machine that runs tests is slower.
PATIENCE = 15


def test_a_poster_leads_to_the_ward_without_a_tap(phone: Page, server: str) -> None:
    began = time.monotonic()
    phone.goto(f"{server}/my_ward?partnership=Medway&ward=Twydall")
    expect(phone.get_by_role("heading", name="Twydall, Medway")).to_be_visible(timeout=30_000)
    expect(
        phone.get_by_text("no clear change").or_(phone.get_by_text("a real")).first
    ).to_be_visible()
    assert time.monotonic() - began < PATIENCE
    assert phone.locator(".card").count() >= 3


def test_a_ward_is_found_by_typing_with_three_taps(phone: Page, server: str) -> None:
    visit(phone, f"{server}/my_ward?partnership=Medway")
    began = time.monotonic()
    field = phone.get_by_role("combobox", name="Ward", exact=True)
    field.click()
    phone.keyboard.type("twyd")
    phone.get_by_role("option", name="Twydall", exact=True).click()
    expect(phone.get_by_role("heading", name="Twydall, Medway")).to_be_visible(timeout=30_000)
    assert time.monotonic() - began < PATIENCE
    assert "ward=Twydall" in phone.url
