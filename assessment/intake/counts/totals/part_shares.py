"""What of each count no other row of its table counts, so that nothing is added up twice."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assessment.intake.counts.cell_keys import CellKey, TableCell
from assessment.intake.counts.totals.measure_parts import CountedTogether, TableMeasures
from assessment.intake.files.file_tables import shown
from assessment.intake.headings.count_names import says_total
from assessment.intake.load_report import PrintedTotal


@dataclass
class Shares:
    """What each cell of a table counts that no other does, by its key, and what totals show.

    `within` are cells whose number is not known, and that a whole that is known has in it.
    `stated` are totals that are measures and have more than the table lists, `unlisted` published
    ones that have. `agreed` are published totals that are the sum of their parts.
    """

    apart: dict[CellKey, int]
    within: set[CellKey]
    together: Mapping[CellKey, CountedTogether]
    stated: set[str] = field(default_factory=set)
    unlisted: set[str] = field(default_factory=set)
    agreed: list[PrintedTotal] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def split_among_parts(table: TableMeasures, cells: Sequence[TableCell]) -> Shares:
    """Find what of each cell no other counts: of a total, what its parts leave."""
    apart = {cell.key: cell.counted.value or 0 for cell in cells}
    shares = Shares(apart, set(), _together(table, cells))
    published = {total.id for total in table.published.values()}
    for group in shares.together.values():
        remainders = dict[str, int]()
        for whole, parts in table.wholes:
            own = [
                cell
                for cell in group.get(whole, ())
                if cell.counted.value is not None and cell.key.category not in table.rest
            ]
            if own:
                inside = _Inside.of(group, parts, apart, remainders)
                is_all = _lists_all(table, whole, group, own[0])
                is_total = whole in table.totals
                shares.faults += _faults(own, inside, is_total=is_total, is_all=is_all)
                if whole in published:
                    remainders[whole] = _set_aside(shares, whole, own, inside)
                else:
                    _share_out(shares, whole, own, inside, table)
                    shares.agreed += _agreed(own, inside) if is_all else ()
                    shares.within.update(_untold(group, parts))
    return shares


def _lists_all(table: TableMeasures, whole: str, group: CountedTogether, first: TableCell) -> bool:
    """Tell whether a total stands beside everything that it adds up.

    A measure may have some of no kind that is told, but where it is headed as a total.
    """
    if whole in {total.id for total in table.published.values()}:
        return table.lists_all(whole, group)
    return says_total(first.key.category) and table.lists_members(whole, group)


@dataclass(frozen=True)
class _Inside:
    """What the parts of a whole come to: what they count, and at least and most with the rest.

    `beyond` is what published totals among the parts have and do not list. A part that is withheld
    may be counted within a larger one, so that it makes the least no larger.
    """

    counted: int
    beyond: int
    low: int
    high: int | None

    @classmethod
    def of(
        cls,
        group: CountedTogether,
        parts: Sequence[str],
        apart: Mapping[CellKey, int],
        remainders: Mapping[str, int],
    ) -> "_Inside":
        cells = [cell for part in parts for cell in group.get(part, ())]
        counted = sum(apart[cell.key] for cell in cells if cell.counted.value is not None)
        untold = [cell.counted.high for cell in cells if cell.counted.value is None]
        # A total inside another may hold what a smaller one inside it holds as well.
        beyond = max((remainders.get(part, 0) for part in parts), default=0)
        low = counted + beyond
        high = None if None in untold else low + sum(bound or 0 for bound in untold)
        return cls(counted, beyond, low, high)


def _agreed(own: Sequence[TableCell], inside: _Inside) -> Iterator[PrintedTotal]:
    yield from (
        PrintedTotal(cell.where, value, value)
        for cell in own
        if (value := cell.counted.value) == inside.counted
    )


def _untold(group: CountedTogether, parts: Sequence[str]) -> Iterator[CellKey]:
    for part in parts:
        yield from (cell.key for cell in group.get(part, ()) if cell.counted.value is None)


def _set_aside(shares: Shares, whole: str, own: Sequence[TableCell], inside: _Inside) -> int:
    """Keep a published total out of every sum; return what it has and the table does not list."""
    value = own[0].counted.value or 0
    shares.apart.update((cell.key, 0) for cell in own)
    left = 0 if inside.high is None else max(value - inside.high, 0) + inside.beyond
    if left:
        shares.unlisted.add(whole)
    else:
        shares.agreed += [PrintedTotal(cell.where, value, value) for cell in own]
    return left


def _share_out(
    shares: Shares, whole: str, own: Sequence[TableCell], inside: _Inside, table: TableMeasures
) -> None:
    value = _value(own, is_total=whole in table.totals)
    left = max(value - inside.counted, 0)
    shares.apart.update((cell.key, 0) for cell in own)
    shares.apart[own[0].key] = left
    if left and whole in table.totals:
        shares.stated.add(whole)


def _value(own: Sequence[TableCell], *, is_total: bool) -> int:
    """Add up what is counted under several names; a total under two names is one number twice."""
    values = [cell.counted.value or 0 for cell in own]
    return values[0] if is_total else sum(values)


def _faults(
    own: Sequence[TableCell], inside: _Inside, *, is_total: bool, is_all: bool
) -> Iterator[str]:
    """Say where a whole is less than its parts, or more though all of them are listed."""
    first = own[0]
    value = _value(own, is_total=is_total)
    is_more = is_all and inside.high is not None and value > inside.high
    if value < inside.low or is_more:
        yield (
            f"{first.where}: '{shown(first.key.category)}' is {value:,}, but what it is made of "
            f"comes to {inside.low:,} in the same table. Correct one of them and load the file "
            "again."
        )
    for cell in own[1:] if is_total else ():
        if cell.counted.value != first.counted.value:
            yield (
                f"{first.where} and {cell.where}: '{shown(first.key.category)}' is {value:,} and "
                f"'{shown(cell.key.category)}' is {cell.counted.value:,}, and both are totals of "
                "the same things. Take one of them out and load the file again."
            )


def _together(
    table: TableMeasures, cells: Sequence[TableCell]
) -> Mapping[CellKey, CountedTogether]:
    """Gather what is counted in one place and time, by measure."""
    together: dict[CellKey, dict[str, list[TableCell]]] = {}
    if table.wholes:
        for cell in cells:
            group = together.setdefault(cell.key._replace(category=""), defaultdict(list))
            group[table.meant(cell.key.category)].append(cell)
    return together
