"""How much a measure ordinarily changes from year to year and place to place: τ.

Levels of crime wander, so that no variation within a year tells how much years differ. It is
measured on the scale of the comparison: the changes of the same measure over the force's districts,
as additive over-dispersion (Spiegelhalter 2005, on funnel plots), drawn towards a usual value.
"""

from dataclasses import dataclass
from math import log, sqrt

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

FEWEST_AREAS = 8
WINSORISED = 0.1
# The mean of squared normal deviates of which a tenth a side is drawn in to the tenth and the
# ninetieth in a hundred.
MEAN_WINSORISED = 0.677
# So many changes count as much as the usual value.
WEIGHT_OF_USUAL = 24


@dataclass(frozen=True)
class OrdinaryVariation:
    """τ, the standard deviation of ln(rate ratio) beyond counting, and where it comes from."""

    value: float
    source: str


def deviate(
    previous: int, previous_days: int, current: int, current_days: int, ordinary: float
) -> float:
    """Return how many standard deviations two counts lie apart, counting and τ together.

    Where one of them is 0, half a record is added to both: there is no logarithm of 0.
    """
    add = 0 if previous and current else 0.5
    before, now = previous + add, current + add
    apart = log(now / current_days * previous_days / before)
    return apart / sqrt(1 / before + 1 / now + ordinary**2)


def estimated(previous: Numbers, current: Numbers, usual: float) -> tuple[float, int] | None:
    """Estimate τ from counts of (years, areas), and of how many changes; None of too few areas.

    Areas that cannot be compared are NaN. Changes are centred by that of all areas together.
    """
    usable = (previous > 0) & (current > 0)
    if usable[0].sum() < FEWEST_AREAS:
        return None
    before, now = np.where(usable, previous, 0), np.where(usable, current, 0)
    totals_before, totals_now = before.sum(axis=1, keepdims=True), now.sum(axis=1, keepdims=True)
    years = np.flatnonzero(usable.any(axis=1))
    middle = np.log(totals_now[years] / totals_before[years])
    of_years = usable[years]
    p, c = before[years][of_years], now[years][of_years]
    apart = np.log(c / p) - np.broadcast_to(middle, of_years.shape)[of_years]
    variance = 1 / c + 1 / p
    squared = _beyond_counting(apart, variance)
    n = len(apart)
    together = (n * squared + WEIGHT_OF_USUAL * usual**2) / (n + WEIGHT_OF_USUAL)
    return sqrt(together), n


def _beyond_counting(apart: Numbers, variance: Numbers) -> float:
    """Return τ² of some changes; 0 where they vary no more than counts do."""
    n = len(apart)
    deviates = apart / np.sqrt(variance)
    low, high = np.quantile(deviates, [WINSORISED, 1 - WINSORISED])
    factor = float(np.mean(np.clip(deviates, low, high) ** 2)) / MEAN_WINSORISED
    weights = 1 / variance
    spread = weights.sum() - (weights**2).sum() / weights.sum()
    return max(0.0, (n * factor - (n - 1)) / float(spread))
