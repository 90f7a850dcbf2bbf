"""Whether a file is of the places that a source has sent before, as far as its first rows tell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from assessment.definitions import districts
from assessment.errors import UploadRefused
from assessment.intake.files.file_tables import FileTable, rows_of
from assessment.intake.mapping.columns.column_values import LSOA_NAME
from assessment.store import Store, Writer

ROWS_LOOKED_AT = 200
TABLES_LOOKED_AT = 6


@dataclass(frozen=True)
class KnownPlaces:
    """What a source has sent: districts by name, wards and categories as its files write them."""

    districts: frozenset[str]
    wards: frozenset[str]
    categories: frozenset[str]


def places_of_source(reader: Store | Writer, source: str) -> KnownPlaces:
    """Return the places and categories that a source has sent."""
    named: dict[str, set[str]] = {"district": set(), "ward": set(), "category": set()}
    for kind, name in reader.rows("names_of_source", source=source):
        named[kind].add(name if kind == "district" else name.casefold())
    return KnownPlaces(*(frozenset(named[kind]) for kind in ("district", "ward", "category")))


def first_rows(tables: Sequence[FileTable]) -> list[Sequence[str]]:
    """Return some of the first rows of a file's tables."""
    by_header = {table.header: table for table in tables}
    return [row for table in list(by_header.values())[:TABLES_LOOKED_AT] for row in _rows(table)]


def share_in_places(rows: Sequence[Sequence[str]], known: KnownPlaces) -> float | None:
    """Return which share of the rows that name a place names one of a source's.

    None where no row names a place, or the source has none.
    """
    if not known.districts and not known.wards:
        return None
    placed = [answer for row in rows if (answer := _is_in(row, known)) is not None]
    return sum(placed) / len(placed) if placed else None


def share_in_categories(rows: Sequence[Sequence[str]], known: KnownPlaces) -> float:
    """Return which share of the rows has a cell that is a category of a source."""
    of_source = [any(cell.strip().casefold() in known.categories for cell in row) for row in rows]
    return sum(of_source) / len(of_source) if of_source else 0.0


def _is_in(row: Sequence[str], known: KnownPlaces) -> bool | None:
    named = {district.name for cell in row if (district := districts().find(_place(cell)))}
    if named:
        return not known.districts.isdisjoint(named)
    in_ward = any(cell.strip().casefold() in known.wards for cell in row)
    return True if in_ward else None


def _place(cell: str) -> str:
    """Return what a cell may call a district: an LSOA is named after its own."""
    text = cell.strip()
    return text.rpartition(" ")[0] if LSOA_NAME.fullmatch(text) else text


def _rows(table: FileTable) -> Iterator[Sequence[str]]:
    try:
        yield from (row for _, row in islice(rows_of(table), ROWS_LOOKED_AT))
    except UploadRefused:  # a cell without end; staging refuses its row
        return
