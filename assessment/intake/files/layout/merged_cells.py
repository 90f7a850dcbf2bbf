"""Which cells of a sheet are covered by a merged one, where its file can tell."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

# A header stands among the first rows, and a sheet has at most as many columns.
FIRST_ROWS = 40
MOST_COLUMNS = 16_384


class MergedRanges:
    """The merged ranges of a sheet, each given as first row, first column, last row, last column.

    `beside` are the cells of the first rows that a merged cell to their left covers.
    """

    def __init__(self, ranges: Sequence[Sequence[int]]) -> None:
        self.beside = frozenset(
            (row, column)
            for row, left, _, right in ranges
            if row < FIRST_ROWS
            for column in range(left + 1, min(right, MOST_COLUMNS) + 1)
        )
        self._below: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for top, left, bottom, _ in sorted(map(tuple, ranges)):
            if bottom > top:
                self._below[left].append((top, bottom))

    def covers_below(self, row: int, column: int) -> bool:
        """Tell whether a merged cell higher in the same column covers this one."""
        ranges = self._below.get(column, ())
        at = bisect_right(ranges, (row, -1)) - 1
        return at >= 0 and ranges[at][0] < row <= ranges[at][1]
