"""The real server, told to stop or with its terminal closed, leaves the store in order."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assessment.store import Store
from assessment.store.beside.location import VARIABLE
from assessment.store.copies.missing_changes import wal_of
from tests.benchmarks.serving import ROOT, free_port, wait_until_healthy
from tests.benchmarks.visiting import Visit

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows ends it on the spot")
IN_A_TERMINAL = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
COMMANDS = {
    "ours": ["assessment", "dashboard", "--port"],
    "Streamlit's": ["streamlit", "run", "dashboard.py", "--server.port"],
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("told", ["SIGTERM", "SIGINT", "SIGHUP", "a closed terminal"])
def test_nothing_is_left_beside_the_store(
    example_store: Path, tmp_path: Path, told: str, command: list[str]
) -> None:
    path = Path(shutil.copy(example_store, tmp_path / "assessment.duckdb"))
    port, (terminal, inside) = free_port(), os.openpty()
    server = subprocess.Popen(
        [sys.executable, "-c", IN_A_TERMINAL, "-m", *command, str(port)],
        cwd=ROOT,
        env={**os.environ, VARIABLE: str(path), "STREAMLIT_SERVER_HEADLESS": "true"},
        stdin=inside,
        stdout=inside,
        stderr=inside,
    )
    os.close(inside)
    try:
        wait_until_healthy(server, port)
        asyncio.run(_visit(port))
        assert (tmp_path / "assessment.duckdb.incoming").is_dir()
        if told == "a closed terminal":
            os.close(terminal)
        else:
            server.send_signal(getattr(signal, told))
        server.wait(60)
    finally:
        server.kill()
        server.wait()
    assert server.returncode == 0
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    again = Store.open(path)
    assert again.interruptions() == []
    again.close()
    assert not wal_of(path).exists()


async def _visit(port: int) -> None:
    """Open a page, so that the store is open, and leave it open when the server is told."""
    async with Visit.to(port) as visit:
        await visit.rerun()
