"""Counts in words: a number with its noun, and the first of many with how many more there are."""

from collections.abc import Callable, Sequence

from assessment.periods import joined


def count_of(n: int, singular: str, plural: str = "") -> str:
    """Write a count with its noun: 1 row, 1,204 rows."""
    return f"{n:,} {singular if n == 1 else plural or singular + 's'}"


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
