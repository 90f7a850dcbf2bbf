"""Surveys in a real browser: figures that can be read, and two waves loaded in few clicks."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data.sample import example_waves, write_survey
from tests.browser.conftest import Visitors
from tests.browser.looking import PHONE, faults, visit

pytestmark = pytest.mark.browser

PATIENCE = 60_000
ONLINE = "medway-online-2023-09"
EVENING = "28% felt safe in the evening (30 of 107); 56% did not."


class Clicks:
    """A person at a page: what they click is counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.made = 0

    def button(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()
        self.made += 1

    def file(self, path: Path) -> None:
        # The page draws each uploader when it is ready: the first may be the population's yet.
        uploader = self.page.get_by_test_id("stFileUploader").first
        expect(uploader).to_contain_text("Export", timeout=PATIENCE)
        # The button that opens the window of files, and the file in it.
        uploader.locator("input").set_input_files(path)
        self.made += 2


@pytest.fixture
def exports(tmp_path: Path) -> tuple[Path, Path]:
    """Two waves of one survey, in each of which a label is misspelt; the second a year later."""
    first = write_survey(example_waves()[0], tmp_path)
    text = first.read_text(encoding="utf-8").replace("Very unsafe", "or very unsafe", 1)
    first.write_text(text, encoding="utf-8")
    second = tmp_path / "a year later.csv"
    second.write_text(text.replace("2023-", "2024-"), encoding="utf-8")
    return first, second


def test_figures_of_the_example_are_on_the_page(page: Page, server: str) -> None:
    visit(page, f"{server}/survey?wave={ONLINE}")
    expect(page.get_by_text(EVENING)).to_be_visible()
    row = page.get_by_role("row").filter(has_text="Visible and effective policing").first
    for text in ("77%", "82 of 107", "68% to 84%"):
        expect(row.get_by_role("cell", name=text, exact=True)).to_be_visible()
    expect(
        page.get_by_text("One item differs by more than who happened to answer explains")
    ).to_be_visible()


def test_another_wave_is_chosen_and_its_address_says_so(page: Page, server: str) -> None:
    visit(page, f"{server}/survey?wave={ONLINE}")
    page.get_by_role("combobox", name="Wave", exact=True).click()
    page.get_by_role("option", name="medway-panel-2023-q2").click()
    expect(page.get_by_text("36% felt safe in the evening (69 of 192)")).to_be_visible(
        timeout=PATIENCE
    )
    assert "wave=medway-panel-2023-q2" in page.url


def test_a_small_ward_tells_nothing(page: Page, server: str) -> None:
    visit(page, f"{server}/survey?wave={ONLINE}&by=ward")
    expect(page.get_by_text("groups are withheld, because fewer than 10 answered")).to_be_visible()


def test_the_charts_are_read_on_a_phone(visitors: Visitors, server: str) -> None:
    with visitors.one(viewport=PHONE, has_touch=True, color_scheme="dark") as page:
        visit(page, f"{server}/survey?wave={ONLINE}")
        for part in (".js-plotly-plot", "table.answers"):
            box = page.locator(part).first.bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= PHONE["width"]
        assert faults(page) == []


def test_the_second_wave_is_read_as_the_first_was(
    page: Page, fresh_server: str, exports: tuple[Path, Path]
) -> None:
    visit(page, f"{fresh_server}/load_survey")
    first = Clicks(page)
    first.file(exports[0])
    # Left without Enter: it counts.
    page.get_by_role("textbox", name="Survey", exact=True).fill("Town survey")
    page.keyboard.press("Tab")
    expect(page.get_by_text("or very unsafe").first).to_be_visible(timeout=PATIENCE)
    assert faults(page) == []
    first.button("Read it as “Very unsafe”")
    expect(page.get_by_role("button", name="Load", exact=True)).to_be_enabled(timeout=PATIENCE)
    first.button("Load")
    expect(page.get_by_text("was loaded: 107 people")).to_be_visible(timeout=PATIENCE)

    second = Clicks(page)
    second.file(exports[1])
    expect(page.get_by_role("textbox", name="Wave")).to_have_value(
        "town-survey-2024-09", timeout=PATIENCE
    )
    second.button("Load")
    expect(page.get_by_text("town-survey-2024-09 was loaded")).to_be_visible(timeout=PATIENCE)
    assert second.made == 3
    page.get_by_role("link", name="See what they say").click()
    expect(page.get_by_text(EVENING)).to_be_visible(timeout=PATIENCE)
