"""Whole months that follow one another: a month, a quarter, a year, or any others."""

from datetime import date
from typing import NamedTuple

from assessment.periods import add_months, months_in_words


class Span(NamedTuple):
    """Whole months from `start` up to but not including `end`, both the first of a month."""

    start: date
    end: date

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each month."""
        count = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month
        return tuple(add_months(self.start, step) for step in range(count))

    def overlaps(self, other: "Span") -> bool:
        """Tell whether any month is in both."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Tell whether the other lies within it."""
        return self.start <= other.start and other.end <= self.end

    def __str__(self) -> str:
        """Name the months."""
        return months_in_words(self.months)
