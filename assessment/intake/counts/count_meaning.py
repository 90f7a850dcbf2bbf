"""What the cells of tables of counts mean: measures, places, and what is counted by none other."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from assessment.definitions import FLAGS, MeasureSet, PublishedTotal, districts, measure_sets
from assessment.intake.counts.cell_keys import CellKey, TableCell
from assessment.intake.counts.count_cells import ALL_TOLD, CellCount, Untold, added
from assessment.intake.counts.totals.measure_parts import parts_of_measures
from assessment.intake.counts.totals.part_shares import split_among_parts
from assessment.intake.counts.totals.total_categories import find_totals
from assessment.intake.headings.count_names import total_of
from assessment.intake.headings.month_span import Span
from assessment.intake.load_report import PrintedTotal
from assessment.intake.mapping.categories.category_mapping import (
    UNMAPPED,
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


# "of which: domestic abuse": a part of the row above, or a mark on it.
OF_WHICH = re.compile(r"^(?:of (?:which|these)|o/w)\b[\s:-]*", re.IGNORECASE)


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
    """A count as it is understood; `apart` is what of it no other row of its table counts.

    `untold` is what comes to that where numbers in it are withheld or missing.
    """

    key: CountKey
    measure: str
    counted: CellCount
    apart: int
    untold: Untold = ALL_TOLD


@dataclass(frozen=True)
class CountMeaning:
    """What a file of counts says: its counts, and what its categories, places and forces mean.

    `stated` are totals that the table gives though it does not list all that they add up;
    `unlisted` those of them of which no figure is made, so that what they have is in none. `open`
    are categories that may be a total or not. `published` are the categories that are totals and
    no counts, `agreed` those of them that are the sum of their parts. `unknown_parts` are rows
    "of which" something that no measure is known for: the row above has what they count.
    """

    counts: Sequence[MeantCount]
    apart: Mapping[CellKey, int]
    categories: CategoryMapping
    places: PlaceMapping
    forces: Mapping[str, str]
    stated: frozenset[str]
    unlisted: tuple[PublishedTotal, ...]
    open: Mapping[str, PublishedTotal]
    published: Collection[str]
    agreed: tuple[PrintedTotal, ...]
    faults: tuple[str, ...]
    unknown_parts: tuple[str, ...] = ()

    def district(self, count: MeantCount) -> str | None:
        """Return the district of a count; None where its place is none that is known."""
        return self.places.districts[count.key.place] if count.key.place else None

    def force(self, count: MeantCount) -> str | None:
        """Return the force that a count is of; None where the table does not say."""
        return self.forces[count.key.force] if count.key.force else None


def read_meaning(
    cells: Sequence[TableCell],
    meanings: SaidMeanings,
    fixed: str | None,
    said: Mapping[str, str],
) -> CountMeaning:
    """Find the measure of every category, the district of every place, and add up equal counts.

    `said` are meanings that the analyst gave to categories of the file.
    """
    categories = _categories(cells, meanings, fixed)
    unknown_parts = _unknown_parts(cells, categories)
    in_others = _namesakes(cells, categories)
    in_others |= {cell.key for cell in cells if cell.key.category in unknown_parts}
    cells = [cell for cell in cells if cell.key not in in_others]
    categories = _without(categories, unknown_parts)
    forces = {
        text: districts().find_force(text) or text
        for text in {cell.key.force for cell in cells if cell.key.force}
    }
    totals = find_totals(cells, categories, meanings, said)
    table = totals.measures
    shares = split_among_parts(table, cells)
    counted = [cell for cell in cells if cell.key.category not in table.published]
    apart = {**dict.fromkeys(in_others, 0), **shares.apart}
    shown = _without(categories, table.published)
    return CountMeaning(
        _added_up(counted, apart, shares.within, categories),
        apart,
        replace(shown, unmapped=_known_of(shown.unmapped, counted, apart)),
        read_places(_by_place(counted, apart), districts()),
        forces,
        frozenset(shares.stated),
        tuple(total for total in categories.measure_set.published if total.id in shares.unlisted),
        totals.open,
        frozenset(table.published),
        tuple(shares.agreed),
        tuple(shares.faults),
        tuple(sorted(unknown_parts)),
    )


def _namesakes(cells: Sequence[TableCell], categories: CategoryMapping) -> set[CellKey]:
    """Return what "of which: robbery" counts where a row above means the same, and counts it."""
    measures = categories.measures
    parts = [cell.key for cell in cells if OF_WHICH.match(cell.key.category)]
    told = {
        (key._replace(category=""), measures[key.category])
        for key in (cell.key for cell in cells)
        if not OF_WHICH.match(key.category) and measures[key.category] != UNMAPPED
    }
    return {key for key in parts if (key._replace(category=""), measures[key.category]) in told}


def _unknown_parts(cells: Sequence[TableCell], categories: CategoryMapping) -> set[str]:
    """Return what "of which: sheds" is called, if nobody knows it and rows beside it have it."""
    unknown = {text for text, _ in categories.unmapped if OF_WHICH.match(text)}
    beside = {
        cell.key._replace(category="") for cell in cells if not OF_WHICH.match(cell.key.category)
    }
    alone = {cell.key.category for cell in cells if cell.key._replace(category="") not in beside}
    return unknown - alone


def _without(categories: CategoryMapping, published: Collection[str]) -> CategoryMapping:
    """Return the categories that are counts: a total is none that is not known."""
    return replace(
        categories,
        measures={text: m for text, m in categories.measures.items() if text not in published},
        unmapped=tuple((text, n) for text, n in categories.unmapped if text not in published),
    )


def _meant(text: str, measures: MeasureSet) -> str | None:
    """Return the flag, the total or the measure that a table calls so."""
    flag = measure_sets()[FLAGS].leaf_for(text)
    return flag or measures.total_named(text) or measures.leaf_for(text)


def _read_in_table(category: str, measures: MeasureSet) -> str | None:
    """Read what no record says: a flag, a total, "Burglary total", "of which: shoplifting"."""
    readings = [category, total_of(category), OF_WHICH.sub("", category)]
    meant = (_meant(text, measures) for text in dict.fromkeys(readings) if text)
    return next(filter(None, meant), None)


def meant_in_table(category: str, measures: MeasureSet) -> str | None:
    """Return the measure or the flag that a category of a table means, if no record says it so."""
    meant = _read_in_table(category, measures)
    return meant if meant in parts_of_measures(measures) else None


def _categories(
    cells: Sequence[TableCell], meanings: SaidMeanings, fixed: str | None
) -> CategoryMapping:
    # A category whose every count is none is a category all the same.
    counted = Counter[str]()
    for cell in cells:
        counted[cell.key.category] += max(cell.counted.low, 1)
    read = read_categories(counted.most_common(), meanings, fixed)
    others = {
        text: meant
        for text, _ in read.unmapped
        if (meant := _read_in_table(text, read.measure_set))
    }
    unmapped = tuple((text, n) for text, n in read.unmapped if text not in others)
    return replace(read, measures={**read.measures, **others}, unmapped=unmapped)


def _by_place(cells: Sequence[TableCell], apart: Mapping[CellKey, int]) -> list[tuple[str, int]]:
    counted = Counter[str]()
    for cell in cells:
        if cell.key.place:
            counted[cell.key.place] += apart[cell.key]
    return counted.most_common()


def _known_of(
    unmapped: Sequence[tuple[str, int]], cells: Sequence[TableCell], apart: Mapping[CellKey, int]
) -> tuple[tuple[str, int], ...]:
    """Return categories with what is known of them, most first."""
    known = Counter(dict.fromkeys((text for text, _ in unmapped), 0))
    for cell in cells:
        if cell.key.category in known:
            known[cell.key.category] += apart[cell.key]
    return tuple(known.most_common())


def _added_up(
    cells: Sequence[TableCell],
    apart: Mapping[CellKey, int],
    within: Collection[CellKey],
    categories: CategoryMapping,
) -> list[MeantCount]:
    """Add up cells that differ only in columns that are not kept."""
    counts: dict[CountKey, MeantCount] = {}
    for cell in cells:
        category, force, place, ward, lsoa, _others, span = cell.key
        if span is None:  # a total, which is no cell
            continue
        key = CountKey(category, force, place, ward, lsoa, span)
        untold = ALL_TOLD if cell.key in within else Untold.of(cell.counted)
        known = counts.get(key)
        counts[key] = MeantCount(
            key,
            categories.measures[cell.key.category],
            added(known.counted, cell.counted) if known else cell.counted,
            apart[cell.key] + (known.apart if known else 0),
            untold + known.untold if known else untold,
        )
    return list(counts.values())
