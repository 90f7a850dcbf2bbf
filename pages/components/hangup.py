"""A terminal that is closed stops the dashboard in order, as Ctrl+C does."""

import os
import signal
from types import FrameType

from streamlit import runtime

# A terminal that has gone takes no text; whoever writes to it would fail before having stopped.
STREAMS = (1, 2)


def stop_when_terminal_closes() -> None:
    """Have the server's own way of stopping serve for SIGHUP too; Windows has no such signal.

    Only the main thread may say so, and a page never runs in it: its event loop does.
    """
    if hasattr(signal, "SIGHUP") and runtime.exists():
        objects = runtime.get_instance()._get_async_objs()
        objects.eventloop.call_soon_threadsafe(_listen)


def _listen() -> None:
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
