"""Control charts (XmR): what a series usually lies between, and which values are out of the usual.

After Shewhart, as the NHS's "Making Data Count" uses them: docs/methods.md has the rules.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

# Of two values that follow each other; from a normal distribution, as is usual for these charts.
MEAN_RANGE_TO_LIMIT = 2.66
MEAN_RANGE_TO_SCREEN = 3.267
# So many on one side of the middle, or each above (or below) the one before, are no accident.
RUN = 7
# Two of three values so near to a limit, on one side.
NEAR_OF, NEAR_SHARE = 3, 2 / 3


class Signal(StrEnum):
    """How a value is out of the usual."""

    ABOVE = "above the usual range"
    BELOW = "below the usual range"
    RUN_ABOVE = f"one of {RUN} or more in a row above the middle"
    RUN_BELOW = f"one of {RUN} or more in a row below the middle"
    RISING = f"one of {RUN} or more in a row that rise"
    FALLING = f"one of {RUN} or more in a row that fall"
    NEAR_TOP = "one of two in three near the top of the usual range"
    NEAR_BOTTOM = "one of two in three near the bottom of the usual range"

    @property
    def is_high(self) -> bool:
        """Whether it is more than usual."""
        return self in HIGH


HIGH = frozenset({Signal.ABOVE, Signal.RUN_ABOVE, Signal.RISING, Signal.NEAR_TOP})


@dataclass(frozen=True)
class Limits:
    """The middle of some values, and what they usually lie between."""

    centre: float
    low: float
    high: float

    def scaled(self, factor: float, least: float = 0.0) -> "Limits":
        """Return the limits of values so many times as large, none of them below the least."""
        sides = (factor * side for side in (self.centre, self.low, self.high))
        return Limits(*(max(least, side) for side in sides))


@dataclass(frozen=True)
class ControlChart:
    """Limits, and for each value how it is out of the usual: nothing where it is not."""

    limits: Limits
    signals: tuple[tuple[Signal, ...], ...]


def limits_of(baseline: Sequence[float], *, wider: float = 1.0) -> Limits:
    """Return the limits of some values: the mean, and 2.66 mean moving ranges to either side.

    A moving range beyond 3.267 times their mean is left out once: one odd value would hide others.
    `wider` is by how much the ranges are too small because something was fitted to the values.
    """
    centre = sum(baseline) / len(baseline)
    ranges = [abs(later - earlier) for earlier, later in pairwise(baseline)]
    most = MEAN_RANGE_TO_SCREEN * _mean(ranges)
    reach = MEAN_RANGE_TO_LIMIT * wider * _mean([size for size in ranges if size <= most])
    return Limits(centre, centre - reach, centre + reach)


def control_chart(
    values: Sequence[float], baseline: Sequence[float], *, wider: float = 1.0
) -> ControlChart:
    """Set values beside the limits of a baseline, by the four rules of "Making Data Count"."""
    limits = limits_of(baseline, wider=wider)
    signals: list[list[Signal]] = [[] for _ in values]
    for at, signal in _found(values, limits):
        if signal not in signals[at]:
            signals[at].append(signal)
    return ControlChart(limits, tuple(map(tuple, signals)))


def _found(values: Sequence[float], limits: Limits) -> Iterator[tuple[int, Signal]]:
    """Yield each value that is out of the usual, once for each way."""
    for at, value in enumerate(values):
        if value > limits.high:
            yield at, Signal.ABOVE
        if value < limits.low:
            yield at, Signal.BELOW
    above = [value > limits.centre for value in values]
    below = [value < limits.centre for value in values]
    yield from _runs(above, RUN, Signal.RUN_ABOVE)
    yield from _runs(below, RUN, Signal.RUN_BELOW)
    # Seven that rise are six steps up.
    yield from _steps([later > earlier for earlier, later in pairwise(values)], Signal.RISING)
    yield from _steps([later < earlier for earlier, later in pairwise(values)], Signal.FALLING)
    reach = (limits.high - limits.centre) * NEAR_SHARE
    yield from _near([value > limits.centre + reach for value in values], Signal.NEAR_TOP)
    yield from _near([value < limits.centre - reach for value in values], Signal.NEAR_BOTTOM)


def _runs(holds: Sequence[bool], least: int, signal: Signal) -> Iterator[tuple[int, Signal]]:
    """Yield every place of each run in which something holds so many times or more."""
    start = 0
    for at, here in enumerate((*holds, False)):
        if here:
            continue
        if at - start >= least:
            yield from ((place, signal) for place in range(start, at))
        start = at + 1


def _steps(holds: Sequence[bool], signal: Signal) -> Iterator[tuple[int, Signal]]:
    """Yield the values of each run of steps: one more than there are steps."""
    for at, _ in _runs(holds, RUN - 1, signal):
        yield at, signal
        yield at + 1, signal


def _near(is_near: Sequence[bool], signal: Signal) -> Iterator[tuple[int, Signal]]:
    for start in range(len(is_near) - NEAR_OF + 1):
        those = [at for at in range(start, start + NEAR_OF) if is_near[at]]
        if len(those) >= NEAR_OF - 1:
            yield from ((at, signal) for at in those)


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0
