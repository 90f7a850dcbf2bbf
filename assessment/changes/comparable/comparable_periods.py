"""The periods of some months that can be compared with the same dates a year earlier."""

from collections.abc import Iterator
from datetime import date

from assessment.changes.comparable.chosen_sources import Months
from assessment.periods import LAST_MONTHS, Period, PeriodKind, add_months, period_ending

# Twelve months where there are as many; of the same end, the longer says more.
PREFERRED_KINDS = (PeriodKind.ROLLING_12, PeriodKind.FYTD, PeriodKind.QUARTER)
YEAR = 12


def comparable(months: Months) -> tuple[Period, ...]:
    """Return the latest comparable period of each kind, the one to begin with first.

    The last months in a row, up to twelve, that both years have are one of them. A whole year comes
    before the lone month after a gap, unless it ended a year or more before.
    """
    both = frozenset(month for month in months if add_months(month, -YEAR) in months)
    periods = [period for kind in PREFERRED_KINDS if (period := _latest(kind, both))]
    dates = {(period.start, period.end) for period in periods}
    run = last_run(both)
    if run and (run.start, run.end) not in dates:
        periods.append(run)
    oldest = add_months(max((period.end for period in periods), default=date.max), -YEAR)
    # Of those that are alike, the order of the kinds stays.
    return tuple(sorted(periods, key=lambda period: period.end <= oldest))


def last_run(months: Months) -> Period | None:
    """Return the last months that follow one another, at most twelve; None where there are none."""
    if not months:
        return None
    last = max(months)
    first = last
    for month in _backwards(last):
        if month not in months:
            break
        first = month
    return Period(PeriodKind.CUSTOM, first, add_months(last, 1))


def _latest(kind: PeriodKind, both: Months) -> Period | None:
    allowed = LAST_MONTHS.get(kind, range(1, 13))
    endings = sorted((month for month in both if month.month in allowed), reverse=True)
    periods = (period_ending(kind, month) for month in endings)
    return next((period for period in periods if both.issuperset(period.months())), None)


def _backwards(month: date) -> Iterator[date]:
    return (add_months(month, -step) for step in range(YEAR))
