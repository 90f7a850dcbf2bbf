"""The periods that partners are shown: whole years, so that no two of them give a number back.

They are the years that assessments look at, and the one before each; until there is an assessment,
years to March. Where the years of two assessments cross, a figure is shown only where it may be of
each piece between.
"""

from collections.abc import Collection, Iterable
from datetime import date
from itertools import pairwise

from assessment.changes.counting.by_district import districts_beside
from assessment.changes.question import MONTHS, Place
from assessment.definitions import districts
from assessment.disclosure import fewest_shown
from assessment.people import Permission
from assessment.periods import Period, PeriodKind, add_months
from assessment.permissions import needs
from assessment.workspace import Workspace

APRIL = 4
# The year that an assessment looks at, and the one before it.
YEARS_SHOWN = 2


@needs(Permission.READ_FIGURES, of="place")
def shown_pieces(
    workspace: Workspace, place: Place, periods: Iterable[Period]
) -> list[tuple[Period, ...]]:
    """Return the pieces of each period that may be shown: more than one where years end within it.

    None of a period that the person who asks is not shown.
    """
    if fewest_shown(workspace) <= 1:
        return [(period,) for period in periods]
    ends = _year_ends(workspace, place)
    return [pieces_of(period, ends) for period in periods]


def pieces_of(period: Period, ends: Collection[date]) -> tuple[Period, ...]:
    """Cut a period where the years of assessments end; none where it is not made of whole pieces.

    Without assessments years end with March.
    """
    years = range(period.start.year, period.end.year + 1)
    cuts = sorted(ends or {date(year, APRIL, 1) for year in years})
    if not {period.start, period.end} <= set(cuts):
        return ()
    inside = [cut for cut in cuts if period.start <= cut <= period.end]
    return tuple(Period(PeriodKind.CUSTOM, start, end) for start, end in pairwise(inside))


def _year_ends(workspace: Workspace, place: Place) -> frozenset[date]:
    """Return the days on which years end that assessments of a place's force look at."""
    beside = districts().of_force(place.force) if place.force else districts_beside(place)
    months = workspace.store.rows("assessed_months", districts=list(beside))
    return frozenset(
        add_months(month, 1 - years_before * MONTHS)
        for (month,) in months
        for years_before in range(YEARS_SHOWN + 1)
    )
