"""Counts of months together beside counts of the same months one by one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.intake.counts.cell_keys import SPAN, TableCell, TotalCell
from assessment.intake.counts.count_cells import CellCount, CountStatus
from assessment.intake.files.file_tables import in_quotes
from assessment.intake.headings.month_span import Span

MOST_NAMED = 4
LEAVE_OUT = "Leave one of them out and load the file again."
ACCUMULATE = (
    "They begin with the same month, as running totals do: take from each number the one before "
    "it, so that each is of its own months ('May-24'), and load the file again."
)


@dataclass(frozen=True)
class PeriodsApart:
    """What is counted, what only adds up months, a sentence for each fault, and what to tell."""

    counted: list[TableCell]
    totals: list[TotalCell]
    faults: list[str]
    told: tuple[str, ...] = ()


def periods_in_others(cells: Sequence[TableCell]) -> PeriodsApart:
    """Part cells of months together ("Year to date") from those whose months it adds up.

    What is given for such a time alone, and nowhere month by month, adds up nothing: of each of its
    months only the bounds are known.
    """
    spans = {cell.key.span for cell in cells if cell.key.span}
    tiles, faults = dict[Span, list[Span]](), list[str]()
    for span in sorted(spans):
        inner = sorted(other for other in spans if other != span and span.overlaps(other))
        if not inner:
            continue
        within = [other for other in inner if span.holds(other)]
        if _are_tiles(span, within):
            tiles[span] = within
        elif not all(other.holds(span) for other in inner):
            begin = {other.start for other in (span, *inner)}
            faults.append(
                f"It has counts for {span} and for {inner[0]}, which overlap: they cannot stand "
                f"side by side. {ACCUMULATE if len(begin) == 1 else LEAVE_OUT}"
            )
    return _parted(cells, tiles, faults)


def _parted(
    cells: Sequence[TableCell], tiles: Mapping[Span, Sequence[Span]], faults: list[str]
) -> PeriodsApart:
    finer = {_said(cell) for cell in cells if cell.key.span not in tiles}
    counted, totals, alone = list[TableCell](), list[TotalCell](), dict[str, Span]()
    for cell in cells:
        span = cell.key.span
        if span is None or span not in tiles:
            counted.append(cell)
        elif _said(cell) in finer or cell.counted.value == 0:
            totals.append(TotalCell(cell.key, frozenset([SPAN]), cell.counted, cell.where))
        else:
            counted += _by_month(cell, [tile for tile in tiles[span] if tile not in tiles])
            alone.setdefault(cell.key.category, span)
    return PeriodsApart(counted, totals, faults, tuple(_told(alone)))


def _said(cell: TableCell) -> tuple[str, tuple[str, ...]]:
    return cell.key.category, cell.key.others


def _by_month(cell: TableCell, tiles: Sequence[Span]) -> Iterator[TableCell]:
    """Yield a count of months together as one of each: no more is known than that it has a part."""
    status = cell.counted.status
    part = CellCount(
        CountStatus.WITHHELD if status is CountStatus.COUNTED else status, high=cell.counted.high
    )
    return (cell._replace(key=cell.key._replace(span=tile), counted=part) for tile in tiles)


def _told(alone: Mapping[str, Span]) -> Iterator[str]:
    if alone:
        yield (
            f"{in_quotes(list(alone), MOST_NAMED)} {'is' if len(alone) == 1 else 'are'} given only "
            f"for {next(iter(alone.values()))} together, and the rest month by month: how many "
            "there were in a month is not known, and never taken to be none. Ask for it by month."
        )


def _are_tiles(span: Span, inner: Sequence[Span]) -> bool:
    """Tell whether some of the spans within one follow each other from its start to its end."""
    reached = span.start
    for tile in inner:
        if tile.start == reached:
            reached = tile.end
    return reached == span.end
