"""The periods that headings of counts name, beside words for what is counted."""

import re
from functools import lru_cache

from assessment.intake.headings.footnote_marks import without_marks
from assessment.intake.headings.month_names import MONTHS_OF_YEAR
from assessment.intake.headings.month_span import Span
from assessment.intake.headings.period_words import read_span
from assessment.intake.headings.year_parts import bare_month, bare_period, bare_quarter
from assessment.periods import add_months

COUNT_WORDS = (
    r"(?:(?:total )?(?:count|number|no\.?|volume|sum|total)s?(?: of)?"
    r"(?: (?:offence|crime|incident)s)?"
    r"|(?:recorded )?(?:offence|crime|incident)s?(?: count)?|actual)"
)
BEFORE = re.compile(rf"{COUNT_WORDS}(?: (?:in|for))?[\s:-]+(?P<rest>.+)", re.IGNORECASE)
BEHIND = re.compile(rf"(?P<rest>.+?)[\s:-]+\(?{COUNT_WORDS}\)?", re.IGNORECASE)
# A column, or a heading, of which a month says only where its period ends.
ENDING = re.compile(
    r"(?:(?P<year>year|12 months|twelve months)|quarter|qtr|3 months|three months) "
    r"(?:end(?:ing|ed)?|to)\b"
)
# What a heading has that is about time, though nobody can tell which.
TIME = re.compile(
    rf"\b(?:19|20)\d\d\b|\b\d\d ?/ ?\d\d\b|\bto date\b|\bf?ytd\b|\bquarter|\bq[1-4]\b"
    rf"|\bp\d{{1,2}}\b|\b(?:{'|'.join(sorted(MONTHS_OF_YEAR, key=len, reverse=True))})\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def heading_span(heading: str) -> Span | None:
    """Return the months that a heading names: "2023 count" and "Oct-24 [note 1]" too."""
    if span := read_span(heading):
        return span
    if ended := ENDING.match(heading.lower()):
        return ending(heading, read_span(heading[ended.end() :]))
    words = " ".join(without_marks(heading).split())
    for pattern in (BEFORE, BEHIND):
        if (named := pattern.fullmatch(words)) and (span := read_span(named["rest"])):
            return span
    return None


@lru_cache(maxsize=4096)
def heading_part(heading: str) -> str | None:
    """Return the month or the quarter that a heading names without a year."""
    if bare_month(heading) or bare_quarter(heading) or bare_period(heading):
        return without_marks(heading)
    return None


def ending(heading: str, span: Span | None) -> Span | None:
    """Return the months that end with one, below a heading such as "Quarter ending"."""
    named = ENDING.match(" ".join(heading.lower().split()))
    if span is None or named is None or len(span.months) > 1:
        return span
    return Span(add_months(span.end, -(12 if named["year"] else 3)), span.end)


def is_about_time(heading: str) -> bool:
    """Tell whether a heading names a period in words that are not understood."""
    return bool(TIME.search(heading)) and heading_span(heading) is None
