"""Weeks in headings and cells: they lie in two months, so that no month can be made of them."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from assessment.definitions.spelling import plain

WEEK_NAMES = frozenset(
    (
        *("week", "weeks", "week commencing", "week ending", "week beginning", "week starting"),
        *("week start", "week end", "week ended", "week no", "week number", "iso week", "wk"),
        *("wk no", "wk number", "w c", "wc", "w e", "w b", "wk commencing", "wk ending"),
        *("year week", "yearweek", "week of year", "week start date", "week ending date"),
        *("week commencing date", "date week commencing", "iso week number", "calendar week"),
    )
)
WEEK = re.compile(
    r"(?:w/?[ceb]|w\.[ceb]\.?|we(?:e)?k|wk)\b\.?\s*(?:commencing|ending|beginning|starting)?\s*\d.*"
    r"|(?:19|20)\d\d[\s-]?(?:w|wk|week)\s?\d{1,2}(?:-\d)?",
    re.IGNORECASE,
)
FEWEST = 3


def is_week_name(heading: str) -> bool:
    """Tell whether a heading says that its column names weeks."""
    return plain(heading) in WEEK_NAMES


def is_week(text: str) -> bool:
    """Tell whether a text names a week: "w/c 06/10/2025", "2025-W41"."""
    return bool(WEEK.fullmatch(text.strip()))


def are_week_starts(days: Iterable[date]) -> bool:
    """Tell whether days are whole weeks apart, so that each stands for its week."""
    in_order = sorted({*days})
    weeks = all((day - in_order[0]) % timedelta(7) == timedelta(0) for day in in_order)
    return weeks and len(in_order) >= FEWEST
