"""Counting: what SQL counts, arranged by measure, area and month for judging."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from assessment.changes.areas import Area, Areas, Key, areas_of
from assessment.changes.coverage import Choice, sets_searched
from assessment.changes.dispersion import MONTHS, MOST_YEARS
from assessment.changes.question import Question
from assessment.definitions import Measure, subject_of
from assessment.periods import Period, add_months, month_start
from assessment.workspace import Workspace

Grid = npt.NDArray[np.int64]
Ids = Sequence[str]
Given = Mapping[str, Any]
# A query by its name, and the values it is asked with.
Asked = tuple[str, Given]


class _Row(NamedTuple):
    """Records of a measure in a place: months, numbered from the first, and the count of each."""

    measure: str
    place: Key
    months: list[int]
    counts: list[int]


@dataclass(frozen=True)
class Counts:
    """Records by measure, area and month: of both periods, and of the years before."""

    areas: tuple[Area, ...]
    previous: Grid
    current: Grid
    history: Grid
    asked: tuple[Asked, ...]


def subjects_of(measure: Measure) -> tuple[str, ...]:
    """Return what must be covered for a measure to be counted."""
    return tuple(sorted({subject_of(leaf, measure.measure_set) for leaf in measure.leaves}))


def history_end(question: Question) -> date:
    """Return where the history of whole months ends."""
    return month_start(question.period.end)


def count(
    workspace: Workspace, question: Question, measures: Sequence[Measure], choice: Choice
) -> Counts:
    """Count both periods and the five years that end with the current one."""
    given = _parameters(question, measures, choice)
    ids = [measure.id for measure in measures]
    end = history_end(question)
    past = Period(question.period.kind, add_months(end, -MONTHS * MOST_YEARS), end)
    counted = _by_month if question.is_whole_months else _by_day
    return counted(workspace, question, past, ids, given)


def _by_month(
    workspace: Workspace, question: Question, past: Period, ids: Ids, given: Given
) -> Counts:
    """Read all months at once, and take each period's from them."""
    sides = (question.comparison, question.period)
    every = (*sides, past)
    span = Period(past.kind, min(each.start for each in every), max(each.end for each in every))
    query = _monthly(span, given)
    counted = _rows(workspace, query)
    asked = {at for months in _months(span, sides) for at in range(months.start, months.stop)}
    recorded = {row.place for row in counted if not asked.isdisjoint(row.months)}
    areas = areas_of(workspace, question, recorded)
    grid = _grid(counted, ids, areas, span)
    previous, current, history = (grid[:, :, months] for months in _months(span, every))
    return Counts(_distinct(areas), previous, current, history, (query,))


def _by_day(
    workspace: Workspace, question: Question, past: Period, ids: Ids, given: Given
) -> Counts:
    """Read the records of both periods, whose days are not those of whole months."""
    sides = (question.comparison, question.period)
    queries = (*(_dated(side, given) for side in sides), _monthly(past, given))
    counted = [_rows(workspace, query) for query in queries]
    areas = areas_of(workspace, question, {row.place for rows in counted[:2] for row in rows})
    previous, current, history = (
        _grid(each, ids, areas, period)
        for each, period in zip(counted, (*sides, past), strict=True)
    )
    return Counts(_distinct(areas), previous, current, history, queries)


def _months(span: Period, periods: Iterable[Period]) -> list[slice]:
    """Return where the months of each period stand among those of a span."""
    number = {month: at for at, month in enumerate(span.months())}
    return [slice(number[each.months()[0]], number[each.months()[-1]] + 1) for each in periods]


def _parameters(question: Question, measures: Sequence[Measure], choice: Choice) -> Given:
    pairs = [(measure, leaf) for measure in measures for leaf in measure.leaves]
    return choice.lists() | {
        "measures": [measure.id for measure, _ in pairs],
        "leaves": [leaf for _, leaf in pairs],
        "leaf_subjects": [subject_of(leaf, measure.measure_set) for measure, leaf in pairs],
        "ground_kind": question.place.ground_kind,
        "measure_sets": sets_searched(question.measure_set),
        "area_kind": question.by.value,
    }


def _monthly(period: Period, given: Given) -> Asked:
    return "monthly_counts", {"first_month": period.start, "end_month": period.end, **given}


def _dated(period: Period, given: Given) -> Asked:
    return "dated_counts", {"first_day": period.start, "end_day": period.end, **given}


def _rows(workspace: Workspace, asked: Asked) -> list[_Row]:
    query, given = asked
    return [
        _Row(measure, (ground, district, area), months, counts)
        for measure, ground, district, area, months, counts in workspace.store.rows(query, **given)
    ]


def _grid(counted: Iterable[_Row], ids: Ids, areas: Areas, period: Period) -> Grid:
    distinct = _distinct(areas)
    column = {area: at for at, area in enumerate(distinct)}
    columns = {place: column[area] for place, area in areas.items()}
    rows = {measure: at for at, measure in enumerate(ids)}
    grid = np.zeros((len(ids), len(distinct), len(period.months())), dtype=np.int64)
    for measure, place, months, counts in counted:
        # An area that has records in neither period has no row, whatever its history.
        if place in columns:
            grid[rows[measure], columns[place], months] += counts
    return grid


def _distinct(areas: Areas) -> tuple[Area, ...]:
    return tuple(dict.fromkeys(areas.values()))
