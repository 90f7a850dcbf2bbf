"""The months that a heading or a cell of a table of counts names: a month, a quarter, a year.

Quarters of a year written 2024/25 are financial: its fourth is January to March 2025. What can be
read in two ways ("Q1 2025", "2011-12") is not read at all.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from assessment.intake.headings.footnote_marks import without_marks
from assessment.intake.headings.month_names import MONTHS_OF_YEAR
from assessment.periods import add_months, months_in_words

DASHES = str.maketrans("–—−\N{NO-BREAK SPACE}_", "---  ")
MONTH_NAME = "|".join(sorted(MONTHS_OF_YEAR, key=len, reverse=True))
MONTH = rf"(?P<name>{MONTH_NAME})"
YEAR = r"'?(?P<year>(?:19|20)\d\d|\d\d)"
FINANCIAL = r"(?:f/?y )?(?P<year>(?:20|19)?\d\d) ?[/-] ?(?P<next>(?:20)?\d\d)"
ISO_MONTHS = ("%Y-%m", "%m/%Y", "%Y%m", "%Y/%m", "%m-%Y")
DAYS: tuple[str, ...] = (
    "%Y-%m-%d",
    "%Y-%m-%d %H:%M:%S",
    "%d/%m/%Y",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%d/%m/%y",
)
DAYS += ("%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%b-%y")
FIRST_YEAR = 1980


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


@lru_cache(maxsize=4096)  # the same few months stand in every row
def read_span(text: str) -> Span | None:
    """Return the months that a text names; None where it names none, or may name others."""
    marked = " ".join(text.translate(DASHES).lower().replace(",", " ").split())
    words = without_marks(marked)
    spans = (reader(words) for reader in READERS)
    span = next((span for span in spans if span), None)
    return span if span and span.start.year >= FIRST_YEAR and span.start < span.end else None


@lru_cache(maxsize=4096)
def financial_quarter(year: str, quarter: str) -> Span | None:
    """Return the quarter of a year that stands in a column of its own."""
    number = re.fullmatch(r"(?:q|qtr|quarter)?\s*([1-4])(?:\.0)?", quarter.strip().lower())
    return read_span(f"Q{number[1]} {year.strip()}") if number else None


@lru_cache(maxsize=4096)
def month_of_year(year: str, month: str) -> Span | None:
    """Return the month of a year that stands in a column of its own.

    Of a financial year only a name says which month: its first may be April or January.
    """
    number = re.fullmatch(r"(0?[1-9]|1[0-2])(?:\.0)?", month.strip())
    if not re.fullmatch(r"(?:19|20)\d\d", year.strip()):
        return _within(read_span(year), bare_month(month))
    return read_span(f"{year.strip()}-{int(number[1]):02}" if number else f"{month} {year.strip()}")


def bare_month(text: str) -> int | None:
    """Return the number of a month that is named without its year."""
    return MONTHS_OF_YEAR.get(without_marks(text).lower().strip("."))


def bare_quarter(text: str) -> int | None:
    """Return the number of a quarter that is named without its year: "Q1", "Quarter 1"."""
    named = re.fullmatch(r"(?:q|qtr|quarter) ?([1-4])", without_marks(text).lower())
    return int(named[1]) if named else None


def _within(year: Span | None, month: int | None) -> Span | None:
    """Return a month of a year, by its number in the calendar."""
    if year is None or month is None:
        return None
    return next((_from(start, 1) for start in year.months if start.month == month), None)


@lru_cache(maxsize=4096)
def day_of(text: str) -> date | None:
    """Return the day that a text names, day first; None where it names none."""
    written = text.strip()
    return next((day.date() for day in _parsed(written, DAYS)), None)


def day_before_month(text: str) -> str:
    """Return a text whose date, where it begins with one, has its day first and not its month."""
    return re.sub(r"^\s*(\d{1,2})([/.-])(\d{1,2})\2(?=\d{2})", r"\3\2\1\2", text)


def _day_or_month(words: str) -> Span | None:
    months = [*_parsed(words, ISO_MONTHS), *_parsed(words, DAYS)]
    if not months or _is_year_too(words):
        return None
    return _from(date(months[0].year, months[0].month, 1), 1)


def _is_year_too(words: str) -> bool:
    """Tell "2011-12", which is a month and a financial year."""
    years = re.fullmatch(FINANCIAL, words)
    return bool(years and _follows(years["year"], years["next"]))


def _parsed(words: str, styles: tuple[str, ...]) -> Iterator[datetime]:
    for style in styles:
        try:
            day = datetime.strptime(words, style)
        except ValueError:
            continue
        if day.year >= FIRST_YEAR:
            yield day


def _named_month(words: str) -> Span | None:
    named = re.fullmatch(rf"{MONTH}[ /-]*{YEAR}", words) or re.fullmatch(
        rf"(?P<year>(?:19|20)\d\d)[ /-]*{MONTH}", words
    )
    return _from(_month(named), 1) if named else None


def _quarter(words: str) -> Span | None:
    quarter = re.fullmatch(
        rf"(?:financial )?(?:q|qtr|quarter) ?(?P<quarter>[1-4])[ ,:/-]*(?:of )?{FINANCIAL}", words
    ) or re.fullmatch(rf"{FINANCIAL}[ ,:/-]*(?:q|qtr|quarter) ?(?P<quarter>[1-4])", words)
    if not quarter or not _follows(quarter["year"], quarter["next"]):
        return None
    april = date(_full_year(quarter["year"]), 4, 1)
    return _from(add_months(april, 3 * (int(quarter["quarter"]) - 1)), 3)


def _financial_year(words: str) -> Span | None:
    years = re.fullmatch(rf"(?:financial year )?{FINANCIAL}", words)
    # "2023-24" is no month; "2011-12" may be one.
    if not years or not _follows(years["year"], years["next"]) or _may_be_month(words):
        return None
    return _from(date(_full_year(years["year"]), 4, 1), 12)


def _may_be_month(words: str) -> bool:
    return "-" in words and any(True for _ in _parsed(words, ISO_MONTHS))


def _calendar_year(words: str) -> Span | None:
    year = re.fullmatch(r"(?:calendar year )?((?:19|20)\d\d)", words)
    return _from(date(int(year[1]), 1, 1), 12) if year else None


def _year_to(words: str) -> Span | None:
    to = re.fullmatch(
        rf"(?:y/?e|year end(?:ing|ed)?|(?:12|twelve) months (?:to|ending)|year to)"
        rf" (?:the )?(?:\d\d? )?{MONTH}[ -]*{YEAR}",
        words,
    )
    if not to:
        return None
    end = add_months(_month(to), 1)
    return Span(add_months(end, -12), end)


def _from_to(words: str) -> Span | None:
    """Read "Oct 23 - Sep 24", "April to June 2025", "1 April 2024 to 31 March 2025"."""
    parts = re.split(r" ?(?:\bto\b| - |(?<=[a-z0-9])-(?=[a-z])) ?", words)
    if len(parts) != 2:
        return None
    first, last = parts
    if last_span := _one_month(last):
        year = f" {last_span.start.year}"
        first_span = _one_month(first) or _one_month(first + year)
        if first_span and _are_ends(first, last):
            return Span(first_span.start, last_span.end)
    return None


def _part_of_year(words: str) -> Span | None:
    """Read "2024 (Jan-Sep)", "2024/25 to Sep", "Apr-Sep 2024/25": some months of a year."""
    year = r"(?P<whole>(?:19|20)\d\d(?: ?[/-] ?(?:20)?\d\d)?)"
    months = rf"(?:(?P<first>{MONTH_NAME}) ?(?:-|to) ?|to )(?P<last>{MONTH_NAME})"
    part = re.fullmatch(rf"{year} ?\(?{months}\)?", words) or re.fullmatch(
        rf"{months} ?\(?{year}\)?", words
    )
    if not part or not (whole := read_span(part["whole"])):
        return None
    first = _within(whole, MONTHS_OF_YEAR[part["first"]]) if part["first"] else whole
    last = _within(whole, MONTHS_OF_YEAR[part["last"]])
    return Span(first.start, last.end) if first and last else None


def _one_month(words: str) -> Span | None:
    bare = re.sub(r"^\d{1,2}(?:st|nd|rd|th)? (?=[a-z])", "", words)
    return _named_month(bare) or _day_or_month(words)


def _are_ends(first: str, last: str) -> bool:
    """Tell whether days, where they are given, are the first and the last of their months."""
    start, end = day_of(first), day_of(last)
    return (not start or start.day == 1) and (not end or (end + timedelta(days=1)).day == 1)


def _month(named: re.Match[str]) -> date:
    return date(_full_year(named["year"]), MONTHS_OF_YEAR[named["name"]], 1)


def _full_year(written: str) -> int:
    year = int(written)
    return year if year >= 100 else 2000 + year - 100 * (year >= FIRST_YEAR % 100)


def _follows(year: str, following: str) -> bool:
    return (_full_year(year) + 1) % 100 == int(following) % 100


def _from(start: date, months: int) -> Span:
    return Span(start, add_months(start, months))


READERS: tuple[Callable[[str], Span | None], ...] = (
    _day_or_month,
    _named_month,
    _quarter,
    _financial_year,
    _calendar_year,
    _year_to,
    _from_to,
    _part_of_year,
)
