"""The menu and the filters in a real browser: no page fails, and an address says one thing."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import turn_to, visit

pytestmark = pytest.mark.browser

LAST_THING = {
    "Overview": "Link to exactly this view",
    "Year on year": "Link to exactly this view",
    "Trend": "Link to exactly this view",
    "Places": "Link to exactly this view",
    "Times": "Link to exactly this view",
    "Harm": "Link to exactly this view",
    "Peers": "Link to exactly this view",
    "Outcomes": "Link to exactly this view",
    "Project evaluation": "Link to exactly this view",
    "Victims": "Link to exactly this view",
    "Partners' data": "Link to exactly this view",
    "Findings": "Link to exactly this view",
    "My ward": "Link to exactly this view",
    "Survey": "How these figures came about",
    "Risk matrix": "This project's own scheme",
    "Schemes": "Link to exactly this view",
    "Priorities": "In the county's plans",
    "Load a survey": "Results without the answers behind them",
    "Upload data": "Remove the examples",
}
# Every way from one page to another.
WALK = [
    *("Upload data", "Year on year", "Survey", "Overview", "Year on year", "Upload data", "Survey"),
    *("Load a survey", "Overview", "Survey", "Year on year", "Load a survey", "Upload data"),
    *("Load a survey", "Survey", "Upload data", "Overview", "Load a survey", "Year on year"),
    *(
        "Overview",
        "My ward",
        "Trend",
        "Places",
        "Times",
        "Harm",
        "Peers",
        "Outcomes",
        "Project evaluation",
        "Victims",
        "Partners' data",
        "Findings",
        "Risk matrix",
        "Schemes",
    ),
    "Priorities",
    "Overview",
]


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label, exact=True).click()
    page.get_by_role("option", name=option, exact=True).click()


def test_menu_leads_everywhere(page: Page, server: str) -> None:
    visit(page, server)
    for name in WALK:
        turn_to(page, name)
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible(timeout=30_000)
        expect(page.get_by_text(LAST_THING[name])).to_be_visible(timeout=30_000)
        expect(page.get_by_test_id("stException")).to_have_count(0)
        expect(page.get_by_test_id("stAlertContentError")).to_have_count(0)


def test_the_first_page_answers_to_its_name_too(page: Page, server: str) -> None:
    visit(page, f"{server}/overview?partnership=Maldon")
    expect(page.get_by_role("heading", name="Maldon", exact=True)).to_be_visible(timeout=30_000)
    expect(page.get_by_text("Page not found")).to_have_count(0)
    assert "/?partnership=Maldon" in page.url


def test_another_partnership_is_shown_by_its_own_data(page: Page, server: str) -> None:
    visit(page, f"{server}/?partnership=Castle+Point+and+Rochford")
    choose(page, "Partnership", "Maldon")
    expect(page.get_by_text("1 April 2017 to 31 August 2017").first).to_be_visible()
    expect(page.get_by_text("−4.5%").first).to_be_visible()
    expect(page.get_by_role("combobox", name="Period", exact=True)).to_have_value(
        "financial year to date"
    )
    choose(page, "Partnership", "Essex Police (whole force)")
    expect(page.get_by_text("+13.7%").first).to_be_visible()
    turn_to(page, "Year on year")
    expect(page.get_by_role("heading", name="Year on year")).to_be_visible()
    expect(page.get_by_text("+13.7%").first).to_be_visible()
    assert page.url.count("partnership=") == 1
    assert "force" in page.url
