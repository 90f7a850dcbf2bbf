"""Finding the row that names the columns, below whatever titles stand above it."""

from collections.abc import Iterator, Sequence
from functools import cache

from assessment.definitions import recipes
from assessment.definitions.spelling import plain
from assessment.intake.files.file_tables import HeaderRules, Rows, shown
from assessment.intake.files.quotable import titles_in_words

# How far down a header is looked for: police summaries have a title, a period and a blank above it.
SEARCHED_ROWS = 20
# One known name may be chance: a heading "Area" on a sheet of notes.
FEWEST_KNOWN = 2


@cache
def known_names() -> frozenset[str]:
    """Return every column name that a recipe knows, reduced to its words."""
    read = {n for recipe in recipes().values() for column in recipe.columns for n in column.names}
    unread = {name for recipe in recipes().values() for name in recipe.unused}
    return frozenset(map(plain, read | unread))


def known_columns(row: Sequence[str]) -> int:
    """Count the cells of a row that are the name of a known column."""
    return len({plain(cell) for cell in row} & known_names())


def find_header(rows: Rows) -> int | None:
    """Return which of the first rows is the header: the one that names most known columns.

    Where none names any, it is the first row with two cells, so that a fault can say what is there.
    """
    searched = rows[:SEARCHED_ROWS]
    scores = [known_columns(row) for row in searched]
    if any(scores):
        return scores.index(max(scores))
    return next((at for at, row in enumerate(searched) if filled(row) >= 2), None)


def filled(row: Sequence[str]) -> int:
    """Count the cells that hold anything."""
    return sum(1 for cell in row if cell.strip())


def _worth(rows: Rows, header_at: int) -> tuple[int, int]:
    return known_columns(rows[header_at]), filled(rows[header_at])


def _is_known(row: Sequence[str]) -> bool:
    return known_columns(row) >= FEWEST_KNOWN


# Extracts name columns that are known beforehand.
EXTRACTS = HeaderRules(find_header, _worth, _is_known)


def titles_left_out(where: str, above: Rows) -> Iterator[str]:
    """Say what stands above a header, if anything does."""
    if any(map(filled, above)):
        titles = titles_in_words(above)
        quoted = f": '{shown('; '.join(titles))}'" if titles else ""
        yield f"What stands above the header of {where} was left out{quoted}."
