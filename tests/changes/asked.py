"""Questions that tests put."""

from datetime import date

from assessment.changes import By, Change, Place, Question, YearOnYear
from assessment.periods import Period, PeriodKind, period_ending

ROCHFORD = Place("Rochford", ("Rochford",))
PAIR = Place("Castle Point and Rochford", ("Castle Point", "Rochford"))
ESSEX = Place("Essex Police", (), "Essex Police")
YEAR = period_ending(PeriodKind.FINANCIAL_YEAR, date(2022, 3, 1))


def days(start: date, end: date) -> Period:
    return Period(PeriodKind.CUSTOM, start, end)


def asking(
    measure: str | None = "burglary",
    place: Place = ROCHFORD,
    *,
    by: By = By.MEASURE,
    period: Period = YEAR,
    comparison: Period | None = None,
    measure_set: str = "home-office",
) -> Question:
    before = comparison or period.year_before()
    return Question(place, period, before, measure_set, by, measure)


def only(answer: YearOnYear) -> Change:
    (change,) = answer.changes
    return change
