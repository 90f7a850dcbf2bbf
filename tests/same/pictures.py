"""Pictures of pages, whole, and what can be read on them, with fixed words for what changes."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Error, Page, expect
from playwright.sync_api import TimeoutError as TookTooLong

from tests.browser.looking import STILL, visit

PATIENCE = 60_000
EMPTY = 15_000
# A picture cannot be higher.
HIGHEST = 16_000
# One at a time: of two that are opened at once, Streamlit may hear of one alone.
UNFOLD = """() => {
    const closed = document.querySelector(
        '[data-testid="stExpander"] details:not([open]) > summary'
    );
    closed?.click();
    return closed !== null;
}"""
# Longer than a page pauses while it is drawn on a machine that many share.
QUIET = STILL.replace("300", "1000")
# What is unfolded may have to be fetched first.
IS_FILLED = """() => [...document.querySelectorAll('[data-testid="stExpanderDetails"]')].every(
    each => each.innerText.trim() || each.querySelector('img, svg, canvas, input, button')
)"""
# What is seen, and what is typed in boxes, is asked for and written back at its place.
SEEN = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    window.seen = [];
    while (walker.nextNode()) window.seen.push([walker.currentNode, 'nodeValue']);
    document.querySelectorAll('input, textarea').forEach(box => window.seen.push([box, 'value']));
    return window.seen.map(([node, key]) => node[key]);
}"""
WRITE = "words => words.forEach(([at, word]) => { const [node, key] = seen[at]; node[key] = word })"
READ = """() => {
    const boxes = [...document.querySelectorAll('input:not([type=file]), textarea')].map(
        box => `${box.getAttribute('aria-label') || ''}: ${
            ['radio', 'checkbox'].includes(box.type) ? box.checked : box.value
        }${box.disabled ? ' (disabled)' : ''}`
    );
    const named = [...document.querySelectorAll('[alt], [aria-label], [title]')].map(
        each => each.getAttribute('alt') || each.getAttribute('aria-label') || each.title
    );
    const links = [...document.querySelectorAll('a[href]')].map(each => each.getAttribute('href'));
    return [
        document.title, document.body.innerText,
        '--- boxes', ...boxes, '--- names', ...named, '--- links', ...links, '',
    ].join('\\n');
}"""
HEIGHT = """() => Math.max(
    document.documentElement.scrollHeight,
    ...[...document.querySelectorAll('[data-testid="stMain"], [data-testid="stSidebarContent"]')]
        .map(part => part.scrollHeight + part.getBoundingClientRect().top)
)"""
# Each leads to a code that is drawn by chance.
DRAWN_BY_CHANCE = ".way-in"


# The number of a picture, of which kind it is, and the address.
Place = tuple[int, str, str]


@dataclass
class Pictures:
    """Where pictures go, and what is fixed on them."""

    folder: Path
    server: str
    fixed: Callable[[str], str]
    taken: int = 0
    drawn: list[str] = field(default_factory=list)  # codes that were drawn by chance

    def visit(self, page: Page, address: str, kind: str) -> None:
        """Open a page of the dashboard, unfold it and take its picture."""
        visit(page, f"{self.server}/{address}")
        self.take(page, address, kind)

    def take(self, page: Page, name: str, kind: str) -> None:
        """Take a picture of a page as it stands, and write down what can be read on it."""
        self.taken += 1
        slug = re.sub(r"[^a-z0-9]+", "-", self._words(name).lower()).strip("-")[:90] or "overview"
        path = self.folder / f"{self.taken:03}-{kind}-{slug}"
        size = page.viewport_size
        assert size is not None
        unfold(page)
        page.set_viewport_size({"width": size["width"], "height": _height(page, size["height"])})
        page.evaluate(QUIET)
        idle(page)
        self._write_fixed_words(page)
        path.with_suffix(".txt").write_text(self._read(page), encoding="utf-8")
        page.screenshot(
            path=path.with_suffix(".png"),
            animations="disabled",
            mask=[page.locator(DRAWN_BY_CHANCE)],
            timeout=PATIENCE,
        )
        page.set_viewport_size(size)

    def _read(self, page: Page) -> str:
        address = page.url.removeprefix(self.server)
        return self._words(f"{address}\n{page.evaluate(READ)}")

    def _write_fixed_words(self, page: Page) -> None:
        words = page.evaluate(SEEN)
        changed = [[at, new] for at, old in enumerate(words) if (new := self._words(old)) != old]
        page.evaluate(WRITE, changed)

    def _words(self, text: str) -> str:
        for each in self.drawn:
            text = text.replace(each, "CODE")
        return self.fixed(text)


def _height(page: Page, least: int) -> int:
    return max(least, min(HIGHEST, int(page.evaluate(HEIGHT)) + 1))


def unfold(page: Page) -> None:
    """Open everything that is folded away, also what is inside of it."""
    while page.evaluate(UNFOLD):
        page.wait_for_timeout(200)
        idle(page)
        with suppress(TookTooLong):  # one that has nothing in it
            page.wait_for_function(IS_FILLED, timeout=EMPTY)
        idle(page)
        page.evaluate(STILL)


def idle(page: Page) -> None:
    """Wait until nothing is being done for a page."""
    expect(page.locator('[data-test-script-state="notRunning"]')).to_be_attached(timeout=PATIENCE)


def each_of(pictures: Pictures, page: Page, places: Iterable[Place], kind: str) -> list[str]:
    """Visit the places of one kind, one after another; return those that could not be drawn."""
    failed = []
    for number, there, address in places:
        if there == kind:
            pictures.taken = number - 1
            try:
                pictures.visit(page, address, kind)
            except (AssertionError, Error) as fault:
                failed.append(f"{kind} {address}: {str(fault).splitlines()[0]}")
    return failed
