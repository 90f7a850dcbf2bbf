"""The question that a page opens with: the comparison that the data carry best."""

from collections.abc import Sequence

from assessment.changes.available_sets import PREFERRED_SETS, Available, available
from assessment.changes.comparable.comparable_periods import PREFERRED_KINDS, last_run
from assessment.changes.question import MONTHS, Place, Question
from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.periods import Period, PeriodKind, add_months, latest_ending
from assessment.permissions import needs
from assessment.workspace import Workspace


@needs(Permission.READ_FIGURES, of="place")
def default_question(workspace: Workspace, place: Place) -> Question:
    """Return the question that a page opens with; raises InvalidRequest where nothing is loaded.

    For each set, the first kind of period for which its data carry the comparison with the year
    before. Of sets that carry one, those that reach within a year of the furthest; of these, the
    one that carries the first kind, then the one that reaches furthest. A lone month of one set
    does not hide the years of another. Where no set carries one to its end, the latest period
    that can be compared; where there is none, the last months that there are.
    """
    by_id = available(workspace, place)
    sets = [by_id[name] for name in PREFERRED_SETS if name in by_id] or list(by_id.values())
    if not sets:
        raise InvalidRequest(
            f"Nothing has been loaded for {place.label} yet. Load an extract first."
        )
    carrying = [(reach, kind) for reach in sets if (kind := _carried_kind(reach))]
    best, period = _carried(carrying) if carrying else _latest(sets)
    return Question(place, period, period.year_before(), best.measure_set)


def _carried_kind(reach: Available) -> PeriodKind | None:
    """Return the first kind of period that a set can compare with the year before, if any."""
    for kind in PREFERRED_KINDS:
        period = latest_ending(kind, reach.last_month)
        if reach.covers(frozenset(period.months() + period.year_before().months())):
            return kind
    return None


def _carried(carrying: Sequence[tuple[Available, PeriodKind]]) -> tuple[Available, Period]:
    # A set that ended a year before another is history beside it.
    oldest = add_months(max(reach.last_month for reach, _ in carrying), -MONTHS)
    recent = [(reach, kind) for reach, kind in carrying if reach.last_month > oldest]
    # Of sets that are alike, max keeps the first.
    best, kind = max(recent, key=lambda pair: (-PREFERRED_KINDS.index(pair[1]), pair[0].last_month))
    return best, latest_ending(kind, best.last_month)


def _latest(sets: Sequence[Available]) -> tuple[Available, Period]:
    comparable = [(reach, period) for reach in sets for period in reach.comparable()[:1]]
    if comparable:
        return max(comparable, key=lambda pair: (pair[1].end, pair[1].days))
    best = max(sets, key=lambda reach: reach.last_month)
    return best, last_run(frozenset(best.months)) or latest_ending(
        PREFERRED_KINDS[0], best.last_month
    )
