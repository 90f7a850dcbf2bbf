"""Counting: what SQL counts, arranged by measure, area and month for judging."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from assessment.changes.areas import Area, Areas, areas_of
from assessment.changes.coverage import Choice, sets_searched
from assessment.changes.dispersion import MONTHS, MOST_YEARS
from assessment.changes.question import Question
from assessment.definitions import Measure, subject_of
from assessment.periods import Period, add_months, month_start
from assessment.workspace import Workspace

Grid = npt.NDArray[np.int64]
Ids = Sequence[str]
Given = Mapping[str, object]
Text = TypeVar("Text", str, pd.Series)


@dataclass(frozen=True)
class Counts:
    """Records by measure, area and month: of both periods, and of the years before."""

    areas: tuple[Area, ...]
    previous: Grid
    current: Grid
    history: Grid
    queries: tuple[str, ...]


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
    counted = _monthly(workspace, span, given)
    within = [counted["month"].between(m.start, m.stop - 1) for m in _months(span, sides)]
    areas = areas_of(workspace, question, counted[within[0] | within[1]])
    grid = _grid(counted, ids, areas, span)
    previous, current, history = (grid[:, :, months] for months in _months(span, every))
    return Counts(_distinct(areas), previous, current, history, ("monthly_counts",))


def _by_day(
    workspace: Workspace, question: Question, past: Period, ids: Ids, given: Given
) -> Counts:
    """Read the records of both periods, whose days are not those of whole months."""
    sides = (question.comparison, question.period)
    counted = [_dated(workspace, side, given) for side in sides]
    areas = areas_of(workspace, question, pd.concat(counted))
    counted.append(_monthly(workspace, past, given))
    previous, current, history = (
        _grid(each, ids, areas, period)
        for each, period in zip(counted, (*sides, past), strict=True)
    )
    queries = ("dated_counts", "monthly_counts")
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


def _monthly(workspace: Workspace, period: Period, given: Given) -> pd.DataFrame:
    return workspace.store.frame(
        "monthly_counts", first_month=period.start, end_month=period.end, **given
    )


def _dated(workspace: Workspace, period: Period, given: Given) -> pd.DataFrame:
    return workspace.store.frame(
        "dated_counts", first_day=period.start, end_day=period.end, **given
    )


def _grid(counted: pd.DataFrame, ids: Ids, areas: Areas, period: Period) -> Grid:
    distinct = _distinct(areas)
    columns = dict(zip(distinct, range(len(distinct)), strict=True))
    numbers = {_key(*key): columns[one] for key, one in areas.items()}
    # An area that has records in neither period has no row, whatever its history.
    column = _key(counted["ground"], counted["district"], counted["area"]).map(numbers).fillna(-1)
    row = counted["measure"].map(dict(zip(ids, range(len(ids)), strict=True)))
    shown = column >= 0
    grid = np.zeros((len(ids), len(distinct), len(period.months())), dtype=np.int64)
    places = tuple(each[shown].to_numpy(dtype=np.int64) for each in (row, column, counted["month"]))
    np.add.at(grid, places, counted["n"][shown].to_numpy(dtype=np.int64))
    return grid


def _distinct(areas: Areas) -> tuple[Area, ...]:
    return tuple(dict.fromkeys(areas.values()))


def _key(ground: Text, district: Text, area: Text) -> Text:
    return ground + "\n" + district + "\n" + area
