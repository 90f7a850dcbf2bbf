"""What the cells of tables of counts mean: measures, places, and what is counted by none other."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from assessment.definitions import FLAGS, districts, measure_sets
from assessment.definitions.spelling import plain
from assessment.intake.counts.cell_keys import CellKey, TableCell
from assessment.intake.counts.count_cells import CellCount, added
from assessment.intake.counts.measure_parts import MeasureParts, totals_of
from assessment.intake.headings.period_words import Span
from assessment.intake.mapping.categories.category_mapping import (
    CategoryMapping,
    PlaceMapping,
    read_categories,
    read_places,
)
from assessment.intake.mapping.categories.said_meanings import SaidMeanings

# What is written for records that are of no place of their area: they count for the force.
NO_PLACE = frozenset(
    ["unassigned", "not assigned", "unknown", "not known", "other", "out of force"]
)


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
    cells: Sequence[TableCell], meanings: SaidMeanings, fixed: str | None
) -> CountMeaning:
    """Find the measure of every category, the district of every place, and add up equal counts."""
    categories = _categories(cells, meanings, fixed)
    places = read_places(_by_place(cells), districts())
    forces = {
        text: districts().find_force(text) or text
        for text in {cell.key.force for cell in cells if cell.key.force}
    }
    apart, stated, faults = MeasureParts(categories).apart(cells)
    counts = _added_up(cells, apart, categories)
    return CountMeaning(counts, apart, categories, places, forces, stated, tuple(faults))


def _categories(
    cells: Sequence[TableCell], meanings: SaidMeanings, fixed: str | None
) -> CategoryMapping:
    # A category whose every count is none is a category all the same.
    counted = Counter[str]()
    for cell in cells:
        counted[cell.key.category] += max(cell.counted.low, 1)
    read = read_categories(counted.most_common(), meanings, fixed)
    flags = measure_sets()[FLAGS]
    totals = totals_of(read.measure_set)
    others = {
        text: meant
        for text, _ in read.unmapped
        if (meant := flags.leaf_for(text) or totals.get(plain(text)))
    }
    unmapped = tuple((text, n) for text, n in read.unmapped if text not in others)
    return replace(read, measures={**read.measures, **others}, unmapped=unmapped)


def _by_place(cells: Sequence[TableCell]) -> list[tuple[str, int]]:
    counted = Counter[str]()
    for cell in cells:
        if cell.key.place:
            counted[cell.key.place] += cell.counted.low
    return counted.most_common()


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
