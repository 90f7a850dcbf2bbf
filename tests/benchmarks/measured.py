"""Running a job in a process of its own and asking the system what it took."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True)
class Taken:
    """What a process took: seconds by the clock, bytes at most, and the processor's seconds.

    Beside other work the clock says little: the processor's seconds are what it costs.
    """

    seconds: float
    memory: int
    processor: float


def run(arguments: Sequence[str]) -> Taken:
    """Run a Python process to its end; raises where it fails."""
    # What the job before has written is on the disk before the clock starts: it is not this job's.
    os.sync()
    start = perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL, env=_kept())
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - start
    if status:
        raise subprocess.CalledProcessError(status, list(arguments))
    return Taken(seconds, usage.ru_maxrss * 1024, usage.ru_utime + usage.ru_stime)


def _kept() -> dict[str, str]:
    """Let Python keep what it has compiled, as it does where people have installed the tool."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def in_turn(runs: int, *jobs: Callable[[], Taken]) -> list[Taken]:
    """Run jobs in turn, A B A B …, so that a drifting machine troubles all alike.

    Of seconds by the clock the middle counts; of the processor's the least, which work beside it
    only lengthens.
    """
    taken = [[job() for job in jobs] for _ in range(runs)]
    return [
        Taken(
            median(turn[place].seconds for turn in taken),
            max(turn[place].memory for turn in taken),
            min(turn[place].processor for turn in taken),
        )
        for place in range(len(jobs))
    ]
