"""The same table twice in one upload: rows without a reference would be counted twice."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assessment.errors import UploadRefused
from assessment.intake.files.file_tables import FileTable, FoundTables, rows_of
from assessment.intake.files.text.text_scan import sha256_of

# A quiet month of one beat may well be like another's; as many rows alike are a copy.
FEWEST_OF_A_COPY = 5


def without_copies(found: FoundTables) -> FoundTables:
    """Leave out tables that are, row for row, like one before them, and say so."""
    kept: list[FileTable] = []
    notices: list[str] = []
    for table, first in _with_first(found.tables):
        is_copy = table is not first and table.rows >= FEWEST_OF_A_COPY
        if not is_copy:
            kept.append(table)
        if table is not first:
            notices.append(_left_out(table, first) if is_copy else _alike_by_chance(table, first))
    return FoundTables(tuple(kept), (*found.left_out, *notices))


def _with_first(tables: Sequence[FileTable]) -> Iterator[tuple[FileTable, FileTable]]:
    """Yield every table and the first table of the same rows: itself, where none is before it."""
    shapes = Counter((table.header, table.rows) for table in tables)
    firsts: dict[str, FileTable] = {}
    for table in tables:
        # Most have more rows or fewer, and need not be read again to know that they differ.
        alone = shapes[table.header, table.rows] == 1
        yield table, table if alone else firsts.setdefault(_digest_of(table), table)


def _digest_of(table: FileTable) -> str:
    """Return a digest of the cells, however lines end; of titles too, which may say whose it is."""
    digest = hashlib.sha256()
    try:
        for _, row in rows_of(replace(table, skip=0)):
            digest.update(repr(row).encode())
    except UploadRefused:  # a cell without end; reading the rows says so
        return sha256_of(table.path)
    return digest.hexdigest()


def _left_out(table: FileTable, first: FileTable) -> str:
    return (
        f"{table.label[0].upper()}{table.label[1:]} is the same, row for row, as {first.label}: "
        "only one of them was read, so that nothing is counted twice. If another file was meant, "
        "put that in; if both are real, add a column that tells them apart; and upload again."
    )


def _alike_by_chance(table: FileTable, first: FileTable) -> str:
    return (
        f"{table.label[0].upper()}{table.label[1:]} is the same as {first.label}. With so few rows "
        "that may be chance, so both were read. If it is a copy, take it out and upload again."
    )
