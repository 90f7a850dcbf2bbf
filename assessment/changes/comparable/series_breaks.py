"""Caveats that name a date: inside or between two periods, it bears on comparing them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from assessment.changes.answer import Change
from assessment.changes.question import Question
from assessment.numbers import listed
from assessment.periods import add_months

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
DATE = re.compile(
    rf"(?:(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS)}) |(?P<season>{'|'.join(SEASONS)}) )?"
    r"(?P<year>(?:19|20)\d\d)\b"
)
LASTS = {" into ", " to ", " until "}  # "23 March 2020 into 2021" is one stretch of time
MOST_NAMED = 3

# From a day up to but not including another. A change has one day, and no stretch.
Stretch = tuple[date, date]


def dated_caveats(question: Question, changes: Iterable[Change]) -> Iterator[str]:
    """Yield the caveats of measures that were compared across a date they name."""
    named: dict[str, dict[str, None]] = {}
    for change in changes:
        for caveat in change.measure.caveats if change.difference is not None else ():
            named.setdefault(caveat, {})[change.measure.label] = None
    for caveat in bearing_on(named, question):
        yield f"{listed(list(named[caveat]), MOST_NAMED)}: {caveat}"


def bearing_on(caveats: Iterable[str], question: Question) -> tuple[str, ...]:
    """Return the caveats that name a date inside or between the periods of a question."""
    return tuple(
        caveat
        for caveat in caveats
        if any(_bears_on(stretch, question) for stretch in stretches(caveat))
    )


def stretches(text: str) -> list[Stretch]:
    """Return every date that a text names, as a stretch of time."""
    found: list[Stretch] = []
    ended = 0
    for match in DATE.finditer(text):
        start, end = _stretch(match)
        if found and text[ended : match.start()] in LASTS:
            found[-1] = (found[-1][0], end if end > start else add_months(start, 1))
        else:
            found.append((start, end))
        ended = match.end()
    return found


def _stretch(match: re.Match[str]) -> Stretch:
    year = int(match["year"])
    if match["month"]:
        # A rule that changes in a month changes on its first day, unless another is said.
        changed = date(year, MONTHS.index(match["month"]) + 1, int(match["day"] or 1))
        return changed, changed
    first = date(year, SEASONS.get(match["season"], 1), 1)
    return first, add_months(first, 3 if match["season"] else 12)


def _bears_on(stretch: Stretch, question: Question) -> bool:
    """Tell whether a stretch lies, with some of it, between the first and the last day compared."""
    (start, end), period, before = stretch, question.period, question.comparison
    first, last = min(period.start, before.start), max(period.end, before.end)
    return start < last and max(start, end) > first
