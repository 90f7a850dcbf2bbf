"""What is known of an issue in words: its months, and where it concentrates."""

from collections.abc import Sequence

from assessment.periods import joined


def months_in_words(before: Sequence[int | None], now: Sequence[int | None]) -> str:
    """Write the records of every month, this year's and the year before's."""
    if not now:
        return ""
    return f"By month now: {_listed(now)}. The year before: {_listed(before)}."


def busiest(areas: Sequence[tuple[str, int]]) -> str:
    """Name the small areas with the most records."""
    if not areas:
        return ""
    return f"The most: {joined([f'{name} ({count:,})' for name, count in areas])}."


def _listed(months: Sequence[int | None]) -> str:
    return ", ".join("not covered" if count is None else f"{count:,}" for count in months)
