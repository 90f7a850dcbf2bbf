"""Areas as they are drawn on a map, and which of them touch: from the outlines that are loaded.

Borders are made simpler together, so that neighbours keep the border between them, and points are
put on a grid of whole numbers: a map of many areas stays small enough to be sent to a phone.
"""

from collections.abc import Iterator, Sequence
from math import cos, radians
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from assessment.areas.drawn_area import DrawnArea, Ring

Outlines = npt.NDArray[np.object_]
# Two areas that touch, by their places in a list; each pair once.
Pairs = tuple[tuple[int, int], ...]
# The longer side of a map in steps of its grid: finer than a large screen shows.
GRID = 2000
# What all areas of a map may have together, where borders can be made so simple.
MOST_POINTS = 24_000
# By this part of a map's longer side a border is straightened at first; by twice as much then.
FIRST_PART, LAST_PART = 1 / 4000, 1 / 100
# Degrees, some ten centimetres: published borders of two areas may differ by their last figure.
TOUCHING = 1e-6


def together(shapes: Sequence[bytes]) -> bytes:
    """Return the outlines of several areas as one."""
    if len(shapes) == 1:
        return shapes[0]
    return bytes(shapely.to_wkb(shapely.union_all(shapely.from_wkb(list(shapes)))))


def touching(shapes: Sequence[bytes]) -> Pairs:
    """Return the pairs of outlines that share a border or a corner, each pair once."""
    outlines = shapely.from_wkb(list(shapes))
    tree = shapely.STRtree(outlines)
    pairs = tree.query(outlines, predicate="dwithin", distance=TOUCHING).T.tolist()
    return tuple(sorted((one, other) for one, other in pairs if one < other))


def drawn_areas(shapes: Sequence[bytes]) -> tuple[DrawnArea, ...]:
    """Return every outline on one grid, whose steps are as long in each direction.

    Outer rings run one way and holes the other. No area is left without: one that is too small for
    the grid is a triangle of one step where it lies.
    """
    outlines = _flat(shapely.from_wkb(list(shapes)))
    west, south, east, north = shapely.total_bounds(outlines)
    side = max(east - west, north - south)
    simple = shapely.orient_polygons(_simplified(outlines, side))
    on_grid = shapely.transform(
        np.concatenate([simple, shapely.point_on_surface(outlines)]),
        lambda points: np.round((points - (west, south)) * (GRID / side)),
    )
    areas, points = on_grid[: len(outlines)], shapely.get_coordinates(on_grid[len(outlines) :])
    middles = [(int(x), int(y)) for x, y in points]
    return tuple(
        DrawnArea(tuple(_rings(area)) or (_dot(*middle),), middle)
        for area, middle in zip(areas, middles, strict=True)
    )


def _flat(outlines: Outlines) -> Outlines:
    """Make a degree of longitude as long as one of latitude, as it is in the middle of them."""
    _, south, _, north = shapely.total_bounds(outlines)
    narrower = cos(radians((south + north) / 2))
    flat: Outlines = shapely.transform(outlines, lambda points: points * (narrower, 1.0))
    return flat


def _simplified(outlines: Outlines, side: float) -> Outlines:
    """Straighten borders, by more and more until there are few enough points in all."""
    part, simple = FIRST_PART, outlines
    while part <= LAST_PART:
        simple = shapely.coverage_simplify(simple, side * part)
        if shapely.get_num_coordinates(simple).sum() <= MOST_POINTS:
            break
        part *= 2
    return simple


def _rings(area: Any) -> Iterator[Ring]:
    """Yield the rings of an area that enclose something on the grid."""
    for part in shapely.get_parts(area):
        outer, *holes = (_ring(ring) for ring in shapely.get_rings(part))
        if outer:
            yield outer
            yield from filter(None, holes)


def _ring(ring: Any) -> Ring:
    """Return a ring without points that follow themselves; nothing where it is a line or point."""
    points = [(int(x), int(y)) for x, y in shapely.get_coordinates(ring)[:-1]]
    kept = tuple(point for at, point in enumerate(points) if point != points[at - 1])
    return kept if _encloses(kept) else ()


def _encloses(points: Ring) -> bool:
    """Tell whether a ring encloses anything (the shoelace formula)."""
    shifted = (*points[1:], *points[:1])
    return sum(x * v - u * y for (x, y), (u, v) in zip(points, shifted, strict=True)) != 0


def _dot(x: int, y: int) -> Ring:
    return ((x, y), (x + 1, y), (x, y + 1))
