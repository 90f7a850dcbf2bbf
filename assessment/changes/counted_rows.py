"""The rows of an answer before they are judged: counts beside what may be said of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

import numpy as np

from assessment.changes.comparable.area_codes import irregular, new_or_gone
from assessment.changes.comparable.chosen_sources import Months
from assessment.changes.comparable.comparability import Comparability
from assessment.changes.comparable.location_share import LocationShift
from assessment.changes.comparable.refusal import Refusal
from assessment.changes.counting.area import Area
from assessment.changes.counting.counts import Counts
from assessment.changes.counting.monthly_counts import Grid
from assessment.changes.question import By, Question
from assessment.changes.row_variation import RowVariation, Variation
from assessment.changes.variation.dispersion import FEWEST_YEARS, Dispersion, dispersions
from assessment.definitions import Measure, MeasureKind, RecordingEvent, districts

# A count a month; None where the month is not covered.
MonthCounts = tuple[int | None, ...]
NO_PLACE = Refusal(
    "these records do not say where they are from: they are part of the whole, and no change of "
    "theirs is tested"
)
OUTSIDE = Refusal(
    "it lies outside the force: the few records that the force has of it tell nothing of the "
    "place, and no change of theirs is tested"
)


@dataclass(frozen=True)
class CountedRow:
    """What is known of one row before it is judged; `against` are the reasons against comparing.

    `dispersion` is None where there is too little history, `variation` what the row is set beside.
    `location` says how the share of records without a place moved, where it did. Where it is not
    `is_monthly`, several months have their count in the first of them. It `is_recorded` where the
    store has any record of it in either period, covered or not.
    """

    measure: Measure
    area: Area
    previous_months: MonthCounts
    current_months: MonthCounts
    dispersion: Dispersion | None
    variation: RowVariation
    against: tuple[Refusal, ...]
    location: LocationShift | None = None
    is_monthly: bool = True
    events: tuple[RecordingEvent, ...] = ()
    is_recorded: bool = True


@dataclass(frozen=True)
class _Counted:
    """What was counted of a measure in some areas, and why each one's code cannot be compared."""

    areas: Sequence[Area]
    codes: Sequence[tuple[Refusal, ...]]
    previous: Grid
    current: Grid

    @property
    def is_recorded(self) -> Sequence[bool]:
        """Whether each area has any record in either period."""
        any_in = [months.sum(axis=1) > 0 for months in (self.previous, self.current)]
        recorded: list[bool] = np.logical_or(*any_in).tolist()
        return recorded


def counted_rows(
    comparability: Comparability, counts: Counts, variation: Variation
) -> list[CountedRow]:
    """Return the rows in order: measure by measure, each with all its areas.

    Records of a category that is not known have no row where there are none.
    """
    rows: list[CountedRow] = []
    needed = _needed(comparability, counts)
    factors = iter(_dispersions(comparability, counts, needed))
    codes = _against_codes(comparability, counts)
    for number, measure in enumerate(comparability.measures):
        of_measure = list(islice(factors, len(needed[number])))
        is_recorded = counts.previous[number].any() or counts.current[number].any()
        if is_recorded or measure.kind is not MeasureKind.UNMAPPED:
            counted = _counted(counts, codes, number, needed[number])
            rows.extend(_rows_of(measure, counted, comparability, variation, of_measure))
    return rows


def _dispersions(
    comparability: Comparability, counts: Counts, needed: Sequence[Sequence[int]]
) -> list[Dispersion | None]:
    """Return φ of every row, measure by measure: all at once, as each asking costs."""
    years = [
        comparability.rows[measure.id, counts.areas[at].grounds].years
        for measure, areas in zip(comparability.measures, needed, strict=True)
        for at in areas
    ]
    of_measures = [counts.history[number, areas] for number, areas in enumerate(needed)]
    return dispersions(np.concatenate(of_measures), years)


def _counted(
    counts: Counts, codes: Sequence[tuple[Refusal, ...]], number: int, needed: Sequence[int]
) -> _Counted:
    return _Counted(
        [counts.areas[at] for at in needed],
        [codes[at] for at in needed],
        counts.previous[number, needed],
        counts.current[number, needed],
    )


def _rows_of(
    measure: Measure,
    counted: _Counted,
    comparability: Comparability,
    variation: Variation,
    factors: Sequence[Dispersion | None],
) -> Iterator[CountedRow]:
    question = comparability.question
    comparable = [comparability.rows[measure.id, area.grounds] for area in counted.areas]
    shown = [row.shown for row in comparable]
    previous = _shown(question.comparison.months(), counted.previous.tolist(), shown)
    current = _shown(question.period.months(), counted.current.tolist(), shown)
    grounds = {area.grounds for area in counted.areas}
    varies = {where: variation.of(measure, where) for where in grounds}
    own = _own_districts(question)
    for area, row, before, now, factor, code, is_recorded in zip(
        counted.areas,
        comparable,
        previous,
        current,
        factors,
        counted.codes,
        counted.is_recorded,
        strict=True,
    ):
        placeless = () if area.is_given else (NO_PLACE,)
        outside = (OUTSIDE,) if own and area.is_given and area.name not in own else ()
        yield CountedRow(
            measure,
            area,
            before,
            now,
            factor,
            varies[area.grounds],
            (*row.against, *code, *placeless, *outside),
            row.location,
            row.is_monthly,
            row.events,
            is_recorded,
        )


def _needed(comparability: Comparability, counts: Counts) -> Sequence[Sequence[int]]:
    """Return for every measure the numbers of the areas whose rows are needed: all, or some.

    Of one measure, areas that have none of it in either period have no row, and nothing to test.
    But where there is too little history, how much their months vary speaks for others.
    """
    is_known = all(row.years >= FEWEST_YEARS for row in comparability.rows.values())
    if not (comparability.question.leaves_out_areas and is_known):
        return [range(len(counts.areas))] * len(comparability.measures)
    recorded = counts.previous.sum(axis=2) + counts.current.sum(axis=2)
    return [np.flatnonzero(of_measure).tolist() for of_measure in recorded]


def _own_districts(question: Question) -> frozenset[str]:
    """Return the districts of a force that is looked at by district; none where all rows are."""
    force = question.place.force
    if not force or question.by is not By.DISTRICT:
        return frozenset()
    return frozenset(districts().of_force(force))


def _against_codes(comparability: Comparability, counts: Counts) -> Sequence[tuple[Refusal, ...]]:
    """Return for every area why its code cannot be compared; nothing where rows are no areas."""
    if not counts.of_any_kind:
        return [()] * len(counts.areas)
    question = comparability.question
    return [
        irregular(question)
        if area.is_irregular
        else new_or_gone(question, before, now, is_in_look_up=area.is_in_look_up)
        for area, (before, now) in zip(counts.areas, counts.of_any_kind, strict=True)
    ]


def _shown(
    months: Sequence[date], counts: Sequence[Sequence[int]], shown: Sequence[Months]
) -> list[MonthCounts]:
    """Return each area's count a month; None where a month is not wholly covered: it is not 0."""
    whole = {covered for covered in set(shown) if covered.issuperset(months)}
    return [
        tuple(counted)
        if covered in whole
        else tuple(
            n if month in covered else None for month, n in zip(months, counted, strict=True)
        )
        for counted, covered in zip(counts, shown, strict=True)
    ]
