"""What is said of the rows that were left out of a table or filled in."""

from collections.abc import Iterator

from assessment.intake.files.file_tables import Rows, in_quotes
from assessment.intake.files.layout.table_rows import TableRows
from assessment.intake.files.quotable import titles_in_words
from assessment.numbers import count_of

MOST_NAMED = 4
MOST_IN_TITLE = 2  # a word and what it says: "Measure", "Rate per 1,000"


def titles_and_notes(above: Rows, rows: TableRows) -> tuple[str, ...]:
    """Return what stands above a table in a cell or two, and below it: the words, one line each."""
    filled = ([cell for cell in row if cell.strip()] for row in above)
    titles = (" ".join(cells) for cells in filled if 0 < len(cells) <= MOST_IN_TITLE)
    return tuple(" ".join(text.split()) for text in (*titles, *rows.below))


def rows_left_out(where: str, rows: TableRows) -> Iterator[str]:
    """Say what was no record of a table, and which cells were filled from above."""
    if rows.below:
        below = in_quotes(titles_in_words([[line] for line in rows.below]), MOST_NAMED)
        quoted = f": {below}" if below else ""
        yield f"What stands below the table of {where} was left out{quoted}."
    if rows.within:
        totals = in_quotes(rows.within, MOST_NAMED)
        sums_up = "row sums up others and was", "rows sum up others and were"
        yield (
            f"{count_of(len(rows.within), *sums_up)} left out of the records of {where}: {totals}."
        )
    if rows.units:
        yield (
            f"The row below the header of {where} says in what its columns are, and was left out: "
            f"{in_quotes([rows.units])}."
        )
    if rows.headers_again:
        times = count_of(rows.headers_again, "time")
        yield f"The header of {where} stands {times} more within it, and was left out there."
    for name, n in rows.filled.items():
        yield (
            f"{count_of(n, 'blank cell')} of column '{name}' of {where} took the value above, as "
            "in a table whose groups are written once. If blank means not known, say so in the "
            "cells and upload the file again."
        )
