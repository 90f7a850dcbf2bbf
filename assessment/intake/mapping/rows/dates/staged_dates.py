"""The days of staged rows, and whether day and month could stand in each other's place."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.store import Writer

LAST_AMBIGUOUS = 12

# Rows by day.
Days = Mapping[date, int]


@dataclass(frozen=True)
class StagedDates:
    """Rows by day: dates in numbers, such as 31/01/2024, and others that name a day."""

    in_numbers: Days
    others: Days

    @property
    def either_way(self) -> bool:
        """Whether there are dates in numbers, and each could be read month first."""
        return bool(self.in_numbers) and not rows_of_kind(self.in_numbers, ambiguous=False)


def staged_dates(writer: Writer) -> StagedDates:
    """Count the staged rows by day."""
    days: dict[bool, dict[date, int]] = {True: {}, False: {}}
    for in_numbers, day, n in writer.rows("staged_dates"):
        days[in_numbers][day] = n
    return StagedDates(days[True], days[False])


def is_either(day: date) -> bool:
    """Tell whether a day could be a month."""
    return day.day <= LAST_AMBIGUOUS


def rows_of_kind(days: Days, *, ambiguous: bool) -> int:
    """Count rows of days that could be a month, or of those that could not."""
    return sum(n for day, n in days.items() if is_either(day) is ambiguous)


def turned_back(days: Days) -> Days:
    """Return rows by the days that there are where day and month change places."""
    turned: Counter[date] = Counter()
    for day, n in days.items():
        turned[day.replace(month=day.day, day=day.month)] += n
    return turned


def rows_outside(days: Days, months: Iterable[date]) -> int:
    """Count rows that lie in none of some months."""
    inside = frozenset(months)
    return sum(n for day, n in days.items() if day.replace(day=1) not in inside)


def has_gaps(months: Sequence[date]) -> bool:
    """Tell whether months, in order, do not follow one upon the other."""
    first, last = months[0], months[-1]
    return (last.year - first.year) * 12 + last.month - first.month + 1 > len(months)
