"""An area as it is drawn on a map: whole numbers on a grid."""

from typing import NamedTuple

# A closed line on the grid: its points from the first to the last, which is joined to the first.
Ring = tuple[tuple[int, int], ...]


class DrawnArea(NamedTuple):
    """An area on the grid of its map: its rings, and a point within it."""

    rings: tuple[Ring, ...]
    middle: tuple[int, int]
