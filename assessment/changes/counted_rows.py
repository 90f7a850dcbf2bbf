"""The rows of an answer before they are judged: counts beside what may be said of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.changes.comparable.area_codes import irregular, new_or_gone
from assessment.changes.comparable.chosen_sources import Months
from assessment.changes.comparable.comparability import Comparability
from assessment.changes.comparable.location_share import LocationShift
from assessment.changes.comparable.refusal import Refusal
from assessment.changes.counting.area import Area
from assessment.changes.counting.counts import Counts
from assessment.changes.row_variation import RowVariation, Variation
from assessment.changes.variation.dispersion import Dispersion, dispersions
from assessment.definitions import Measure, MeasureKind, RecordingEvent

# A count a month; None where the month is not covered.
MonthCounts = tuple[int | None, ...]
NO_PLACE = Refusal(
    "these records do not say where they are from: they are part of the whole, and no change of "
    "theirs is tested"
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


def counted_rows(
    comparability: Comparability, counts: Counts, variation: Variation
) -> list[CountedRow]:
    """Return the rows in order: measure by measure, each with all its areas.

    Records of a category that is not known have no row where there are none.
    """
    rows: list[CountedRow] = []
    codes = _against_codes(comparability, counts)
    for number, measure in enumerate(comparability.measures):
        is_recorded = counts.previous[number].any() or counts.current[number].any()
        if is_recorded or measure.kind is not MeasureKind.UNMAPPED:
            rows.extend(_rows_of(measure, number, comparability, counts, variation, codes))
    return rows


def _rows_of(
    measure: Measure,
    number: int,
    comparability: Comparability,
    counts: Counts,
    variation: Variation,
    codes: Sequence[tuple[Refusal, ...]],
) -> Iterator[CountedRow]:
    question = comparability.question
    comparable = [comparability.rows[measure.id, area.grounds] for area in counts.areas]
    shown = [row.shown for row in comparable]
    previous = _shown(question.comparison.months(), counts.previous[number].tolist(), shown)
    current = _shown(question.period.months(), counts.current[number].tolist(), shown)
    factors = dispersions(counts.history[number], [row.years for row in comparable])
    varies = {
        grounds: variation.of(measure, grounds) for grounds in {row.grounds for row in counts.areas}
    }
    recorded = (counts.previous[number].any(axis=1) | counts.current[number].any(axis=1)).tolist()
    for area, row, before, now, factor, code, is_recorded in zip(
        counts.areas, comparable, previous, current, factors, codes, recorded, strict=True
    ):
        placeless = () if area.is_given else (NO_PLACE,)
        yield CountedRow(
            measure,
            area,
            before,
            now,
            factor,
            varies[area.grounds],
            (*row.against, *code, *placeless),
            row.location,
            row.is_monthly,
            row.events,
            is_recorded,
        )


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
