"""Which measures of a table are parts of others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from assessment.definitions import (
    FLAGS,
    LEFT_OUT,
    Measure,
    MeasureSet,
    PublishedTotal,
    measure_sets,
)
from assessment.intake.counts.cell_keys import TableCell
from assessment.intake.mapping.categories.category_mapping import UNMAPPED

# Said of a category that counts what no row beside it counts, of a group that it is named after.
REST = "the-rest"
# What is counted in one place and time, by measure.
CountedTogether = Mapping[str, list[TableCell]]


@dataclass(frozen=True)
class TableMeasures:
    """What the categories of a table mean; `published` are totals that no measure is made of.

    `leaves` leads from each measure of the set to what it is made of, itself included. `rest` are
    categories that have none of what stands beside them.
    """

    by_category: Mapping[str, str]
    leaves: Mapping[str, frozenset[str]]
    measure_set: MeasureSet
    published: Mapping[str, PublishedTotal] = field(default_factory=dict)
    rest: frozenset[str] = frozenset()

    def meant(self, category: str) -> str:
        """Return the measure, or the published total, that a category means."""
        total = self.published.get(category)
        return total.id if total else self.by_category[category]

    @cached_property
    def wholes(self) -> Sequence[tuple[str, tuple[str, ...]]]:
        """What may have parts in the table, from small to large, each with those that it has."""
        leaves = {**self.leaves} | {
            total.id: total.leaves(self.leaves) | {total.id} for total in self.published.values()
        }
        present = {self.meant(category) for category in self.by_category}
        parts = {
            whole: tuple(sorted(part for part in present if _is_part(leaves, part, whole)))
            for whole in present
            if len(leaves[whole]) > 1
        }
        return sorted(parts.items(), key=lambda whole: (len(leaves[whole[0]]), whole[0]))

    def lists_all(self, total: str, group: CountedTogether) -> bool:
        """Tell whether a published total stands beside everything that it adds up."""
        counts = {published.id: published.counts for published in self.published.values()}[total]
        return all(group.get(measure) or self.lists_members(measure, group) for measure in counts)

    def lists_members(self, measure: str, group: CountedTogether) -> bool:
        """Tell whether a measure stands beside each of those that it is made of."""
        members = self.leaves[measure] - {measure}
        return bool(members) and all(group.get(member) for member in members)

    @cached_property
    def totals(self) -> frozenset[str]:
        """Measures that add others up, and published totals: of each there is one in a place."""
        published = frozenset(total.id for total in self.published.values())
        return published | {measure.id for measure in self.measure_set.totals}


def _is_part(leaves: Mapping[str, frozenset[str]], part: str, whole: str) -> bool:
    if part == whole or not leaves[part] - {part} <= leaves[whole]:
        return False
    return part in leaves[whole] or len(leaves[part]) > 1


def parts_of_measures(measures: MeasureSet) -> Mapping[str, frozenset[str]]:
    """Return what each measure of a set, and each flag, is made of, itself included."""
    every: Sequence[Measure] = (*measures.measures, *measure_sets()[FLAGS].measures)
    leaves = {measure.id: frozenset({measure.id, *measure.leaves}) for measure in every}
    return leaves | {alone: frozenset([alone]) for alone in (UNMAPPED, LEFT_OUT)}
