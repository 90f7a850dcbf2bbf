"""Told to stop, the dashboard ends in order, also while somebody looks at it."""

import signal
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import PATIENCE, free_port, running
from tests.browser.looking import visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_ends_in_order(page: Page, own_store: Path, number: signal.Signals) -> None:
    port = free_port()
    with running(own_store, port) as process:
        visit(page, f"http://localhost:{port}/")
        assert own_store.with_name(f"{own_store.name}.incoming").exists()
        began = time.monotonic()
        process.send_signal(number)
        assert process.wait(timeout=PATIENCE) == 0
        assert time.monotonic() - began < PATIENCE / 2
    log = own_store.with_name("server.log").read_text()
    assert "Traceback" not in log, log
    # Closed by Python's end: nothing waits in a log of its own, no copy of an upload is left.
    assert sorted(path.name for path in own_store.parent.iterdir()) == ["own.duckdb", "server.log"]
