"""Which measures of a table are parts of others, and what of a total none of its parts counts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from assessment.definitions import FLAGS, LEFT_OUT, Measure, MeasureKind, MeasureSet, measure_sets
from assessment.definitions.spelling import plain
from assessment.intake.counts.cell_keys import CellKey, TableCell
from assessment.intake.mapping.categories.category_mapping import UNMAPPED, CategoryMapping

ALL_CRIME = "all crime"
ALSO_ALL_CRIME: tuple[str, ...] = (
    "all recorded crime",
    "total crime",
    "total recorded crime",
    "all offences",
)
ALSO_ALL_CRIME += ("total offences", "recorded crime", "all crimes", "total notifiable offences")
ALSO_ALL_CRIME += ("total crimes", "total recorded crimes", "total all crime", "grand total crime")


def totals_of(measures: MeasureSet) -> Mapping[str, str]:
    """Return the totals of a set by their names: no record is one, but a row of a table may be."""
    named = {
        plain(measure.label): measure.id
        for measure in measures.measures
        if measure.kind is MeasureKind.TOTAL
    }
    crime = named.get(ALL_CRIME)
    return named | (dict.fromkeys(ALSO_ALL_CRIME, crime) if crime else {})


class MeasureParts:
    """Which measures of a table are parts of which others."""

    def __init__(self, categories: CategoryMapping) -> None:
        self._measures = categories.measures
        self._leaves = leaves_of(categories.measure_set)
        present = set(categories.measures.values())
        self._totals = set(totals_of(categories.measure_set).values())
        self._parts = {
            measure: [
                part
                for part in present
                if part != measure
                and self._leaves[part] - {part} <= self._leaves[measure]
                and (part in self._leaves[measure] or len(self._leaves[part]) > 1)
            ]
            for measure in present
            if len(self._leaves[measure]) > 1
        }

    def apart(
        self, cells: Sequence[TableCell]
    ) -> tuple[dict[CellKey, int], frozenset[str], list[str]]:
        """Return what of each cell no other counts, the measures given as a whole, and faults."""
        apart = {cell.key: cell.counted.value or 0 for cell in cells}
        stated, faults = set[str](), list[str]()
        for together in self._together(cells).values():
            # From small to large: of all crime, what its groups have left is taken away too.
            for measure in sorted(self._parts, key=lambda measure: len(self._leaves[measure])):
                own = [cell for cell in together[measure] if cell.counted.value is not None]
                if not own:
                    continue
                parts = sum(
                    apart[cell.key] for part in self._parts[measure] for cell in together[part]
                )
                left = sum(cell.counted.value or 0 for cell in own) - parts
                for cell in own:
                    apart[cell.key] = 0
                apart[own[0].key] = max(left, 0)
                if left > 0 and measure in self._totals:
                    stated.add(measure)
                if left < 0:
                    faults.append(_less_than_parts(own[0], parts))
        return apart, frozenset(stated), faults

    def _together(
        self, cells: Sequence[TableCell]
    ) -> Mapping[CellKey, Mapping[str, list[TableCell]]]:
        """Gather what is counted in one place and time, by measure."""
        together: dict[CellKey, dict[str, list[TableCell]]] = {}
        if self._parts:
            for cell in cells:
                by_measure = together.setdefault(cell.key._replace(category=""), defaultdict(list))
                by_measure[self._measures[cell.key.category]].append(cell)
        return together


def leaves_of(measures: MeasureSet) -> Mapping[str, frozenset[str]]:
    """Return what each measure of a set, and each flag, is made of, itself included."""
    every: Sequence[Measure] = (*measures.measures, *measure_sets()[FLAGS].measures)
    leaves = {measure.id: frozenset({measure.id, *measure.leaves}) for measure in every}
    return leaves | {alone: frozenset([alone]) for alone in (UNMAPPED, LEFT_OUT)}


def _less_than_parts(cell: TableCell, parts: int) -> str:
    return (
        f"{cell.where}: '{cell.key.category}' is {cell.counted.value:,}, but what it is made of "
        f"comes to {parts:,} in the same table. Correct one of them and load the file again."
    )
