"""What somebody types while a page is still at work stays, in every form."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import free_port, running
from tests.browser.looking import visit
from tests.browser.test_schemes import copy, pick, shows

pytestmark = pytest.mark.browser

# Python runs a module of this name before everything else: the server works slowly.
SLOW = """
import time
import streamlit
title = streamlit.title
def slow_title(*texts, **options):
    shown = title(*texts, **options)
    time.sleep(1)
    return shown
streamlit.title = slow_title
"""
PATIENCE = 60_000
ROCHFORD = "partnership=Rochford"
# Every form with words or numbers to be typed, and what is opened to see it.
FORMS = [
    ("schemes?do=Copy", ""),
    (f"priorities?{ROCHFORD}", ""),
    (f"priorities?{ROCHFORD}&part=The+line+and+reasons", ""),
    (f"risk_matrix?{ROCHFORD}&assessment=Start+another+assessment", ""),
    (f"risk_matrix?{ROCHFORD}&view=Issue+by+issue", ""),
    (f"risk_matrix?{ROCHFORD}", "Enter a ranking that was printed"),
    ("upload_data", ""),
    ("load_survey", "Results without the answers behind them"),
    ("score", ""),
]
FIELDS = ":is(.stTextInput input, .stNumberInput input, .stTextArea textarea)"


@pytest.fixture(scope="module")
def slow_server(example_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("slow")
    (folder / "sitecustomize.py").write_text(SLOW, encoding="utf-8")
    port = free_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(folder))
        with running(Path(shutil.copy(example_store, folder)), port):
            yield f"http://localhost:{port}"


def is_at_rest(page: Page) -> None:
    state = page.locator('[data-test-script-state="notRunning"]')
    expect(state).to_be_attached(timeout=PATIENCE)
    page.wait_for_timeout(500)


def type_while_at_work(page: Page, field: Locator, text: str) -> None:
    """Type over a field while the page is at work; the words and the place of typing stay."""
    expect(page.locator('[data-test-script-state="running"]')).to_be_attached()
    field.click()
    page.keyboard.press("Control+a")
    page.keyboard.type(text, delay=20)
    is_at_rest(page)
    expect(field).to_have_value(text)
    expect(field).to_be_focused()
    page.keyboard.press("Tab")
    page.wait_for_timeout(300)
    is_at_rest(page)
    expect(field).to_have_value(text)


@pytest.mark.parametrize(("address", "opened"), FORMS)
def test_words_stay_while_the_page_is_drawn_again(
    page: Page, slow_server: str, address: str, opened: str
) -> None:
    visit(page, f"{slow_server}/{address}")
    is_at_rest(page)
    if opened:
        page.get_by_text(opened).first.click()
    fields = page.locator(f'[data-testid="stMain"] {FIELDS}:visible')
    expect(fields.first).to_be_visible(timeout=PATIENCE)
    # The first and the last: what moves them would move those between.
    for place in sorted({0, fields.count() - 1}):
        page.get_by_role("heading", level=1).click()
        page.keyboard.press("r")
        is_number = fields.nth(place).get_attribute("type") == "number"
        type_while_at_work(page, fields.nth(place), "3" if is_number else "own words")


def test_words_stay_when_a_fault_of_another_field_appears(page: Page, slow_server: str) -> None:
    """The fault stood between two rows and moved the second, with what was being typed in it."""
    copy(page, slow_server, "Our matrix")
    is_at_rest(page)
    first, third = (page.get_by_label(f"Criterion {place}", exact=True) for place in (1, 3))
    for name, text in (("", "Third"), ("First", "The third")):
        first.fill(name)
        first.press("Tab")
        type_while_at_work(page, third, text)
    pick(page, "Putting together")
    is_at_rest(page)
    band, start = page.get_by_label("Band 1", exact=True), page.get_by_label("From score").nth(1)
    band.fill("")
    band.press("Tab")
    type_while_at_work(page, start, "33")
    shows(page, "Before it can be saved")
