"""When data are due, and when they came: pure reckoning with dates."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assessment.periods import add_months, month_start

MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}
# A partnership's year of data ends as its financial year does.
YEAR_BEGINS = 4


class Every(StrEnum):
    """How often a source is expected to send its data."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True)
class DueRule:
    """Data of each month, quarter or financial year, by a day of a month after it.

    `due_day` 31 means the last day of the month; `months_after` 1 the month after the last one.
    """

    every: Every
    due_day: int
    months_after: int = 1

    @property
    def length(self) -> int:
        """How many months one delivery is about."""
        return MONTHS_IN[self.every]

    def period_of(self, month: date) -> date:
        """Return the first month of the period that holds a month."""
        if self.every is Every.YEAR:
            return add_months(month, -((month.month - YEAR_BEGINS) % 12))
        return add_months(month, -((month.month - 1) % self.length))

    def due(self, first_month: date) -> date:
        """Return the day by which the period that begins with a month is due."""
        month = add_months(first_month, self.length - 1 + self.months_after)
        return month.replace(day=min(self.due_day, monthrange(month.year, month.month)[1]))


@dataclass(frozen=True)
class Delivery:
    """The data of one period: its months, when they were due, and when all of them had come.

    `was_first` tells that it was due before the source's first file came, and came with that.
    """

    months: tuple[date, ...]
    due: date
    came: date | None
    was_first: bool = False

    @property
    def days_late(self) -> int:
        """How many days after its due date it came; 0 where it was in time, or has not come."""
        if self.came is None or self.was_first:
            return 0
        return max((self.came - self.due).days, 0)


@dataclass(frozen=True)
class Freshness:
    """What of a source was due by some day, and what of it came; `next` is due later."""

    deliveries: tuple[Delivery, ...]
    next: Delivery

    @property
    def missing(self) -> tuple[Delivery, ...]:
        """What was due and has not come, after the last that did."""
        came = [place for place, delivery in enumerate(self.deliveries) if delivery.came]
        return self.deliveries[came[-1] + 1 :] if came else self.deliveries

    @property
    def overdue_since(self) -> date | None:
        """The first due date that has passed without what was due; None where nothing is."""
        return self.missing[0].due if self.missing else None

    @property
    def latest(self) -> Delivery | None:
        """The last delivery that came."""
        return next((delivery for delivery in reversed(self.deliveries) if delivery.came), None)


def freshness(rule: DueRule, came_on: Mapping[date, date], today: date) -> Freshness | None:
    """Return what was due from the first month that ever came until today; None where none came.

    `came_on` has for each month that is there whole the day on which it was first whole. What
    came before it was due stands among the deliveries as well.
    """
    if not came_on:
        return None
    periods = list(_periods(rule, min(came_on), max(*came_on, month_start(today))))
    every = [_delivery(rule, first, came_on) for first in periods]
    over = [delivery for delivery in every if delivery.due < today or delivery.came]
    # The day itself is still in time.
    coming = next(one for one in every if one.due >= today and not one.came)
    return Freshness(tuple(over), coming)


def _periods(rule: DueRule, first_month: date, last_month: date) -> Iterator[date]:
    """Yield the first months of periods, up to one that cannot have come yet."""
    first = rule.period_of(first_month)
    if first < first_month:  # of a period that began before the source did, not all can come
        first = add_months(first, rule.length)
    while first <= add_months(last_month, rule.length + rule.months_after):
        yield first
        first = add_months(first, rule.length)


def _delivery(rule: DueRule, first: date, came_on: Mapping[date, date]) -> Delivery:
    months = tuple(add_months(first, step) for step in range(rule.length))
    days = [came_on.get(month) for month in months]
    came = max(day for day in days if day) if all(days) else None
    due = rule.due(first)
    return Delivery(months, due, came, was_first=due < min(came_on.values()) == came)
