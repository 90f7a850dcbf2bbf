"""Months with far fewer records than the same source usually has: part of them may be missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import sqrt
from statistics import median

# With fewer other months than this nobody knows what is usual.
FEWEST_OTHERS = 6
# No season, and no fall that was ever real in a whole force, halves its records of a month.
THIN_SHARE = 0.5
# A thin month lies so many standard deviations of the other months below what is usual, and so many
# of counting alone.
SPREADS = 3
CHANCES = 4
# No season leaves less than a tenth, however much the months of a source vary.
HOLLOW_SHARE = 0.1
# The standard deviation of a normal spread is so many times its median absolute deviation.
MAD_TO_SD = 1.4826


@dataclass(frozen=True, order=True)
class ThinMonth:
    """A month with few records, and how many its source has in its other months in the middle."""

    month: date
    records: int
    usual: float


def thin_months(by_month: Mapping[date, int], months: Iterable[date]) -> tuple[ThinMonth, ...]:
    """Return the months that have far fewer records than the others; a month without any has 0.

    Each is set against the median of the others and their median absolute deviation, so that a
    few thin months, or a few full ones, do not move what is usual. It is thin below half of the
    median, three deviations of the months as they vary and four of a count by chance under it.
    """
    counts = {month: by_month.get(month, 0) for month in months}
    in_order = sorted(counts.values())
    # What is usual without a low month is at most this: most months need not be looked at.
    highest = max(in_order[len(counts) // 2 : len(counts) // 2 + 2], default=0)
    return tuple(
        ThinMonth(month, records, usual)
        for month, records in sorted(counts.items())
        if records < THIN_SHARE * highest and (usual := _thin_against(month, counts)) is not None
    )


def _thin_against(month: date, counts: Mapping[date, int]) -> float | None:
    """Return what is usual in the other months, where a month is thin beside them."""
    others = [records for other, records in counts.items() if other != month]
    if len(others) < FEWEST_OTHERS:
        return None
    usual = median(others)
    if counts[month] >= THIN_SHARE * usual:
        return None
    spread = MAD_TO_SD * median(abs(records - usual) for records in others)
    varies = min(SPREADS * spread, (1 - HOLLOW_SHARE) * usual)
    return usual if counts[month] < usual - max(varies, CHANCES * sqrt(usual)) else None
