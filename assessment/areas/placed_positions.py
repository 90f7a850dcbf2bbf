"""Where the positions of records lie, kept until areas change.

A record keeps its position as its file gives it; what that lies in is looked up when it is counted.
"""

from assessment.areas.area_finder import AreaFinder
from assessment.store import Writer


def place_positions(writer: Writer) -> None:
    """Work out anew what the positions of records lie in that no code of theirs tells."""
    writer.run("clear_placed_positions")
    finder = AreaFinder(writer)
    if finder.has_boundaries:
        place_found(writer, finder, "positions_to_place", "put_placed_positions")


def forget_places(writer: Writer) -> None:
    """Forget what no record is at or names any more: a position may be somebody's home."""
    writer.run("forget_positions")
    writer.run("forget_ward_names")
    writer.run("forget_places_said")


def place_found(writer: Writer, finder: AreaFinder, read: str, put: str) -> None:
    """Keep what positions lie in: `read` is the query that lists them, `put` what keeps them."""
    positions = writer.columns(read)
    longitudes, latitudes = positions["longitude"], positions["latitude"]
    if not len(longitudes):
        return
    areas = finder.at(longitudes, latitudes)
    writer.run(
        put,
        longitudes=longitudes,
        latitudes=latitudes,
        lsoas=areas.lsoa,
        wards=areas.ward,
        districts=areas.district,
        lsoa_codes=areas.lsoa_codes,
        ward_names=areas.ward_names,
        district_names=areas.districts,
    )
