"""The months of two measures on one scale: as counts, or each as a part of its own mean month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assessment.patterns.trends import MonthlySeries, SeriesEvent

MOST_MONTHS = 36
# Of fewer months that both have, and of fewer records in them, a mean tells nothing.
FEWEST_SHARED, FEWEST_RECORDS = 6, 20
# Where one has more than so many times what the other has, the lower line would lie on the ground.
ALIKE = 3

Counts = tuple[int | None, ...]


class Scale(StrEnum):
    """What the two lines are drawn in."""

    COUNT = "count"
    INDEX = "index"  # each one's mean over the months that both have is 100


@dataclass(frozen=True)
class MonthsBeside:
    """Two measures by month, None where a month is not covered; `means` of what both have.

    `doubtful` are the months of either that have far fewer records than usual: they are shown, and
    in no mean.
    """

    months: tuple[date, ...]
    counts: tuple[Counts, Counts]
    means: tuple[float, float]
    doubtful: tuple[frozenset[date], frozenset[date]]
    events: tuple[tuple[SeriesEvent, ...], tuple[SeriesEvent, ...]]

    @property
    def scale(self) -> Scale:
        """Counts where one scale shows both, else an index."""
        return Scale.COUNT if max(self.means) <= ALIKE * min(self.means) else Scale.INDEX

    @property
    def drawn(self) -> tuple[tuple[float | None, ...], ...]:
        """What the two lines show."""
        if self.scale is Scale.COUNT:
            return self.counts
        return tuple(
            tuple(None if n is None else 100 * n / mean for n in counts)
            for counts, mean in zip(self.counts, self.means, strict=True)
        )


def months_beside(own: MonthlySeries | None, other: MonthlySeries | None) -> MonthsBeside | None:
    """Put two series side by side; None where they share too little for one figure."""
    if own is None or other is None:
        return None
    months = tuple(sorted({*own.months, *other.months}))[-MOST_MONTHS:]
    judged = [_of(series.months, series.judged, months) for series in (own, other)]
    shared = [pair for pair in zip(*judged, strict=True) if None not in pair]
    sums = [sum(n or 0 for n in counts) for counts in zip(*shared, strict=True)]
    if len(shared) < FEWEST_SHARED or min(sums) < FEWEST_RECORDS:
        return None
    return MonthsBeside(
        months,
        (_of(own.months, own.counts, months), _of(other.months, other.counts, months)),
        (sums[0] / len(shared), sums[1] / len(shared)),
        (own.doubtful, other.doubtful),
        (own.events, other.events),
    )


def _of(known: Sequence[date], counts: Counts, months: Sequence[date]) -> Counts:
    by_month = dict(zip(known, counts, strict=True))
    return tuple(by_month.get(month) for month in months)
