"""Where the positions of records lie, kept until areas change.

A record keeps its position as its file gives it; what that lies in is looked up when it is counted.
"""

from assessment.areas.area_finder import AreaFinder
from assessment.store import Writer


def place_positions(writer: Writer) -> None:
    """Work out anew what the positions of records lie in that no code of theirs tells."""
    writer.run("clear_placed_positions")
    finder = AreaFinder(writer)
    if not finder.has_boundaries:
        return
    positions = writer.columns("positions_to_place")
    longitudes, latitudes = positions["longitude"], positions["latitude"]
    areas = finder.at(longitudes, latitudes)
    writer.run(
        "put_placed_positions",
        longitudes=longitudes,
        latitudes=latitudes,
        lsoas=areas.lsoas.tolist(),
        wards=areas.wards.tolist(),
        districts=areas.districts.tolist(),
    )
