"""Totals that a table of counts prints, checked against the counts that were read of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from assessment.intake.counts.cell_keys import (
    CATEGORY,
    PLACE,
    SPAN,
    WARD,
    CellKey,
    TableCell,
    TotalCell,
)
from assessment.intake.counts.count_cells import CountStatus
from assessment.intake.headings.month_span import Span
from assessment.intake.load_report import PrintedTotal

Bounds = tuple[int, int | None]
LEAVE_OUT = "Leave one of them out and load the file again."
ACCUMULATE = (
    "They begin with the same month, as running totals do: take from each number the one before "
    "it, so that each is of its own month ('May-24'), and load the file again."
)
NOTHING = CellKey("", "", "", "", "", (), None)


def periods_in_others(
    cells: Sequence[TableCell],
) -> tuple[list[TableCell], list[TotalCell], list[str]]:
    """Part cells of months together ("Year to date") from those whose months it adds up.

    Returns what is counted, what only adds up, and a sentence for months that overlap otherwise.
    """
    spans = {cell.key.span for cell in cells if cell.key.span}
    sums, faults = set[Span](), list[str]()
    for span in sorted(spans):
        inner = sorted(other for other in spans if other != span and span.overlaps(other))
        if not inner:
            continue
        if _are_tiles(span, [other for other in inner if span.holds(other)]):
            sums.add(span)
        elif not all(other.holds(span) for other in inner):
            begin = {other.start for other in (span, *inner)}
            faults.append(
                f"It has counts for {span} and for {inner[0]}, which overlap: they cannot stand "
                f"side by side. {ACCUMULATE if len(begin) == 1 else LEAVE_OUT}"
            )
    counted = [cell for cell in cells if cell.key.span not in sums]
    totals = [
        TotalCell(cell.key, frozenset([SPAN]), cell.counted, cell.where)
        for cell in cells
        if cell.key.span in sums
    ]
    return counted, totals, faults


def areas_of_others(
    cells: Sequence[TableCell],
) -> tuple[list[TableCell], list[TotalCell]]:
    """Part cells without a ward, or without a district, that add up those with one.

    They do where in every place and time they come to what these come to; where in none, they are
    of no known ward. Returns what is counted, and what only adds up.
    """
    totals = list[TotalCell]()
    for level in (WARD, PLACE):
        if sums := _sums_of_level(cells, level):
            totals += [
                TotalCell(cell.key, frozenset([level]), cell.counted, cell.where) for cell in sums
            ]
            held = {cell.key for cell in sums}
            cells = [cell for cell in cells if cell.key not in held]
    return list(cells), totals


def _sums_of_level(cells: Sequence[TableCell], level: int) -> list[TableCell]:
    """Return the cells that are blank at a level of areas and add up those that are not."""
    blank = [cell for cell in cells if not cell.key[level] and cell.key.lsoa == ""]
    if not blank or len(blank) == len(cells):
        return []
    parts: dict[CellKey, int] = {}
    for cell in cells:
        if cell.key[level]:
            key = _without(cell.key, frozenset([level]))
            parts[key] = parts.get(key, 0) + cell.counted.low
    beside = [cell for cell in blank if cell.key in parts]
    told = [cell for cell in beside if cell.counted.value or parts[cell.key]]
    agree = [cell for cell in told if cell.counted.value == parts[cell.key]]
    return beside if agree and 2 * len(agree) > len(told) else []


def _are_tiles(span: Span, inner: Sequence[Span]) -> bool:
    """Tell whether some of the spans within one follow each other from its start to its end."""
    reached = span.start
    for tile in inner:
        if tile.start == reached:
            reached = tile.end
    return reached == span.end


def totals_against_counts(
    totals: Iterable[TotalCell],
    cells: Sequence[TableCell],
    apart: Mapping[CellKey, int],
    published: Collection[str] = (),
) -> Iterator[tuple[PrintedTotal, bool]]:
    """Yield every printed total with what its cells come to, and whether the two agree.

    Of cells that are withheld only bounds are known: a total within them agrees. `published` are
    categories that are totals themselves, and no part of one over categories.
    """
    by_pattern: dict[tuple[frozenset[int], Span | None], dict[CellKey, Bounds]] = {}
    for total in totals:
        printed = total.counted.value
        if printed is None:
            continue
        # Months together add up the months that they hold, the end of a row all that it has.
        span = total.key.span if SPAN in total.over else None
        if (total.over, span) not in by_pattern:
            inside = [
                cell
                for cell in cells
                if (not span or _holds(span, cell))
                and (CATEGORY not in total.over or cell.key.category not in published)
            ]
            by_pattern[total.over, span] = _sums(inside, apart, total.over)
        low, high = by_pattern[total.over, span].get(_without(total.key, total.over), (0, 0))
        agrees = low <= printed and (high is None or printed <= high)
        yield PrintedTotal(total.where, printed, printed if agrees else low), agrees


def _holds(span: Span, cell: TableCell) -> bool:
    return cell.key.span is not None and span.holds(cell.key.span)


def _sums(
    cells: Sequence[TableCell], apart: Mapping[CellKey, int], over: frozenset[int]
) -> dict[CellKey, Bounds]:
    sums: dict[CellKey, Bounds] = {}
    for cell in cells:
        key, counted = _without(cell.key, over), cell.counted
        is_known = counted.status is CountStatus.COUNTED
        # Over categories a whole adds what its parts leave; a row of one category is as printed.
        known = apart[cell.key] if CATEGORY in over else counted.value or 0
        low, high = (known, known) if is_known else (counted.low, counted.high)
        least, most = sums.get(key, (0, 0))
        sums[key] = least + low, None if most is None or high is None else most + high
    return sums


def _without(key: CellKey, over: frozenset[int]) -> CellKey:
    kept: dict[str, Any] = {
        CellKey._fields[at]: NOTHING[at] if at in over else part for at, part in enumerate(key)
    }
    return CellKey(**kept)


def difference_in_words(total: PrintedTotal) -> str:
    """Say that a printed total and the counts it adds up differ, and what to do."""
    return (
        f"{total.where}: it prints a total of {total.printed:,}, but the counts that it adds up "
        f"come to {total.counted:,}. Find out which is right, correct it, and load the table again."
    )
