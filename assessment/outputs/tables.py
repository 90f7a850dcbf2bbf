"""Tables as they leave the product: what stands over them, their columns, and CSV."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment.outputs.escaping import csv_cell
from assessment.outputs.table_notes import Notes

Cell = str | int | float | None

SYNTHETIC = "Synthetic example records, not real"
COUNT, DIFFERENCE, PERCENT, CHANCE = "#,##0", "+#,##0;-#,##0;0", "+0.0;-0.0;0.0", "0.000"


@dataclass(frozen=True)
class Column:
    """A column: its name, its width in letters, how its numbers are written.

    What only programs ask for stands in the CSV and not in the workbook.
    """

    name: str
    width: int = 14
    number_format: str = ""
    for_programs: bool = False


MADE_UP = Column("Synthetic", for_programs=True)


@dataclass(frozen=True)
class Table:
    """A table to download: what stands over it, its columns and rows, and the notes on it."""

    title: str
    about: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: Notes = ()
    sheet: str = "Changes"

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def marked(
    columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...], *, synthetic: bool
) -> tuple[tuple[Column, ...], tuple[tuple[Cell, ...], ...]]:
    """Say in every row whether it is of made-up records: a CSV has nothing over its rows."""
    answer = "yes" if synthetic else "no"
    return (*columns, MADE_UP), tuple((*row, answer) for row in rows)


def as_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Write rows as CSV that Excel opens with its letters and its text as they are."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(map(csv_cell, header))
    writer.writerows(map(csv_cell, row) for row in rows)
    # The mark at the start tells Excel that this is UTF-8.
    return text.getvalue().encode("utf-8-sig")
