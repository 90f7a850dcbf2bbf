"""Records whose file does not say their district, placed anew when the loaded areas change.

What the rows of an extract are placed by is kept with it, so that it is placed as at its load, by
the same steps, whichever came first: the extract or the areas.
"""

from assessment.areas.area_finder import AreaFinder
from assessment.areas.placed_positions import place_found
from assessment.definitions import districts, measure_sets
from assessment.intake.categories.coverage_anew import judge_extract_anew
from assessment.intake.mapping.places.row_beats import put_in_areas_of_beats
from assessment.intake.mapping.places.row_districts import put_in_districts
from assessment.store import Writer


def place_records_anew(writer: Writer) -> int:
    """Put every such record where it lies now, and judge anew what its extract answers for.

    Return how many rows of extracts lie in another district or ward than before.
    """
    extracts = writer.rows("extracts_placed_by_areas")
    if not extracts:
        return 0
    moved = 0
    writer.run("create_staged")
    writer.run("create_staged_positions")
    for extract, source, measure_set, recipe, months_said in extracts:
        _find(writer, extract)
        if rows := writer.value("count_placed_otherwise", extract=extract):
            moved += rows
            _move(writer, extract)
            judge_extract_anew(
                writer, source, measure_sets()[measure_set], (extract, recipe, months_said)
            )
    return moved


def _find(writer: Writer, extract: int) -> None:
    """Find where the rows of an extract lie now, by the steps of a load."""
    writer.run("clear_staged")
    writer.run("clear_staged_positions")
    writer.run("stage_places_of_extract", extract=extract)
    finder = AreaFinder(writer)
    if finder.has_boundaries:
        place_found(writer, finder, "staged_positions_to_place", "put_staged_positions")
    put_in_areas_of_beats(writer)
    put_in_districts(writer)
    named = ((text, districts().find(text)) for text, _ in writer.rows("staged_places"))
    meant = {text: district.name for text, district in named if district}
    writer.run("create_placed_anew", places=list(meant), meant=list(meant.values()))


def _move(writer: Writer, extract: int) -> None:
    writer.run("create_categories_anew", extract=extract)
    writer.run("remove_categories_of_extract", extract=extract)
    writer.run("insert_categories_anew", extract=extract)
    writer.run("put_places_of_extract", extract=extract)
    writer.run("move_records_of_extract", extract=extract)
