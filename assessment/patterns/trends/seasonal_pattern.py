"""The season in a series: how much each month of the year usually has, of an even year.

Known from two whole years on. Each month is expected to have its year's level times what a month
of its name has, fitted to the margins of that table (iterative proportional fitting); a year in
which something is recorded otherwise has two levels. So neither a trend nor such a change is taken
for a season.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

import numpy as np

MONTHS = 12
# Without it, nearly every series of two years has summer months that are called out of the usual
# (docs/calibration.md); the limits are the wider the fewer years it is fitted to.
FEWEST_YEARS = 2
# With fewer records in a month of the year than this in all years, its share is mostly chance.
FEWEST_OF_A_MONTH = 20
# Where years are whole, one round is exact.
ROUNDS = 50


@dataclass(frozen=True)
class SeasonalPattern:
    """How many times an average month each month of the year has; `years` it is known from."""

    factors: tuple[float, ...]
    years: int

    def factor(self, month: date) -> float:
        """Return how many times an average month a month has."""
        return self.factors[month.month - 1]

    @property
    def fitted(self) -> float:
        """By how much values without the season vary too little: it was fitted to them."""
        return sqrt(self.years / (self.years - 1)) if self.years > 1 else 1.0


# No season is known: all months count alike.
EVEN = SeasonalPattern((1.0,) * MONTHS, 0)


def seasonal_pattern(
    months: Sequence[date], counts: Sequence[int | None], restarts: Collection[date] = ()
) -> SeasonalPattern:
    """Return the season of the whole years that end with the last month; EVEN where too few.

    `restarts` are the months from which on something is recorded otherwise.
    """
    years = _whole_years(counts)
    if years < FEWEST_YEARS:
        return EVEN
    known = [count or 0 for count in counts[-years * MONTHS :]]
    names = [month.month - 1 for month in months[-years * MONTHS :]]
    levels = _levels(months[-years * MONTHS :], restarts)
    table = np.zeros((levels[-1] + 1, MONTHS))
    is_known = np.zeros_like(table)
    np.add.at(table, (levels, names), known)
    is_known[levels, names] = 1
    if table.sum(axis=0).min() < FEWEST_OF_A_MONTH:
        return EVEN
    return SeasonalPattern(_fitted(table, is_known), years)


def _fitted(table: np.ndarray, is_known: np.ndarray) -> tuple[float, ...]:
    factors = np.ones(MONTHS)
    for _ in range(ROUNDS):
        level = table.sum(axis=1) / np.maximum(is_known @ factors, 1e-9)
        factors = table.sum(axis=0) / np.maximum(level @ is_known, 1e-9)
        factors /= factors.mean()
    return tuple(factors.tolist())


def _levels(months: Sequence[date], restarts: Collection[date]) -> list[int]:
    """Number the stretches of months that have one level: years, cut where something changed."""
    level, levels = 0, []
    for at, month in enumerate(months):
        if at and (at % MONTHS == 0 or month in restarts):
            level += 1
        levels.append(level)
    return levels


def _whole_years(counts: Sequence[int | None]) -> int:
    """Count the years before the end of which every month is known."""
    known = next((k for k, count in enumerate(reversed(counts)) if count is None), len(counts))
    return known // MONTHS
