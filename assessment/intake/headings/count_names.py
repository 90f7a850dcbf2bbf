"""Which columns of a table hold counts, as their headings name them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from assessment.definitions.spelling import plain
from assessment.intake.headings.period_words import day_of, read_span

THINGS = r"(?:offence|crime|incident|record|case|event|occurrence|report|call|referral|fire)"
MANY = rf"(?:{THINGS}s|attendances|admissions|collisions|recorded\scrime)"
WHOSE = r"(?:total\s|all\s|recorded\s|police\s|notifiable\s)*"
COUNT_NAME = re.compile(
    rf"""
    (?:total\s)?(?:number|no|num|count|sum|volume|total)s?(?:\sof)?(?:\s{WHOSE}{THINGS}?s?|\s{MANY})?
    | {WHOSE}{MANY}(?:\srecorded|\sreported)?
    | {THINGS}s?\s(?:count|volume|total)s?
    | frequency | (?:obs|observation)\svalue
    """,
    re.VERBOSE,
)
DIFFERENCES = frozenset(
    ["+/-", "+ / -", "+-", "±", "difference", "diff", "change", "variance", "number change"]
)
DIFFERENCES |= {"numeric change", "actual change", "volume change", "change (n)", "no. change"}
TOTAL_NAMES = frozenset(["total", "grand total", "sum", "overall", "all", "row total", "totals"])
YEAR_NAMES = frozenset(["financial year", "fiscal year", "year", "fin year", "fy", "calendar year"])
QUARTER_NAMES = frozenset(["financial quarter", "quarter", "fiscal quarter", "qtr", "fin quarter"])
MONTH_NAMES = frozenset(["month", "month name", "calendar month"])
PERIOD_NAMES = frozenset(["period", "reporting period", "time period", "quarter ending", "date"])
PERIOD_NAMES |= YEAR_NAMES | QUARTER_NAMES | MONTH_NAMES | {"month year", "month and year"}
# Those that no file of records has.
COARSE_NAMES = YEAR_NAMES | QUARTER_NAMES
DASHES = str.maketrans("–—−", "---")

TOTAL = re.compile(r"(?:grand|sub|overall|row|column)?[\s-]*totals?|sum|overall|all", re.IGNORECASE)
ALL_OF = re.compile(
    r"(?:all|total) (?:districts|areas|wards|forces|ages|persons|people|sources|months|quarters)",
    re.IGNORECASE,
)
TOTAL_OF = re.compile(r"(?P<of>.+?)\s+(?:sub-?)?total", re.IGNORECASE)


def is_count_name(heading: str) -> bool:
    """Tell whether a heading says that its column counts: "Number of offences", "Volume"."""
    return bool(COUNT_NAME.fullmatch(plain(heading)))


def is_total_name(heading: str) -> bool:
    """Tell whether a heading says that its column adds up the others."""
    return plain(heading) in TOTAL_NAMES


def is_difference_name(heading: str) -> bool:
    """Tell whether a heading says that its column is what one period has more than another."""
    return _as_written(heading) in DIFFERENCES


def is_percent_name(heading: str) -> bool:
    """Tell whether a heading says that its column is in percent."""
    written = _as_written(heading)
    return "%" in written or "percent" in written or "per cent" in written


def is_period_name(heading: str) -> bool:
    """Tell whether a heading says that its column names periods."""
    return plain(heading) in PERIOD_NAMES


def _as_written(heading: str) -> str:
    return " ".join(heading.translate(DASHES).lower().split())


@lru_cache(maxsize=4096)  # the same few words stand in every row
def is_total(text: str) -> bool:
    """Tell whether a cell says that its row adds up others."""
    return bool(TOTAL.fullmatch(text) or ALL_OF.fullmatch(text))


@lru_cache(maxsize=4096)
def total_of(text: str) -> str | None:
    """Return what a subtotal is of, as a pivot table writes it: "Rochford Total"."""
    of = TOTAL_OF.fullmatch(text)
    return of["of"] if of else None


def heading_cells(row: Sequence[str]) -> int:
    """Count the cells of a row that head counts: names of counts, and two or more periods."""
    words = [cell for cell in row if is_count_name(cell) or plain(cell) in COARSE_NAMES]
    # Days stand in the rows of records; only what an Excel date says of a month may be a heading.
    spans = {read_span(cell) for cell in row if (day := day_of(cell)) is None or day.day == 1}
    spans.discard(None)
    return len(words) + (len(spans) if len(spans) > 1 else 0)
