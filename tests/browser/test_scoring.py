"""Scoring together in real browsers: a facilitator and five scorers, one of whom is cut off."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from assessment.store import Store
from tests.browser.conftest import free_port, running, serving
from tests.browser.looking import DESK, PHONE, faults, visit
from tests.browser.wire import Wire, a_wire

pytestmark = pytest.mark.browser

TYPED = "Fire service"
AGENCIES = (
    "Police",
    "Probation",
    "Housing",
    "County council",
    TYPED,
)
TOGETHER = "risk_matrix?partnership=Rochford&view=Scoring+together"
WAIT = 30_000
ISSUES = ("Domestic abuse", "Hate crime")
CRITERIA = (
    "Repeat or vulnerable victims",
    "The partnership can make a difference",
    "Hidden or under-reported",
)


@dataclass
class Phone:
    """A scorer's phone, and the page that is open on it."""

    context: BrowserContext
    page: Page

    def join(self, server: str, code: str, agency: str) -> None:
        visit(self.page, f"{server}/score?code={code}")
        if agency == TYPED:
            # Not in the list, and left without Enter.
            self.page.get_by_label("Or another agency").fill(agency)
        else:
            self.page.get_by_role("combobox", name="Your agency").click()
            self.page.get_by_role("option", name=agency, exact=True).click()
        self.page.get_by_label("Your role").fill("officer")
        self.page.get_by_role("button", name="Start scoring").click()
        expect(self.page.get_by_text("0 of 79 scored")).to_be_visible(timeout=WAIT)

    def scale(self, criterion: str) -> Locator:
        return self.page.get_by_role("radiogroup", name=criterion)

    def score(self, criterion: str, value: int, done: int) -> None:
        self.tap(criterion, value)
        expect(self.page.get_by_text(f"{done} of 79 scored")).to_be_visible(timeout=WAIT)

    def score_issues(self, value: int, first: int = 0) -> None:
        """Give every criterion of both issues the same score, from one of the issues on."""
        for place, issue in list(enumerate(ISSUES))[first:]:
            # From its name on: at the foot of the page one issue looks like the other.
            expect(self.page.get_by_role("heading", name=issue)).to_be_in_viewport(timeout=WAIT)
            for number, criterion in enumerate(CRITERIA, 1):
                self.score(criterion, value, place * len(CRITERIA) + number)
            self.page.get_by_role("button", name="Next issue").click()

    def drawn_by(self, criterion: str) -> Locator:
        """The scale as the server of this moment has drawn it: another one draws another."""
        radio = self.page.get_by_test_id("stRadio").filter(has=self.scale(criterion))
        own = str(radio.locator("xpath=..").get_attribute("class"))
        (name,) = [each for each in own.split() if each.startswith("st-key-score-")]
        return self.page.locator(f".{name}")

    def tap(self, criterion: str, value: int) -> None:
        """Choose a step, whatever comes of it."""
        self.scale(criterion).locator("label").nth(value).click()

    def saved(self, criterion: str) -> Locator:
        """What the page says that the store has."""
        scale = self.page.locator('[class*="st-key-scale-"]').filter(has=self.scale(criterion))
        return scale.locator(".saved")

    def given(self, criterion: str) -> str:
        return self.scale(criterion).locator("label:has(input:checked)").inner_text()


@pytest.fixture
def phones(browser: Browser) -> Iterator[list[Phone]]:
    contexts = [browser.new_context(viewport=PHONE, has_touch=True) for _ in AGENCIES]
    yield [Phone(context, context.new_page()) for context in contexts]
    for context in contexts:
        context.close()


@pytest.fixture
def facilitator(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=DESK)
    yield context.new_page()
    context.close()


def opened(facilitator: Page, server: str) -> str:
    """Open the scoring, and return the code that everybody sees on the wall."""
    visit(facilitator, f"{server}/{TOGETHER}")
    facilitator.get_by_role("button", name="Open the scoring to others").click()
    code = facilitator.locator(".way-in .code")
    expect(code).to_be_visible(timeout=WAIT)
    # This server listens to this machine alone: a code that only it could follow is not drawn.
    expect(facilitator.get_by_text("has no address for them")).to_be_visible()
    expect(facilitator.get_by_role("img", name="QR code that leads to")).to_have_count(0)
    return code.inner_text()


