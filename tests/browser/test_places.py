"""Places in a browser: the map is accessible in both themes, is pressed, and Back leads out."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitors, serving
from tests.browser.looking import DESK, PHONE, faults, visit
from tests.browser.test_pages import addresses_asked, outside
from tests.pages.rochford_map import with_wards

pytestmark = pytest.mark.browser

ADDRESS = "places?partnership=Rochford&measure=Burglary"
SCREENS = {
    f"{name}, {theme}": {"viewport": size, "color_scheme": theme}
    for name, size in (("phone", PHONE), ("desk", DESK))
    for theme in ("light", "dark")
}
# Where on the page the middle of a ward is.
MIDDLE = """name => {
  const graph = document.querySelector('.js-plotly-plot');
  const words = graph.data.find(trace => trace.customdata);
  const at = words.customdata.findIndex(([own]) => own === name);
  const {xaxis, yaxis} = graph._fullLayout, box = graph.getBoundingClientRect();
  return [
    box.x + xaxis._offset + xaxis.d2p(words.x[at]),
    box.y + yaxis._offset + yaxis.d2p(words.y[at]),
  ];
}"""


@pytest.fixture(scope="module")
def mapped(example_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard on the examples with boundaries of Rochford's wards."""
    folder = tmp_path_factory.mktemp("mapped")
    path = with_wards(Path(shutil.copy(example_store, folder)), folder)
    with serving(path) as address:
        yield address


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("show", ["count", "change", "hot+spots"])
def test_a_map_keeps_every_rule(visitors: Visitors, mapped: str, screen: str, show: str) -> None:
    with visitors.one(**SCREENS[screen]) as page:
        asked = addresses_asked(page)
        visit(page, f"{mapped}/{ADDRESS}&show={show}&spot=Hockley")
        expect(page.locator(".js-plotly-plot").last).to_be_visible()
        assert faults(page) == []
        for part in ("html", '[data-testid="stMain"]'):
            wanted, there_is = page.locator(part).evaluate("e => [e.scrollWidth, e.clientWidth]")
            assert wanted <= there_is, part
        assert outside(mapped, asked) == []


def test_an_area_is_pressed_and_back_leads_out(page: Page, mapped: str) -> None:
    visit(page, f"{mapped}/{ADDRESS}")
    expect(page.locator(".js-plotly-plot")).to_be_visible()
    # Far enough down for the whole map to be seen.
    page.locator(".js-plotly-plot").scroll_into_view_if_needed()
    page.mouse.click(*page.evaluate(MIDDLE, "Trinity"))
    expect(page.get_by_role("heading", name="Trinity")).to_be_visible()
    expect(page).to_have_url(re.compile("spot=Trinity"))
    page.get_by_role("button", name="Wheatley").click()
    expect(page.get_by_role("heading", name="Wheatley")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Trinity")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Trinity")).to_have_count(0)
    expect(page.get_by_role("heading", name="The busiest places")).to_have_count(1)
