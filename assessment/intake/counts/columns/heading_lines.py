"""What stands above a header: titles that name a district, and words over several columns.

Tables that stand side by side have a header each, in one line.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from assessment.definitions import districts
from assessment.definitions.spelling import plain
from assessment.intake.files.file_tables import FileTable
from assessment.intake.headings.count_names import is_total
from assessment.intake.headings.footnote_marks import without_note_marks
from assessment.intake.headings.period_words import read_span

# What stands over several columns stands near them.
NEAREST = 3


def tables_side_by_side(header: Sequence[str]) -> list[range]:
    """Part the columns of a header that begins again, as where each district has its table."""
    headings = [plain(heading) for heading in header]
    first = next((heading for heading in headings if heading), "")
    starts = [at for at, heading in enumerate(headings) if heading and heading == first]
    if len(starts) < 2 or read_span(first):
        return [range(len(header))]
    bounds = [0, *starts[1:], len(header)]
    return [range(start, end) for start, end in pairwise(bounds)]


@dataclass(frozen=True)
class HeadingLines:
    """The lines above the header of a table, the nearest first, blank where others stand."""

    lines: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, table: FileTable, columns: range) -> "HeadingLines":
        """Read them; the last line of the header itself is none of them."""
        with table.path.open(encoding="utf-8-sig", newline="") as file:
            above = list(csv.reader(islice(file, table.skip)))[:-1]
        width = len(table.header)
        return cls(tuple(_within(line, columns, width) for line in reversed(above)))

    @property
    def district(self) -> str:
        """The district that a title names by itself; '' where none does, or several do."""
        titles = [filled[0] for line in self.lines if len(filled := filled_cells(line)) == 1]
        named = {district.name for title in titles if (district := districts().find(title))}
        return named.pop() if len(named) == 1 else ""

    def over(self, columns: Sequence[int], fewest: int = 2) -> tuple[str, ...]:
        """Return what the nearest line with some words has over columns; none where none has.

        A word stands over its own column and those without one that follow it.
        """
        for line in self.lines[:NEAREST]:
            if len(filled_cells([line[at] for at in columns])) >= fewest:
                return tuple(_filled_on(line, columns))
        return ()


def are_districts(words: Sequence[str]) -> bool:
    """Tell whether words are names of districts; some may add up the others."""
    named = [word for word in words if not is_total(word)]
    return bool(named) and all(districts().find(word) for word in named)


def are_years(words: Sequence[str]) -> bool:
    """Tell whether all words name years."""
    spans = [read_span(word) for word in words]
    return bool(spans) and all(span and len(span.months) == 12 for span in spans)


def filled_cells(line: Sequence[str]) -> list[str]:
    """Return the cells of a line that hold anything."""
    return [without_note_marks(cell) for cell in line if cell.strip()]


def _within(line: Sequence[str], columns: range, width: int) -> tuple[str, ...]:
    return tuple(
        line[at].strip() if at in columns and at < len(line) else "" for at in range(width)
    )


def _filled_on(line: Sequence[str], columns: Sequence[int]) -> Iterator[str]:
    for at in columns:
        before = [cell for cell in line[: at + 1] if cell]
        yield without_note_marks(before[-1]) if before else ""
