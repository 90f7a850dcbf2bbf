"""φ of rows that have too little history to estimate it: that of others, and never just 1."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assessment.changes.comparable.comparability import Comparability, comparability_of
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
    others = comparability_of(workspace, beside, measures)
    history = count(workspace, beside, measures, others.sources).history
    own = {chosen.source for chosen in comparability.sources.by_key.values()}
    return {
        measure.id: of_others(
            [
                estimate
                for district, estimate in zip(
                    beside.place.grounds,
                    dispersions(history[number], _years(others, measure)),
                    strict=True,
                )
                if own.issuperset(_sources(others, measure, district))
            ],
            EstimatedFrom.DISTRICTS,
        )
        for number, measure in enumerate(measures)
    }


def _years(others: Comparability, measure: Measure) -> list[int]:
    return [others.rows[measure.id, (name,)].years for name in others.question.place.grounds]


def _sources(others: Comparability, measure: Measure, district: str) -> set[str]:
    return {chosen.source for chosen in others.sources.of((district,), subjects_of(measure))}