def port_of(server: str) -> int:
    return int(server.rpartition(":")[2])


def row_of(facilitator: Page, agency: str) -> Locator:
    return facilitator.locator(".who li").filter(has_text=agency)


def scores_in(store: Path) -> dict[str, int]:
    """Count every score that is in the store, by agency."""
    held = Store.open(store)
    with held._connection.cursor() as cursor:
        rows = cursor.execute(
            "SELECT agency, count(*) FROM score JOIN scorer ON token = scorer GROUP BY agency"
        ).fetchall()
    held.close()
    return dict(rows)


def test_a_facilitator_and_five_scorers_one_of_whom_is_cut_off(
    facilitator: Page, phones: list[Phone], own_store: Path
) -> None:
    with serving(own_store) as server, a_wire(port_of(server)) as wire:
        code = opened(facilitator, server)
        *steady, lost = phones
        for phone, agency in zip(phones, AGENCIES, strict=True):
            over = f"http://localhost:{wire.port}" if phone is lost else server
            phone.join(over, code, agency)
        expect(facilitator.get_by_text("5 people have joined, 0 finished")).to_be_visible(
            timeout=WAIT
        )
        for value, phone in enumerate(steady, 1):
            phone.score_issues(value)
        _cut_off_and_back(lost, wire)
        for agency in AGENCIES:
            expect(row_of(facilitator, agency)).to_contain_text("6 of 79", timeout=WAIT)
        _round_is_shown(facilitator, steady)
        _second_round(facilitator, steady[0])
        _closed(facilitator, steady[1])
    # Six of each; who was cut off changed one, the first scorer another in the second round, and
    # what they were is kept too.
    changed = {TYPED: 7, "Police": 7}
    assert scores_in(own_store) == dict.fromkeys(AGENCIES, 6) | changed


def _cut_off_and_back(phone: Phone, wire: Wire) -> None:
    """Score an issue, lose the network, then the page, come back, and go on.

    What is tapped meanwhile does not look saved until the store has it.
    """
    for number, criterion in enumerate(CRITERIA, 1):
        phone.score(criterion, 5, number)
    tapped = phone.scale(CRITERIA[1]).locator("label").nth(2)
    wire.hold()
    phone.tap(CRITERIA[1], 2)
    expect(tapped).to_have_css("border-style", "dashed")
    expect(phone.saved(CRITERIA[1])).to_have_text("✓ Saved: 5")
    wire.cut()  # what was tapped has never reached the server
    expect(phone.page.get_by_text("No connection.")).to_be_visible(timeout=WAIT)
    expect(phone.scale(CRITERIA[0]).locator("input").first).to_be_disabled()
    wire.mend()
    expect(phone.page.get_by_text("No connection.")).to_be_hidden(timeout=2 * WAIT)
    expect(phone.saved(CRITERIA[1])).to_have_text("✓ Saved: 2", timeout=WAIT)
    expect(tapped).to_have_css("border-style", "solid")
    own = phone.page.url
    phone.page.close()
    phone.page = phone.context.new_page()
    visit(phone.page, own)
    expect(phone.page.get_by_text("3 of 79 scored")).to_be_visible(timeout=WAIT)
    assert "Mainly one agency" in phone.given(CRITERIA[1])
    phone.page.get_by_role("button", name="Next issue").click()
    phone.score_issues(5, first=1)


def test_the_server_is_killed_in_the_middle_and_every_score_survives(
    facilitator: Page, phones: list[Phone], own_store: Path
) -> None:
    port = free_port()
    server = f"http://localhost:{port}"
    first, second = phones[:2]
    with running(own_store, port) as process:
        code = opened(facilitator, server)
        for phone, agency in zip((first, second), AGENCIES, strict=False):
            phone.join(server, code, agency)
            phone.score(CRITERIA[0], 3, 1)
            phone.score(CRITERIA[1], 4, 2)
        _connection_comes_back(second)
        of_old = [phone.drawn_by(CRITERIA[2]) for phone in (first, second)]
        process.kill()
        for phone in (first, second):
            expect(phone.page.get_by_text("No connection.")).to_be_visible(timeout=WAIT)
            expect(phone.scale(CRITERIA[2]).locator("input").first).to_be_disabled()
    with running(own_store, port):
        for phone, done, old in zip((first, second), (2, 3), of_old, strict=True):
            expect(phone.page.get_by_text("No connection.")).to_be_hidden(timeout=2 * WAIT)
            expect(old).to_have_count(0, timeout=WAIT)
            expect(phone.page.get_by_text(f"{done} of 79 scored")).to_be_visible(timeout=WAIT)
            idle = phone.page.locator('.stApp[data-test-script-state="notRunning"]')
            expect(idle).to_be_attached(timeout=WAIT)
        first.score(CRITERIA[2], 1, 3)
        _scans_afresh(first, server, code)
        expect(facilitator.get_by_text("2 people have joined")).to_be_visible(timeout=2 * WAIT)
        for agency in AGENCIES[:2]:
            expect(row_of(facilitator, agency)).to_contain_text("3 of 79", timeout=WAIT)
    assert scores_in(own_store) == {"Police": 3, "Probation": 3}


