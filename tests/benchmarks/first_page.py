"""The first page in a browser against that of Streamlit's own hello."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from statistics import median
from time import perf_counter

from playwright.sync_api import Playwright, sync_playwright

from tests.benchmarks.serving import dashboard, hello_page
from tests.benchmarks.setting import Setting

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    # Nothing but this machine: what a page fetches elsewhere fails at once and is not waited for.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
)
FEWEST = 5
PATIENCE_MS = 60_000


@dataclass(frozen=True)
class First:
    """Seconds to a page's content: on a server that has just started, and on one that has not."""

    just_started: float
    running: float


@dataclass(frozen=True)
class Opened:
    """A page to be opened: who serves it, and what is on it when its content can be read."""

    served: Callable[[], AbstractContextManager[int]]
    content: str


def first_page(setting: Setting) -> Iterator[str]:
    """Yield a table row for each page, then the differences."""
    store = setting.copy(setting.usual_size, "first-page")
    hello = Opened(partial(hello_page, setting.folder), "text=Want to learn more?")
    ours = Opened(partial(dashboard, store), ".cards .number >> nth=0")
    with sync_playwright() as playwright:
        turns = [
            (_first(playwright, hello), _first(playwright, ours))
            for _ in range(max(FEWEST, setting.runs))
        ]
    floor, measured = (_median([turn[n] for turn in turns]) for n in (0, 1))
    slowest = max(turn[1].just_started for turn in turns)
    yield "| first page of | server just started, s | server running, s |"
    yield "|---|---|---|"
    yield f"| `streamlit hello` | {floor.just_started:.2f} | {floor.running:.2f} |"
    yield f"| the dashboard | {measured.just_started:.2f} | {measured.running:.2f} |"
    yield ""
    yield (
        f"Later by **{measured.just_started - floor.just_started:.2f} s** on a server that has "
        f"just started and by **{measured.running - floor.running:.2f} s** on one that was "
        f"running; the slowest of {len(turns)} took {slowest:.2f} s."
    )


def _first(playwright: Playwright, page: Opened) -> First:
    with page.served() as port:
        return First(_open(playwright, port, page.content), _open(playwright, port, page.content))


def _open(playwright: Playwright, port: int, content: str) -> float:
    """Open the page in a browser with a profile of its own, which holds nothing yet."""
    browser = playwright.chromium.launch(executable_path=_browser(), args=list(ARGUMENTS))
    try:
        page = browser.new_page()
        start = perf_counter()
        page.goto(f"http://localhost:{port}/", wait_until="commit")
        page.wait_for_selector(content, state="visible", timeout=PATIENCE_MS)
        return perf_counter() - start
    finally:
        browser.close()


def _median(firsts: list[First]) -> First:
    return First(
        median(first.just_started for first in firsts), median(first.running for first in firsts)
    )


def _browser() -> str:
    given = os.environ.get("CHROMIUM")
    found = given or next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if not found:
        raise RuntimeError("first-page needs Chromium: install it, or name it in $CHROMIUM")
    return found
