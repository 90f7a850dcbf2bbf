"""A period that lies long before or after all others of a file, as "Apr-03" does for 3 April."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from assessment.intake.counts.cell_keys import TableCell

# Series of many years have a period in each of them; two alone may be what somebody compares.
FAR, FEWEST = timedelta(days=10 * 365), 3


def lone_periods(cells: Sequence[TableCell]) -> Iterator[str]:
    """Say which count is of a period far from every other of its file."""
    first = {cell.key.span.start: cell for cell in reversed(cells) if cell.key.span}
    starts = sorted(first)
    if len(starts) < FEWEST:
        return
    gaps = [later - earlier for earlier, later in pairwise(starts)]
    lone = [start for start, gap in ((starts[0], gaps[0]), (starts[-1], gaps[-1])) if gap >= FAR]
    for start in lone:
        yield _said(first[start], start, starts[1] if start == starts[0] else starts[-2])


def _said(cell: TableCell, start: date, nearest: date) -> str:
    return (
        f"{cell.where} is of {start:%B %Y}, and the nearest other period of the file begins in "
        f"{nearest:%B %Y}. If it stands for a day ('Apr-03' for 3 April), write the period that it "
        "is of; if it is right, load it as a file of its own."
    )
