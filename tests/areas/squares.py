"""Small worlds of square areas, as GeoJSON, and a second way to tell what a place is in."""

import json
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

Ring = Sequence[tuple[float, float]]


def square(west: float, south: float, side: float = 0.01) -> Ring:
    east, north = west + side, south + side
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]


def feature(ring: Ring, **properties: str) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": [[list(corner) for corner in ring]]},
    }


def write(path: Path, features: Sequence[Mapping[str, Any]], **more: object) -> Path:
    collection = {"type": "FeatureCollection", "features": list(features), **more}
    path.write_text(json.dumps(collection), encoding="utf-8")
    return path


def ward(number: int, name: str, ring: Ring) -> dict[str, Any]:
    return feature(ring, WD25CD=f"E0500000{number}", WD25NM=name, LAD25CD="E06000032")


def lsoa(number: int, ring: Ring) -> dict[str, Any]:
    return feature(ring, LSOA21CD=f"E0100000{number}", LSOA21NM=f"Luton 00{number}A")


def encloses(ring: Ring, x: float, y: float) -> bool:
    """Count how often a line from a place to the east crosses a ring: within if that is odd."""
    crossings = 0
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            crossings += 1
    return crossings % 2 == 1


def centroid(ring: Ring) -> tuple[float, float]:
    """Return the middle of a ring by the shoelace formula."""
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise(ring):
        cross = x1 * y2 - x2 * y1
        area += cross
        x += (x1 + x2) * cross
        y += (y1 + y2) * cross
    return x / (3 * area), y / (3 * area)
