"""The address in a real browser: put right by a press, carried from page to page, found by Back."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import turn_to as by_menu
from tests.browser.looking import visit

pytestmark = pytest.mark.browser

PLACE = {"partnership": "Castle Point and Rochford", "area": "Rochford"}
DAYS = {
    "period": "chosen dates",
    "from": "2021-05-01",
    "to": "2022-02-28",
    "comparison": "chosen dates",
    "compare-from": "2020-06-01",
    "compare-to": "2021-03-28",
}
ASKED = "&".join(f"{key}={value}".replace(" ", "+") for key, value in {**PLACE, **DAYS}.items())


def said(page: Page) -> dict[str, str]:
    return {key: value for key, (value,) in parse_qs(urlsplit(page.url).query).items()}


def turn_to(page: Page, name: str) -> None:
    by_menu(page, name)
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    expect(page.locator('[data-test-script-state="notRunning"]')).to_be_attached()
    page.wait_for_timeout(1000)


def test_what_is_refused_is_put_right_by_a_press(page: Page, server: str) -> None:
    visit(page, f"{server}/?partnership=medwy&period=quarter")
    expect(page.get_by_text("which there is not").first).to_be_visible()
    assert page.locator("table, .number").count() == 0
    assert said(page) == {"partnership": "medwy", "period": "quarter"}
    page.get_by_role("button", name="Medway", exact=True).click()
    expect(page.get_by_role("heading", name="Medway", exact=True)).to_be_visible()
    assert said(page) == {"partnership": "Medway", "period": "quarter"}


def test_the_view_goes_from_page_to_page_and_back(page: Page, server: str) -> None:
    visit(page, f"{server}/?{ASKED}")
    turn_to(page, "Year on year")
    assert said(page) == {**PLACE, **DAYS}
    dates = "1 May 2021 to 28 February 2022, compared with 1 June 2020 to 28 March 2021"
    expect(page.get_by_text(dates).first).to_be_visible()
    fresh = page.context.new_page()
    visit(fresh, page.url)
    expect(fresh.get_by_text(dates).first).to_be_visible()
    fresh.close()
    turn_to(page, "Priorities")
    assert said(page)["partnership"] == PLACE["partnership"]
    turn_to(page, "Overview")
    assert said(page) == {**PLACE, **DAYS}
    heading = page.get_by_role("heading", level=1)
    for before in ("Priorities", "Year on year"):
        # Streamlit may have put the address in two steps.
        for _ in range(4):
            page.go_back()
            page.wait_for_timeout(2000)
            assert page.get_by_text("No figures are shown").count() == 0
            if heading.inner_text() == before:
                break
        expect(heading).to_have_text(before)
        assert said(page)["partnership"] == PLACE["partnership"]
