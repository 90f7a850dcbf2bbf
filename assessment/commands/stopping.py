"""A command that is told to stop ends what it does: all of it or nothing is kept, no file left."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

# A closed terminal, a shutdown, a closed window on Windows. Ctrl+C is Python's own.
SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)


class Stopping:
    """Which signal has told the command to stop; as shells count, its exit status."""

    def __init__(self) -> None:
        self.signal: int = signal.SIGINT

    @property
    def status(self) -> int:
        """128 and the number of the signal."""
        return 128 + self.signal

    def stop(self, number: int, _frame: FrameType | None) -> None:
        """Stop as Ctrl+C does: inside a query DuckDB itself ends it."""
        self.signal = number
        raise KeyboardInterrupt


@contextmanager
def told_to_stop() -> Iterator[Stopping]:
    """Stop in order where the signal would end the program on the spot."""
    stopping = Stopping()
    before = {number: signal.getsignal(number) for number in SIGNALS}
    # What was started with `nohup` goes on when its terminal is closed.
    heard = [number for number, handler in before.items() if handler is signal.SIG_DFL]
    try:
        for number in heard:
            signal.signal(number, stopping.stop)
    except ValueError:  # signals are for the main thread alone
        heard = []
    try:
        yield stopping
    finally:
        for number in heard:
            signal.signal(number, before[number])
