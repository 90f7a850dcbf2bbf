"""Periods of an assessment: half-open date ranges with the names that reports give them."""

from calendar import isleap, month_name
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from assessment.errors import InvalidRequest


class PeriodKind(StrEnum):
    """The kinds of period that partnerships report on."""

    DATA_YEAR = "data-year"
    FINANCIAL_YEAR = "financial-year"
    CALENDAR_YEAR = "calendar-year"
    ROLLING_12 = "rolling-12"
    FYTD = "fytd"
    QUARTER = "quarter"
    CUSTOM = "custom"


KIND_LABELS = {
    PeriodKind.DATA_YEAR: "data year (October to September)",
    PeriodKind.FINANCIAL_YEAR: "financial year (April to March)",
    PeriodKind.CALENDAR_YEAR: "calendar year",
    PeriodKind.ROLLING_12: "12 months",
    PeriodKind.FYTD: "financial year to date",
    PeriodKind.QUARTER: "quarter",
    PeriodKind.CUSTOM: "chosen dates",
}

# The month a kind must end in; quarters end in any of four, the others wherever they are asked to.
LAST_MONTHS = {
    PeriodKind.DATA_YEAR: (9,),
    PeriodKind.FINANCIAL_YEAR: (3,),
    PeriodKind.CALENDAR_YEAR: (12,),
    PeriodKind.QUARTER: (3, 6, 9, 12),
}


# Years that can be asked about: the dates of every comparison lie within what a date can hold.
YEARS = range(1900, 2200)


def month_start(day: date) -> date:
    """Return the first day of the month that holds a day."""
    return day.replace(day=1)


def add_months(month: date, count: int) -> date:
    """Move the first day of a month by whole months."""
    years, months = divmod(month.month - 1 + count, 12)
    return date(month.year + years, months + 1, 1)


