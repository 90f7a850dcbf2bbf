"""What is recorded of a concern: how many records, and how much harm they stand for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from assessment.changes import Change, Status
from assessment.definitions import HOME_OFFICE, Concern, Measure, harm_weights, measure_sets

# A weight is for a Home Office subgroup: a category of another set is a mixture of several.
WEIGHTED_SET = HOME_OFFICE


@dataclass(frozen=True)
class Recorded:
    """What is recorded of a concern. `volume` and `harm` are None where they are not known.

    `reason` says why; `unsaid` is how many records name only the group, which may be of it too.
    """

    measures: tuple[Measure, ...] = ()
    volume: int | None = None
    harm: float | None = None
    unsaid: int = 0
    reason: str = ""


@dataclass(frozen=True)
class RecordedCounts:
    """The records of a place and period, by measure; None where they are not all there.

    `withheld` are measures whose number the person who asks is not shown, with the words for it.
    """

    measure_set: str
    counts: Mapping[str, int | None]
    withheld: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, measure_set: str, changes: Iterable[Change]) -> "RecordedCounts":
        """Keep what an answer counted in its current period."""
        rows = tuple(changes)
        withheld = [change for change in rows if change.status is Status.WITHHELD]
        return cls(
            measure_set,
            {change.measure.id: change.current for change in rows},
            {change.measure.id: change.reason for change in withheld},
        )

    def recorded(self, concern: Concern) -> Recorded:
        """Return what is recorded of a concern."""
        ids = concern.measures.get(self.measure_set, ())
        if not ids:
            why_none = concern.no_counterpart or "not told apart in these records"
            return Recorded(reason=f"No recorded counterpart: {why_none}.")
        measure_set = measure_sets()[self.measure_set]
        measures = tuple(measure_set.measure(name) for name in ids)
        # A group that is asked for as a whole counts those records itself.
        groups = {measure_set.families[name] for name in ids} - set(ids)
        if why := self._withheld((*ids, *groups)):
            return Recorded(measures, reason=why)
        counts = [self.counts.get(name) for name in ids]
        if None in counts:
            return Recorded(measures, reason="The records of this period are not all there.")
        volume = sum(n or 0 for n in counts)
        unsaid = sum(self._unsaid(group) for group in groups)
        if unsaid and not volume:
            return Recorded(
                measures, unsaid=unsaid, reason="The records say only the group that it is part of."
            )
        harm = self._harm(measures)
        return Recorded(measures, volume, harm, unsaid, "" if harm is not None else self._why())

    def _withheld(self, measures: Iterable[str]) -> str:
        """Say why some measures, or what they are made of, are withheld; '' where none is."""
        made_of = (part for measure in measures for part in (measure, *self._members(measure)))
        return next((self.withheld[part] for part in made_of if part in self.withheld), "")

    def _unsaid(self, group: str) -> int:
        """Return how many records of a group do not say which of its members they are."""
        members = self._members(group)
        if not members:
            return 0
        return (self.counts.get(group) or 0) - sum(
            self.counts.get(member) or 0 for member in members
        )

    def _members(self, measure: str) -> tuple[str, ...]:
        return measure_sets()[self.measure_set].measure(measure).leaves[1:]

    def _harm(self, measures: Iterable[Measure]) -> float | None:
        """Add up weights; None where any of the records has none, which is not the same as 0."""
        if self.measure_set != WEIGHTED_SET:
            return None
        total = 0.0
        for leaf, n in (counted for measure in measures for counted in self._by_leaf(measure)):
            weight = harm_weights().by_measure.get(leaf)
            if n and weight is None:
                return None
            total += n * (weight or 0.0)
        return total

    def _by_leaf(self, measure: Measure) -> list[tuple[str, int]]:
        members = self._members(measure.id)
        if not members:
            return [(measure.id, self.counts.get(measure.id) or 0)]
        counted = [(member, self.counts.get(member) or 0) for member in members]
        return [*counted, (measure.id, self._unsaid(measure.id))]

    def _why(self) -> str:
        if self.measure_set != WEIGHTED_SET:
            return "Harm weights are for Home Office subgroups, which these records do not say."
        return f"The {harm_weights().scheme} has no weight for some of these records."