def _connection_comes_back(phone: Phone) -> None:
    """Tap without a network: it does not look saved; with the network back, it is."""
    phone.context.set_offline(True)
    phone.tap(CRITERIA[2], 5)
    phone.page.wait_for_timeout(1500)
    expect(phone.saved(CRITERIA[2])).to_have_text("Not scored yet")
    expect(phone.page.get_by_text("2 of 79 scored")).to_be_visible()
    phone.context.set_offline(False)
    expect(phone.saved(CRITERIA[2])).to_have_text("✓ Saved: 5", timeout=WAIT)
    expect(phone.page.get_by_text("3 of 79 scored")).to_be_visible()


def _scans_afresh(phone: Phone, server: str, code: str) -> None:
    """Scan the code on the wall again: the phone is brought back to its own scores."""
    page = phone.context.new_page()
    visit(page, f"{server}/score?code={code}")
    expect(page.get_by_text("3 of 79 scored")).to_be_visible(timeout=WAIT)
    page.close()


def _round_is_shown(facilitator: Page, phones: list[Phone]) -> None:
    facilitator.get_by_role("button", name="Show the scores").click()
    table = facilitator.get_by_role("region", name="Issues to talk about")
    # 1, 2, 3, 4 and 5: the median is 3, the middle half from 2 to 4.
    row = table.get_by_role("row").filter(has_text="Hate crime").first
    expect(row).to_contain_text("2 to 4", timeout=WAIT)
    expect(row).to_contain_text(f"Police, officer: 1; {TYPED}, officer: 5")
    assert faults(facilitator) == []
    for phone in phones:
        expect(phone.page.get_by_text("The scores are on the screen")).to_be_visible(timeout=WAIT)


def _second_round(facilitator: Page, phone: Phone) -> None:
    facilitator.get_by_role("button", name="Begin a second round").click()
    expect(phone.page.get_by_text("Second round.")).to_be_visible(timeout=WAIT)
    phone.page.get_by_role("button", name="Back").click()
    expect(phone.page.get_by_role("heading", name=ISSUES[1])).to_be_visible(timeout=WAIT)
    assert "Slight" in phone.given(CRITERIA[2])
    phone.scale(CRITERIA[2]).locator("label").nth(4).click()
    expect(row_of(facilitator, AGENCIES[0])).to_contain_text("1 looked at again", timeout=WAIT)


def _closed(facilitator: Page, phone: Phone) -> None:
    facilitator.get_by_role("button", name="Close the scoring").click()
    expect(phone.page.get_by_text("The scoring is closed.")).to_be_visible(timeout=WAIT)
    expect(phone.scale(CRITERIA[0]).locator("input").first).to_be_disabled()
    assert faults(phone.page) == []


def test_joining_and_scoring_break_no_accessibility_rule(
    facilitator: Page, phones: list[Phone], fresh_server: str
) -> None:
    phone = phones[0]
    code = opened(facilitator, fresh_server)
    assert faults(facilitator) == []
    visit(phone.page, f"{fresh_server}/score?code={code}")
    assert faults(phone.page) == []
    phone.join(fresh_server, code, AGENCIES[0])
    phone.score(CRITERIA[0], 2, 1)
    assert faults(phone.page) == []
    heights = phone.page.get_by_test_id("stRadioOption").evaluate_all(
        "labels => labels.map(label => label.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44, "a thumb needs room"
    # Whoever scores has come for nothing else.
    expect(phone.page.locator(".st-key-menu")).to_have_count(0)
