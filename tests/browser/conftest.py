"""The real server on a free port, with the examples, and a browser to look at it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from assessment.store.beside.location import VARIABLE
from tests.browser.looking import DESK, PHONE

HOME = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 60.0
Theme = Literal["light", "dark"]
# Far more than a page takes: a machine that many share is sometimes slow.
expect.set_options(timeout=30_000)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Look at a page in the light theme, and in the dark one too where both are asked for."""
    if "theme" in metafunc.fixturenames:
        both = metafunc.config.getoption("both_themes")
        metafunc.parametrize("theme", ["light", "dark"] if both else ["light"])


@dataclass
class Visitors:
    """People at one browser, which keeps for all those at screens of one kind what pages need."""

    browser: Browser
    contexts: dict[str, BrowserContext] = field(default_factory=dict)

    @contextmanager
    def one(self, **screen: Any) -> Iterator[Page]:
        """Open a page on a screen for whoever is remembered nowhere; `screen` is Playwright's."""
        kind = repr(sorted(screen.items()))
        if kind not in self.contexts:
            self.contexts[kind] = self.browser.new_context(**screen)
        page = self.contexts[kind].new_page()
        try:
            yield page
        finally:
            page.close()
            self.contexts[kind].clear_cookies()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium; without one, the test is skipped and says so.

    It ends before other tests are run: while Playwright waits for it, asyncio cannot be used.
    """
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        reason = f"no browser: none of {', '.join(BROWSERS)} is installed"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        opened = playwright.chromium.launch(executable_path=found, args=arguments)
        yield opened
        opened.close()


@pytest.fixture(scope="package")
def visitors(browser: Browser) -> Visitors:
    return Visitors(browser)


@pytest.fixture
def page(visitors: Visitors) -> Iterator[Page]:
    with visitors.one(viewport=DESK) as opened:
        yield opened


@pytest.fixture
def desk(visitors: Visitors, theme: Theme) -> Iterator[Page]:
    with visitors.one(viewport=DESK, color_scheme=theme) as opened:
        yield opened


@pytest.fixture
def phone(visitors: Visitors) -> Iterator[Page]:
    with visitors.one(viewport=PHONE, has_touch=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def server(example_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the dashboard, running on a store that holds the examples; only read."""
    folder = tmp_path_factory.mktemp("served")
    with serving(Path(shutil.copy(example_store, folder))) as address:
        yield address


@pytest.fixture
def fresh_server(own_store: Path) -> Iterator[str]:
    """The address of a dashboard that nobody has visited yet, on examples that may be changed."""
    with serving(own_store) as address:
        yield address


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """Run the dashboard on a store, and yield its address."""
    port = free_port()
    with running(path, port):
        yield f"http://localhost:{port}"


@contextmanager
def running(
    path: Path, port: int, *more: str, program: str = "dashboard.py"
) -> Iterator[subprocess.Popen[bytes]]:
    """Run the dashboard, or another program, on a store, at a port, with more options."""
    command = [sys.executable, "-m", "streamlit", "run", program]
    options = ["--server.port", str(port), "--server.headless", "true", *more]
    with path.with_name("server.log").open("ab") as log:
        process = subprocess.Popen(
            [*command, *options],
            cwd=HOME,
            env=os.environ | {VARIABLE: str(path)},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for(f"http://localhost:{port}", process)
            yield process
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("localhost", 0))
        port: int = listening.getsockname()[1]
        return port


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"{address}/_stcore/health", timeout=1):  # noqa: S310 (our own address)
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    pytest.fail("The dashboard did not start.")
