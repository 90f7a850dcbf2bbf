"""Areas on a map: none is lost, neighbours keep their border, and it is small enough to send."""

import json

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from assessment.areas.area_shapes import GRID, drawn_areas, together, touching
from tests.areas.squares import square

sizes = st.floats(1e-6, 0.05)
ANYWHERE = st.tuples(st.floats(-5, 1), st.floats(50, 55), sizes, sizes)


def wkb(*rings: list[tuple[float, float]]) -> bytes:
    return bytes(shapely.to_wkb(shapely.Polygon(rings[0], rings[1:])))


def board(wide: int, high: int, corners: int = 1) -> list[bytes]:
    """A board of areas; each side between two corners is a line of so many steps, a bit uneven."""
    cells = []
    for row in range(high):
        for column in range(wide):
            steps = [
                *((column + k / corners, row) for k in range(corners)),
                *((column + 1, row + k / corners) for k in range(corners)),
                *((column + 1 - k / corners, row + 1) for k in range(corners)),
                *((column, row + 1 - k / corners) for k in range(corners)),
            ]
            uneven = [(x + 0.04 * ((7 * x + 3 * y) % 1), y + 0.04 * ((5 * y + x) % 1))
                      for x, y in steps]  # fmt: skip
            cells.append(wkb([(-0.5 + 0.01 * x, 51.8 + 0.007 * y) for x, y in uneven]))
    return cells


@given(st.lists(ANYWHERE, min_size=1, max_size=12))
def test_no_area_is_ever_lost(boxes: list[tuple[float, float, float, float]]) -> None:
    shapes = [bytes(shapely.to_wkb(shapely.box(x, y, x + w, y + h))) for x, y, w, h in boxes]
    drawn = drawn_areas(shapes)
    assert len(drawn) == len(shapes)
    for area in drawn:
        assert area.rings
        for ring in area.rings:
            assert shapely.Polygon(ring).area > 0
            assert all(-1 <= part <= GRID + 1 for point in ring for part in point)


def test_a_map_is_as_wide_as_it_is_high_on_the_ground() -> None:
    # At 51.9° a degree of longitude is 0.617 of one of latitude.
    (area,) = drawn_areas([wkb([(0, 51.4), (1, 51.4), (1, 52.4), (0, 52.4)])])
    xs, ys = zip(*area.rings[0], strict=True)
    assert max(ys) - min(ys) == GRID
    assert (max(xs) - min(xs)) / GRID == pytest.approx(0.617, abs=0.001)


def test_neighbours_keep_the_border_between_them() -> None:
    drawn = drawn_areas(board(4, 4, 40))
    pairs = touching(board(4, 4, 40))
    points = [set(area.rings[0]) for area in drawn]
    sides = [(one, other) for one, other in pairs if other - one in (1, 4)]
    assert sides
    assert all(len(points[one] & points[other]) >= 2 for one, other in sides)


def test_areas_touch_by_a_side_or_a_corner() -> None:
    expected = {
        (one, other)
        for one in range(12)
        for other in range(12)
        if one < other and max(abs(one // 4 - other // 4), abs(one % 4 - other % 4)) == 1
    }
    assert set(touching(board(4, 3))) == expected


def test_a_hole_runs_the_other_way_round() -> None:
    outer, hole = square(-0.5, 51.8, 0.1), square(-0.46, 51.84, 0.02)
    (area,) = drawn_areas([wkb(list(outer), list(hole))])
    first, second = (shapely.LinearRing(ring).is_ccw for ring in area.rings)
    assert first != second


def test_areas_that_are_one_are_drawn_as_one() -> None:
    one, other = board(2, 1)
    assert together([one]) is one
    (area,) = drawn_areas([together([one, other])])
    assert len(area.rings) == 1


@pytest.mark.parametrize(("wide", "high"), [(20, 10), (40, 30)])
def test_maps_of_detailed_borders_have_few_points(wide: int, high: int) -> None:
    drawn = drawn_areas(board(wide, high, 30))
    assert len(drawn) == wide * high
    assert len(json.dumps([area.rings for area in drawn])) < 500_000
