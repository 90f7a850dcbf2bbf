"""The six layouts of one small survey, each loaded through the page and read off it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import visit
from tests.browser.test_survey import PATIENCE, Clicks
from tests.survey.exports import LAYOUTS, ratings_and_ranks

pytestmark = pytest.mark.browser

DAY = "5 of 8 felt safe during the day; 2 did not."
EVENING = "2 of 7 felt safe in the evening; 4 did not."
PROBLEMS = "People using or dealing drugs: 5 of 7."
# Spreadsheets typed by hand do not word their questions; ratings ask about the day alone.
FIGURES = dict.fromkeys(LAYOUTS, EVENING) | {"typed by hand": PROBLEMS, "ratings": DAY}


def test_every_layout_is_loaded_and_read_off_the_page(
    page: Page, fresh_server: str, tmp_path: Path
) -> None:
    for layout, make in (LAYOUTS | {"ratings": ratings_and_ranks}).items():
        visit(page, f"{fresh_server}/load_survey")
        person = Clicks(page)
        person.file(make(tmp_path))
        # The first has no list to choose from beside it.
        name = page.get_by_role("textbox", name=re.compile("^(Survey|Or a new survey)$"))
        name.fill(layout)
        name.press("Enter")
        wave = f"{layout.lower().replace(' ', '-')}-2023-09"
        expect(page.get_by_role("textbox", name="Wave")).to_have_value(wave, timeout=PATIENCE)
        person.button("Load")
        expect(page.get_by_text(f"{wave} was loaded: 8 people")).to_be_visible(timeout=PATIENCE)
        assert person.made == 3
        page.get_by_role("link", name="See what they say").click()
        # The name is on the page before the figure is: otherwise it might be the last layout's.
        expect(page.get_by_role("heading", name=layout)).to_be_visible(timeout=PATIENCE)
        expect(page.get_by_text(FIGURES[layout])).to_be_visible(timeout=PATIENCE)
