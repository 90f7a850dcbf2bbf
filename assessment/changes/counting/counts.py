"""What is counted: records arranged by measure, area and month for judging."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.changes.comparable.chosen_sources import ChosenSources
from assessment.changes.comparable.source_coverage import sets_searched
from assessment.changes.counting.area import Area
from assessment.changes.counting.monthly_counts import (
    Grid,
    MonthlyCounts,
    MonthlyReading,
    read_months,
)
from assessment.changes.counting.row_areas import RowAreas, areas_of
from assessment.changes.question import Question
from assessment.definitions import (
    FLAGS,
    Measure,
    counted_under,
    measure_sets,
    subject_of,
)
from assessment.people import Permission
from assessment.periods import Period, PeriodKind, add_months
from assessment.permissions import needs
from assessment.store import BoundQuery
from assessment.workspace import Workspace


@dataclass(frozen=True)
class Counts:
    """Records by measure, area and month: of both periods, and of the years before.

    `of_any_kind` are the records of any measure by area, in the comparison and in the period, where
    the areas are smaller than districts: they tell whether an area is known at all.
    """

    areas: tuple[Area, ...]
    previous: Grid
    current: Grid
    history: Grid
    queries: tuple[BoundQuery, ...]
    of_any_kind: tuple[tuple[int, int], ...] = ()


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def count(
    workspace: Workspace,
    question: Question,
    measures: tuple[Measure, ...],
    sources: ChosenSources,
) -> Counts:
    """Count both periods and the five years that end with the current one."""
    every_month, *dated = _readings(question, measures, sources)
    monthly = workspace.store.kept(read_months, every_month)
    # Days that are not those of whole months are looked for among the records themselves.
    before, now = (
        (read_months(workspace.store, reading) for reading in dated)
        if dated
        else (monthly, monthly)
    )
    recorded = before.recorded(question.comparison) | now.recorded(question.period)
    any_kind = _records_of_any_kind(workspace, question, sources)
    places = (*monthly.places, *(any_kind.places if any_kind else ()))
    areas = areas_of(workspace, question, places, recorded)
    return Counts(
        areas.in_order,
        areas.add_up(before, question.comparison),
        areas.add_up(now, question.period),
        areas.add_up(monthly, question.history),
        tuple(reading.query for reading in (*dated, every_month)),
        _in_both_periods(question, any_kind, areas) if any_kind else (),
    )


def _records_of_any_kind(
    workspace: Workspace, question: Question, sources: ChosenSources
) -> MonthlyCounts | None:
    """Count the records of every small area by month, whatever they are of; None for larger."""
    if not question.is_by_small_area:
        return None
    span = _months_read(question, sources)
    query = BoundQuery.of(
        "area_records",
        ground_kind=question.place.ground_kind,
        grounds=sources.lists["grounds"],
        sources=sources.lists["sources"],
        measure_sets=sets_searched(question.measure_set),
        flags=[flag.id for flag in measure_sets()[FLAGS].measures],
        area_kind=question.by.value,
        first_month=span.start,
        end_month=span.end,
    )
    return workspace.store.kept(read_months, MonthlyReading(query, ("any",), span))


def _in_both_periods(
    question: Question, any_kind: MonthlyCounts, areas: RowAreas
) -> tuple[tuple[int, int], ...]:
    """Return the records of every area in the comparison and in the period."""
    before, now = (
        areas.add_up(any_kind, period)[0].sum(axis=1).tolist()
        for period in (question.comparison, question.period)
    )
    return tuple(zip(before, now, strict=True))


def _readings(
    question: Question, measures: tuple[Measure, ...], sources: ChosenSources
) -> list[MonthlyReading]:
    """Return how every month is read, and where periods cut months, how each period is."""
    values = {
        **sources.lists,
        **leaf_lists(measures),
        "ground_kind": question.place.ground_kind,
        "measure_sets": sets_searched(question.measure_set),
        "area_kind": question.by.value,
    }
    ids = tuple(measure.id for measure in measures)
    span = _months_read(question, sources)
    months = BoundQuery.of("monthly_counts", first_month=span.start, end_month=span.end, **values)
    periods = () if question.is_whole_months else (question.comparison, question.period)
    return [
        MonthlyReading(months, ids, span),
        *(
            MonthlyReading(
                BoundQuery.of("dated_counts", first_day=period.start, end_day=period.end, **values),
                ids,
                period,
            )
            for period in periods
        ),
    ]


def _months_read(question: Question, sources: ChosenSources) -> Period:
    """Return all months that the chosen sources cover: the same for every period among them.

    The question's periods are read too where they lie beyond: stray records there are not counted,
    but their areas have rows.
    """
    months = sources.months | question.needed_months
    return Period(PeriodKind.CUSTOM, min(months), add_months(max(months), 1))


def leaf_lists(measures: Iterable[Measure]) -> dict[str, list[str]]:
    """Return measures with their leaves and the subject of each, side by side, for the queries."""
    pairs = [(measure, leaf) for measure in measures for leaf in counted_under(measure)]
    return {
        "measures": [measure.id for measure, _ in pairs],
        "leaves": [leaf for _, leaf in pairs],
        "leaf_subjects": [subject_of(leaf, measure.measure_set) for measure, leaf in pairs],
    }
