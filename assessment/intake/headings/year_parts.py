"""Months and quarters that are named without their year, which stands in another place."""

import re
from collections.abc import Iterable
from functools import lru_cache

from assessment.intake.headings.footnote_marks import without_marks
from assessment.intake.headings.month_names import MONTHS_OF_YEAR
from assessment.intake.headings.month_span import Span
from assessment.intake.headings.period_words import read_span, within

FINANCIAL_YEAR = re.compile(
    r"(?<![\d/-])(?:(?:19|20)\d\d ?[/-] ?(?:20)?\d\d|fy ?\d\d ?[/-] ?\d\d)(?![\d/-])", re.IGNORECASE
)

QUARTER = 3


@lru_cache(maxsize=4096)
def financial_quarter(year: str, quarter: str) -> Span | None:
    """Return the quarter of a year that stands in a column of its own."""
    number = re.fullmatch(r"(?:q|qtr|quarter)?\s*([1-4])(?:\.0)?", quarter.strip().lower())
    if number:
        return read_span(f"Q{number[1]} {year.strip()}")
    # "Apr-Jun", "Q1 (Apr-Jun)" beside a financial year.
    span = read_span(f"{quarter.strip()} {year.strip()}")
    return span if span and len(span.months) == QUARTER else None


@lru_cache(maxsize=4096)
def month_of_year(year: str, month: str) -> Span | None:
    """Return the month of a year that stands in a column of its own.

    Of a financial year only a name says which month, or "P1": its first may be April or January.
    """
    if period := re.fullmatch(r"(?:p|per|period) ?(\d{1,2})", month.strip().lower()):
        return read_span(f"P{period[1]} {year.strip()}")
    number = re.fullmatch(r"(0?[1-9]|1[0-2])(?:\.0)?", month.strip())
    if not re.fullmatch(r"(?:19|20)\d\d", year.strip()):
        return within(read_span(year), bare_month(month))
    return read_span(f"{year.strip()}-{int(number[1]):02}" if number else f"{month} {year.strip()}")


def bare_month(text: str) -> int | None:
    """Return the number of a month that is named without its year."""
    return MONTHS_OF_YEAR.get(without_marks(text).lower().strip("."))


def bare_period(text: str) -> int | None:
    """Return the number of a month of the financial year that is named without it: "P7"."""
    named = re.fullmatch(r"(?:p|per|period) ?(0?[1-9]|1[0-2])", without_marks(text).lower())
    return int(named[1]) if named else None


def year_named(texts: Iterable[str]) -> str:
    """Return the one year that the first text names which names any; '' for none, or several.

    A financial year is found within other words ("Recorded crime 2024/25"); a calendar year is
    one only where it stands alone, as every other text may have the year that it was written in.
    """
    for text in texts:
        named = {found[0] for found in FINANCIAL_YEAR.finditer(text.replace("–", "-"))}
        years = {span: name for name in [*named, text] if (span := read_span(name))}
        whole = [name for span, name in years.items() if len(span.months) == 12]
        if whole:
            return whole[0] if len(whole) == 1 else ""
    return ""


def bare_quarter(text: str) -> int | None:
    """Return the number of a quarter that is named without its year: "Q1", "Quarter 1"."""
    named = re.fullmatch(r"(?:q|qtr|quarter) ?([1-4])", without_marks(text).lower())
    return int(named[1]) if named else None
