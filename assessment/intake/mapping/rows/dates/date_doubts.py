"""Whether day and month of the dates of a file may have changed places.

Two programs do it: an American one writes all dates month first, and Excel with American settings
turns British dates round where both readings are possible (04/03/2025 becomes 3 April) and leaves
the others, whose day is above 12, as they are. Either moves records to other months unseen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.intake.file_choices import DateOrder, FileChoices, FileQuestion
from assessment.intake.mapping.rows.dates import date_order
from assessment.intake.mapping.rows.dates.staged_dates import (
    StagedDates,
    has_gaps,
    is_either,
    rows_of_kind,
    rows_outside,
    turned_back,
)
from assessment.numbers import count_of
from assessment.periods import months_in_words

# With fewer rows, days up to the twelfth alone may be chance.
ENOUGH = 20
# A typing error among dates that are day first is a refused row; more of them are another order.
FEW, FEW_ROWS = 0.02, 4
# Of the dates that can be turned round, so many lie outside the months of the others as they stand,
# and hardly any once they are turned back.
OUTSIDE, STILL_OUTSIDE = 0.1, 0.01
OPTIONS = (
    (DateOrder.DAY_FIRST.value, "the dates are right as they stand, the day first"),
    (DateOrder.MONTH_FIRST.value, "day and month are to change places wherever they can"),
)

YEAR_FIRST = (DateOrder.YEAR_FIRST.value, "the year is first, then the month, then the day")


@dataclass(frozen=True)
class DateDoubt:
    """What speaks against reading dates as they stand.

    `turned` where true dates are turned, `mixed` where dates are written in both orders.
    """

    question: FileQuestion
    turned: bool = False
    mixed: bool = False


def date_doubt(
    dates: StagedDates, refused: Sequence[tuple[str, int]], choices: FileChoices
) -> DateDoubt | None:
    """Say what is doubtful about the dates; None where nothing is, or it has been decided.

    `refused` are the dates that could not be read, with their rows.
    """
    if choices.date_order in (DateOrder.DAY_FIRST, DateOrder.YEAR_FIRST):
        return None
    if text := _turned(dates):
        return DateDoubt(date_order_question(text), turned=True)
    if choices.date_order is DateOrder.MONTH_FIRST:
        return None
    if text := _american(dates, refused):
        return DateDoubt(date_order_question(text), mixed=bool(clear_rows(dates)))
    text = _outside(dates) or _on_one_day(dates)
    return DateDoubt(date_order_question(text)) if text else None


def clear_rows(dates: StagedDates) -> int:
    """Count rows whose dates in numbers can only be read as they stand."""
    return rows_of_kind(dates.in_numbers, ambiguous=False)


def ambiguous_days(dates: StagedDates) -> Mapping[date, int]:
    """Return rows by the days in numbers that could be read month first."""
    return {day: n for day, n in dates.in_numbers.items() if is_either(day)}


def date_order_question(text: str) -> FileQuestion:
    """Ask in which order dates are written, for a reason."""
    return FileQuestion("date_order", text, OPTIONS, "--dates")


def day_is_first_question(text: str) -> FileQuestion:
    """Ask whether the day is first where it may be the year, for a reason."""
    return FileQuestion("date_order", text, (OPTIONS[0], YEAR_FIRST), "--dates")


def _american(dates: StagedDates, refused: Sequence[tuple[str, int]]) -> str:
    """Dates that make sense only month first, and hardly any that do only day first."""
    american = [(text, n) for text, n in refused if date_order.is_month_first(text)]
    rows = sum(n for _, n in american)
    clear = clear_rows(dates)
    if not rows or (clear and rows <= max(FEW_ROWS, FEW * clear)):
        return ""
    mixed = (
        f" But {count_of(clear, 'row')} can only be day first: the file mixes both orders, and "
        "should be made anew."
    )
    return (
        f"Dates are written month first, e.g. '{american[0][0]}' ({count_of(rows, 'row')})."
        f"{mixed if clear else ''} Read day first, others would fall in another month unseen. "
        "Which number is the day?"
    )


def _turned(dates: StagedDates) -> str:
    """No true date above the twelfth, and no date as text up to it."""
    turned = rows_of_kind(dates.others, ambiguous=True)
    text = rows_of_kind(dates.in_numbers, ambiguous=False)
    if (
        min(turned, text) < ENOUGH
        or rows_of_kind(dates.others, ambiguous=False)
        or rows_of_kind(dates.in_numbers, ambiguous=True)
    ):
        return ""
    return (
        f"{count_of(turned, 'date')} stored as dates all fall on the 1st to 12th of a month, and "
        f"{count_of(text, 'date')} stored as text all on the 13th to 31st. Excel with American "
        "settings leaves dates so: it took 04/03/2025 for 3 April. Have day and month changed "
        "places?"
    )


def _outside(dates: StagedDates) -> str:
    """Dates up to the twelfth lie in months that the others do not have, but would if turned."""
    clear = {day.replace(day=1) for day in (*dates.in_numbers, *dates.others) if not is_either(day)}
    ambiguous = ambiguous_days(dates)
    rows = sum(ambiguous.values())
    if rows < ENOUGH or rows_of_kind(dates.in_numbers, ambiguous=False) < ENOUGH:
        return ""
    as_is = rows_outside(ambiguous, clear)
    turned = rows_outside(turned_back(ambiguous), clear)
    if as_is < OUTSIDE * rows or turned > STILL_OUTSIDE * rows:
        return ""
    return (
        f"All dates after the 12th of a month are of {months_in_words(sorted(clear))}, but "
        f"{count_of(as_is, 'row')} with a day up to the 12th are of other months, and would be of "
        "these if day and month changed places. Excel with American settings turns dates round "
        "so. Have they changed places?"
    )


def _on_one_day(dates: StagedDates) -> str:
    """Every date could be read both ways, but as it stands they are on a few days of many months.

    Dates on the first alone are months written as days.
    """
    if not is_on_few_days(dates):
        return ""
    days = {day.day for day in dates.in_numbers}
    as_is, turned = _months(dates.in_numbers), _months(turned_back(dates.in_numbers))
    return (
        f"Every date could be read day first or month first. Day first, they are of "
        f"{months_in_words(as_is)}, on {count_of(len(days), 'day')} of the month alone; month "
        f"first, of {months_in_words(turned)}. Which number is the day?"
    )


def is_on_few_days(dates: StagedDates) -> bool:
    """Tell dates that could all be read both ways, and hardly as they stand."""
    rows = rows_of_kind(dates.in_numbers, ambiguous=True)
    days = {day.day for day in dates.in_numbers}
    if not dates.either_way or dates.others or rows < ENOUGH or days == {1}:
        return False
    as_is, turned = _months(dates.in_numbers), _months(turned_back(dates.in_numbers))
    is_broken = has_gaps(as_is) and not has_gaps(turned)
    return is_broken or 2 * len(days) <= len({day.month for day in dates.in_numbers})


def _months(days: Mapping[date, int]) -> list[date]:
    return sorted({day.replace(day=1) for day in days})
