"""Luton as a board of small areas in wards, with its boundaries."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assessment.changes import Place
from assessment.intake.boundaries.area_loading import load_areas
from assessment.workspace import Workspace
from tests.areas.squares import feature, square, write

LUTON = Place("Luton", ("Luton",))
WIDE, SIDE = 6, 0.005
# A ward is a column of small areas.
NAMES = [f"Ward {letter}" for letter in "ABCDEF"]


def code(number: int) -> str:
    return f"E01{number:06d}"


def lsoas(count: int, year: int = 21) -> list[dict[str, Any]]:
    return [
        feature(
            square(-0.45 + at % WIDE * SIDE, 51.87 + at // WIDE * SIDE, SIDE),
            **{f"LSOA{year}CD": code(at), f"LSOA{year}NM": f"Luton {at:03d}A"},
        )
        for at in range(count)
    ]


def wards(names: Sequence[str] = NAMES) -> list[dict[str, Any]]:
    return [
        feature(
            [(west, 51.87), (west + SIDE, 51.87), (west + SIDE, 51.9), (west, 51.9), (west, 51.87)],
            WD25CD=f"E05{at:06d}",
            WD25NM=name,
            LAD25CD="E06000032",
        )
        for at, name in enumerate(names)
        for west in [-0.45 + at * SIDE]
    ]


def with_boundaries(workspace: Workspace, folder: Path, features: list[dict[str, Any]]) -> None:
    load_areas(workspace, write(folder / "areas.geojson", features))
