"""How much a measure ordinarily changes from year to year and place to place: τ.

Levels of crime wander, so that no variation within a year tells how much years differ. It is
measured on the scale of the comparison: the changes of the same measure over the force's districts,
as additive over-dispersion (Spiegelhalter 2005, on funnel plots), drawn towards a usual value.
"""

from dataclasses import dataclass
from math import hypot, log, sqrt
from typing import NamedTuple

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
# And so many of the force's own changes, of which there are three at most.
WEIGHT_OF_USUAL_TOGETHER = 4


@dataclass(frozen=True)
class OrdinaryVariation:
    """τ, the standard deviation of ln(rate ratio) beyond counting, and where it comes from.

    Areas change by `apart` each for itself, and by `together` with the others of their force.
    """

    apart: float
    together: float
    source: str

    @property
    def value(self) -> float:
        """How much an area changes from one year to the next, for itself and with the others."""
        return hypot(self.apart, self.together)


class Rest(NamedTuple):
    """Areas added up, as a row is set beside them: their records before and now.

    `concentration` is the sum of the squares of their shares: 1 where there is only one.
    """

    previous: int
    current: int
    concentration: float


def rest_of(previous: Numbers, current: Numbers) -> Rest | None:
    """Add up some areas' records; None without any in either period. NaN are not covered."""
    usable = (previous > 0) & (current > 0)
    before, now = previous[usable], current[usable]
    shares = (before + now) / max(1.0, float((before + now).sum()))
    if not usable.any():
        return None
    return Rest(int(before.sum()), int(now.sum()), float((shares**2).sum()))


def farthest_deviate(
    previous: int,
    previous_days: int,
    current: int,
    current_days: int,
    from_year_to_year: float,
    apart: float,
    rest: Rest | None,
) -> float:
    """Return the larger of two deviates: from year to year, and apart from the rest of the force.

    So neither what moved a whole force a little is told of every district, nor is a district
    hidden behind how much its force ordinarily moves.
    """
    rates = (previous, previous_days, current, current_days)
    alone = abs(deviate(*rates, from_year_to_year))
    if rest is None:
        return alone
    others = log(rest.current / current_days * previous_days / rest.previous)
    beyond = 1 / rest.previous + 1 / rest.current + apart**2 * (1 + rest.concentration)
    return max(alone, abs(deviate(*rates, sqrt(beyond), others)))


def deviate(
    previous: int,
    previous_days: int,
    current: int,
    current_days: int,
    ordinary: float,
    expected: float = 0.0,
) -> float:
    """Return how many standard deviations two counts lie apart, counting and τ together.

    That is from a change that is `expected`, as a logarithm. Where one of them is 0, half a record
    is added to both: there is no logarithm of 0.
    """
    add = 0 if previous and current else 0.5
    before, now = previous + add, current + add
    apart = log(now / current_days * previous_days / before)
    return (apart - expected) / sqrt(1 / before + 1 / now + ordinary**2)


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


def moved_together(
    previous: Numbers, current: Numbers, apart: float, usual: float
) -> tuple[float, int]:
    """Estimate from (years, areas) how much areas move together, and of how many earlier years.

    The first year is what is judged, and is left out. Of the change of all areas together, what
    counting and their moving apart explain is taken off.
    """
    before, now = previous[1:], current[1:]
    usable = (before > 0) & (now > 0)
    years = usable.any(axis=1)
    if not years.any():
        return usual, 0
    before, now = (np.where(usable, counts, 0)[years] for counts in (before, now))
    totals_before, totals_now = before.sum(axis=1), now.sum(axis=1)
    shares = (before + now) / (totals_before + totals_now)[:, np.newaxis]
    scattered = 1 / totals_now + 1 / totals_before + apart**2 * (shares**2).sum(axis=1)
    squared = np.log(totals_now / totals_before) ** 2
    n, own = len(before), max(0.0, float((squared - scattered).sum()))
    return sqrt((own + WEIGHT_OF_USUAL_TOGETHER * usual**2) / (n + WEIGHT_OF_USUAL_TOGETHER)), n


def _beyond_counting(apart: Numbers, variance: Numbers) -> float:
    """Return τ² of some changes; 0 where they vary no more than counts do."""
    n = len(apart)
    deviates = apart / np.sqrt(variance)
    low, high = np.quantile(deviates, [WINSORISED, 1 - WINSORISED])
    factor = float(np.mean(np.clip(deviates, low, high) ** 2)) / MEAN_WINSORISED
    weights = 1 / variance
    spread = weights.sum() - (weights**2).sum() / weights.sum()
    return max(0.0, (n * factor - (n - 1)) / float(spread))
