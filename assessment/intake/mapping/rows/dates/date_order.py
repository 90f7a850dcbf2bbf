"""Which way the dates of a file are written.

Day first is the British way and is never guessed away from: where the dates of a file tell of
another order, it is asked for (rows/date_doubts.py), because half of such dates would silently
change month.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

MONTHS_ONLY = ("%Y-%m", "%b-%y", "%b %Y", "%B %Y", "%m/%Y", "%Y%m", "%b-%Y", "%B-%Y")
DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y", "%Y/%m/%d", "%Y%m%d")
DAYS_IN_WORDS = ("%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%b-%y", "%d %b %y")
TIMES = ("", " %H:%M", " %H:%M:%S", "T%H:%M:%S", "T%H:%M", " %H:%M:%S.%f")
HALF_DAY = (" %I:%M %p", " %I:%M:%S %p")
FORMATS = (
    *MONTHS_ONLY,
    *(day + time for day in (*DAYS, *DAYS_IN_WORDS) for time in TIMES),
    *(day + time for day in (*DAYS[:4], *DAYS_IN_WORDS) for time in HALF_DAY),
)
# As Americans write them, and as Excel with American settings leaves British dates (2025-04-03 for
# 04/03/2025).
AMERICAN = tuple(
    day + time
    for day in ("%m/%d/%Y", "%m-%d-%Y", "%m.%d.%Y", "%m/%d/%y", "%m-%d-%y", "%m.%d.%y")
    for time in (*TIMES, *HALF_DAY)
)
TURNED = tuple(f"%Y-%d-%m{time}" for time in TIMES)
MONTH_FIRST = re.compile(r"\s*(0?[1-9]|1[0-2])[/.-](1[3-9]|2\d|3[01])[/.-]\d{2,4}\b")

EXPECTED = "a date such as 31/03/2024 or 2024-03-31, not in the future and not before 1980"


def formats_for(sample: Iterable[str], known: Sequence[str] = FORMATS) -> list[str]:
    """Return every known format, those that fit most of a sample first.

    Trying the right one first is what makes reading millions of dates quick; the others are still
    tried for the rows that are written differently.
    """
    texts = {stripped for text in sample if (stripped := text.strip())}
    fits: dict[str, int] = {}
    for style in known:
        fits[style] = sum(_fits(text, style) for text in texts)
        if fits[style] == len(texts):  # none can fit better, and each takes time to try
            break
    return sorted(known, key=lambda style: -fits.get(style, 0))


def fits_all(texts: Iterable[str], style: str) -> bool:
    """Tell whether a format fits every one of some dates."""
    return all(_fits(text, style) for text in texts)


def is_month_first(text: str) -> bool:
    """Tell whether a date makes sense only with the month first, e.g. 03/25/2024."""
    return bool(MONTH_FIRST.match(text))


def is_numeric_day_first(style: str) -> bool:
    """Tell whether a format is one that an American would read the other way round."""
    return style.startswith(("%d/%m", "%d-%m", "%d.%m"))


def _fits(text: str, style: str) -> bool:
    try:
        read = datetime.strptime(text, style)
    except ValueError:
        return False
    # "01/04/24" also fits "%d/%m/%Y", as a day in the year 24.
    return read.year >= 1000
