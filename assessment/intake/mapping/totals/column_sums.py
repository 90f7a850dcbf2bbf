"""What the cells of a column come to, row by row: a total may print any of these."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.intake.files.file_tables import FileTable, rows_of
from assessment.intake.files.layout.total_words import is_number

YES = frozenset({"y", "yes", "true", "1", "x"})


@dataclass(frozen=True)
class ColumnSums:
    """From the first row down: the sum of the numbers, how many cells are filled, how many yes."""

    total: float = 0.0
    filled: int = 0
    yes: int = 0

    def with_cell(self, cell: str) -> "ColumnSums":
        """Return what it comes to with one cell more."""
        text = cell.strip()
        number = amount(text) if is_amount(text) else 0.0
        return ColumnSums(
            self.total + number, self.filled + bool(text), self.yes + (text.lower() in YES)
        )

    def since(self, earlier: "ColumnSums") -> tuple[float, int, int]:
        """Return what the cells below an earlier row come to."""
        return (
            round(self.total - earlier.total, 2),
            self.filled - earlier.filled,
            self.yes - earlier.yes,
        )


NOTHING = ColumnSums()


def is_amount(text: str) -> bool:
    """Tell whether a cell holds a number that can be added up, which a percentage cannot."""
    return is_number(text) and not text.endswith("%")


def amount(text: str) -> float:
    """Return the number of a cell, without marks of money and of thousands."""
    return float(text.replace(",", "").replace(" ", "").replace("£", ""))


def sums_at_totals(table: FileTable, columns: Sequence[int]) -> dict[int, dict[int, ColumnSums]]:
    """Add up columns of a table in one reading; return how far each is at the row of each total."""
    waiting = list(table.totals)
    so_far = dict.fromkeys(columns, NOTHING)
    noted: dict[int, dict[int, ColumnSums]] = {}
    for number, row in rows_of(table):
        while waiting and waiting[0].number < number:
            noted[waiting.pop(0).number] = dict(so_far)
        for at in (at for at in columns if at < len(row)):
            so_far[at] = so_far[at].with_cell(row[at])
    noted.update((total.number, dict(so_far)) for total in waiting)
    return noted
