"""Cells that are written once and stand for the rows below them as well, as in a printed report.

Only the leading columns of places and categories can be so, and only where the blanks are those of
a grouped table. A cell that is blank because nobody knew it stays blank.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

# So few cells are filled in a grouped table that chance does not leave just them.
MOST_FILLED = 0.2


@dataclass
class GroupedColumn:
    """What has been seen of one leading column, going down."""

    at: int
    rows: int = 0
    filled: int = 0
    blanks: int = 0
    merged: int = 0  # blanks that the file itself says belong to the cell above
    is_grouped: bool = True
    _last: str = field(default="", repr=False)
    _written: set[str] = field(default_factory=set, repr=False)

    def look_at(self, cell: str, *, new_group: bool, rest_is_filled: bool, merged: bool) -> bool:
        """Take in the next row's cell; return whether a new run begins with it.

        A column that is written in every row begins a run only where it changes.

        In a grouped table each value is written once in the group that it belongs to, which begins
        with one, and a row under it lacks nothing else.
        """
        self.rows += 1
        if new_group:
            self._written.clear()
        if not cell:
            self.blanks += 1
            self.merged += merged
            self.is_grouped = self.is_grouped and not new_group and rest_is_filled
            return False
        self.filled += 1
        self.is_grouped = self.is_grouped and cell not in self._written
        self._written.add(cell)
        begins, self._last = cell != self._last, cell
        return begins

    @property
    def is_to_be_filled(self) -> bool:
        """Whether the blanks are those of a grouped table: all merged, or hardly by chance."""
        are_merged = self.merged == self.blanks
        are_few = self.is_grouped and self.filled <= MOST_FILLED * self.rows
        return self.blanks > 0 and (are_merged or are_few)


class GroupedColumns:
    """The leading columns of a table that may be grouped, from the left."""

    def __init__(self, names: Sequence[str], may_group: Callable[[str], bool]) -> None:
        self.columns: list[GroupedColumn] = []
        for at, name in enumerate(names):
            if not may_group(name):
                break
            self.columns.append(GroupedColumn(at))
        self._width = len(names)

    def look_at(self, row: Sequence[str], merged: Callable[[int], bool]) -> None:
        """Take in the next data row; `merged` tells of a column whether its cell is covered."""
        if len(row) != self._width:
            return
        rest = [cell for cell in row[len(self.columns) :] if cell.strip()]
        rest_is_filled = len(rest) >= min(2, self._width - len(self.columns))
        new_group = not any(column.rows for column in self.columns)
        for column in self.columns:
            begins = column.look_at(
                row[column.at].strip(),
                new_group=new_group,
                rest_is_filled=rest_is_filled,
                merged=merged(column.at),
            )
            new_group = new_group or begins

    def to_be_filled(self) -> list[int]:
        """Return the columns whose blanks are to be filled from above."""
        return [column.at for column in self.columns if column.is_to_be_filled]
