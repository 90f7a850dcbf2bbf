"""The months that a heading or a cell of a table of counts names: a month, a quarter, a year.

Quarters of a year written 2024/25 are financial: its fourth is January to March 2025. What can be
read in two ways ("Q1 2025", "2011-12") is not read at all.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from assessment.intake.headings.day_words import DAYS, FIRST_YEAR, ISO_MONTHS, day_of, parsed
from assessment.intake.headings.footnote_marks import without_marks
from assessment.intake.headings.month_names import MONTHS_OF_YEAR
from assessment.intake.headings.month_span import Span
from assessment.periods import add_months

DASHES = str.maketrans("–—−\N{NO-BREAK SPACE}_", "---  ")
MONTH_NAME = "|".join(sorted(MONTHS_OF_YEAR, key=len, reverse=True))
MONTH = rf"(?P<name>{MONTH_NAME})"
YEAR = r"'?(?P<year>(?:19|20)\d\d|\d\d)"
FINANCIAL = r"(?:f/?y ?)?(?P<year>(?:20|19)?\d\d) ?[/-] ?(?P<next>(?:20)?\d\d)"

QUARTER_IN_WORDS = re.compile(
    rf"(?P<number>(?:q|qtr|quarter) ?[1-4]) ?\(?(?P<first>{MONTH_NAME}) ?(?:-|to) ?"
    rf"(?P<last>{MONTH_NAME})\)? ?(?P<after>.+)"
)


@lru_cache(maxsize=4096)  # the same few months stand in every row
def read_span(text: str) -> Span | None:
    """Return the months that a text names; None where it names none, or may name others."""
    marked = " ".join(text.translate(DASHES).lower().replace(",", " ").split())
    words = without_marks(marked)
    spans = (reader(words) for reader in READERS)
    span = next((span for span in spans if span), None)
    return span if span and span.start.year >= FIRST_YEAR and span.start < span.end else None


def _day_or_month(words: str) -> Span | None:
    months = [*parsed(words, ISO_MONTHS), *parsed(words, DAYS)]
    if not months or _is_year_too(words):
        return None
    return _from(date(months[0].year, months[0].month, 1), 1)


def _is_year_too(words: str) -> bool:
    """Tell "2011-12", which is a month and a financial year."""
    years = re.fullmatch(FINANCIAL, words)
    return bool(years and _follows(years["year"], years["next"]))


def _named_month(words: str) -> Span | None:
    words = re.sub(r"\((\d{4})\)$", r"\1", words)  # "October (2025)"
    named = re.fullmatch(rf"{MONTH}[ /-]*{YEAR}", words) or re.fullmatch(
        rf"(?P<year>(?:19|20)\d\d)[ /-]*{MONTH}", words
    )
    return _from(_month(named), 1) if named else None


def _quarter(words: str) -> Span | None:
    if named := QUARTER_IN_WORDS.fullmatch(words):
        return _agreeing(_quarter(f"{named['number']} {named['after']}"), named)
    quarter = re.fullmatch(
        rf"(?:financial )?(?:q|qtr|quarter) ?(?P<quarter>[1-4])[ ,:/-]*(?:of )?{FINANCIAL}", words
    ) or re.fullmatch(rf"{FINANCIAL}[ ,:/-]*(?:q|qtr|quarter) ?(?P<quarter>[1-4])", words)
    if not quarter or not _follows(quarter["year"], quarter["next"]):
        return None
    april = date(_full_year(quarter["year"]), 4, 1)
    return _from(add_months(april, 3 * (int(quarter["quarter"]) - 1)), 3)


def _agreeing(quarter: Span | None, named: re.Match[str]) -> Span | None:
    """Return the quarter of "Q2 (Jul-Sep) 2025/26" where its months are those of its number."""
    if quarter is None:
        return None
    ends = (MONTHS_OF_YEAR[named["first"]], MONTHS_OF_YEAR[named["last"]])
    return quarter if ends == (quarter.start.month, quarter.months[-1].month) else None


def _financial_period(words: str) -> Span | None:
    """Read "P07 25/26": the months of a financial year are numbered from April."""
    number = r"(?:p|per|period) ?(?P<number>0?[1-9]|1[0-2])"
    period = re.fullmatch(rf"{number}[ ,:/-]*(?:of )?{FINANCIAL}", words) or re.fullmatch(
        rf"{FINANCIAL}[ ,:/-]*{number}", words
    )
    if not period or not _follows(period["year"], period["next"]):
        return None
    april = date(_full_year(period["year"]), 4, 1)
    return _from(add_months(april, int(period["number"]) - 1), 1)


def _financial_year(words: str) -> Span | None:
    years = re.fullmatch(rf"(?:financial year )?{FINANCIAL}", words)
    # "2023-24" is no month; "2011-12" may be one.
    if not years or not _follows(years["year"], years["next"]) or _may_be_month(words):
        return None
    return _from(date(_full_year(years["year"]), 4, 1), 12)


def _may_be_month(words: str) -> bool:
    return "-" in words and any(True for _ in parsed(words, ISO_MONTHS))


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


def within(year: Span | None, month: int | None) -> Span | None:
    """Return a month of a year, by its number in the calendar."""
    if year is None or month is None:
        return None
    return next((_from(start, 1) for start in year.months if start.month == month), None)


def _part_of_year(words: str) -> Span | None:
    """Read "2024 (Jan-Sep)", "2024/25 to Sep", "Apr-Sep 2024/25": some months of a year."""
    year = r"(?P<whole>(?:19|20)\d\d(?: ?[/-] ?(?:20)?\d\d)?)"
    months = rf"(?:(?P<first>{MONTH_NAME}) ?(?:-|to) ?|to )(?P<last>{MONTH_NAME})"
    part = re.fullmatch(rf"{year} ?\(?{months}\)?", words) or re.fullmatch(
        rf"{months} ?\(?{year}\)?", words
    )
    if not part or not (whole := read_span(part["whole"])):
        return None
    first = within(whole, MONTHS_OF_YEAR[part["first"]]) if part["first"] else whole
    last = within(whole, MONTHS_OF_YEAR[part["last"]])
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
    _financial_period,
    _financial_year,
    _calendar_year,
    _year_to,
    _from_to,
    _part_of_year,
)
