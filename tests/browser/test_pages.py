"""Every page in a browser: accessible, inside its screen, asking nobody outside, and printed."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import PHONE, STILL, faults, menu_links, visit

pytestmark = pytest.mark.browser

PAGES = [
    "",
    "year_on_year",
    "trend",
    "places",
    "times",
    "harm",
    "peers",
    "outcomes",
    "evaluation",
    "victims",
    "beside",
    "findings",
    "my_ward",
    "survey",
    "risk_matrix",
    "schemes",
    "priorities",
    "score",
    "upload_data",
    "sources",
    "load_survey",
    "help",
]
MENU = ["Overview", "My ward", "Explore", "Survey", "Risk matrix", "Priorities", "Data", "Help"]
# The part of the page that is open has all of its pages.
EXPLORE = [
    "Overview",
    "My ward",
    "Year on year",
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
    *MENU[3:],
]
# Phones, tablets and desks, narrow to wide.
WIDTHS = (390, 641, 820, 1024, 1180, 1280, 1366)


@pytest.mark.parametrize("path", PAGES)
def test_page_is_drawn_on_a_desk_by_every_rule(desk: Page, server: str, path: str) -> None:
    asked = addresses_asked(desk)
    visit(desk, f"{server}/{path}")
    assert faults(desk) == []
    assert_drawn(desk)
    assert outside(server, asked) == []


@pytest.mark.parametrize("path", PAGES)
def test_page_is_drawn_on_a_phone_by_every_rule(phone: Page, server: str, path: str) -> None:
    asked = addresses_asked(phone)
    visit(phone, f"{server}/{path}")
    inside = "e => [e.scrollWidth, e.clientWidth]"
    for part in ("html", '[data-testid="stMain"]'):
        wanted, there_is = phone.locator(part).evaluate(inside)
        assert wanted <= there_is, part
    assert faults(phone) == []
    assert_drawn(phone)
    assert outside(server, asked) == []


def addresses_asked(page: Page) -> list[str]:
    """Return a list to which every address is added that the page asks for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    return asked


def outside(server: str, asked: list[str]) -> list[str]:
    """Return what was asked of others than the dashboard itself."""
    here = (server, server.replace("http", "ws"), "data:", "blob:")
    return [address for address in asked if not address.startswith(here)]


def assert_drawn(page: Page) -> None:
    # A page that failed to draw is one colour, whose picture takes far less.
    assert len(page.screenshot()) > 20_000


def test_menu_has_what_works_and_nothing_else(desk: Page, server: str) -> None:
    visit(desk, server)
    links = menu_links(desk)
    # The name of an icon, which its font turns into a picture, stands before each.
    expect(links).to_have_text([re.compile(f"{name}$") for name in MENU])


def test_published_figure_is_on_the_page(desk: Page, server: str) -> None:
    visit(desk, f"{server}/year_on_year?partnership=Rochford&detail=Anti-social+behaviour")
    expect(desk.get_by_text("increased by 18% (227 more incidents)").first).to_be_visible()


def test_choice_of_partnership_stays_from_page_to_page(phone: Page, server: str) -> None:
    visit(phone, f"{server}/?partnership=Maldon")
    expect(phone.get_by_role("heading", name="Maldon")).to_be_visible()
    phone.get_by_role("link", name="Every measure, year on year").click()
    expect(phone.get_by_role("heading", name="Year on year")).to_be_visible()
    expect(phone.get_by_text("Maldon, 1").first).to_be_visible()
    assert "partnership=Maldon" in phone.url


def test_shared_link_is_the_first_thing_asked_of_a_server(page: Page, fresh_server: str) -> None:
    """Until it is told otherwise Streamlit runs a file of a folder named pages by itself.

    The dashboard tells it so when it starts, or it would say of the address that there is no page.
    """
    visit(page, f"{fresh_server}/year_on_year?partnership=Maldon&period=quarter")
    expect(page.get_by_role("heading", name="Year on year", exact=True)).to_have_count(1)
    expect(page.get_by_text("Maldon, 1").first).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)  # "Page not found"
    links = menu_links(page)
    expect(links).to_have_text([re.compile(f"{name}$") for name in EXPLORE])
    assert "period=quarter" in page.url


def test_rows_of_the_table_are_read_on_a_phone_without_moving_it(phone: Page, server: str) -> None:
    visit(phone, f"{server}/year_on_year?partnership=Rochford")
    region = phone.locator(".scroll").first
    wanted, there_is = region.evaluate("e => [e.scrollWidth, e.clientWidth]")
    assert wanted <= there_is
    head = phone.get_by_role("rowheader", name="Anti-social behaviour", exact=True)
    row = phone.get_by_role("row").filter(has=head)
    for text in ("1,261", "1,488", "+227", "▲ ordinary rise, worse", "between +"):
        box = row.get_by_role("cell").filter(has_text=text).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]


def test_no_column_of_the_table_is_out_of_sight(desk: Page, server: str) -> None:
    visit(desk, f"{server}/year_on_year?partnership=Rochford")
    region = desk.locator(".scroll").first
    head = desk.get_by_role("rowheader", name="Anti-social behaviour", exact=True)
    row = desk.get_by_role("row").filter(has=head)
    for width in WIDTHS:
        desk.set_viewport_size({"width": width, "height": 1000})
        desk.evaluate(STILL)
        wanted, there_is = region.evaluate("e => [e.scrollWidth, e.clientWidth]")
        assert wanted <= there_is, width
        for text in ("between +", "0.0"):
            expect(row.get_by_role("cell").filter(has_text=text), str(width)).to_be_visible()


def test_table_fits_a_desk(desk: Page, server: str) -> None:
    visit(desk, f"{server}/year_on_year?partnership=Castle+Point+and+Rochford")
    region = desk.locator(".scroll").first
    wanted, there_is = region.evaluate("e => [e.scrollWidth, e.clientWidth]")
    assert wanted <= there_is
    heights = desk.locator("table.changes tbody tr").evaluate_all(
        "rows => rows.map(row => row.getBoundingClientRect().height)"
    )
    # Three lines of text at most: a verdict says its size too.
    assert max(heights) < 85
