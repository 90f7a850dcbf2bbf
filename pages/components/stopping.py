"""The dashboard stops in order: the store is closed before the process ends, however it is told."""

import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import FrameType

from streamlit.starlette import App

from assessment.store import close_all

# A terminal that has gone takes no text; whoever writes to it would fail before having stopped.
STREAMS = (1, 2)


@asynccontextmanager
async def stop_in_order(_app: App) -> AsyncIterator[None]:
    """Close the store when the server is stopped: it ends the process by the signal itself."""
    if hasattr(signal, "SIGHUP"):  # Windows has no such signal
        _stop_when_terminal_closes()
    try:
        yield
    finally:
        close_all()


def _stop_when_terminal_closes() -> None:
    """Have the server's own way of stopping serve for a closed terminal too."""
    # What was started with `nohup` goes on when its terminal is closed.
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_DFL:
        return
    terminals = [stream for stream in STREAMS if os.isatty(stream)]

    def stop(_number: int, frame: FrameType | None) -> None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in terminals:
            os.dup2(nowhere, stream)
        handler = signal.getsignal(signal.SIGTERM)
        if callable(handler):
            handler(signal.SIGTERM, frame)

    signal.signal(signal.SIGHUP, stop)
