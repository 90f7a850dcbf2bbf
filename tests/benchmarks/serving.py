"""Streamlit servers on this machine, each in a process of its own, gone when they are left."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from assessment.store.beside.location import VARIABLE

ROOT = Path(__file__).parents[2]
EMPTY_PAGE = 'import streamlit as st\n\nst.write("")\n'
PATIENCE = 60


@contextmanager
def dashboard(store: Path) -> Iterator[int]:
    """Serve the dashboard as it is shipped; gives the port."""
    with serving_process(store) as (port, _):
        yield port


@contextmanager
def serving_process(store: Path) -> Iterator[tuple[int, "subprocess.Popen[bytes]"]]:
    """Serve the dashboard; gives the port and the process, which may be stopped."""
    with _served(["run", "dashboard.py"], ROOT, {VARIABLE: str(store)}) as served:
        yield served


@contextmanager
def empty_page(folder: Path) -> Iterator[int]:
    """Serve a page with nothing on it, every setting of Streamlit's left alone."""
    (folder / "empty_page.py").write_text(EMPTY_PAGE, encoding="utf-8")
    with _served(["run", "empty_page.py"], folder) as (port, _):
        yield port


@contextmanager
def hello_page(folder: Path) -> Iterator[int]:
    """Serve Streamlit's own hello page."""
    with _served(["hello"], folder) as (port, _):
        yield port


@contextmanager
def _served(
    command: Sequence[str], folder: Path, variables: dict[str, str] | None = None
) -> Iterator[tuple[int, "subprocess.Popen[bytes]"]]:
    port = free_port()
    # What both need to be measured here: no window of their own, and nothing but this machine.
    options = (
        f"--server.port={port}",
        "--server.address=localhost",
        "--server.headless=true",
        "--browser.gatherUsageStats=false",
    )
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", *command, *options],
        cwd=folder,
        env={**os.environ, **(variables or {})},
        stdout=sys.stderr,  # where a page failed, why is in here
    )
    try:
        wait_until_healthy(server, port)
        yield port, server
    finally:
        server.terminate()
        try:
            server.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as taken:
        taken.bind(("localhost", 0))
        return int(taken.getsockname()[1])


def wait_until_healthy(server: subprocess.Popen[bytes], port: int) -> None:
    """Wait until the server answers; raises RuntimeError where it does not."""
    deadline = time.monotonic() + PATIENCE
    while not _is_healthy(port):
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"the server on port {port} did not start")
        time.sleep(0.02)


def _is_healthy(port: int) -> bool:
    connection = HTTPConnection("localhost", port, timeout=5)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
