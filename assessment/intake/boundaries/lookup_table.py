"""Look-ups as the ONS publishes them: LSOAs or wards of one year and the next, wards of LSOAs.

A list of police beats comes the same way.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.areas.area_codes import AreaColumn, AreaKind, LinkKind, area_column, is_code
from assessment.definitions import districts
from assessment.errors import UploadRefused
from assessment.intake.boundaries.area_link import AreaLink
from assessment.intake.boundaries.beat_list import BeatColumns, beat_columns
from assessment.intake.files.file_tables import ArrivedFile, HeaderRules, Rows, rows_of
from assessment.intake.files.header_row import filled
from assessment.numbers import first_of

CHANGE = "CHGIND"
MOST_FAULTS = 10
CHANGES = ("U", "S", "M", "X")
# Of what the two columns of codes are.
KINDS = {
    LinkKind.LSOA_TO_LSOA: (AreaKind.LSOA, AreaKind.LSOA),
    LinkKind.LSOA_TO_WARD: (AreaKind.LSOA, AreaKind.WARD),
    LinkKind.WARD_TO_WARD: (AreaKind.WARD, AreaKind.WARD),
}
WANTED = (
    "Expected a look-up as the ONS publishes it: columns LSOA11CD, LSOA21CD and CHGIND, or "
    "LSOA21CD, WD25CD and WD25NM, or WD24CD, WD24NM, WD25CD and WD25NM (any years), "
    "or a list of police beats: Beat, Ward and District."
)


@dataclass(frozen=True)
class LookupColumns:
    """Where a look-up's columns are; `change` and `district` are None where it has none."""

    kind: LinkKind
    code: int
    target: int
    name: int | None
    district: int | None
    change: int | None
    own_name: int | None

    def link(self, row: Sequence[str]) -> AreaLink:
        """Read a row; the district is the one that is meant, if it is known."""

        def cell(at: int | None) -> str:
            return row[at].strip() if at is not None and at < len(row) else ""

        district = districts().find(cell(self.district))
        return AreaLink(
            self.kind,
            cell(self.code),
            cell(self.target),
            cell(self.name) or cell(self.target),
            district.name if district else None,
            cell(self.change).upper(),
            cell(self.own_name),
        )

    def fault(self, row: Sequence[str]) -> str | None:
        """Say what is wrong with a row; None where nothing is."""
        link = self.link(row)
        texts = (link.code, link.target_code)
        for text, kind in zip(texts, KINDS[self.kind], strict=True):
            if not is_code(kind, text):
                return f"expected the code of one of the {kind.in_words}, found '{text[:40]}'."
        if self.change is not None and link.change not in CHANGES:
            return f"expected U, S, M or X under {CHANGE}, found '{link.change[:40]}'."
        return None


def columns_of(header: Sequence[str]) -> LookupColumns | BeatColumns | None:
    """Find the columns of a look-up or a list of beats in a header; None where it is neither."""
    return _lookup_columns(header) or beat_columns(header)


def _lookup_columns(header: Sequence[str]) -> LookupColumns | None:
    places = {column: at for at, text in enumerate(header) if (column := area_column(text))}
    lsoas = sorted(column for column in places if column.kind is AreaKind.LSOA and column.is_code)
    wards = sorted(column for column in places if column.kind is AreaKind.WARD and column.is_code)
    change = next((at for at, text in enumerate(header) if text.strip().upper() == CHANGE), None)
    # Where both are there, the wards are those of the later LSOAs.
    if len(lsoas) > 1:
        kind, code, target = LinkKind.LSOA_TO_LSOA, lsoas[0], lsoas[-1]
    elif lsoas and wards:
        kind, code, target = LinkKind.LSOA_TO_WARD, lsoas[0], wards[-1]
    elif len(wards) > 1:
        kind, code, target = LinkKind.WARD_TO_WARD, wards[0], wards[-1]
    else:
        return None
    return LookupColumns(
        kind,
        places[code],
        places[target],
        _name_beside(target, places),
        _district_column(places),
        change,
        _name_beside(code, places),
    )


def _name_beside(column: AreaColumn, places: Mapping[AreaColumn, int]) -> int | None:
    return places.get(AreaColumn(column.kind, column.vintage, is_code=False))


def _district_column(places: Mapping[AreaColumn, int]) -> int | None:
    """Return the latest district's column of codes, else of names."""
    of_district = [column for column in places if column.kind is AreaKind.DISTRICT]
    latest = max(of_district, key=lambda column: (column.is_code, column.vintage), default=None)
    return places[latest] if latest else None


def _find_header(rows: Rows) -> int | None:
    """Return the first row that names the columns of a look-up, else the first with two cells."""
    is_lookup = (at for at, row in enumerate(rows) if columns_of(row))
    return next(is_lookup, next((at for at, row in enumerate(rows) if filled(row) > 1), None))


LOOKUPS = HeaderRules(
    _find_header,
    lambda rows, at: (bool(columns_of(rows[at])), filled(rows[at])),
    lambda row: columns_of(row) is not None,
)


def read_lookup(arrived: ArrivedFile) -> tuple[tuple[AreaLink, ...], tuple[str, ...]]:
    """Return the lines of a look-up and what was left out; raises UploadRefused with its faults."""
    faults: list[str] = []
    links: list[AreaLink] = []
    for table in arrived.tables:
        columns = columns_of(table.header)
        if columns is None:
            faults.append(f"{table.label} is no look-up that is known. {WANTED}")
        else:
            links += _links(columns, rows_of(table), faults)
    if len({link.kind for link in links}) > 1:
        faults.append("It holds look-ups of two kinds. Upload each as a file of its own.")
    if faults:
        raise UploadRefused(
            arrived.file,
            first_of(faults, MOST_FAULTS, lambda rest: f"There are {rest:,} more faults."),
        )
    return tuple(links), arrived.left_out


def _links(
    columns: LookupColumns | BeatColumns, rows: Iterator[tuple[int, list[str]]], faults: list[str]
) -> list[AreaLink]:
    """Read the rows of a look-up, each with its line number; what is wrong is added to `faults`."""
    links: dict[tuple[str, str], AreaLink] = {}
    for number, row in rows:
        if wrong := columns.fault(row):
            faults.append(f"Line {number:,}: {wrong}")
            continue
        link = columns.link(row)
        links.setdefault((link.code, link.target_code), link)
    return list(links.values())