def a_year_before(day: date) -> date:
    """Return the same date one year earlier; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


@lru_cache(maxsize=4096)  # a table of small areas writes the same four dates hundreds of times
def in_words(day: date) -> str:
    """Write a date as reports do: 1 April 2021."""
    return f"{day.day} {month_name[day.month]} {day.year}"


def joined(parts: Sequence[str], by: str = "and") -> str:
    """Join words as English does: a, b and c."""
    return f" {by} ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def how_many(months: Sequence[date]) -> str:
    """Count months, and those there would be without gaps: 10 of 17 months."""
    if not months:
        return "0 months"
    first, last = min(months), max(months)
    span = (last.year - first.year) * 12 + last.month - first.month + 1
    of = f" of {span}" if len(months) < span else ""
    return f"{len(months)}{of} month{'' if span == 1 else 's'}"


def months_in_words(months: Iterable[date]) -> str:
    """Write months compactly: May 2024 and September 2024 to March 2025."""
    every = set(months)
    starts = sorted(month for month in every if add_months(month, -1) not in every)
    ends = sorted(month for month in every if add_months(month, 1) not in every)
    return joined([_run(first, last) for first, last in zip(starts, ends, strict=True)])


def _run(first: date, last: date) -> str:
    end = f"{month_name[last.month]} {last.year}"
    if first == last:
        return end
    if first.year == last.year:
        return f"{month_name[first.month]} to {end}"
    return f"{month_name[first.month]} {first.year} to {end}"


@lru_cache(maxsize=1024)  # every row of an answer asks for the same few
def _months(start: date, last: date) -> tuple[date, ...]:
    first = month_start(start)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return tuple(add_months(first, step) for step in range(count))


@dataclass(frozen=True)
class Period:
    """Days from `start` up to but not including `end`."""

    kind: PeriodKind
    start: date
    end: date

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise InvalidRequest(
                f"The period from {in_words(self.start)} to {in_words(self.last_day)} "
                "has no days. Give the earlier date first."
            )

    @property
    def last_day(self) -> date:
        """The last day counted."""
        return self.end - timedelta(days=1)

    @property
    def days(self) -> int:
        """The number of days counted."""
        return (self.end - self.start).days

    @property
    def leap_days(self) -> int:
        """The number of 29 Februaries counted."""
        leap_years = filter(isleap, range(self.start.year, self.end.year + 1))
        return sum(self.start <= date(year, 2, 29) < self.end for year in leap_years)

    def is_as_long_as(self, other: "Period") -> bool:
        """Tell whether both have as many days, or would have but for 29 Februaries."""
        longer = self.days - other.days
        return longer in (0, self.leap_days - other.leap_days)

    @property
    def is_whole_years(self) -> bool:
        """Whether it ends on the day of the year on which it starts, one or more years later."""
        same_day = (self.start.month, self.start.day) == (self.end.month, self.end.day)
        return same_day and self.end.year > self.start.year

    def is_of_season(self, other: "Period") -> bool:
        """Tell whether both are of the same months of the year, or of whole years."""
        if self.is_whole_years and other.is_whole_years:
            return True
        of_year, of_other = ([month.month for month in period.months()] for period in (self, other))
        return of_year == of_other

    def overlaps(self, other: "Period") -> bool:
        """Tell whether any day is in both."""
        return self.start < other.end and other.start < self.end

    @property
    def is_whole_months(self) -> bool:
        """Whether monthly counts can answer for this period."""
        return self.start.day == 1 and self.end.day == 1

    def months(self) -> tuple[date, ...]:
        """Return the first day of every month the period touches."""
        return _months(self.start, self.last_day)

    def year_before(self) -> "Period":
        """Return the same dates one year earlier."""
        last = a_year_before(self.last_day)
        # A February that ends on its last day keeps ending on its last day.
        if self.end.day == 1:
            last = a_year_before(self.end) - timedelta(days=1)
        return Period(self.kind, a_year_before(self.start), last + timedelta(days=1))

    @property
    def dates(self) -> str:
        """The dates in words, both ends counted: 1 April 2021 to 31 March 2022."""
        return f"{in_words(self.start)} to {in_words(self.last_day)}"

    @property
    def label(self) -> str:
        """A short name for headings: 2021/22, year to 30 September 2019, Apr–Aug 2017."""
        match self.kind:
            case PeriodKind.FINANCIAL_YEAR:
                return f"{self.start.year}/{self.end.year % 100:02d}"
            case PeriodKind.CALENDAR_YEAR:
                return str(self.start.year)
            case PeriodKind.DATA_YEAR | PeriodKind.ROLLING_12:
                return f"year to {in_words(self.last_day)}"
            case _:
                return self.dates


def parse_month(text: str) -> date:
    """Read YYYY-MM as the first day of that month."""
    try:
        return _in_range(date.fromisoformat(f"{text}-01"), text)
    except ValueError:
        raise InvalidRequest(
            f"'{text}' is not a month. Write it as YYYY-MM, e.g. 2024-04."
        ) from None


def parse_day(text: str) -> date:
    """Read YYYY-MM-DD."""
    try:
        return _in_range(date.fromisoformat(text), text)
    except ValueError:
        raise InvalidRequest(
            f"'{text}' is not a date. Write it as YYYY-MM-DD, e.g. 2024-04-30."
        ) from None


def _in_range(day: date, text: str) -> date:
    if day.year not in YEARS:
        raise InvalidRequest(f"'{text}' is not in the years {YEARS[0]} to {YEARS[-1]}.")
    return day


def period_ending(kind: PeriodKind, last_month: date) -> Period:
    """Return the period of a kind whose last month is given.

    Raises InvalidRequest where the kind cannot end in that month, naming the months it can.
    """
    end = add_months(last_month, 1)
    allowed = LAST_MONTHS.get(kind, range(1, 13))
    if kind is PeriodKind.CUSTOM:
        raise InvalidRequest("Chosen dates need a first and a last day (--from and --to).")
    if last_month.month not in allowed:
        names = ", ".join(month_name[month] for month in allowed)
        raise InvalidRequest(
            f"A {KIND_LABELS[kind]} ends in {names}, not in {month_name[last_month.month]}."
        )
    return Period(kind, _start_of(kind, end), end)


def period_of_days(first: date, last: date) -> Period:
    """Return chosen dates, both counted."""
    return Period(PeriodKind.CUSTOM, first, last + timedelta(days=1))


def latest_ending(kind: PeriodKind, last_month: date) -> Period:
    """Return the latest whole period of a kind that ends in or before a month."""
    allowed = tuple(LAST_MONTHS.get(kind, range(1, 13)))
    return period_ending(kind, next(m for m in _backwards(last_month) if m.month in allowed))


def _backwards(month: date) -> Iterator[date]:
    return (add_months(month, -step) for step in range(12))


def _start_of(kind: PeriodKind, end: date) -> date:
    if kind is PeriodKind.QUARTER:
        return add_months(end, -3)
    if kind is PeriodKind.FYTD:
        last_month = add_months(end, -1)
        return date(last_month.year - (last_month.month < 4), 4, 1)
    return add_months(end, -12)
