"""What the cells of tables of counts mean: measures, places, and what is counted by none other."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from assessment.definitions import FLAGS, Measure, MeasureKind, MeasureSet, districts, measure_sets
from assessment.definitions.spelling import plain
from assessment.intake.counts.count_cells import CellCount, added
from assessment.intake.counts.table_cells import CellKey, TableCell
from assessment.intake.headings.period_words import Span
from assessment.intake.mapping.category_mapping import (
    UNMAPPED,
    CategoryMapping,
    PlaceMapping,
    read_categories,
    read_places,
)

# What is written for records that are of no place of their area: they count for the force.
NO_PLACE = frozenset(
    ["unassigned", "not assigned", "unknown", "not known", "other", "out of force"]
)
ALL_CRIME = "all crime"
ALSO_ALL_CRIME: tuple[str, ...] = (
    "all recorded crime",
    "total crime",
    "total recorded crime",
    "all offences",
)
ALSO_ALL_CRIME += ("total offences", "recorded crime", "all crimes", "total notifiable offences")


class CountKey(NamedTuple):
    """What a count of the store is of: the words of the table, and its months."""

    category: str
    force: str
    place: str
    ward: str
    lsoa: str
    span: Span


@dataclass(frozen=True, slots=True)
class MeantCount:
    """A count as it is understood; `apart` is what of it no other row of its table counts."""

    key: CountKey
    measure: str
    counted: CellCount
    apart: int


@dataclass(frozen=True)
class CountMeaning:
    """What a file of counts says: its counts, and what its categories, places and forces mean.

    `stated` are totals that the table gives though it does not list all that they add up.
    """

    counts: Sequence[MeantCount]
    apart: Mapping[CellKey, int]
    categories: CategoryMapping
    places: PlaceMapping
    forces: Mapping[str, str]
    stated: frozenset[str]
    faults: tuple[str, ...]

    def district(self, count: MeantCount) -> str | None:
        """Return the district of a count; None where its place is none that is known."""
        return self.places.districts[count.key.place] if count.key.place else None

    def force(self, count: MeantCount) -> str | None:
        """Return the force that a count is of; None where the table does not say."""
        return self.forces[count.key.force] if count.key.force else None


def read_meaning(
    cells: Sequence[TableCell], meanings: Mapping[str, str], fixed: str | None
) -> CountMeaning:
    """Find the measure of every category, the district of every place, and add up equal counts."""
    categories = _categories(cells, meanings, fixed)
    places = read_places(_by_place(cells), districts())
    forces = {
        text: districts().find_force(text) or text
        for text in {cell.key.force for cell in cells if cell.key.force}
    }
    apart, stated, faults = _Parts(categories).apart(cells)
    counts = _added_up(cells, apart, categories)
    return CountMeaning(counts, apart, categories, places, forces, stated, tuple(faults))


def _categories(
    cells: Sequence[TableCell], meanings: Mapping[str, str], fixed: str | None
) -> CategoryMapping:
    # A category whose every count is none is a category all the same.
    counted = Counter[str]()
    for cell in cells:
        counted[cell.key.category] += max(cell.counted.low, 1)
    read = read_categories(counted.most_common(), meanings, fixed)
    flags = measure_sets()[FLAGS]
    totals = _totals(read.measure_set)
    others = {
        text: meant
        for text, _ in read.unmapped
        if (meant := flags.leaf_for(text) or totals.get(plain(text)))
    }
    unmapped = tuple((text, n) for text, n in read.unmapped if text not in others)
    return replace(read, measures={**read.measures, **others}, unmapped=unmapped)


def _totals(measures: MeasureSet) -> Mapping[str, str]:
    """Return the totals of a set by their names: no record is one, but a row of a table may be."""
    named = {
        plain(measure.label): measure.id
        for measure in measures.measures
        if measure.kind is MeasureKind.TOTAL
    }
    crime = named.get(ALL_CRIME)
    return named | (dict.fromkeys(ALSO_ALL_CRIME, crime) if crime else {})


def _by_place(cells: Sequence[TableCell]) -> list[tuple[str, int]]:
    counted = Counter[str]()
    for cell in cells:
        if cell.key.place:
            counted[cell.key.place] += cell.counted.low
    return counted.most_common()


class _Parts:
    """Which measures of a table are parts of which others."""

    def __init__(self, categories: CategoryMapping) -> None:
        self._measures = categories.measures
        self._leaves = leaves_of(categories.measure_set)
        present = set(categories.measures.values())
        self._totals = set(_totals(categories.measure_set).values())
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
    return leaves | {UNMAPPED: frozenset([UNMAPPED])}


def _less_than_parts(cell: TableCell, parts: int) -> str:
    return (
        f"{cell.where}: '{cell.key.category}' is {cell.counted.value:,}, but what it is made of "
        f"comes to {parts:,} in the same table. Correct one of them and load the file again."
    )


def _added_up(
    cells: Sequence[TableCell], apart: Mapping[CellKey, int], categories: CategoryMapping
) -> list[MeantCount]:
    """Add up cells that differ only in columns that are not kept."""
    counts: dict[CountKey, MeantCount] = {}
    for cell in cells:
        category, force, place, ward, lsoa, _others, span = cell.key
        if span is None:  # a total, which is no cell
            continue
        key = CountKey(category, force, place, ward, lsoa, span)
        known = counts.get(key)
        counts[key] = MeantCount(
            key,
            categories.measures[cell.key.category],
            added(known.counted, cell.counted) if known else cell.counted,
            apart[cell.key] + (known.apart if known else 0),
        )
    return list(counts.values())
