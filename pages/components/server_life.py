"""The server from its start to its end: as `streamlit run` keeps it for a script, so for ours.

A browser opens on it; told to stop, it ends in order, so that the store is closed as Python ends.
"""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from types import FrameType

from streamlit import cli_util, config
from streamlit.starlette import App
from streamlit.web.server import server_util
from uvicorn import Server

# A closed terminal; Windows has no such signal.
HANGUP = getattr(signal, "SIGHUP", None)
STREAMS = (1, 2)


@asynccontextmanager
async def server_life(_app: App) -> AsyncIterator[None]:
    """Open the dashboard's address once the server runs, and see to it that it ends in order."""
    _end_in_order()
    if not config.get_option("server.headless"):
        asyncio.get_running_loop().call_soon(cli_util.open_browser, address())
    yield


def address() -> str:
    """Return where a browser finds the dashboard."""
    if config.is_manually_set("browser.serverAddress"):
        name = str(config.get_option("browser.serverAddress"))
    else:
        name = server_util.get_display_address(config.get_option("server.address"))
    return server_util.get_url(name)


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
