"""φ of rows that have too little history to estimate it: that of others, and never just 1."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assessment.changes.comparable.comparability import Comparability, about_of, years_known
from assessment.changes.comparable.source_coverage import sources_for
from assessment.changes.counted_rows import CountedRow
from assessment.changes.counting.counts import count
from assessment.changes.question import By, Place
from assessment.changes.variation.dispersion import (
    Dispersion,
    EstimatedFrom,
    dispersions,
    of_others,
)
from assessment.definitions import Measure, districts, subjects_of, usual_variations
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace


@needs(Permission.SEE_SMALL_NUMBERS)
def with_dispersions(
    workspace: Workspace, comparability: Comparability, rows: Sequence[CountedRow]
) -> list[CountedRow]:
    """Give rows without enough history the φ of others.

    That is the median of the same measure over the force's districts, by the same source; else of
    the other measures in the row's area; else what is usual.
    """
    lacking = {row.measure.id: row.measure for row in rows if row.dispersion is None}
    if not lacking:
        return list(rows)
    of_districts = _of_districts(workspace, comparability, tuple(lacking.values()))
    of_area = _of_areas(rows)
    usual = Dispersion(usual_variations().within_year, None, EstimatedFrom.USUAL)
    return [
        replace(
            row,
            dispersion=row.dispersion
            or of_districts.get(row.measure.id)
            or of_area[row.area.name, row.area.code]
            or usual,
        )
        for row in rows
    ]


def _of_areas(rows: Sequence[CountedRow]) -> Mapping[tuple[str, str | None], Dispersion | None]:
    by_area = defaultdict(list)
    for row in rows:
        # A total is the sum of other rows, and no series beside them.
        by_area[row.area.name, row.area.code].append(row.dispersion if row.measure.level else None)
    return {area: of_others(known, EstimatedFrom.MEASURES) for area, known in by_area.items()}


def _of_districts(
    workspace: Workspace, comparability: Comparability, measures: tuple[Measure, ...]
) -> Mapping[str, Dispersion | None]:
    question = comparability.question
    names = [districts().of_force(force) for force in question.place.forces]
    if len(names) != 1 or not names[0]:
        return {}
    beside = replace(question, place=Place("", names[0]), by=By.DISTRICT)
    sources = sources_for(workspace, beside, measures)
    history = count(workspace, beside, measures, sources).history
    own = {chosen.source for chosen in comparability.sources.by_key.values()}
    by_measure = {}
    for number, measure in enumerate(measures):
        answering = [sources.of((name,), subjects_of(measure)) for name in beside.place.grounds]
        years = [years_known(beside, each, about_of(measure, each)) for each in answering]
        estimates = zip(answering, dispersions(history[number], years), strict=True)
        alike = [known for each, known in estimates if own.issuperset(s.source for s in each)]
        by_measure[measure.id] = of_others(alike, EstimatedFrom.DISTRICTS)
    return by_measure
