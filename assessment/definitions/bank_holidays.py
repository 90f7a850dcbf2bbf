"""The bank holidays of England and Wales: by rule, and once by proclamation.

The rules are those of the Banking and Financial Dealings Act 1971 and the yearly proclamations
since 1978. The days that no rule gives are in data/reference/bank_holidays.csv.
"""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from assessment.definitions import DATA
from assessment.errors import DefinitionFault

PATH = DATA / "reference" / "bank_holidays.csv"
SATURDAY = 5


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """Return the bank holidays of a year; of one on a weekend, the day in its place."""
    moved, added = _by_proclamation()
    return frozenset(
        day for day in (*_by_rule(year), *added) if day.year == year and day not in moved
    )


def _by_rule(year: int) -> Iterator[date]:
    easter = easter_sunday(year)
    yield easter - timedelta(days=2)
    yield easter + timedelta(days=1)
    yield _first_monday(date(year, 5, 1))
    yield _first_monday(date(year, 5, 25))
    yield _first_monday(date(year, 8, 25))
    yield from _on_working_days([date(year, 1, 1)])
    yield from _on_working_days([date(year, 12, 25), date(year, 12, 26)])


def easter_sunday(year: int) -> date:
    """Return Easter Sunday (Meeus, Jones and Butcher, in the Gregorian calendar)."""
    golden, (century, of_century) = year % 19, divmod(year, 100)
    leaps, rest = divmod(century, 4)
    lunar = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leaps - lunar + 15) % 30
    fours, years = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * fours - moon - years) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _first_monday(since: date) -> date:
    """Return the first Monday on or after a day."""
    return since + timedelta(days=-since.weekday() % 7)


def _on_working_days(days: list[date]) -> list[date]:
    """Move those on a weekend to the next working day that is no holiday of them already."""
    taken = [day for day in days if day.weekday() < SATURDAY]
    for day in (day for day in days if day.weekday() >= SATURDAY):
        instead = day
        while instead.weekday() >= SATURDAY or instead in taken:
            instead += timedelta(days=1)
        taken.append(instead)
    return taken


@cache
def _by_proclamation(path: Path = PATH) -> tuple[frozenset[date], frozenset[date]]:
    """Return the days of the rules that were moved, and those that were added or moved to."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    try:
        moved = {date.fromisoformat(row["instead_of"]) for row in rows if row["instead_of"]}
        return frozenset(moved), frozenset(date.fromisoformat(row["date"]) for row in rows)
    except (KeyError, TypeError, ValueError) as fault:
        raise DefinitionFault(
            f"{path.name}: expected the columns date and instead_of with days as YYYY-MM-DD."
        ) from fault
