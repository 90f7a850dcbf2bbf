"""Whether the dates of a file speak against the order that was decided for earlier ones."""

from assessment.intake.mapping.rows.dates.date_doubts import (
    DateDoubt,
    ambiguous_days,
    clear_rows,
    date_order_question,
    is_on_few_days,
)
from assessment.intake.mapping.rows.dates.staged_dates import StagedDates, turned_back
from assessment.numbers import count_of


def doubt_of_month_first(dates: StagedDates, doubt: DateDoubt | None) -> DateDoubt | None:
    """Say why a file is not to be read month first, as earlier ones of its source were.

    `dates` were read day first, with `doubt`: one that the earlier decision answers is none.
    """
    if doubt:
        return doubt if doubt.mixed else None
    clear = clear_rows(dates)
    turned = StagedDates(turned_back(ambiguous_days(dates)), {})
    if not clear and not is_on_few_days(turned):
        return None
    why = (
        f"{count_of(clear, 'row')} can only be day first"
        if clear
        else "month first they are on a few days of each month alone"
    )
    return DateDoubt(
        date_order_question(
            "Dates of earlier files of this source were read month first, but here "
            f"{why}. Which number is the day?"
        )
    )
