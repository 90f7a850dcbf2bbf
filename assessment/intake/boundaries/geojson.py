"""Boundaries out of a GeoJSON file, as the Open Geography portal of the ONS hands them out."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assessment.areas.area_codes import AreaColumn, AreaKind, area_column, is_code
from assessment.definitions import districts
from assessment.errors import UploadRefused
from assessment.numbers import first_of

MIB = 1 << 20
# The wards of England and Wales, generalised to 20 m, take 60 MB; their full outlines do not help.
MOST_BYTES = 300 * MIB
MOST_FAULTS = 10
BRITISH_GRID = re.compile(r"27700\b")
SHAPES = ("Polygon", "MultiPolygon")
WANTED = (
    "Expected boundaries of wards, LSOAs, MSOAs or districts as the ONS hands them out: a GeoJSON "
    "file whose areas have a code such as WD25CD or LSOA21CD."
)


@dataclass(frozen=True)
class Boundary:
    """An area with its outline as GeoJSON writes it, in metres of the British grid or degrees."""

    kind: AreaKind
    vintage: int
    code: str
    name: str
    district: str | None
    welsh_name: str | None
    outline: Mapping[str, Any]
    in_metres: bool


def read_geojson(path: Path, file: str) -> tuple[Boundary, ...]:
    """Read every boundary of a file; raises UploadRefused with its faults."""
    collection = _collection(path, file)
    features = collection["features"]
    in_metres = bool(BRITISH_GRID.search(json.dumps(collection.get("crs", ""))))
    column = _column_of_codes(features)
    if column is None:
        raise UploadRefused(file, [f"Its areas have no code that is known. {WANTED}"])
    faults: list[str] = []
    boundaries = [
        boundary
        for number, feature in enumerate(features, start=1)
        if (boundary := _boundary(feature, column, number, faults, in_metres=in_metres))
    ]
    faults += _twice(boundaries)
    if faults:
        raise UploadRefused(
            file, first_of(faults, MOST_FAULTS, lambda rest: f"There are {rest:,} more faults.")
        )
    return tuple(boundaries)


def _collection(path: Path, file: str) -> dict[str, Any]:
    if path.stat().st_size > MOST_BYTES:
        raise UploadRefused(
            file,
            [
                f"It is larger than {MOST_BYTES // MIB} MB. Take the generalised boundaries "
                "(BGC or BSC), or those of your own districts."
            ],
        )
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError, OSError):
        raise UploadRefused(file, [f"It is no GeoJSON that can be read. {WANTED}"]) from None
    features = content.get("features") if isinstance(content, dict) else None
    is_whole = isinstance(features, list) and all(isinstance(part, dict) for part in features)
    if not is_whole or not features:
        raise UploadRefused(file, [f"It holds no areas. {WANTED}"])
    return dict(content)


def _properties(feature: Mapping[str, Any]) -> dict[str, str]:
    properties = feature.get("properties")
    if not isinstance(properties, dict):
        return {}
    return {str(key): str(value).strip() for key, value in properties.items() if value is not None}


def _column_of_codes(features: list[dict[str, Any]]) -> AreaColumn | None:
    """Return the column that is different in every area: a ward's file names its district too."""
    columns = [column for key in _properties(features[0]) if (column := area_column(key))]
    codes = [column for column in columns if column.is_code]
    smallest = [AreaKind.LSOA, AreaKind.WARD, AreaKind.MSOA, AreaKind.DISTRICT]
    return min(
        codes, key=lambda column: (smallest.index(column.kind), -column.vintage), default=None
    )


def _boundary(
    feature: Mapping[str, Any],
    column: AreaColumn,
    number: int,
    faults: list[str],
    *,
    in_metres: bool,
) -> Boundary | None:
    properties = _properties(feature)
    by_column = {key_of: text for key, text in properties.items() if (key_of := area_column(key))}
    code = by_column.get(column, "")
    outline = feature.get("geometry")
    if not is_code(column.kind, code):
        faults.append(
            f"Area {number:,}: expected the code of one of the {column.kind.in_words}, found "
            f"'{code[:40]}'."
        )
        return None
    if not isinstance(outline, dict) or outline.get("type") not in SHAPES:
        faults.append(f"Area {number:,} ({code}) has no outline: expected a polygon.")
        return None
    name = by_column.get(AreaColumn(column.kind, column.vintage, is_code=False)) or code
    return Boundary(
        column.kind,
        column.vintage,
        code,
        name,
        _district(column.kind, code, name, by_column),
        # WD25NMW; of an English ward it is blank.
        properties.get(f"WD{column.vintage % 100:02}NMW") or None,
        outline,
        in_metres,
    )


def _district(
    kind: AreaKind, code: str, name: str, by_column: Mapping[AreaColumn, str]
) -> str | None:
    """Return the district of today that an area says it is in, or that its name begins with."""
    if kind is AreaKind.DISTRICT:
        texts = [code]
    else:
        texts = [
            text
            for column, text in by_column.items()
            if column.kind is AreaKind.DISTRICT and column.is_code
        ]
        # "Luton 007A"; a ward has a name of its own.
        texts += [name.rpartition(" ")[0]] if kind is not AreaKind.WARD else []
    found = (districts().find(text) for text in texts)
    return next((district.name for district in found if district), None)


def _twice(boundaries: list[Boundary]) -> Iterator[str]:
    codes: set[str] = set()
    for boundary in boundaries:
        if boundary.code in codes:
            yield f"{boundary.code} stands in it twice. Take one of them out."
        codes.add(boundary.code)
