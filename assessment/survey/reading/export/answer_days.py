"""When people answered: how survey tools write it, and between which days a wave's answers are.

Day first is the British way. A date says a day of its wave and no figure moves with it: so a column
in which some dates can only be month first, and all can be, is read month first, and that is told.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import product

from assessment.intake.mapping.rows import date_order
from assessment.store import Writer

# As SurveyMonkey, Engagement HQ and spreadsheets write them: 12/05/2024 03:04:11 PM,
# 12 May 2024 03:04 PM, May 12, 24, 03:04:11 pm.
IN_NUMBERS = ("%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%Y/%m/%d")
IN_WORDS = ("%d %b %Y", "%d %B %Y", "%d %b %y", "%d-%b-%Y", "%d-%b-%y")
MONTH_IN_WORDS = ("%b %d, %Y", "%B %d, %Y", "%b %d, %y", "%B %d, %y", "%b %d %Y", "%B %d %Y")
HALF_DAY = ("%I:%M %p", "%I:%M:%S %p", "%I:%M%p", "%I:%M:%S%p")
WHOLE_DAY = ("%H:%M", "%H:%M:%S")
BETWEEN = (" ", ", ", " at ")
WITH_ZONES = (
    "%Y-%m-%dT%H:%M:%SZ",
    "%Y-%m-%dT%H:%M:%S.%fZ",
    "%Y-%m-%dT%H:%M:%S%z",
    "%Y-%m-%d %H:%M:%S %z",
)


def _timed(days: Iterable[str], times: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{day}{mark}{time}" for day, mark, time in product(days, BETWEEN, times))


OF_TOOLS = (
    *_timed((*IN_NUMBERS, *IN_WORDS), HALF_DAY),
    *MONTH_IN_WORDS,
    *_timed(MONTH_IN_WORDS, (*HALF_DAY, *WHOLE_DAY)),
    *_timed((*IN_NUMBERS[:2], *IN_WORDS[:3]), WHOLE_DAY),
    *WITH_ZONES,
)
# Years of two digits first: the store takes "24" for a year of four, and the year 24.
FORMATS = tuple(
    sorted({*date_order.FORMATS, *OF_TOOLS}, key=lambda style: ("%y" not in style, style))
)
AMERICAN = ("%m/%d/%y", "%m/%d/%Y", "%m-%d-%Y")
MONTH_FIRST = (*AMERICAN, *_timed(AMERICAN, (*HALF_DAY, *WHOLE_DAY)))
# Reading hundreds of labels in hundreds of formats takes time, and most labels are no dates at all.
LIKE_A_DATE = re.compile(
    r"\d[/.-]\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE
)


@dataclass(frozen=True)
class Days:
    """Between which days the answers were given, as far as they are dated.

    `either_way` where every date might be day first or month first, `contradictory` where some can
    only be the one and some only the other: then there are no days.
    """

    first: date | None
    last: date | None
    month_first: bool = False
    either_way: bool = False
    contradictory: bool = False


NO_DAYS = Days(None, None)


def days_of(writer: Writer, positions: Sequence[int], sample: Sequence[str]) -> Days:
    """Return between which days answers were given; day first unless that cannot be."""
    if not positions:
        return NO_DAYS
    formats = date_order.formats_for(sample, FORMATS)
    day_first = _between(writer, positions, formats)
    if day_first.dated == day_first.filled and not are_dates(sample, MONTH_FIRST):
        return Days(*day_first.days)
    unmistakable = [style for style in formats if not date_order.is_numeric_day_first(style)]
    american = date_order.formats_for(sample, MONTH_FIRST)
    month_first = _between(writer, positions, [*american, *unmistakable])
    every = _between(writer, positions, [*formats, *MONTH_FIRST])
    if day_first.dated == every.dated:
        might_be = month_first.dated == every.dated and month_first.days != day_first.days
        return Days(*day_first.days, either_way=might_be)
    if month_first.dated == every.dated:
        return Days(*month_first.days, month_first=True)
    return Days(None, None, contradictory=True)


def date_format(texts: Sequence[str]) -> str | None:
    """Return how dates are written, if every text is one."""
    if not texts or not all(LIKE_A_DATE.search(text) for text in texts):
        return None
    return next((style for style in FORMATS if all(fits(text, style) for text in texts)), None)


def are_dates(texts: Iterable[str], known: Sequence[str] = (*FORMATS, *MONTH_FIRST)) -> bool:
    """Tell whether every text is a date, however each is written."""
    left = set(texts)
    for style in known:
        left -= {text for text in left if fits(text, style)}
        if not left:
            return True
    return False


def fits(text: str, style: str) -> bool:
    """Tell whether a text is a date in a format."""
    try:
        return datetime.strptime(text, style).year >= 1900
    except ValueError:
        return False


@dataclass(frozen=True)
class _Between:
    """The first and the last day as read in some formats, and how many cells could be."""

    days: tuple[date | None, date | None]
    dated: int
    filled: int


def _between(writer: Writer, positions: Sequence[int], formats: Sequence[str]) -> _Between:
    ((first, last, dated, filled),) = writer.rows(
        "answered_days", positions=list(positions), formats=list(formats)
    )
    return _Between((first, last), dated, filled)
