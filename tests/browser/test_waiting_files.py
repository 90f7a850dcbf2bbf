"""A file that was checked and not loaded goes with its page; after a kill, at the next opening."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assessment.store import Store
from tests.browser.conftest import Visitors, free_port, running
from tests.browser.looking import DESK, visit
from tests.extracts import street_row, write_csv

pytestmark = pytest.mark.browser

PATIENCE = 60_000
# How long a visit can be taken up again; two minutes for people.
SOON = ("--server.disconnectedSessionTTL", "1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "store" / "assessment.duckdb"
    Store.open(path, create=True).close()
    return path


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    rows = [street_row(f"{n:064x}") for n in range(20)]
    return write_csv(tmp_path / "2024-01-bedfordshire-street.csv", rows)


def left(path: Path) -> list[Path]:
    """Return every file beside a store that holds what was uploaded."""
    return [each for each in path.parent.glob("*.incoming/*/*") if each.is_file()]


def check(page: Page, file: Path) -> None:
    page.get_by_role("region", name="Files").locator("input").set_input_files(file)
    expect(page.get_by_text("ready to load")).to_be_visible(timeout=PATIENCE)


def is_soon(is_so: Callable[[], bool]) -> bool:
    until = time.monotonic() + 30
    while not is_so() and time.monotonic() < until:
        time.sleep(0.1)
    return is_so()


def test_no_file_outlives_its_page_or_a_kill(visitors: Visitors, path: Path, extract: Path) -> None:
    port = free_port()
    with running(path, port, *SOON) as server:
        with visitors.one(viewport=DESK) as page:
            visit(page, f"http://localhost:{port}/upload_data")
            check(page, extract)
            # Longer than a visit is kept: whoever reads what was understood is still there.
            page.wait_for_timeout(2_500)
            assert len(left(path)) == 1
        assert is_soon(lambda: not left(path))

        with visitors.one(viewport=DESK) as page:
            visit(page, f"http://localhost:{port}/upload_data")
            check(page, extract)
            server.kill()
            server.wait()
    assert len(left(path)) == 1
    Store.open(path).close()
    assert left(path) == []
