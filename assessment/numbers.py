"""Numbers as they are said: rounded, with their noun, or the first of many and how many more."""

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from assessment.periods import joined

MINUS = "\N{MINUS SIGN}"


def count_of(n: int, singular: str, plural: str = "") -> str:
    """Write a count with its noun: 1 row, 1,204 rows."""
    return f"{n:,} {singular if n == 1 else plural or singular + 's'}"


def rounded(number: float | Decimal, places: int) -> Decimal:
    """Round half away from zero, going by the number as written: 0.15 is 0.2, not 0.1."""
    written = number if isinstance(number, Decimal) else Decimal(repr(float(number)))
    return written.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def whole(number: float) -> int:
    """Round to a whole number, half away from zero: parts of records have to be told as some."""
    return int(rounded(number, 0))


def signed(number: float, places: int) -> str:
    """Write a difference with its sign: +1,204, −0.5; what rounds to nothing has none."""
    size = rounded(abs(number), places)
    sign = "+" if number > 0 else MINUS
    return f"{sign if size else ''}{size:,}"


def ordinal(place: int) -> str:
    """Write a place: 1st, 2nd, 11th, 23rd."""
    last = {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place:,}{'th' if place % 100 in (11, 12, 13) else last}"


def people(n: int) -> str:
    """Write a count of people: 1 person, 107 people."""
    return count_of(n, "person", "people")


def listed(items: Sequence[str], most: int, more: str = "more") -> str:
    """Name the first of some things, and say how many more there are: a, b and 3 more."""
    rest = len(items) - most
    return joined([*items[:most], *([f"{rest:,} {more}"] if rest > 0 else [])])


def first_of(sentences: Sequence[str], most: int, say_rest: Callable[[int], str]) -> list[str]:
    """Return the first of some sentences, and where there are more, one on how many."""
    rest = len(sentences) - most
    return [*sentences[:most], *([say_rest(rest)] if rest > 0 else [])]
