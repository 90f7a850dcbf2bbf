"""Spreading a total: over shares, and over the months of a year."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

# How far months stray from their season, as a share of what chance alone would do. Well under 1, so
# that the intervals of a change are those of plain counts, as they were worked out for the reports.
LOOSENESS = 0.4

Counts = npt.NDArray[np.int64]


def spread(total: int, shares: Sequence[float]) -> tuple[int, ...]:
    """Divide a total in proportion to shares, to whole numbers, by largest remainder."""
    exact = np.asarray(shares) * total / sum(shares)
    counts = np.floor(exact).astype(np.int64)
    largest = np.argsort(counts - exact, kind="stable")
    counts[largest[: total - counts.sum()]] += 1
    return tuple(counts.tolist())


def by_month(
    totals: Counts, season: npt.NDArray[np.float64], random: np.random.Generator
) -> Counts:
    """Divide totals over months: (…) and the months' weights (…, months) to (…, months).

    Each month is its share of the total, a little disturbed, then rounded up or down with a random
    start, so that small counts do not all fall in the same months.
    """
    expected = totals[..., None] * season / season.sum(axis=-1, keepdims=True)
    strayed = expected + LOOSENESS * np.sqrt(expected) * random.standard_normal(expected.shape)
    strayed = np.maximum(strayed, 0)
    strayed *= totals[..., None] / np.maximum(strayed.sum(axis=-1, keepdims=True), 1e-9)
    reached = np.cumsum(strayed, axis=-1) + random.random((*totals.shape, 1))
    reached[..., -1] = totals  # exactly, whatever the sum of fractions makes of it
    whole = np.minimum(np.floor(reached), totals[..., None]).astype(np.int64)
    counts: Counts = np.diff(whole, axis=-1, prepend=np.int64(0))
    return counts
