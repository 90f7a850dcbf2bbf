"""Days and months as numbers write them: 2025-10-31, 31/10/2025, 10/2025."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache

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
# A date far ahead says that a case is open (31/12/9999), and no month of counts.
LAST_YEAR = 2100


@lru_cache(maxsize=4096)
def day_of(text: str) -> date | None:
    """Return the day that a text names, day first; None where it names none."""
    written = text.strip()
    return next((day.date() for day in parsed(written, DAYS)), None)


def is_last_of_month(day: date) -> bool:
    """Tell whether a day is the last of its month."""
    return (day + timedelta(days=1)).day == 1


def day_before_month(text: str) -> str:
    """Return a text whose date, where it begins with one, has its day first and not its month."""
    return re.sub(r"^\s*(\d{1,2})([/.-])(\d{1,2})\2(?=\d{2})", r"\3\2\1\2", text)


def parsed(words: str, styles: tuple[str, ...]) -> Iterator[datetime]:
    """Yield what a text is in each of some styles that fits it."""
    for style in styles:
        try:
            day = datetime.strptime(words, style)
        except ValueError:
            continue
        if FIRST_YEAR <= day.year <= LAST_YEAR:
            yield day
