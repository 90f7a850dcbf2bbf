"""The months of a period of every measure, above or below the measure's own average month."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assessment.chance import LEVEL, adjusted
from assessment.changes.question import By, Question
from assessment.changes.variation.significance import chance
from assessment.definitions import Measure
from assessment.patterns.trends import MonthlySeries, monthly_series
from assessment.people import Permission
from assessment.periods import add_months
from assessment.permissions import needs
from assessment.workspace import Workspace

# Of fewer records a month than this a percentage says nothing.
FEWEST_A_MONTH = 10


@dataclass(frozen=True)
class MonthOfMeasure:
    """A month of a measure: by how many percent its records a day are above its own average.

    `p_value` is how often counting alone would set the month so far from the others, allowing for
    all months of all measures.
    """

    month: date
    records: int
    percent: float
    p_value: float | None

    @property
    def stands_out(self) -> bool:
        """Whether counting alone does not explain it."""
        return self.p_value is not None and self.p_value <= LEVEL


@dataclass(frozen=True)
class MeasureMonths:
    """A measure in the months of a period; None for one that is not covered."""

    measure: Measure
    months: tuple[MonthOfMeasure | None, ...]


@dataclass(frozen=True)
class MonthsOfMeasures:
    """Every measure whose months can be told; `too_few` have too few records or known months."""

    months: tuple[date, ...]
    measures: tuple[MeasureMonths, ...]
    too_few: tuple[Measure, ...]


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def months_of_measures(workspace: Workspace, question: Question) -> MonthsOfMeasures:
    """Return the whole months of the question's period of every measure of its set.

    As months differ in length, records a day are compared. An average month needs ten records, and
    two known months or more.
    """
    series = monthly_series(workspace, replace(question, by=By.MEASURE, measure=None))
    months = tuple(
        month
        for month in question.period.months()
        if month >= question.period.start and add_months(month, 1) <= question.period.end
    )
    told = [(each.measure, _compared(each, months)) for each in series]
    p_values = iter(adjusted([month.p_value for _, row in told for month in row if month]))
    return MonthsOfMeasures(
        months,
        tuple(
            MeasureMonths(
                measure,
                tuple(month and replace(month, p_value=next(p_values)) for month in row),
            )
            for measure, row in told
            if row
        ),
        tuple(measure for measure, row in told if not row),
    )


def _compared(series: MonthlySeries, months: Sequence[date]) -> tuple[MonthOfMeasure | None, ...]:
    """Set each month beside the others; nothing where there are too few records or months."""
    by_month = dict(zip(series.months, series.counts, strict=True))
    known = {month: n for month in months if (n := by_month.get(month)) is not None}
    records, days = sum(known.values()), sum(map(_days, known))
    if len(known) < 2 or records < FEWEST_A_MONTH * len(known):
        return ()
    return tuple(
        MonthOfMeasure(
            month,
            known[month],
            100 * (known[month] / _days(month) / (records / days) - 1),
            chance(records - known[month], days - _days(month), known[month], _days(month)),
        )
        if month in known
        else None
        for month in months
    )


def _days(month: date) -> int:
    return (add_months(month, 1) - month).days
