"""Months that an analyst says a file answers for, whatever rows it has of them."""

from collections.abc import Collection, Iterable
from datetime import date

from assessment.errors import InvalidRequest, UploadRefused
from assessment.periods import add_months, months_in_words, parse_month

# Longer than any file: a year that was typed wrongly would make zeros of decades.
MOST_MONTHS = 240
HOW = "Write them as 2025-10, 2025-10,2025-12 or 2025-10..2025-12."


def said_months(said: str | None, today: date) -> tuple[date, ...]:
    """Read months such as 2025-10,2025-12..2026-02; none where nothing was said.

    Raises InvalidRequest where they are no months, too many, or not over yet.
    """
    if not said or not said.strip():
        return ()
    months = sorted({month for part in said.split(",") for month in _months(part)})
    if len(months) > MOST_MONTHS:
        raise InvalidRequest(f"'{said}' is more than {MOST_MONTHS} months.")
    if unfinished := [month for month in months if add_months(month, 1) > today]:
        raise InvalidRequest(
            f"{months_in_words(unfinished)}: not over yet, so no file can answer for all of it. "
            "Say only months that are over."
        )
    return tuple(months)


def refuse_rows_outside(file: str, months: Iterable[date], said: Collection[date]) -> None:
    """Refuse a file that has rows of other months than it was said to answer for."""
    outside = sorted({month for month in months if month not in said})
    if said and outside:
        raise UploadRefused(
            file,
            [
                f"It was said to answer for {months_in_words(sorted(said))}, but it has rows of "
                f"{months_in_words(outside)}. Say all the months that it answers for, or say none "
                "and leave it to its rows."
            ],
        )


def refuse_said_months(file: str, said: str | None, why: str) -> None:
    """Refuse that months were said of a file for which they can mean nothing."""
    if said:
        raise UploadRefused(
            file,
            [f"It was said which months it answers for, but {why}. Load it without saying that."],
        )


def _months(part: str) -> list[date]:
    first, mark, last = part.strip().partition("..")
    try:
        start = parse_month(first.strip())
        end = parse_month(last.strip()) if mark else start
    except InvalidRequest as fault:
        raise InvalidRequest(f"{fault} {HOW}") from None
    if end < start:
        raise InvalidRequest(f"'{part.strip()}' ends before it begins. {HOW}")
    months = [start]
    while months[-1] < end:
        months.append(add_months(months[-1], 1))
    return months
