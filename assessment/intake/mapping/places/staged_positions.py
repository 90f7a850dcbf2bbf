"""The positions of staged rows: brought to degrees, looked at, and found in the loaded areas."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from assessment.areas.area_finder import AreaFinder
from assessment.areas.placed_positions import place_found
from assessment.errors import UploadRefused
from assessment.intake.files.file_tables import shown
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile
from assessment.store import Writer

if TYPE_CHECKING:
    from assessment.areas.area_finder import Coordinates

EXCHANGED = "exchanged"
# Columns that hold one another's numbers do so in every row: half of them are enough to say so.
MOST = 0.5
TRIED = 2_000
OTHER_NAMES = {
    "easting": "longitude",
    "northing": "latitude",
    "longitude": "easting",
    "latitude": "northing",
}


@dataclass(frozen=True)
class StagedPositions:
    """Rows by what is wrong with their position, and whether there are areas to look for it in."""

    faults: Mapping[str, int]
    has_boundaries: bool


def place_staged_positions(
    writer: Writer, file: str, recognised: RecognisedFile
) -> StagedPositions:
    """Look up what the positions of the staged rows lie in, where no code of the row tells it.

    Raises UploadRefused where the two columns of a position are exchanged.
    """
    writer.run("create_staged_positions")
    finder = AreaFinder(writer)
    _from_grid(writer, file, recognised, finder)
    faults: dict[str, int] = dict(writer.rows("position_faults"))
    if faults.get(EXCHANGED, 0) > writer.value("count_positions"):
        raise UploadRefused(file, [_exchanged(recognised, "longitude", "latitude")])
    if finder.has_boundaries:
        place_found(writer, finder, "staged_positions_to_place", "put_staged_positions")
    return StagedPositions(faults, finder.has_boundaries)


def _from_grid(writer: Writer, file: str, recognised: RecognisedFile, finder: AreaFinder) -> None:
    """Bring positions on the British grid to degrees; those far out at sea are none."""
    grid = writer.columns("staged_grid_positions")
    eastings, northings = grid["easting"], grid["northing"]
    if not len(eastings):
        return
    if _are_exchanged(finder, eastings, northings):
        raise UploadRefused(file, [_exchanged(recognised, "easting", "northing")])
    from assessment.areas.outlines import from_grid, near_the_land

    longitudes, latitudes = from_grid(eastings, northings)
    writer.run(
        "put_degrees",
        eastings=eastings,
        northings=northings,
        longitudes=np.round(longitudes, 5),
        latitudes=np.round(latitudes, 5),
        are_near=near_the_land(eastings, northings).tolist(),
    )


def _are_exchanged(finder: AreaFinder, eastings: "Coordinates", northings: "Coordinates") -> bool:
    """Tell whether positions lie in the areas that are loaded, or on land, only when turned."""
    some = np.linspace(0, len(eastings) - 1, min(TRIED, len(eastings))).astype(int)
    as_headed = _share_inside(finder, eastings[some], northings[some])
    return as_headed < 1 - MOST and _share_inside(finder, northings[some], eastings[some]) > MOST


def _share_inside(finder: AreaFinder, eastings: "Coordinates", northings: "Coordinates") -> float:
    from assessment.areas.outlines import from_grid, near_the_land

    is_near = near_the_land(eastings, northings)
    if not finder.has_boundaries:
        return float(is_near.mean())
    return float((is_near & finder.at(*from_grid(eastings, northings)).is_inside).mean())


def _exchanged(recognised: RecognisedFile, first: str, second: str) -> str:
    """Say that two columns hold one another's numbers, and how that is put right."""
    x, y = (shown(_heading(recognised, field)) for field in (first, second))
    return (
        f"The columns '{x}' and '{y}' hold one another's numbers: as they are headed, their "
        f"positions lie in no place that fits, and exchanged they do. Say that '{x}' is the "
        f"{second} and '{y}' the {first} (on the command line --column \"{x}={second}\" --column "
        f'"{y}={first}").'
    )


def _heading(recognised: RecognisedFile, field: str) -> str:
    """Return the heading of a field; numbers in degrees may stand under names of the grid too."""
    return (recognised.headings_of(field) or recognised.headings_of(OTHER_NAMES[field]))[0]
