"""Schemes in a real browser: copied, changed by keyboard, saved, used; read on a phone."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.conftest import Visitors
from tests.browser.looking import DESK, PHONE, STILL, faults, visit

pytestmark = pytest.mark.browser

PATIENCE = 60_000
VIEWS = ("Read", "Copy", "Change", "Use")
PARTS = ("Criteria", "One criterion", "Putting together", "What would move")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def shows(page: Page, text: str) -> None:
    expect(page.get_by_text(text).first).to_be_visible(timeout=PATIENCE)


def pick(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).click()


def copy(page: Page, server: str, name: str) -> None:
    visit(page, f"{server}/schemes?do=Copy")
    page.get_by_label("Name of the copy").fill(name)
    press(page, "Copy it")
    shows(page, "Nothing is changed yet.")
    page.evaluate(STILL)


def test_from_copy_to_use(page: Page, fresh_server: str) -> None:
    copy(page, fresh_server, "Our matrix")
    weight = page.get_by_label("Weight", exact=True).first
    weight.fill("0")
    weight.press("Tab")
    shows(page, "Volume, weight: expected a number above 0")
    expect(page.get_by_role("button", name="Save as version 2")).to_be_disabled()
    weight.fill("7")
    weight.press("Tab")
    expect(page.get_by_role("button", name="Save as version 2")).to_be_enabled(timeout=PATIENCE)
    pick(page, "What would move")
    shows(page, "With this draft")
    assert faults(page) == []
    press(page, "Save as version 2")
    shows(page, "Version 2 of Our matrix is saved.")
    press(page, "Use version 2 for this assessment")
    shows(page, "now uses Our matrix, version 2")
    assert "version=2" in page.url or "scheme=Our" in page.url


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_every_view_is_accessible_and_stays_within_its_screen(
    visitors: Visitors, fresh_server: str, size: ViewportSize
) -> None:
    with visitors.one(viewport=size) as page:
        _every_view(page, fresh_server)


def _every_view(page: Page, fresh_server: str) -> None:
    copy(page, fresh_server, "Our matrix")
    for view in VIEWS:
        for part in PARTS if view == "Change" else ("",):
            named = f"&part={part.replace(' ', '+')}" if part else ""
            visit(page, f"{fresh_server}/schemes?scheme=Our+matrix&do={view}{named}")
            wanted, there_is = page.locator("html").evaluate("e => [e.scrollWidth, e.clientWidth]")
            assert wanted <= there_is, (view, part)
            assert faults(page) == [], (view, part)
            # Who does not see the row of a button is told by its name which row it is.
            names = page.locator(".stButton button").all_inner_texts()
            assert len(set(names)) == len(names), (view, part)
            unseen = page.locator(".stButton button em").all()
            assert {each.evaluate("e => e.offsetWidth") for each in unseen} <= {1}, (view, part)
