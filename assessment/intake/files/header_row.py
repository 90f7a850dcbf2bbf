"""Finding the row that names the columns, below whatever titles stand above it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assessment.definitions import recipes
from assessment.definitions.spelling import plain
from assessment.intake.files.file_tables import (
    HeaderLines,
    HeaderRules,
    MergedCells,
    Rows,
    shown,
)
from assessment.intake.files.layout.header_lines import header_lines
from assessment.intake.files.quotable import titles_in_words
from assessment.intake.headings.count_names import heading_cells, period_cells

# How far down a header is looked for: police summaries have a title, a period and a blank above it.
SEARCHED_ROWS = 20
# One known name may be chance: a heading "Area" on a sheet of notes.
FEWEST_KNOWN = 2
# A date, a time or a number, which names no column unless many do.
VALUE = re.compile(r"[-+£]?\d[\d,./:-]*(?:[ T]\d[\d:.]*)?%?")
# A year or the first of a month, which may head a column.
PERIOD = re.compile(r"(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?|\d{4}-\d\d-01(?: 00:00:00)?")
GROUPED = ("force", "district", "ward", "lsoa", "lsoa_name", "category", "subcategory")
GROUP_WORDS = frozenset(
    (
        *("force", "district", "ward", "area", "beat", "station", "borough", "council"),
        *("authority", "lsoa", "msoa", "hospital", "town", "parish", "neighbourhood"),
        *("offence", "group", "subgroup", "category"),
    )
)


@cache
def known_names() -> frozenset[str]:
    """Return every column name that a recipe knows, reduced to its words."""
    read = {n for recipe in recipes().values() for column in recipe.columns for n in column.names}
    unread = {name for recipe in recipes().values() for name in recipe.unused}
    return frozenset(map(plain, read | unread))


def known_columns(row: Sequence[str]) -> int:
    """Count the cells of a row that are the name of a known column, or of columns of counts."""
    return len({plain(cell) for cell in row} & known_names()) + heading_cells(row)


def find_header(rows: Rows) -> int | None:
    """Return which of the first rows is the header: the one that names most known columns.

    Where none names any, it is the first of the fullest rows, unless that holds values; else the
    first row with two cells, so that a fault can say what is there.
    """
    searched = rows[:SEARCHED_ROWS]
    scores = [0 if _is_record(row) else known_columns(row) for row in searched]
    if any(scores):
        return scores.index(max(scores))
    most = max(map(filled, searched), default=0)
    fullest = next((at for at, row in enumerate(searched) if filled(row) == most), 0)
    if most >= 2 and not any(map(VALUE.fullmatch, map(str.strip, searched[fullest]))):
        return fullest
    return next((at for at, row in enumerate(searched) if filled(row) >= 2), None)


def filled(row: Sequence[str]) -> int:
    """Count the cells that hold anything."""
    return sum(1 for cell in row if cell.strip())


def _worth(rows: Rows, header_at: int) -> tuple[int, int]:
    return known_columns(rows[header_at]), filled(rows[header_at])


def _is_known(row: Sequence[str]) -> bool:
    return known_columns(row) >= FEWEST_KNOWN


def _is_record(row: Sequence[str]) -> bool:
    """Tell a row with dates or numbers in which a word is a column's name by chance, as "Knife" is.

    In a header with dates, which are months, most other cells are names that are known.
    """
    cells = [cell.strip() for cell in row if cell.strip()]
    texts = [cell for cell in cells if not VALUE.fullmatch(cell)]
    has_values = any(VALUE.fullmatch(cell) and not PERIOD.fullmatch(cell) for cell in cells)
    return has_values and 2 * known_columns(texts) <= len(texts)


def _lines(rows: Rows, header_at: int, merged: MergedCells | None) -> HeaderLines:
    if lines := _period_lines(rows, header_at):
        return lines
    return header_lines(rows, header_at, merged, lambda name: plain(name) in known_names())


def _period_lines(rows: Rows, header_at: int) -> HeaderLines | None:
    """Return a header whose last line names periods, with what the line above has beside them.

    What stands above the periods themselves, such as years and districts, is left there to be read.
    """
    for last in range(header_at, min(header_at + 2, len(rows))):
        row = rows[last]
        is_first = last == header_at
        if not period_cells(row) or not (is_first or _names_periods_alone(row)):
            continue
        above = rows[last - 1] if last else ()
        names = [cell.strip() for cell in row]
        lacking = [
            at
            for at, cell in enumerate(above[: len(names)])
            if not names[at] and plain(cell) in known_names()
        ]
        for at in lacking:
            names[at] = above[at].strip()
        if is_first or lacking:
            return HeaderLines(last - bool(lacking), last, tuple(names))
    return None


def _names_periods_alone(row: Sequence[str]) -> bool:
    return period_cells(row) == filled(row) or not any(map(VALUE.fullmatch, row))


@cache
def _group_names() -> frozenset[str]:
    columns = [column for recipe in recipes().values() for column in recipe.columns]
    return frozenset(
        plain(name) for column in columns if column.field in GROUPED for name in column.names
    )


def _may_group(name: str) -> bool:
    """Tell whether a column is about a place or a category, by which printed tables are grouped."""
    words = plain(name)
    return words in _group_names() or bool(GROUP_WORDS & set(words.split()))


# Extracts name columns that are known beforehand.
EXTRACTS = HeaderRules(find_header, _worth, _is_known, _lines, _may_group)


def titles_left_out(where: str, above: Rows) -> Iterator[str]:
    """Say what stands above a header, if anything does."""
    if any(map(filled, above)):
        titles = titles_in_words(above)
        quoted = f": '{shown('; '.join(titles))}'" if titles else ""
        yield f"What stands above the header of {where} was left out{quoted}."
