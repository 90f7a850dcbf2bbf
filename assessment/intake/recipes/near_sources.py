"""Known sources whose files hold what a file holds, under other headings."""

from collections.abc import Iterator, Sequence

from assessment.intake.files.file_tables import FileTable
from assessment.intake.mapping.columns.header_matching import UNUSED
from assessment.intake.recipes.known_places import (
    first_rows,
    places_of_source,
    share_in_categories,
    share_in_places,
)
from assessment.intake.recipes.recipe_of_load import FileReading
from assessment.intake.recipes.recipe_store import standing_recipes
from assessment.intake.recipes.saved_recipe import SavedRecipe
from assessment.intake.recipes.source_proposal import SAME_CATEGORIES, SAME_PLACES, of_every_force
from assessment.store import Writer

# Of all that the columns of two files hold, so much is in both where headings were only renamed.
SAME_FIELDS = 0.6


def near_sources(
    writer: Writer, tables: Sequence[FileTable], reading: FileReading
) -> Iterator[SavedRecipe]:
    """Yield the recipes whose files hold the same things, of the same kinds and places."""
    rows = first_rows(tables)
    for recipe in standing_recipes(writer):
        if recipe.layout != reading.layout or of_every_force(recipe):
            continue
        if _same_fields(recipe, reading) < SAME_FIELDS:
            continue
        known = places_of_source(writer, recipe.source)
        at_home = share_in_places(rows, known)
        if share_in_categories(rows, known) >= SAME_CATEGORIES and (
            at_home is None or at_home >= SAME_PLACES
        ):
            yield recipe


def _same_fields(recipe: SavedRecipe, reading: FileReading) -> float:
    """Return the share of what either holds that both do; of counts no column is kept by name."""
    before = {field for field in recipe.choices.meanings.values() if field != UNUSED}
    now = {field for field in reading.fields if field != UNUSED}
    every = before | now
    return len(before & now) / len(every) if every else 1.0
