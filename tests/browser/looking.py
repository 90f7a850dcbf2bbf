"""How a page is opened in a browser, and whether it is accessible."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, ViewportSize, expect

# WCAG 2.2 at levels A and AA, as public bodies in the UK must meet it.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    # To say where a page keeps a rule takes longer than to look whether it does.
    "resultTypes": ["violations"],
}
DESK: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
# Until nothing on the page has changed for so many milliseconds.
STILL = """() => new Promise(resolve => {
    let waiting = setTimeout(resolve, 300);
    new MutationObserver(() => {
        clearTimeout(waiting);
        waiting = setTimeout(resolve, 300);
    }).observe(document.body, {childList: true, subtree: true, characterData: true});
})"""


def visit(page: Page, address: str) -> None:
    """Open a page and wait until it has been drawn."""
    page.goto(address)
    expect(page.locator("h1")).to_be_visible(timeout=30_000)
    expect(page.locator('[data-test-script-state="notRunning"]')).to_be_attached(timeout=30_000)
    # The last of the page arrives after the script has ended.
    page.evaluate(STILL)


# Pages that the menu shows once their part of it is open.
PART_OF = {
    **dict.fromkeys(
        (
            *("Year on year", "Trend", "Places", "Times", "Harm", "Peers", "Outcomes"),
            *("Project evaluation", "Victims", "Partners' data", "Findings"),
        ),
        "Explore",
    ),
    "Schemes": "Risk matrix",
    **dict.fromkeys(("Upload data", "Sources", "Load a survey"), "Data"),
}
# Those that the name of their part leads to.
FIRST_OF_PART = ("Year on year", "Upload data")


def menu_links(page: Page) -> Locator:
    """The links of the menu, as it is open now."""
    return page.locator(".st-key-menu").get_by_test_id("stPageLink-NavLink")


def turn_to(page: Page, name: str) -> None:
    """Turn to a page as people do: by its part of the menu, where that is not open yet."""
    own = menu_links(page).filter(has_text=re.compile(f"{name}$"))
    if not own.count():
        menu_links(page).filter(has_text=re.compile(f"{PART_OF[name]}$")).click()
        expect(own.first).to_be_visible()
        if name in FIRST_OF_PART:
            return
    own.first.click()


def faults(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{each['id']}: {node['target']} {node['html'][:200]}"
        for each in found
        for node in each["nodes"]
    ]
