"""How much each row of an answer ordinarily changes, and what the whole force did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import sqrt

import numpy as np

from assessment.changes.comparable.chosen_sources import ChosenSources
from assessment.changes.comparable.force_records import ForceRecords, force_records
from assessment.changes.comparable.source_coverage import sources_for
from assessment.changes.counting.counts import Counts, count
from assessment.changes.counting.force_districts import DistrictChanges, DistrictGrid, Numbers
from assessment.changes.question import By, Question
from assessment.changes.variation.ordinary_variation import OrdinaryVariation, estimated
from assessment.changes.variation.own_variation import OwnVariation, variations_set
from assessment.changes.variation.significance import percent_change
from assessment.definitions import Measure, subjects_of, usual_variation
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
    """What the rows of a measure in some grounds ordinarily vary by, and the force's change."""

    ordinary: OrdinaryVariation
    force_percent: float | None


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
    known: dict[tuple[str, str], RowVariation] = field(default_factory=dict)
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
        return self.known[key]

    def _of(self, measure: Measure, source: str) -> RowVariation:
        if self.records and source and source not in self.grids:
            self.grids[source] = DistrictGrid(self.records, source)
        changes = self.grids[source].changes(measure) if source in self.grids else None
        return RowVariation(self._ordinary(measure, changes), self._force_percent(changes))

    def _ordinary(self, measure: Measure, changes: DistrictChanges | None) -> OrdinaryVariation:
        if own := self.own.get((measure.measure_set, measure.id)):
            return self._over_years(own.value, f"{SET}: {own.reason}")
        ordinary = self._of_districts(measure, changes)
        if measure.id in self.wards:
            return _drawn_to(*self.wards[measure.id], ordinary, "wards", self.question)
        return ordinary

    def _over_years(self, value: float, source: str) -> OrdinaryVariation:
        """Return what is of a year and the one before it for years further apart.

        Levels that wander go on wandering.
        """
        apart = self.question.period.start - self.question.comparison.start
        years = max(1, round(abs(apart.days) / DAYS_OF_YEAR))
        return OrdinaryVariation(value * sqrt(years), source)

    def _of_districts(self, measure: Measure, changes: DistrictChanges | None) -> OrdinaryVariation:
        usual = usual_variation(measure)
        base = self._over_years(usual.value, GUESS if usual.is_guess else USUAL)
        if changes is None:
            return base
        return _drawn_to(changes.previous, changes.current, base, "districts", self.question)

    def _force_percent(self, changes: DistrictChanges | None) -> float | None:
        is_itself = self.question.place.force and self.question.by is By.MEASURE
        if is_itself or changes is None or changes.force is None:
            return None
        before, now = changes.force
        return percent_change(before, now) if before >= FEWEST_OF_FORCE else None


def _drawn_to(
    previous: Numbers, current: Numbers, base: OrdinaryVariation, areas: str, question: Question
) -> OrdinaryVariation:
    """Measure the variation of some areas, drawn to what it would be without; that, of too few."""
    estimate = estimated(previous, current, base.value)
    if estimate is None:
        return base
    value, changes = estimate
    where = question.place.forces[0] if areas == "districts" else question.place.whole.label
    return OrdinaryVariation(value, f"{changes} changes of {areas} of {where}, and {base.source}")


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
