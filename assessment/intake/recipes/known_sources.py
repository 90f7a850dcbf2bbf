"""The sources that there are: those that have sent files, and those of a saved recipe."""

from assessment.intake.recipes.recipe_store import standing_recipes
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace


@needs(Permission.LOAD_EXTRACTS)
def known_sources(workspace: Workspace) -> tuple[str, ...]:
    """Return the names of all sources, by name, but for the examples' own."""
    sent = {source for (source,) in workspace.store.rows("real_sources")}
    by_recipe = {recipe.source for recipe in standing_recipes(workspace.store)}
    return tuple(sorted(sent | by_recipe))
