"""What somebody types while a page is still at work stays, in every form."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from assessment.people import Person, Role
from assessment.risk_matrix.assessments import assessments
from assessment.risk_matrix.evidence_base import evidence_base
from assessment.risk_matrix.workshop.scorers import join, save_score
from assessment.risk_matrix.workshop.workshops import open_workshop
from assessment.store import Store
from assessment.workspace import Workspace
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
expander = streamlit.expander
def slow_expander(label, *rest, **options):
    if label.startswith("Say why"):
        time.sleep(0.5)
    return expander(label, *rest, **options)
streamlit.expander = slow_expander
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
def own_example(example_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(example_store, tmp_path_factory.mktemp("slow")))


@pytest.fixture(scope="module")
def scorer(own_example: Path) -> str:
    """Let somebody score the last thing that is judged of the first issue; return their code."""
    store = Store.open(own_example)
    workspace = Workspace(store, Person("Facilitator", Role.OWNER))
    used = assessments(workspace, "rochford")[0]
    held = evidence_base(workspace, used)
    who = join(workspace, open_workshop(workspace, used.id).code, "Police", "sergeant")
    issue = held.issues[0].id
    judged = held.judged(issue)[-1]
    save_score(workspace, who, issue, judged, judged.steps[0].score, "")
    store.close()
    return who.token


@pytest.fixture(scope="module")
def slow_server(own_example: Path, scorer: str) -> Iterator[str]:
    folder = own_example.parent
    (folder / "sitecustomize.py").write_text(SLOW, encoding="utf-8")
    port = free_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(folder))
        with running(own_example, port):
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


# What is pressed of a scheme, and where words are typed meanwhile: in the row that moves, in one
# that changes places with it, below it, and in a row that has nothing to do with it.
PRESSES = [
    ("Criteria", "Down 2. ", "Criterion 2"),
    ("Criteria", "Up 3. ", "Criterion 2"),
    ("Criteria", "Take out 2. ", "Criterion 4"),
    ("One criterion", "Take out step 2", "Words"),
    ("One criterion", "Number them one after another", "Words"),
    ("Putting together", "Take out band 2", "Band 3"),
    ("Putting together", "Add a band below", "Band 1"),
]


@pytest.mark.parametrize(
    "presses",
    [PRESSES[2::3], pytest.param(PRESSES, marks=pytest.mark.slow)],
    ids=["some", "all"],
)
def test_words_stay_while_rows_are_put_in_order(
    page: Page, slow_server: str, presses: list[tuple[str, str, str]]
) -> None:
    copy(page, slow_server, f"A matrix of {len(presses)} rows")
    is_at_rest(page)
    for number, (part, pressed, label) in enumerate(presses):
        if not page.get_by_role("radio", name=part, exact=True).is_checked():
            pick(page, part)
            is_at_rest(page)
        # Held by itself: its label is another where it has moved.
        field = page.get_by_label(label, exact=True).last.element_handle()
        page.locator("button", has_text=pressed).first.click()
        expect(page.locator('[data-test-script-state="running"]')).to_be_attached()
        field.click()
        page.keyboard.press("Control+a")
        page.keyboard.type(f"own words {number}", delay=20)
        is_at_rest(page)
        assert page.evaluate("document.activeElement.value") == f"own words {number}", pressed
        page.keyboard.press("Tab")
        is_at_rest(page)
        fields = page.locator(f'[data-testid="stMain"] {FIELDS}').all()
        assert f"own words {number}" in [each.input_value() for each in fields], pressed


def test_a_reason_stays_while_something_else_is_scored(
    page: Page, slow_server: str, scorer: str
) -> None:
    """Another reason can be given above it then."""
    visit(page, f"{slow_server}/score?scorer={scorer}")
    page.get_by_text("Say why").click()
    why = page.locator(".stTextInput input")
    expect(why).to_have_count(1)
    page.locator(".stRadio").first.locator("label").nth(2).click()
    why.last.click()
    page.keyboard.type("own words", delay=20)
    expect(why).to_have_count(2)
    is_at_rest(page)
    expect(why.last).to_be_focused()
    page.keyboard.press("Tab")
    is_at_rest(page)
    expect(why.last).to_have_value("own words")


def test_a_cell_stays_while_the_page_is_drawn_again(page: Page, slow_server: str) -> None:
    visit(page, f"{slow_server}/load_survey")
    page.get_by_text("Results without the answers behind them").click()
    survey, grid = page.get_by_label("Survey", exact=True), page.get_by_test_id("stDataFrame")
    survey.fill("A survey")
    survey.press("Tab")
    expect(page.locator('[data-test-script-state="running"]')).to_be_attached()
    # The cells are a picture: the first is below the head. Whoever presses Enter writes into it.
    grid.click(position={"x": 100, "y": 60})
    cells = page.locator('[data-testid="stDataFrame"] [role="gridcell"]')
    expect(cells.first).to_have_attribute("aria-selected", "true")
    # Redrawn in that very moment, it has to be opened again, which whoever writes sees.
    writing = page.locator("textarea.gdg-input")
    for _ in range(40):
        if writing.count():
            break
        page.keyboard.press("Enter")
        page.wait_for_timeout(300)
    page.keyboard.type("own words", delay=20)
    is_at_rest(page)
    page.keyboard.press("Enter")
    is_at_rest(page)
    assert "own words" in cells.evaluate_all("all => all.map(each => each.textContent)")
