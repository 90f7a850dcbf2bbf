"""How much each row of an answer ordinarily changes, and what the whole force did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import sqrt

import numpy as np

from assessment.changes.comparable.chosen_sources import ChosenSources
from assessment.changes.comparable.force_records import ForceRecords, force_records
from assessment.changes.comparable.source_coverage import sources_for
from assessment.changes.counting.counts import Counts, count
from assessment.changes.counting.force_districts import DistrictChanges, DistrictGrid, Numbers
from assessment.changes.question import By, Question
from assessment.changes.variation.ordinary_variation import (
    OrdinaryVariation,
    Rest,
    estimated,
    moved_together,
    rest_of,
)
from assessment.changes.variation.own_variation import OwnVariation, variations_set
from assessment.changes.variation.significance import percent_change
from assessment.definitions import Measure, subjects_of, usual_variation, usual_variations
from assessment.numbers import count_of
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace

DAYS_OF_YEAR = 365.25
# Of fewer before, what the whole force did says little, and might tell of few.
FEWEST_OF_FORCE = 100
USUAL, GUESS = "what is usual of such records", "a guess: it has not been measured"
SET = "what the partnership has set"


@dataclass(frozen=True)
class RowVariation:
    """What the rows of a measure in some grounds ordinarily vary by, and what they are set beside.

    `rest` are the others: the rest of the force, of small areas the partnership's wards.
    """

    ordinary: OrdinaryVariation
    force_percent: float | None
    rest: Rest | None = None


@dataclass(frozen=True)
class Variation:
    """What the rows of a question are set beside.

    `wards` are the counts of the partnership's wards by measure, before and now, where the rows are
    smaller than districts; `own` is what the partnership has set, by set and measure.
    """

    question: Question
    sources: ChosenSources
    records: ForceRecords | None
    wards: Mapping[str, tuple[Numbers, Numbers]]
    own: Mapping[tuple[str, str], OwnVariation] = field(default_factory=dict)
    known: dict[tuple[str, str], tuple[RowVariation, DistrictChanges | None]] = field(
        default_factory=dict
    )
    grids: dict[str, DistrictGrid] = field(default_factory=dict)

    def of(self, measure: Measure, grounds: Sequence[str]) -> RowVariation:
        """Return what stands beside the rows of a measure in some grounds.

        The districts of the force are counted from the source that answers for the row: so that
        they are alike. Where several do, there are none to set it beside.
        """
        chosen = self.sources.of(grounds, subjects_of(measure))
        answering = {source.source for source in chosen}
        source = answering.pop() if len(answering) == 1 else ""
        key = measure.id, source
        if key not in self.known:
            self.known[key] = self._of(measure, source)
        variation, changes = self.known[key]
        if variation.rest or changes is None or self.question.place.force in grounds:
            return variation
        return replace(variation, rest=changes.rest(grounds))

    def _of(self, measure: Measure, source: str) -> tuple[RowVariation, DistrictChanges | None]:
        if self.records and source and source not in self.grids:
            self.grids[source] = DistrictGrid(self.records, source)
        changes = self.grids[source].changes(measure) if source in self.grids else None
        ordinary, rest = self._of_districts(measure, changes), None
        if measure.id in self.wards:
            before, now = self.wards[measure.id]
            of_wards = self._of_wards(before, now, ordinary)
            rest = rest_of(before[0], now[0]) if of_wards else None
            ordinary = of_wards or ordinary
        if own := self.own.get((measure.measure_set, measure.id)):
            ordinary = OrdinaryVariation(own.value * self._further, 0.0, f"{SET}: {own.reason}")
        return RowVariation(ordinary, self._force_percent(changes), rest), changes

    @cached_property
    def _further(self) -> float:
        """How much more years vary that are further apart: levels that wander go on wandering."""
        apart = self.question.period.start - self.question.comparison.start
        return sqrt(max(1, round(abs(apart.days) / DAYS_OF_YEAR)))

    def _of_districts(self, measure: Measure, changes: DistrictChanges | None) -> OrdinaryVariation:
        usual = usual_variation(measure)
        value = usual.value * self._further
        together = value * usual_variations().whole_force
        base = OrdinaryVariation(value, together, GUESS if usual.is_guess else USUAL)
        if changes is None:
            return base
        before, now = changes.previous, changes.current
        where = f"districts of {self.question.place.forces[0]}"
        known = _measured(estimated(before, now, value), where, together, base.source) or base
        moved, earlier = moved_together(before, now, known.apart, together)
        years = count_of(earlier, "earlier year", "earlier years") if earlier else ""
        together_too = f"{known.source}, and what they did together in {years}"
        return OrdinaryVariation(known.apart, moved, together_too if earlier else known.source)

    def _of_wards(
        self, previous: Numbers, current: Numbers, districts: OrdinaryVariation
    ) -> OrdinaryVariation | None:
        """Measure how much wards vary beside each other; together they vary as districts do."""
        estimate = estimated(previous, current, districts.apart)
        where = f"wards of {self.question.place.whole.label}"
        return _measured(estimate, where, districts.value, districts.source)

    def _force_percent(self, changes: DistrictChanges | None) -> float | None:
        is_itself = self.question.place.force and self.question.by is By.MEASURE
        if is_itself or changes is None or changes.force is None:
            return None
        before, now = changes.force
        return percent_change(before, now) if before >= FEWEST_OF_FORCE else None


def _measured(
    estimate: tuple[float, int] | None, areas: str, together: float, drawn_to: str
) -> OrdinaryVariation | None:
    """Return the variation that was measured over some areas; None where they were too few."""
    if estimate is None:
        return None
    value, changes = estimate
    return OrdinaryVariation(value, together, f"{changes} changes of {areas}, and {drawn_to}")


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def variation_of(
    workspace: Workspace,
    question: Question,
    measures: Sequence[Measure],
    sources: ChosenSources,
    counts: Counts,
) -> Variation:
    """Read what the rows of a question are set beside."""
    wards = _wards(workspace, question, measures, counts) if question.is_by_small_area else {}
    forces = question.place.forces
    records = force_records(workspace, question, forces[0]) if len(forces) == 1 else None
    return Variation(question, sources, records, wards, variations_set(workspace, question.place))


def _wards(
    workspace: Workspace, question: Question, measures: Sequence[Measure], counts: Counts
) -> Mapping[str, tuple[Numbers, Numbers]]:
    of_wards = replace(question, place=question.place.whole, by=By.WARD)
    if of_wards != question:
        sources = sources_for(workspace, of_wards, measures)
        counts = count(workspace, of_wards, tuple(measures), sources)
    given = [at for at, area in enumerate(counts.areas) if area.is_given]
    return {
        measure.id: (
            counts.previous[number, given].sum(axis=1, dtype=np.float64)[np.newaxis],
            counts.current[number, given].sum(axis=1, dtype=np.float64)[np.newaxis],
        )
        for number, measure in enumerate(measures)
    }
