"""`recipe`: how the files of each source are read, listed, shown, exported, kept and removed."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from assessment.commands.new_file import write_file
from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.definitions import recipes
from assessment.intake.recipes.recipe_file import as_values, read_recipe_file, recipe_as_toml
from assessment.intake.recipes.recipe_store import (
    remove_recipe,
    save_recipe,
    saved_recipe,
    saved_recipes,
)
from assessment.intake.recipes.saved_recipe import SavedRecipe
from assessment.outputs.sources.recipe_wording import columns_counted, kept_in_words

SAVED, SHIPPED = "saved", "shipped"


def list_recipes(options: Namespace) -> int:
    """List the saved recipes, and the shipped ones that they follow."""
    with opened(options) as workspace:
        saved = saved_recipes(workspace)
    if options.json:
        shipped = [{"name": recipe.id, "kind": SHIPPED} for recipe in recipes().values()]
        say_json([*map(_as_json, saved), *shipped])
        return 0
    if not saved:
        say("There is no saved recipe yet: one is kept with each load.")
    for recipe in saved:
        what = f"source {recipe.source}, {columns_counted(recipe)}"
        say(f"{recipe.name}: {what}, as {recipe.layout} (kept {kept_in_words(recipe)})")
    say(f"Shipped: {', '.join(recipes())}")
    return 0


def show(options: Namespace) -> int:
    """Show what a saved recipe says."""
    with opened(options) as workspace:
        recipe = saved_recipe(workspace, options.name)
    if options.json:
        say_json(_as_json(recipe))
    else:
        say(*recipe_as_toml(recipe).splitlines(), f"# kept {kept_in_words(recipe)}")
    return 0


def export(options: Namespace) -> int:
    """Write a saved recipe to a file that `recipe save` reads."""
    with opened(options) as workspace:
        recipe = saved_recipe(workspace, options.name)
    path = Path(options.out or f"{recipe.name}.toml")
    write_file(
        path,
        recipe_as_toml(recipe).encode("utf-8"),
        "Name another with --out, or say --replace.",
        may_replace=options.replace,
    )
    if options.json:
        say_json({"name": recipe.name, "file": str(path)})
    else:
        say(f"The recipe {recipe.name} was written to {path}.")
    return 0


def save(options: Namespace) -> int:
    """Keep the recipe that a file says; it takes the place of the one of its name."""
    path = Path(options.file)
    with opened(options) as workspace:
        # Inside: the data sets that the store's partnerships have defined are known here alone.
        recipe = read_recipe_file(path, path.name)
        save_recipe(workspace, recipe)
        kept = saved_recipe(workspace, recipe.name)
    if options.json:
        say_json(_as_json(kept))
    else:
        say(f"The recipe {kept.name} is kept: files like it are read as of {kept.source}.")
    return 0


def remove(options: Namespace) -> int:
    """Forget a saved recipe; what was loaded by it stays."""
    with opened(options) as workspace:
        remove_recipe(workspace, options.name)
    if options.json:
        say_json({"name": options.name, "removed": True})
    else:
        say(f"The recipe {options.name} was removed. What was loaded by it stays.")
    return 0


def _as_json(recipe: SavedRecipe) -> dict[str, Any]:
    return {
        **as_values(recipe),
        "kind": SAVED,
        "saved_at": recipe.saved_at and recipe.saved_at.isoformat(timespec="seconds"),
        "saved_by": recipe.saved_by,
    }
