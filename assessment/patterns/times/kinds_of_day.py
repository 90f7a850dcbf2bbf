"""How many records a day has on bank holidays and on weekends, beside other days."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from assessment.changes.variation.significance import chance
from assessment.definitions.bank_holidays import bank_holidays
from assessment.numbers import whole
from assessment.patterns.times.busiest_stretch import FEWEST_RECORDS
from assessment.periods import Period, month_start

SATURDAY = 5


class KindOfDay(StrEnum):
    """What a day is to most people; a bank holiday on a Monday is that alone."""

    BANK_HOLIDAY = "bank holidays"
    WEEKEND = "weekends"
    OTHER = "other days"


@dataclass(frozen=True)
class OfKind:
    """The days of a kind and the records that happened on them.

    `p_value` is how often counting alone would set their average so far from that of other days;
    None of those, and where there is no day of either.
    """

    kind: KindOfDay
    days: int
    records: float
    p_value: float | None = None

    @property
    def per_day(self) -> float:
        """How many records a day has."""
        return self.records / self.days if self.days else 0.0


def kind_of(day: date) -> KindOfDay:
    """Return what a day is."""
    if day in bank_holidays(day.year):
        return KindOfDay.BANK_HOLIDAY
    return KindOfDay.WEEKEND if day.weekday() >= SATURDAY else KindOfDay.OTHER


def kinds_of_day(
    period: Period, by_day: Mapping[date, float], not_covered: Collection[date]
) -> tuple[OfKind, ...]:
    """Add up the records that happened on the days of a period, by kind of day.

    Nothing where they are fewer than 20. Records that were counted in the period and happened
    before it are not among them.
    """
    days, records = dict.fromkeys(KindOfDay, 0), dict.fromkeys(KindOfDay, 0.0)
    every = (period.start + timedelta(days=n) for n in range(period.days))
    for day in (day for day in every if month_start(day) not in not_covered):
        kind = kind_of(day)
        days[kind] += 1
        records[kind] += by_day.get(day, 0.0)
    if whole(sum(records.values())) < FEWEST_RECORDS:
        return ()
    other_days, others = days[KindOfDay.OTHER], whole(records[KindOfDay.OTHER])
    return tuple(
        OfKind(
            kind,
            days[kind],
            records[kind],
            chance(others, other_days, whole(records[kind]), days[kind])
            if kind is not KindOfDay.OTHER and days[kind] and other_days
            else None,
        )
        for kind in KindOfDay
    )
