"""Which columns of a table hold counts, as their headings name them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from assessment.definitions.spelling import plain
from assessment.intake.headings.day_words import day_of
from assessment.intake.headings.period_words import read_span
from assessment.intake.headings.year_parts import bare_month, bare_quarter

THINGS = r"(?:offence|crime|incident|record|case|event|occurrence|report|call|referral|fire)"
MANY = rf"(?:{THINGS}s|attendances|admissions|collisions|recorded\scrime)"
WHOSE = r"(?:total\s|all\s|recorded\s|police\s|notifiable\s)*"
COUNT_NAME = re.compile(
    rf"""
    (?:total\s)?(?:number|no|num|count|sum|volume|total)s?(?:\sof)?(?:\s{WHOSE}{THINGS}?s?|\s{MANY})?
    | {WHOSE}{MANY}(?:\srecorded|\sreported)?
    | {THINGS}s?\s(?:count|volume|total)s?
    | (?:total\s)?(?:number|no|count|sum)\sof\s(?!days|hours|minutes|weeks|months)[a-z][a-z\s]*
    | frequency | (?:obs|observation)\svalue
    """,
    re.VERBOSE,
)
DIFFERENCES = frozenset(
    ["+/-", "+ / -", "+-", "±", "difference", "diff", "change", "variance", "number change"]
)
DIFFERENCES |= {"numeric change", "actual change", "volume change", "change (n)", "no. change"}
TOTAL_NAMES = frozenset(["total", "grand total", "sum", "overall", "all", "row total", "totals"])
# Numbers that stand beside counts and are none, and words about how a count stands.
NO_COUNT = re.compile(
    r"\brates?\b|\bper (?:1 ?0|head|capita|thousand|100)|\b(?:avg|average|mean|median)\b|\brank$"
    r"|\bpopulation\b|\bpop\b|\bhouseholds\b|\bpercent|\bper cent\b|\bproportion\b|\bcosts?\b"
    r"|\bdifference\b|\bdiff\b|\bvariance\b|\bconfidence\b|\b(?:lower|upper) (?:ci|limit|bound)\b"
    r"|\b(?:rolling|moving)\b|\bforecast\b|\bbaseline\b|\blast year\b|\bms[gf]\b",
)
# The same, or part of what an offence is called: "breach of an order", "target shooting".
MAY_COUNT = re.compile(
    r"\brank|\btargets?\b|\bshare\b|\bindex\b|\bscore\b|\bvalue\b|\bchange\b|\bexpected\b"
    r"|\bprevious\b|\bprev\b|\border\b|\bcode\b|\bage\b|\bcoverage\b|\bthreshold\b|\bpeer\b",
)
COMMENTS = frozenset(
    (
        *("rag", "rag status", "rag rating", "rating", "status", "direction", "trend", "dot"),
        *("direction of travel", "comment", "comments", "commentary", "notes", "note", "owner"),
        *("lead", "source", "data source", "narrative", "performance", "polarity", "frequency"),
        *("reporting frequency", "definition", "description of measure", "unit", "units", "link"),
    )
)
# What says of a number in the same row what it is a number of.
METRICS = frozenset(
    (
        *("metric", "metric name", "indicator", "indicator name", "kpi", "statistic", "measure"),
        *("measure name", "measure names", "measure type", "count type", "data item", "series"),
    )
)
VALUES = frozenset(
    (
        *("value", "values", "figure", "figures", "measure value", "measure values", "result"),
        *("metric value", "indicator value", "data value", "amount", "statistic value"),
    )
)
YEAR_NAMES = frozenset(["financial year", "fiscal year", "year", "fin year", "fy", "calendar year"])
YEAR_NAMES |= {"blwyddyn", "blwyddyn ariannol", "period year"}
QUARTER_NAMES = frozenset(["financial quarter", "quarter", "fiscal quarter", "qtr", "fin quarter"])
MONTH_NAMES = frozenset(
    ["month", "month name", "calendar month", "mis", "month number", "month no"]
)
# Of a financial year the first is April.
NUMBERED_NAMES = frozenset(["period", "financial period", "fin period", "accounting period"])
NUMBERED_NAMES |= {"period no", "period number", "fiscal period"}
PERIOD_NAMES = frozenset(["period", "reporting period", "time period", "quarter ending", "date"])
PERIOD_NAMES |= YEAR_NAMES | QUARTER_NAMES | MONTH_NAMES | {"month year", "month and year"}
PERIOD_NAMES |= {"quarter end", "quarter ended", "quarter to", "year ending", "year to"}
PERIOD_NAMES |= {
    "monthyear",
    "yearmonth",
    "year month",
    "period ending",
    "month ending",
    "chwarter",
}
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


def is_other_number(heading: str) -> bool:
    """Tell whether a heading says that its numbers are no counts: a rate, a rank, a target."""
    return is_surely_no_count(heading) or bool(MAY_COUNT.search(plain(heading)))


def is_surely_no_count(heading: str) -> bool:
    """Tell a heading that is no offence's either, beside others that name offences."""
    return bool(NO_COUNT.search(plain(heading))) or "£" in heading or is_percent_name(heading)


def is_metric_name(heading: str) -> bool:
    """Tell whether a heading says that its column names what the numbers beside it are."""
    return plain(heading) in METRICS


def is_value_name(heading: str) -> bool:
    """Tell whether a heading says that its column has numbers, and not of what: "Value"."""
    return plain(heading) in VALUES


def is_comment_name(heading: str) -> bool:
    """Tell whether a heading says that its column is a remark on the row, and tells none apart."""
    return plain(heading) in COMMENTS


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


def says_total(text: str) -> bool:
    """Tell whether a category is called the total of others: "Total ASB"."""
    return "total" in plain(text).split()


@lru_cache(maxsize=4096)
def total_of(text: str) -> str | None:
    """Return what a subtotal is of, as a pivot table writes it: "Rochford Total"."""
    of = TOTAL_OF.fullmatch(text)
    return of["of"] if of else None


def heading_cells(row: Sequence[str]) -> int:
    """Count the cells of a row that head counts: names of counts, and two or more periods."""
    words = [cell for cell in row if is_count_name(cell) or plain(cell) in COARSE_NAMES]
    return len(words) + period_cells(row)


def period_cells(row: Sequence[str]) -> int:
    """Count the cells of a row that name periods, with a year or without; 0 for only one."""
    # Days stand in the rows of records; only what an Excel date says of a month may be a heading.
    spans = {read_span(cell) for cell in row if (day := day_of(cell)) is None or day.day == 1}
    spans.discard(None)
    parts = [cell for cell in row if bare_month(cell) or bare_quarter(cell)]
    n = max(len(spans), len(parts))
    return n if n > 1 else 0
