"""When people answered: how survey tools write it, and between which days a wave's answers are.

Day first is the British way. A date says a day of its wave and no figure moves with it: so a column
in which some dates can only be month first, and all can be, is read month first, and that is told.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import product

from assessment.intake.mapping.rows.dates import date_order
from assessment.store import Writer

# As SurveyMonkey, Engagement HQ and spreadsheets write them: 12/05/2024 03:04:11 PM,
# 12 May 2024 03:04 PM, May 12, 24, 03:04:11 pm.
IN_NUMBERS = ("%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%Y/%m/%d")
SHORT_YEARS = ("%d.%m.%y", "%d-%m-%y")
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
    *SHORT_YEARS,
    *_timed((*IN_NUMBERS[:2], *SHORT_YEARS, *IN_WORDS[:3]), WHOLE_DAY),
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

# Days as Excel counts them, in a column that says when people answered: from 1990 to 2100.
SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
FIRST_SERIAL, LAST_SERIAL = 32_874, 73_050
# Behind a time: its zone, in which a column may say that it is.
ZONE = re.compile(r"\s*(?:Z|UTC|GMT|BST|(?:UTC|GMT)?\s*[+-]\d{1,2}(?::?\d\d)?)$", re.IGNORECASE)
MACROS = ("define_tidied_date", "define_excel_days", "define_uk_moment")


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


def days_of(
    writer: Writer, positions: Sequence[int], sample: Sequence[str], *, in_utc: bool = False
) -> Days:
    """Return between which days answers were given, in the United Kingdom; day first if it can be.

    `in_utc` says that the column is in that time, whatever its cells say.
    """
    if not positions:
        return NO_DAYS
    for macro in MACROS:
        writer.run(macro)
    if sample and all(map(is_serial, sample)):
        serials = _Reading(writer, positions, "serial", in_utc).between(FORMATS)
        return Days(*serials.days) if serials.dated == serials.filled else NO_DAYS
    reading = _Reading(writer, positions, "tidied", in_utc)
    sample = [_tidied(text) for text in sample]
    formats = date_order.formats_for(sample, FORMATS)
    day_first = reading.between(formats)
    if day_first.dated == day_first.filled and not are_dates(sample, MONTH_FIRST):
        return Days(*day_first.days)
    unmistakable = [style for style in formats if not date_order.is_numeric_day_first(style)]
    american = date_order.formats_for(sample, MONTH_FIRST)
    month_first = reading.between([*american, *unmistakable])
    every = reading.between([*formats, *MONTH_FIRST])
    if day_first.dated == every.dated:
        might_be = month_first.dated == every.dated and month_first.days != day_first.days
        return Days(*day_first.days, either_way=might_be)
    if month_first.dated == every.dated:
        return Days(*month_first.days, month_first=True)
    return Days(None, None, contradictory=True)


def as_moments(texts: Sequence[str]) -> list[datetime]:
    """Read when answers were given, to put them in order; the first of all days where unsaid."""
    tidied = [_tidied(text) for text in texts]
    styles = date_order.formats_for(tidied, FORMATS)
    if not are_dates([text for text in tidied if text], styles):
        styles = date_order.formats_for(tidied, MONTH_FIRST)
    return [_as_moment(text, styles) for text in tidied]


def _as_moment(text: str, styles: Iterable[str]) -> datetime:
    if is_serial(text):
        return datetime(1899, 12, 30) + timedelta(days=float(text))
    style = next((style for style in styles if fits(text, style)), None)
    return datetime.strptime(text, style).replace(tzinfo=None) if style else datetime.min


def date_format(texts: Sequence[str]) -> str | None:
    """Return how dates are written, if every text is one."""
    if not texts or not all(LIKE_A_DATE.search(text) for text in texts):
        return None
    return next((style for style in FORMATS if all(fits(text, style) for text in texts)), None)


def are_moments(texts: Sequence[str]) -> bool:
    """Tell whether every text looks like a day or a time, however it is written."""
    return bool(texts) and (all(map(LIKE_A_DATE.search, texts)) or all(map(is_serial, texts)))


def is_serial(text: str) -> bool:
    """Tell whether a text is a day as Excel counts them."""
    return bool(SERIAL.fullmatch(text)) and FIRST_SERIAL <= float(text) <= LAST_SERIAL


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


def _tidied(text: str) -> str:
    """Leave the zone of a time out, as the store does before it reads one."""
    return ZONE.sub("", text) if ":" in text else text


@dataclass(frozen=True)
class _Reading:
    """Cells that say when people answered, and how they are read."""

    writer: Writer
    positions: Sequence[int]
    read_as: str
    in_utc: bool

    def between(self, formats: Sequence[str]) -> _Between:
        """Read them in some formats."""
        ((first, last, dated, filled),) = self.writer.rows(
            "answered_days",
            positions=list(self.positions),
            formats=list(formats),
            read_as=self.read_as,
            zone=" UTC" if self.in_utc else "",
        )
        return _Between((first, last), dated, filled)
