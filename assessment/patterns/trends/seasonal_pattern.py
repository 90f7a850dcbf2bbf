"""The season in a series: how much each month of the year usually has, of an even year.

Known from three whole years on. The same two-way table as for φ: what a year has in all, times what
a month has in all years; so that neither a trend nor a change of level is taken for a season.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

MONTHS = 12
FEWEST_YEARS = 3
# With fewer records in a month of the year than this in all years, its share is mostly chance.
FEWEST_OF_A_MONTH = 20


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

    @property
    def is_even(self) -> bool:
        """Whether no season is known, so that all months count alike."""
        return self.years == 0


EVEN = SeasonalPattern((1.0,) * MONTHS, 0)


def seasonal_pattern(months: Sequence[date], counts: Sequence[int | None]) -> SeasonalPattern:
    """Return the season of the whole years that end with the last month; EVEN where too few."""
    years = _whole_years(counts)
    if years < FEWEST_YEARS:
        return EVEN
    known = list(zip(months, counts, strict=True))[-years * MONTHS :]
    by_month = [0] * MONTHS
    for month, count in known:
        by_month[month.month - 1] += count or 0
    if min(by_month) < FEWEST_OF_A_MONTH:
        return EVEN
    total = sum(by_month)
    return SeasonalPattern(tuple(MONTHS * n / total for n in by_month), years)


def _whole_years(counts: Sequence[int | None]) -> int:
    """Count the years before the end of which every month is known."""
    known = 0
    for count in reversed(counts):
        if count is None:
            break
        known += 1
    return known // MONTHS
