"""Counting: what SQL counts, arranged by measure, area and month for judging."""

from collections.abc import Iterator, Mapping, Sequence
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
    end = history_end(question)
    past = Period(question.period.kind, add_months(end, -MONTHS * MOST_YEARS), end)
    sides = (question.comparison, question.period)
    if question.is_whole_months:
        history, previous, current = _monthly(workspace, (past, *sides), given)
    else:
        (history,) = _monthly(workspace, (past,), given)
        previous, current = (_dated(workspace, side, given) for side in sides)
    areas = areas_of(workspace, question, pd.concat([previous, current]))
    ids = [measure.id for measure in measures]
    return Counts(
        tuple(dict.fromkeys(areas.values())),
        _grid(previous, ids, areas, len(question.comparison.months())),
        _grid(current, ids, areas, len(question.period.months())),
        _grid(history, ids, areas, MONTHS * MOST_YEARS),
        ("monthly_counts",) if question.is_whole_months else ("dated_counts", "monthly_counts"),
    )


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


def _monthly(
    workspace: Workspace, periods: Sequence[Period], given: Mapping[str, object]
) -> Iterator[pd.DataFrame]:
    """Count the months of several periods in one reading."""
    first = min(period.start for period in periods)
    end = max(period.end for period in periods)
    counted = workspace.store.frame("monthly_counts", first_month=first, end_month=end, **given)
    for period in periods:
        start = (period.start.year - first.year) * MONTHS + period.start.month - first.month
        month = counted["month"] - start
        yield counted.assign(month=month)[month.between(0, len(period.months()) - 1)]


def _dated(workspace: Workspace, period: Period, given: Mapping[str, object]) -> pd.DataFrame:
    return workspace.store.frame(
        "dated_counts", first_day=period.start, end_day=period.end, **given
    )


def _grid(counted: pd.DataFrame, ids: Sequence[str], areas: Areas, months: int) -> Grid:
    distinct = dict.fromkeys(areas.values())
    columns = dict(zip(distinct, range(len(distinct)), strict=True))
    numbers = {_key(*key): columns[one] for key, one in areas.items()}
    # An area that has records in neither period has no row, whatever its history.
    column = _key(counted["ground"], counted["district"], counted["area"]).map(numbers).fillna(-1)
    row = counted["measure"].map(dict(zip(ids, range(len(ids)), strict=True)))
    shown = column >= 0
    grid = np.zeros((len(ids), len(distinct), months), dtype=np.int64)
    places = tuple(each[shown].to_numpy(dtype=np.int64) for each in (row, column, counted["month"]))
    np.add.at(grid, places, counted["n"][shown].to_numpy(dtype=np.int64))
    return grid


def _key(ground: Text, district: Text, area: Text) -> Text:
    return ground + "\n" + district + "\n" + area
