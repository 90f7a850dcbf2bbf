"""Which twelve months an assessment looks at, and from which set of measures."""

from datetime import date

from assessment.changes import Place, available
from assessment.changes.available import PREFERRED_SETS
from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.periods import Period, PeriodKind, add_months, months_in_words, period_ending
from assessment.permissions import needs
from assessment.workspace import Workspace


def year_ending(ending: date) -> Period:
    """Return the twelve months of which the last begins on a day."""
    return period_ending(PeriodKind.ROLLING_12, ending)


@needs(Permission.READ_FIGURES, of="place")
def main_set(workspace: Workspace, place: Place, period: Period) -> str:
    """Return the set in which a year is counted: one that covers the year before it too, if any.

    Raises InvalidRequest, naming the months there are, where no set covers the year.
    """
    measure_set = set_covering(workspace, place, period)
    if measure_set is None:
        by_set = available(workspace, place)
        sets = (by_set[name] for name in PREFERRED_SETS if name in by_set)
        available_months = "; ".join(
            f"{months_in_words(answer.months)} ({answer.label})" for answer in sets
        )
        raise InvalidRequest(
            f"No records cover {place.where} for {period.dates}. "
            + (
                f"There are: {available_months}."
                if available_months
                else "Nothing has been loaded yet: load an extract."
            )
        )
    return measure_set


@needs(Permission.READ_FIGURES, of="place")
def set_covering(workspace: Workspace, place: Place, period: Period) -> str | None:
    """Return the set in which a year is counted; None where no records cover it."""
    by_set = available(workspace, place)
    year = set(period.months())
    both = year | set(period.year_before().months())
    fitting = (
        name
        for needed in (both, year)
        for name in PREFERRED_SETS
        if name in by_set and needed <= set(by_set[name].months)
    )
    return next(fitting, None)


@needs(Permission.READ_FIGURES, of="place")
def latest_ending(workspace: Workspace, place: Place) -> date:
    """Return the last month of the latest twelve that records cover, one after another.

    Raises InvalidRequest where there are no twelve.
    """
    by_set = available(workspace, place)
    endings = [
        month
        for name in PREFERRED_SETS
        if name in by_set
        for month in by_set[name].months
        if {add_months(month, -step) for step in range(12)} <= set(by_set[name].months)
    ]
    if not endings:
        raise InvalidRequest(
            f"No twelve months in a row are covered for {place.where}, so there is no year to "
            "score. Load extracts for a whole year, or ask for a partnership that has one."
        )
    return max(endings)
