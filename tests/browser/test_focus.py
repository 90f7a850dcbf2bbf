"""Whoever goes through a page by keyboard sees where they are, and gets through all of it."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Theme, Visitors
from tests.browser.looking import DESK, STILL, visit
from tests.outputs.test_charts import contrast

pytestmark = pytest.mark.browser

GROUND = {"light": "#ffffff", "dark": "#11161d"}
# What has the ring: the thing itself, or of a field with a list its frame.
RING = """() => {
    const here = document.activeElement;
    const frame = here.closest('[data-baseweb="select"]') || here;
    const style = getComputedStyle(frame);
    return [
        here.tagName, (here.getAttribute("aria-label") || here.textContent || "").slice(0, 40),
        style.outlineStyle, parseFloat(style.outlineWidth), style.outlineColor,
    ];
}"""
MOST = 60


@pytest.mark.parametrize(
    ("path", "at_least"),
    [("?partnership=Rochford", 20), ("year_on_year?partnership=Rochford", 22), ("trend", 18)],
)
def test_keyboard_sees_where_it_is(desk: Page, server: str, path: str, at_least: int) -> None:
    visit(desk, f"{server}/{path}")
    scheme = desk.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    ground = GROUND["dark" if scheme else "light"]
    seen: list[str] = []
    for _ in range(MOST):
        desk.keyboard.press("Tab")
        # Whatever is drawn anew is without its style for a moment.
        desk.evaluate(STILL)
        tag, name, style, width, colour = desk.evaluate(RING)
        if tag == "BODY":
            break
        if tag == "MAIN":
            continue
        assert (style, width >= 2) == ("solid", True), name
        assert contrast(as_hex(colour), ground) >= 3, name
        seen.append(name)
    assert len(seen) >= at_least, seen
    assert "Link to exactly this view" in seen[-1]


def as_hex(colour: str) -> str:
    red, green, blue = (int(part) for part in colour.strip("rgb()").split(","))
    return f"#{red:02x}{green:02x}{blue:02x}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_has_been_chosen_is_read(visitors: Visitors, server: str, scheme: Theme) -> None:
    """Letters on a light blue ground were white, 2.0 to 1."""
    with visitors.one(viewport=DESK, color_scheme=scheme) as page:
        visit(page, f"{server}/risk_matrix?partnership=Medway")
        tag = page.locator("[data-tag]").first
        letters = tag.locator("span").first.evaluate("e => getComputedStyle(e).color")
        ground = tag.evaluate("e => getComputedStyle(e).backgroundColor")
        assert contrast(as_hex(letters), as_hex(ground)) >= 4.5
