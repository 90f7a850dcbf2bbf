"""The stretch of the week, of the day or of days that stands out most, and whether by chance.

Every stretch of some days and hours is set beside all the rest of the week, and the one taken that
an even spread explains least (Kulldorff 1997). As so many are looked at, the p of the one that is
taken is multiplied by how many they are (Bonferroni).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt

from assessment.chance import LEVEL, two_shares
from assessment.changes.variation.significance import chance
from assessment.numbers import whole
from assessment.patterns.times.event_times import (
    DAYS_OF_WEEK,
    HOURS_OF_DAY,
    HOURS_OF_WEEK,
    Floats,
)

# A pattern of fewer records than this shows chance.
FEWEST_RECORDS = 20


@dataclass(frozen=True)
class Stretch:
    """Hours of some days that follow each other: `first_day` 0 is Monday.

    What goes beyond midnight belongs to the day on which it begins.
    """

    first_day: int
    days: int
    first_hour: int
    hours: int

    @property
    def size(self) -> int:
        """How many hours of the week it has."""
        return self.days * self.hours

    @property
    def cells(self) -> npt.NDArray[np.bool_]:
        """Which hours of the week it has, from Monday's first on."""
        of_week = np.zeros(HOURS_OF_WEEK, dtype=np.bool_)
        for day in range(self.first_day, self.first_day + self.days):
            first = day * HOURS_OF_DAY + self.first_hour
            of_week[np.arange(first, first + self.hours) % HOURS_OF_WEEK] = True
        return of_week


@dataclass(frozen=True)
class Busiest:
    """The stretch that stands out, with its records and those of the whole week, now and before.

    `p_value` is how often an even spread would set any stretch so far apart from the rest;
    `p_before` how often chance would set the two periods' shares this far apart, None where too few
    records are known of the period before.
    """

    stretch: Stretch
    inside: float
    records: float
    p_value: float
    inside_before: float
    records_before: float
    p_before: float | None

    @property
    def stands_out(self) -> bool:
        """Whether an even spread does not explain it."""
        return self.p_value <= LEVEL

    @property
    def has_moved(self) -> bool:
        """Whether its share was another before."""
        return self.p_before is not None and self.p_before <= LEVEL


def _stretches(days: Sequence[int], hours: Sequence[int]) -> tuple[Stretch, ...]:
    """Return every stretch of so many days and hours, but for the whole week."""
    first_days = {n: range(1 if n == DAYS_OF_WEEK else DAYS_OF_WEEK) for n in days}
    first_hours = {n: range(1 if n == HOURS_OF_DAY else HOURS_OF_DAY) for n in hours}
    every = (
        Stretch(day, n_days, hour, n_hours)
        for n_days, n_hours in product(days, hours)
        for day, hour in product(first_days[n_days], first_hours[n_hours])
    )
    return tuple(stretch for stretch in every if stretch.size < HOURS_OF_WEEK)


EVERY_STRETCH = _stretches((1, 2, 3, 5, DAYS_OF_WEEK), (3, 4, 6, 8, 12, HOURS_OF_DAY))
HOURS_ALONE = _stretches((DAYS_OF_WEEK,), (3, 4, 6, 8, 12))
DAYS_ALONE = _stretches((1, 2, 3), (HOURS_OF_DAY,))


def busiest_stretch(now: Floats, before: Floats, stretches: Sequence[Stretch]) -> Busiest | None:
    """Return the stretch that an even spread of the records of each hour explains least.

    None where they are fewer than 20.
    """
    of_week, records = now.ravel(), float(now.sum())
    if whole(records) < FEWEST_RECORDS:
        return None
    counts = np.array([of_week[stretch.cells].sum() for stretch in stretches])
    sizes = np.array([stretch.size for stretch in stretches])
    at = int(np.argmax(_likelihoods(counts, records, sizes / HOURS_OF_WEEK)))
    stretch, inside = stretches[at], float(counts[at])
    rest = HOURS_OF_WEEK - stretch.size
    p = chance(whole(records - inside), rest, whole(inside), stretch.size)
    inside_before, records_before = float(before.ravel()[stretch.cells].sum()), float(before.sum())
    return Busiest(
        stretch,
        inside,
        records,
        min(1.0, (1.0 if p is None else p) * len(stretches)),
        inside_before,
        records_before,
        _p_of_shares(inside, records, inside_before, records_before),
    )


def _likelihoods(counts: Floats, records: float, shares: Floats) -> Floats:
    """Return how much likelier the records are if a stretch has a rate of its own, as logarithm.

    0 where it has no more than its share.
    """
    expected = records * shares
    with np.errstate(divide="ignore", invalid="ignore"):
        inside = np.where(counts > 0, counts * np.log(counts / expected), 0.0)
        others = records - counts
        outside = np.where(others > 0, others * np.log(others / (records - expected)), 0.0)
    ratios: Floats = np.where(counts > expected, inside + outside, 0.0)
    return ratios


def _p_of_shares(now: float, of_now: float, before: float, of_before: float) -> float | None:
    if whole(of_before) < FEWEST_RECORDS:
        return None
    tested = two_shares(now, of_now, before, of_before)
    # All or none of both: they do not differ.
    return tested[1] if tested else 1.0
