"""Outlines on the map: brought to longitude and latitude, and what lies within which.

Shapely and pyproj are imported by whoever imports this, so nothing but placing and loading does.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Transformer
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

BRITISH_GRID, DEGREES = 27700, 4326
# England and Wales with their seas.
WEST, SOUTH, EAST, NORTH = -7.0, 49.0, 2.5, 56.5

Degrees = npt.NDArray[np.float64]
# England and Wales with a margin of some ten kilometres of sea, in kilometres of the British grid:
# a rough line around the coast, which no position on land is outside of.
AROUND_THE_COAST = (
    *((70, 0), (170, -5), (300, 20), (370, 55), (460, 60), (560, 80), (615, 95), (655, 140)),
    *(
        (660, 230),
        (670, 310),
        (625, 355),
        (570, 370),
        (555, 430),
        (535, 485),
        (510, 525),
        (470, 540),
    ),
    *((450, 610), (425, 668), (390, 668), (365, 640), (345, 610), (315, 590), (285, 560)),
    *(
        (280, 500),
        (310, 440),
        (290, 410),
        (210, 410),
        (200, 370),
        (195, 300),
        (250, 290),
        (190, 260),
    ),
    *((150, 240), (150, 190), (200, 170), (195, 120), (150, 80), (115, 45)),
)


def from_grid(eastings: Degrees, northings: Degrees) -> tuple[Degrees, Degrees]:
    """Return longitudes and latitudes of places on the British National Grid, by some metres.

    What is exacter needs a table of the Ordnance Survey that cannot be carried along; the middle of
    an LSOA is seldom so near to the border of a ward.
    """
    transformer = Transformer.from_crs(BRITISH_GRID, DEGREES, always_xy=True)
    longitudes, latitudes = transformer.transform(eastings, northings)
    return np.asarray(longitudes), np.asarray(latitudes)


def near_the_land(eastings: Degrees, northings: Degrees) -> npt.NDArray[np.bool_]:
    """Tell which places on the grid lie in England or Wales, or in the sea not far from it."""
    land = shapely.polygons([(1000 * east, 1000 * north) for east, north in AROUND_THE_COAST])
    shapely.prepare(land)
    return np.asarray(shapely.contains_xy(land, eastings, northings))


def outline_of(geojson: Mapping[str, Any], *, in_metres: bool) -> BaseGeometry | None:
    """Return an outline in degrees; None where it encloses nothing, or lies somewhere else."""
    try:
        outline = shape(dict(geojson))
    except (shapely.errors.ShapelyError, TypeError, ValueError, AttributeError, KeyError):
        return None
    if in_metres:
        outline = shapely.transform(outline, _to_degrees)
    outline = outline if outline.is_valid else shapely.make_valid(outline)
    if outline.is_empty or not outline.area:
        return None
    west, south, east, north = outline.bounds
    return outline if WEST <= west <= east <= EAST and SOUTH <= south <= north <= NORTH else None


def _to_degrees(points: Degrees) -> Degrees:
    return np.column_stack(from_grid(points[:, 0], points[:, 1]))


def as_bytes(outline: BaseGeometry) -> bytes:
    """Write an outline as well-known binary, which the store keeps."""
    return bytes(shapely.to_wkb(outline))


class Outlines:
    """Some outlines, to be asked which of them a place is in."""

    def __init__(self, shapes: Sequence[bytes]) -> None:
        self._outlines = shapely.from_wkb(list(shapes))
        self._tree = shapely.STRtree(self._outlines)

    def at(self, longitudes: Degrees, latitudes: Degrees) -> npt.NDArray[np.int64]:
        """Return for each place the number of the outline that it is in; -1 where it is in none.

        A place upon the line between two is given to the one that was named first.
        """
        points = shapely.points(longitudes, latitudes)
        asked, within = self._tree.query(points, predicate="intersects")
        result = np.full(len(points), -1, dtype=np.int64)
        in_order = np.lexsort((-within, asked))
        result[asked[in_order]] = within[in_order]
        return result

    def centroids(self) -> tuple[Degrees, Degrees]:
        """Return the middle of every outline."""
        middles = shapely.centroid(self._outlines)
        return shapely.get_x(middles), shapely.get_y(middles)
