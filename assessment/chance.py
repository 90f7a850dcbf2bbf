"""What every test of chance shares: the level, the p of a deviate, many tests at once."""

from collections.abc import Sequence
from math import erfc, sqrt

import numpy as np

LEVEL = 0.05


def two_sided(deviate: float) -> float:
    """Return how often chance alone sets a normal deviate this far from 0, on either side."""
    return erfc(abs(deviate) / sqrt(2))


def adjusted(p_values: Sequence[float | None]) -> list[float | None]:
    """Adjust p values for being many (Benjamini & Hochberg 1995), over those that exist."""
    tested = [index for index, p in enumerate(p_values) if p is not None]
    values = np.array([p_values[index] for index in tested], dtype=float)
    order = np.argsort(-values)
    ranks = np.arange(len(values), 0, -1)
    lowest = np.minimum.accumulate(values[order] * len(values) / ranks)
    result: list[float | None] = [None] * len(p_values)
    for position, value in zip(order, lowest, strict=True):
        result[tested[position]] = min(float(value), 1.0)
    return result
