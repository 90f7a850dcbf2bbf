"""Categories of a table that are totals of others in it, as tables are published."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.definitions import MeasureSet, PublishedTotal
from assessment.definitions.spelling import plain
from assessment.errors import InvalidRequest
from assessment.intake.counts.cell_keys import CellKey, TableCell
from assessment.intake.counts.totals.measure_parts import (
    REST,
    CountedTogether,
    TableMeasures,
    parts_of_measures,
)
from assessment.intake.counts.totals.part_shares import split_among_parts
from assessment.intake.mapping.categories.category_mapping import CategoryMapping
from assessment.intake.mapping.categories.said_meanings import SaidMeanings


@dataclass(frozen=True)
class TotalCategories:
    """The measures of a table, and the categories that may be totals or not."""

    measures: TableMeasures
    open: Mapping[str, PublishedTotal]


def find_totals(
    cells: Sequence[TableCell],
    categories: CategoryMapping,
    meanings: SaidMeanings,
    said: Mapping[str, str],
) -> TotalCategories:
    """Tell which categories of a table are published totals, and which may be.

    `said` are meanings that the analyst gave to categories of the file. Words that some tables use
    for a total and some for a measure are settled by the table's own sums, where they tell.
    """
    measure_set = categories.measure_set
    _must_be_meanings(measure_set, said)
    figures = {measure.id for measure in measure_set.totals}
    named = [
        (text, total)
        for text in categories.measures
        for total in measure_set.published
        if plain(text) in total.names | total.may_mean and total.id not in figures
    ]
    certain = {
        text: total
        for text, total in named
        if total.id == said.get(text, total.id if plain(text) in total.names else None)
    }
    doubtful = {
        text: total
        for text, total in named
        if text not in {*certain, *said} and not meanings.measure_of(text, {*total.counts})
    }
    rest = frozenset(text for text, meant in said.items() if meant == REST)
    leaves = parts_of_measures(measure_set)
    table = TableMeasures(categories.measures, leaves, measure_set, certain, rest)
    for text, total in list(doubtful.items()):
        verdict = _told_by_sums(text, total, table, cells)
        if verdict is not None or plain(text) not in total.asked:
            del doubtful[text]
        if verdict:
            certain[text] = total
    return TotalCategories(replace(table, published=certain), doubtful)


def _must_be_meanings(measure_set: MeasureSet, said: Mapping[str, str]) -> None:
    meant = {total.id for total in measure_set.published} | {REST}
    totals = {total.id for total in measure_set.totals}
    meant |= {
        measure
        for measure, leaves in parts_of_measures(measure_set).items()
        if len(leaves) > 1 and measure not in totals
    }
    for text, meaning in said.items():
        if meaning not in meant:
            may = " or ".join(sorted(meant))
            raise InvalidRequest(f"'{text}' cannot be '{meaning}': expected {may}.")


def _told_by_sums(
    text: str, total: PublishedTotal, table: TableMeasures, cells: Sequence[TableCell]
) -> bool | None:
    """Tell whether a category is a total by what stands beside it; None where that does not say.

    Every place and time is asked; where some say one thing and some another, none is believed.
    """
    rest = [cell for cell in cells if cell.key.category != text]
    shares = split_among_parts(table, rest)
    whole = total.leaves(table.leaves)
    own = table.leaves[total.otherwise or ""]
    around = [measure.id for measure in table.measure_set.totals if whole <= set(measure.leaves)]
    votes, is_too_small = set[bool](), False
    beside = shares.together
    for cell in cells:
        if cell.key.category == text and cell.counted.value is not None:
            group = beside.get(cell.key._replace(category=""), {})
            sums = _Sums.of(group, shares.apart, own, whole, around)
            votes |= set(sums.votes(cell.counted.value))
            is_too_small = is_too_small or cell.counted.value < sums.own + sums.beside
    if not votes and is_too_small:
        return False
    return votes.pop() if len(votes) == 1 else None


@dataclass(frozen=True)
class _Sums:
    """What a table counts beside a category: its own parts, what else a total has, and the rest."""

    own: int
    beside: int
    rest: int | None

    @classmethod
    def of(
        cls,
        group: CountedTogether,
        apart: Mapping[CellKey, int],
        own: frozenset[str],
        whole: frozenset[str],
        around: Sequence[str],
    ) -> "_Sums":
        def counted(measures: frozenset[str]) -> int:
            return sum(apart[cell.key] for measure in measures for cell in group.get(measure, ()))

        rest = next((counted(frozenset([one])) for one in around if group.get(one)), None)
        return cls(counted(own), counted(whole - own), rest)

    def votes(self, value: int) -> Iterator[bool]:
        """Yield what speaks for the total, and what against it."""
        for reached in (self.own, *([self.own + self.rest] if self.rest else [])):
            if reached and self.beside and value in (reached, reached + self.beside):
                yield value > reached
