"""Counting: what SQL counts, arranged by measure, area and month for judging."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from assessment.changes.comparable.source_coverage import Choice, sets_searched
from assessment.changes.counting.monthly_counts import Grid, Monthly, Reading, monthly, read_months
from assessment.changes.counting.row_areas import Area, Areas, areas_of
from assessment.changes.dispersion import MONTHS, MOST_YEARS
from assessment.changes.question import Question
from assessment.definitions import Measure, subject_of
from assessment.people import Permission
from assessment.periods import Period, PeriodKind, add_months, month_start
from assessment.permissions import needs
from assessment.store import BoundQuery
from assessment.workspace import Workspace


@dataclass(frozen=True)
class Counts:
    """Records by measure, area and month: of both periods, and of the years before."""

    areas: tuple[Area, ...]
    previous: Grid
    current: Grid
    history: Grid
    asked: tuple[BoundQuery, ...]


def subjects_of(measure: Measure) -> tuple[str, ...]:
    """Return what must be covered for a measure to be counted."""
    return tuple(sorted({subject_of(leaf, measure.measure_set) for leaf in measure.leaves}))


def history_end(question: Question) -> date:
    """Return where the history of whole months ends."""
    return month_start(question.period.end)


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def count(
    workspace: Workspace, question: Question, measures: Sequence[Measure], choice: Choice
) -> Counts:
    """Count both periods and the five years that end with the current one."""
    given = _parameters(question, measures, choice)
    ids = tuple(measure.id for measure in measures)
    span = _months_read(question, choice)
    whole = BoundQuery.of("monthly_counts", first_month=span.start, end_month=span.end, **given)
    kept = workspace.store.kept(read_months, Reading(whole, ids, span))
    before, now, asked = kept, kept, [whole]
    if not question.is_whole_months:
        # Days that are not those of whole months are looked for among the records themselves.
        sides = (question.comparison, question.period)
        dated = [_dated(side, given) for side in sides]
        before, now = (
            monthly(workspace.store, query, ids, side)
            for query, side in zip(dated, sides, strict=True)
        )
        asked = [*dated, whole]
    recorded = before.recorded(question.comparison) | now.recorded(question.period)
    areas = areas_of(workspace, question, {*kept.places, *recorded}, recorded)
    return Counts(
        tuple(dict.fromkeys(areas.values())),
        _by_area(before, question.comparison, areas),
        _by_area(now, question.period, areas),
        _by_area(kept, _history(question), areas),
        tuple(asked),
    )


def _history(question: Question) -> Period:
    end = history_end(question)
    return Period(question.period.kind, add_months(end, -MONTHS * MOST_YEARS), end)


def _months_read(question: Question, choice: Choice) -> Period:
    """Return all months that the chosen sources cover: the same for every period among them.

    A period beyond them is read too: stray records there are no count, and yet have an area.
    """
    held = {month for one in choice.by_key.values() for month in one.whole | one.partial}
    every = held.union(question.period.months(), question.comparison.months())
    return Period(PeriodKind.CUSTOM, min(every), add_months(max(every), 1))


def _by_area(found: Monthly, period: Period, areas: Areas) -> Grid:
    """Add up what was read for the places of each area."""
    column = {area: at for at, area in enumerate(dict.fromkeys(areas.values()))}
    # A place that has records in neither period has no row, whatever its history.
    kept = [at for at, place in enumerate(found.places) if place in areas]
    columns = [column[areas[found.places[at]]] for at in kept]
    months = found.of(period)[:, kept]
    grid = np.zeros((len(months), len(column), months.shape[2]), dtype=np.int64)
    np.add.at(grid.swapaxes(0, 1), columns, months.swapaxes(0, 1))
    return grid


def _parameters(
    question: Question, measures: Sequence[Measure], choice: Choice
) -> dict[str, object]:
    pairs = [(measure, leaf) for measure in measures for leaf in measure.leaves]
    return choice.lists() | {
        "measures": [measure.id for measure, _ in pairs],
        "leaves": [leaf for _, leaf in pairs],
        "leaf_subjects": [subject_of(leaf, measure.measure_set) for measure, leaf in pairs],
        "ground_kind": question.place.ground_kind,
        "measure_sets": sets_searched(question.measure_set),
        "area_kind": question.by.value,
    }


def _dated(period: Period, given: Mapping[str, object]) -> BoundQuery:
    return BoundQuery.of("dated_counts", first_day=period.start, end_day=period.end, **given)
