"""Which months of an extract are only a few stray records, and which are cut off."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from statistics import median

from assessment.periods import add_months

# Before the bulk of a large file, months with fewer rows than this share of the fullest are
# records reported late, not a month's worth.
STRAY_SHARE = 0.02
STRAY_FROM_ROWS = 200
# Apart from a run of so many months, a month with fewer rows than this share of theirs is a
# mistyped date or an old case, not a month's worth.
RUN_OF_MONTHS = 6
APART_SHARE = 0.2
# A year away from a month that has so many rows, a few are a mistyped year however short the run.
FAR, FULL_MONTH = 12, 10
# Where so many rows are usual, none is not chance: it would be seen less than once in a thousand.
MISSING_ROWS = 7


def stray_months(by_month: Mapping[date, int]) -> set[date]:
    """Return months that hold a few records of other times, not what happened in the month."""
    most = max(by_month.values(), default=0)
    bulk = max(_runs(by_month), key=lambda run: sum(by_month[month] for month in run), default=[])
    stray = set()
    if most >= STRAY_FROM_ROWS:
        full = min(month for month, n in by_month.items() if n >= STRAY_SHARE * most)
        stray |= {month for month in by_month if month < full}
    if len(bulk) >= RUN_OF_MONTHS:
        few = APART_SHARE * median(by_month[month] for month in bulk)
        stray |= {month for month, n in by_month.items() if month not in bulk and n < few}
    if bulk and (usual := median(by_month[month] for month in bulk)) >= FULL_MONTH:
        few = APART_SHARE * usual
        stray |= {month for month, n in by_month.items() if _is_far(month, bulk) and n < few}
    return stray


def _is_far(month: date, run: Sequence[date]) -> bool:
    return month <= add_months(run[0], -FAR) or month >= add_months(run[-1], FAR)


def _runs(by_month: Mapping[date, int]) -> list[list[date]]:
    """Return the months in runs that no month without rows interrupts."""
    runs: list[list[date]] = []
    for month in sorted(by_month):
        if runs and add_months(runs[-1][-1], 1) == month:
            runs[-1].append(month)
        else:
            runs.append([month])
    return runs


def partial_months(
    days: Sequence[tuple[date, int, int]], months: Sequence[date]
) -> tuple[date, ...]:
    """Find a first month that starts late or a last one that stops early, judged by the others.

    `days` are rows by month and day; months that are not among `months` only serve to judge by.
    """
    counts: dict[date, Counter[int]] = {}
    for month, day, n in days:
        counts.setdefault(month, Counter())[day] += n
    cut = set()
    for month in {months[0], months[-1]} & counts.keys() if months else ():
        own = counts[month]
        before, after = (
            range(1, min(own)),
            range(max(own) + 1, monthrange(month.year, month.month)[1] + 1),
        )
        if (month == months[0] and _usual(counts, month, before) >= MISSING_ROWS) or (
            month == months[-1] and _usual(counts, month, after) >= MISSING_ROWS
        ):
            cut.add(month)
    return tuple(sorted(cut))


def _usual(counts: Mapping[date, Counter[int]], month: date, missing: Iterable[int]) -> float:
    """Return how many rows the other months have, on average, on the days that a month lacks."""
    days = set(missing)
    others = [counter for other, counter in counts.items() if other != month]
    if not others:
        return 0
    return sum(counter[day] for counter in others for day in days) / len(others)
