"""The same table twice in one upload: rows without a reference would be counted twice."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assessment.errors import UploadRefused
from assessment.intake.files.file_tables import Contents, Part, rows_of
from assessment.intake.files.text_scan import sha256_of

# A quiet month of one beat may well be like another's; as many rows alike are a copy.
FEWEST_OF_A_COPY = 5


def without_copies(contents: Contents) -> Contents:
    """Leave out tables that are, row for row, like one before them, and say so."""
    kept: list[Part] = []
    said: list[str] = []
    for part, first in _with_first(contents.parts):
        is_copy = part is not first and part.rows >= FEWEST_OF_A_COPY
        if not is_copy:
            kept.append(part)
        if part is not first:
            said.append(_left_out(part, first) if is_copy else _alike_by_chance(part, first))
    return Contents(tuple(kept), (*contents.left_out, *said))


def _with_first(parts: Sequence[Part]) -> Iterator[tuple[Part, Part]]:
    """Yield every part and the first part of the same rows: itself, where none is before it."""
    tables = Counter((part.header, part.rows) for part in parts)
    firsts: dict[str, Part] = {}
    for part in parts:
        # Most have more rows or fewer, and need not be read again to know that they differ.
        alone = tables[part.header, part.rows] == 1
        yield part, part if alone else firsts.setdefault(_said_by(part), part)


def _said_by(part: Part) -> str:
    """Sum up what a part says, however its lines end: its titles too, which may say whose it is."""
    digest = hashlib.sha256()
    try:
        for _, row in rows_of(replace(part, skip=0)):
            digest.update(repr(row).encode())
    except UploadRefused:  # a cell without end, which is told where the rows are read
        return sha256_of(part.path)
    return digest.hexdigest()


def _left_out(part: Part, first: Part) -> str:
    return (
        f"{part.label[0].upper()}{part.label[1:]} is the same, row for row, as {first.label}: only "
        "one of them was read, so that nothing is counted twice. If another file was meant, put "
        "that in; if both are real, add a column that tells them apart; and upload again."
    )


def _alike_by_chance(part: Part, first: Part) -> str:
    return (
        f"{part.label[0].upper()}{part.label[1:]} is the same as {first.label}. With so few rows "
        "that may be chance, so both were read. If it is a copy, take it out and upload again."
    )
