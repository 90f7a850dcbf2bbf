"""The server from its start to its end, as `streamlit run` keeps it for a script.

A browser opens on it; told to stop, it ends in order, so that the store is closed as Python ends.
"""

import asyncio
import atexit
import gc
import os
import signal
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from types import FrameType

import streamlit as st
from streamlit import cli_util, config
from streamlit.starlette import App
from uvicorn import Server

from pages.components.address.dashboard_address import browser_address

# A closed terminal; Windows has no such signal.
HANGUP = getattr(signal, "SIGHUP", None)
STREAMS = (1, 2)
# What `settle` has frozen would never be let go of, and DuckDB would report it as leaked.
atexit.register(gc.unfreeze)


@asynccontextmanager
async def server_life(_app: App) -> AsyncIterator[None]:
    """Open the dashboard's address once the server runs, and see to it that it ends in order."""
    _end_in_order()
    if not config.get_option("server.headless"):
        asyncio.get_running_loop().call_soon(cli_util.open_browser, browser_address())
    yield


@st.cache_resource(show_spinner=False)
def settle(page: str) -> None:  # noqa: ARG001 - once for each page: its first run imports more
    """Leave what a page has imported out of every later collection of garbage.

    Streamlit collects garbage after each rerun; going through the libraries' own objects each
    time took longer than everything else on a page.
    """
    gc.collect()
    gc.freeze()


def _end_in_order() -> None:
    """Let a signal end the server and nothing more.

    Uvicorn raises it once more when the server has ended, which kills Python before what it does
    at its end: a load would not be waited for, and the store not be closed.
    """
    server = getattr(signal.getsignal(signal.SIGTERM), "__self__", None)
    if not isinstance(server, Server):
        return
    terminals = [stream for stream in STREAMS if os.isatty(stream)]

    def stop(number: int, _frame: FrameType | None) -> None:
        if number == HANGUP:
            _write_nowhere(terminals)
        # Asked a second time, it waits for nobody.
        server.force_exit = server.should_exit
        server.should_exit = True

    numbers = {signal.SIGINT, signal.SIGTERM}
    # What was started with `nohup` goes on when its terminal is closed.
    if HANGUP is not None and signal.getsignal(HANGUP) is not signal.SIG_IGN:
        numbers.add(HANGUP)
    for number in numbers:
        signal.signal(number, stop)


def _write_nowhere(terminals: Iterable[int]) -> None:
    """Let what is said go nowhere: writing to a terminal that has gone would fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in terminals:
        os.dup2(nowhere, stream)
