"""Dates whose year has two digits, or is not written: which number is what, or that it is unsure.

The day is first in British dates: 03-04-25 is 3 April 2025. Some systems write the year first, and
their dates would all be read, of other years: what gives no day of the future, and lies nearest to
today, is right. "3/4" and "Apr-03" are days without a year where as months they are long ago.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import Enum

from assessment.intake.files.file_tables import in_quotes
from assessment.intake.mapping.rows.dates.date_order import HALF_DAY, TIMES

THREE = re.compile(r"(?:[A-Za-z]+\.?,?\s+)?(\d{1,2})([-./])(\d{1,2})\2(\d{1,2})(?!\d)")
HYPHENS = re.compile(r"(?:[A-Za-z]+\.?,?\s+)?\d{1,2}-")
NUMBERS, IN_WORDS = re.compile(r"(\d{1,2})([-/])(\d{1,2})"), re.compile(r"([A-Za-z]+)[- ](\d{1,2})")
# A typing error is no other order; and years apart are no matter of taste.
FEW, APART = 0.02, timedelta(days=5 * 366)
# Nobody loads months so old beside a year of two digits, nor so many years of a month or two.
OLDEST, MANY_YEARS = 15, 6
CENTURY_TURNS = 69  # as strptime has it: 68 is 2068, and 69 is 1969
WHOLE = (
    "a day with its month and year, such as 03/04/2025, or a month with a year of four digits, "
    "such as Apr 2025; this may be a day or a month"
)
DAYS = {
    "last": ("%d-%m-%y", "%d/%m/%y", "%d.%m.%y"),
    "first": ("%y-%m-%d", "%y/%m/%d", "%y.%m.%d"),
}

Numbers = tuple[int, int, int]


class ShortYears(Enum):
    """Where the year of two digits stands in the dates of a file."""

    NONE = "none"  # no date has one
    LAST = "last"
    FIRST = "first"
    UNSURE = "unsure"

    @property
    def formats(self) -> tuple[str, ...]:
        """How such dates are written; the day comes first where that is not known."""
        if self is ShortYears.NONE:
            return ()
        days = DAYS["first" if self is ShortYears.FIRST else "last"]
        return tuple(day + time for day in days for time in (*TIMES, *HALF_DAY))


def short_years(texts: Iterable[str], today: date) -> ShortYears:
    """Say where the years of two digits stand, from the dates of a file."""
    written = [text for text in texts if THREE.match(text)]
    numbers = [_numbers(text) for text in written]
    if not numbers:
        return ShortYears.NONE
    last_oldest = _oldest(numbers, lambda n: (n[2], n[1], n[0]), today)
    first_oldest = _oldest(numbers, lambda n: n, today)
    if first_oldest is None:
        return ShortYears.LAST
    if last_oldest is None or first_oldest - last_oldest >= APART:
        return ShortYears.FIRST
    # Between slashes and dots nobody writes the year first without saying so by all its dates.
    is_clear = last_oldest - first_oldest >= APART or not any(map(HYPHENS.match, written))
    return ShortYears.LAST if is_clear else ShortYears.UNSURE


def unsure_of(texts: Iterable[str]) -> str:
    """Ask whether the day is first in dates that could as well begin with the year."""
    example = next(filter(THREE.match, texts))
    return (
        f"Dates such as '{example}' have a year of two digits, and could begin with the day or "
        "with the year. Which stands first?"
    )


def without_year(texts: Sequence[str], today: date) -> str:
    """Say why dates such as '3/4' or 'Apr-03' name a day and no month of a year; '' where not."""
    months = {text: month for text in texts if (month := _month_and_year(text))}
    years = {year for _, year in months.values()}
    odd = [text for text, (_, y) in months.items() if not 0 <= today.year - y <= OLDEST]
    spread = len(years) >= MANY_YEARS and len(years) > len({name for name, _ in months.values()})
    # One among whole dates is a slip, which its row is refused for.
    if 2 * len(months) <= len(texts) or not (spread or len(odd) > FEW * len(months)):
        return ""
    return (
        f"Its dates say no year, e.g. {in_quotes(odd or months, 2)}: read as months they would be "
        "of years long ago or to come. Write the year with four digits and upload the file again."
    )


def is_short_month(text: str) -> bool:
    """Tell whether a text names a month and a year of two digits, or a day and a month."""
    return _month_and_year(text) is not None


def are_short_months(counts: Mapping[str, int]) -> bool:
    """Tell whether most dates, with their rows, name a month and a year of two digits."""
    short = sum(n for text, n in counts.items() if is_short_month(text))
    return 2 * short > sum(counts.values())


def _numbers(text: str) -> Numbers:
    first, middle, last = map(int, re.findall(r"\d+", text)[:3])
    return first, middle, last


def _month_and_year(text: str) -> tuple[str, int] | None:
    """Return the month and the year that a text of two parts would be read as."""
    if words := IN_WORDS.fullmatch(text):
        return words[1].lower()[:3], _full(int(words[2]))
    if numbers := NUMBERS.fullmatch(text):
        month, year = (1, 3) if numbers[2] == "/" else (3, 1)
        return numbers[month], _full(int(numbers[year]))
    return None


def _oldest(
    numbers: Sequence[Numbers], order: Callable[[Numbers], Numbers], today: date
) -> date | None:
    """Return the first day of dates read in an order; None where some would be no day, or later."""
    days = [day for found in numbers if (day := _day(*order(found))) and day <= today]
    return min(days) if len(numbers) - len(days) <= FEW * len(numbers) and days else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(_full(year), month, day)
    except ValueError:
        return None


def _full(year: int) -> int:
    return year + (1900 if year >= CENTURY_TURNS else 2000)
