"""Rows without a ward or a district beside rows with one: their total, or of no known one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.intake.counts.cell_keys import (
    PLACE,
    WARD,
    CellKey,
    TableCell,
    TotalCell,
    key_without,
)
from assessment.intake.counts.count_cells import CellCount

LEVELS = {WARD: "ward", PLACE: "district"}


@dataclass(frozen=True)
class AreasApart:
    """What is counted, what only adds up areas, and a sentence for each row that may be either."""

    counted: list[TableCell]
    totals: list[TotalCell]
    faults: list[str]


def areas_of_others(cells: Sequence[TableCell]) -> AreasApart:
    """Part cells without a ward, or without a district, that add up those with one.

    They do where in most places and times they come to what these come to. Where they come to less
    in all they are of no known ward; else nobody can tell, and that is a fault.
    """
    totals, faults = list[TotalCell](), list[str]()
    for level in LEVELS:
        blank = _beside_parts(cells, level)
        if not blank:
            continue
        if _add_up(blank):
            totals += [
                TotalCell(cell.key, frozenset([level]), cell.counted, cell.where)
                for cell, _ in blank
            ]
            held = {cell.key for cell, _ in blank}
            cells = [cell for cell in cells if cell.key not in held]
        else:
            faults += _doubtful(blank, LEVELS[level])
    return AreasApart(list(cells), totals, faults)


Beside = Sequence[tuple[TableCell, CellCount]]


def _beside_parts(cells: Sequence[TableCell], level: int) -> Beside:
    """Return the cells that are blank at a level, each with what those that are not come to."""
    parts: dict[CellKey, list[CellCount]] = {}
    for cell in cells:
        if cell.key[level]:
            parts.setdefault(key_without(cell.key, (level,)), []).append(cell.counted)
    sums = {key: _sum(counts) for key, counts in parts.items()}
    blank = [cell for cell in cells if not cell.key[level] and not cell.key.lsoa]
    return [(cell, sums[cell.key]) for cell in blank if cell.key in sums]


def _sum(counts: Sequence[CellCount]) -> CellCount:
    highs = [count.high for count in counts]
    known = [high for high in highs if high is not None]
    high = sum(known) if len(known) == len(highs) else None
    return CellCount(counts[0].status, low=sum(count.low for count in counts), high=high)


def _add_up(blank: Beside) -> bool:
    """Tell whether most cells of which anything is told lie within what their parts come to."""
    told = [
        (cell.counted, parts)
        for cell, parts in blank
        if parts.high is not None and (parts.high or cell.counted.value)
    ]
    agree = [
        counted
        for counted, parts in told
        if parts.low <= (counted.value if counted.value is not None else -1) <= (parts.high or 0)
    ]
    return 2 * len(agree) > len(told)


def _doubtful(blank: Beside, area: str) -> Iterator[str]:
    """Say of which rows nobody can tell what they are: of no known ward are few."""
    printed = sum(cell.counted.low for cell, _ in blank)
    listed = sum(parts.low for _, parts in blank)
    if printed < listed or not printed:
        return
    cell = max((cell for cell, _ in blank), key=lambda cell: cell.counted.low)
    come_to = next(parts for other, parts in blank if other is cell)
    yield (
        f"{cell.where}: its row without a {area} counts {cell.counted.low:,} of "
        f"'{cell.key.category}', and the rows with one beside it come to {come_to.low:,}. Such "
        "rows may be totals, which would be counted twice, or of no known "
        f"{area}. If they are totals, take them out; if not, write 'Unknown' there. Then load the "
        "file again."
    )
