"""Records of a force that name no district: they count for the force, and for no partnership."""

from assessment.changes.available_sets import PREFERRED_SETS, available
from assessment.changes.comparable.chosen_sources import Months, choose_sources
from assessment.changes.comparable.source_coverage import source_coverages
from assessment.changes.question import Place
from assessment.changes.withheld.shown_years import shown_pieces
from assessment.definitions import (
    FLAGS,
    HOME_OFFICE,
    MeasureSet,
    measure_set_named,
    subjects_of_set,
)
from assessment.disclosure import fewest_shown, is_few
from assessment.people import Permission
from assessment.periods import Period, add_months, month_start
from assessment.permissions import needs
from assessment.workspace import Workspace


@needs(Permission.READ_FIGURES, of="place", named="force")
def unlocated(
    workspace: Workspace, force: str, period: Period, measure_set: str | None = None
) -> int | None:
    """Count a force's records that name no district, in the months that a period touches.

    Without a set, of the first that the force has. None where the person who asks may not know.
    """
    place = Place(force, (), force)
    fewest = fewest_shown(workspace)
    (pieces,) = shown_pieces(workspace, place, [period])
    counts = [_count(workspace, place, piece, measure_set) for piece in pieces]
    # Flags overlap: how many there are together is no total that protects any of them.
    is_withheld = fewest > 1 and measure_set == FLAGS
    if is_withheld or not pieces or any(is_few(count, fewest) for count in counts):
        return None
    return sum(counts)


def _count(workspace: Workspace, place: Place, period: Period, measure_set: str | None) -> int:
    counted = measure_set_named(measure_set or _first_set(workspace, place))
    rows = workspace.store.rows(
        "unlocated_records",
        force=place.force,
        measure_set=counted.id,
        # A table may count under a total, too.
        leaves=sorted({leaf for one in counted.measures for leaf in (one.id, *one.leaves)}),
        first_month=month_start(period.start),
        end_month=add_months(period.months()[-1], 1),
    )
    sources = _sources(workspace, place, counted, frozenset(period.months()))
    # A force that no extract claims to cover still has its records, from wherever they came.
    return sum(count for source, count in rows if not sources or source in sources)


def _first_set(workspace: Workspace, place: Place) -> str:
    sets = available(workspace, place)
    return next((name for name in PREFERRED_SETS if name in sets), HOME_OFFICE)


def _sources(
    workspace: Workspace, place: Place, measure_set: MeasureSet, months: Months
) -> set[str]:
    coverages = source_coverages(workspace, place, measure_set.id)
    sources = choose_sources(coverages, place.grounds, subjects_of_set(measure_set), months)
    return set(sources.lists["sources"])
