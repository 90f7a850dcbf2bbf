"""Totals that a table of counts prints, checked against the counts that were read of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from assessment.intake.counts.cell_keys import (
    CATEGORY,
    SPAN,
    CellKey,
    TableCell,
    TotalCell,
    key_without,
)
from assessment.intake.counts.count_cells import CountStatus
from assessment.intake.headings.month_span import Span
from assessment.intake.load_report import PrintedTotal

Bounds = tuple[int, int | None]


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
        low, high = by_pattern[total.over, span].get(key_without(total.key, total.over), (0, 0))
        agrees = low <= printed and (high is None or printed <= high)
        yield PrintedTotal(total.where, printed, printed if agrees else low), agrees


def _holds(span: Span, cell: TableCell) -> bool:
    return cell.key.span is not None and span.holds(cell.key.span)


def _sums(
    cells: Sequence[TableCell], apart: Mapping[CellKey, int], over: frozenset[int]
) -> dict[CellKey, Bounds]:
    sums: dict[CellKey, Bounds] = {}
    for cell in cells:
        key, counted = key_without(cell.key, over), cell.counted
        is_known = counted.status is CountStatus.COUNTED
        # Over categories a whole adds what its parts leave; a row of one category is as printed.
        known = apart[cell.key] if CATEGORY in over else counted.value or 0
        low, high = (known, known) if is_known else (counted.low, counted.high)
        least, most = sums.get(key, (0, 0))
        sums[key] = least + low, None if most is None or high is None else most + high
    return sums


def difference_in_words(total: PrintedTotal) -> str:
    """Say that a printed total and the counts it adds up differ, and what to do."""
    return (
        f"{total.where}: it prints a total of {total.printed:,}, but the counts that it adds up "
        f"come to {total.counted:,}. Find out which is right, correct it, and load the table again."
    )
