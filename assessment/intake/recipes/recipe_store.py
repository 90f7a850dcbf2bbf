"""Saved recipes in the store: listed, kept with a load or from a file, and removed."""

from collections.abc import Iterator
from dataclasses import replace

from assessment.errors import InvalidRequest
from assessment.intake.file_choices import (
    CancelledRecords,
    DateOrder,
    FileChoices,
    ReferenceUse,
    RowIs,
)
from assessment.intake.recipes.saved_recipe import SavedRecipe
from assessment.numbers import listed
from assessment.people import Permission
from assessment.permissions import needs
from assessment.store import Store, Writer
from assessment.store.writer import Row
from assessment.workspace import Workspace

MOST_NAMED = 20


@needs(Permission.LOAD_EXTRACTS)
def saved_recipes(workspace: Workspace) -> tuple[SavedRecipe, ...]:
    """Return every saved recipe as it stands, by name."""
    return tuple(_as_named(workspace, recipe) for recipe in standing_recipes(workspace.store))


@needs(Permission.LOAD_EXTRACTS)
def saved_recipe(workspace: Workspace, name: str) -> SavedRecipe:
    """Return a saved recipe; raises InvalidRequest, with those there are, where it is not there."""
    return _as_named(workspace, recipe_named(workspace.store, name))


@needs(Permission.LOAD_EXTRACTS)
def save_recipe(workspace: Workspace, recipe: SavedRecipe) -> None:
    """Keep a recipe; it takes the place of the one of its name."""
    with workspace.store.writing() as writer:
        keep(writer, replace(recipe, extract=None), workspace.person.name)
        workspace.audit(writer, "saved recipe", f"{recipe.name}: {recipe.source}")


@needs(Permission.LOAD_EXTRACTS)
def remove_recipe(workspace: Workspace, name: str) -> None:
    """Forget a recipe; what was loaded by it stays. Raises InvalidRequest where there is none."""
    with workspace.store.writing() as writer:
        recipe_named(writer, name)
        writer.run("remove_recipe", name=name)
        workspace.audit(writer, "removed recipe", name)


def standing_recipes(reader: Store | Writer) -> Iterator[SavedRecipe]:
    """Yield every recipe as it was kept last, but for loads that have been undone."""
    return map(_from_row, reader.rows("recipes"))


def recipe_named(reader: Store | Writer, name: str) -> SavedRecipe:
    """Return the saved recipe of a name; raises InvalidRequest where there is none."""
    recipes = {recipe.name: recipe for recipe in standing_recipes(reader)}
    if name not in recipes:
        there = f"There are: {listed(list(recipes), MOST_NAMED)}." if recipes else "There are none."
        raise InvalidRequest(f"There is no saved recipe '{name}'. {there}")
    return recipes[name]


def keep(writer: Writer, recipe: SavedRecipe, who: str) -> None:
    """Keep a recipe in the caller's transaction; what it was before is kept too."""
    choices = recipe.choices
    writer.run(
        "insert_recipe",
        name=recipe.name,
        source=recipe.source,
        layout=recipe.layout,
        headings=list(recipe.headings),
        column_headings=list(choices.columns),
        column_fields=list(choices.columns.values()),
        read_headings=list(choices.read_as),
        read_fields=list(choices.read_as.values()),
        row_is=choices.row_is,
        measure_set=choices.measure_set,
        place=choices.place,
        date_order=choices.date_order,
        reference=choices.reference,
        reference_with=choices.reference_with,
        cancelled=choices.cancelled,
        tables=list(choices.tables),
        categories=list(choices.categories),
        category_meanings=list(choices.categories.values()),
        victim_reason=choices.victim_reason,
        extract=recipe.extract,
        saved_by=who,
    )


@needs(Permission.LOAD_EXTRACTS)
def known_sources(workspace: Workspace) -> tuple[str, ...]:
    """Return the names of all sources, of files and of recipes, but for the examples' own."""
    sent = {source for (source,) in workspace.store.rows("real_sources")}
    by_recipe = {recipe.source for recipe in standing_recipes(workspace.store)}
    return tuple(sorted(sent | by_recipe))


def _as_named(workspace: Workspace, recipe: SavedRecipe) -> SavedRecipe:
    return replace(recipe, saved_by=workspace.name_of(recipe.saved_by))


def _from_row(row: Row) -> SavedRecipe:
    name, source, layout, headings, extract, saved_at, saved_by, *decided = row
    column_headings, column_fields, read_headings, read_fields, *decided = decided
    row_is, measure_set, place, date_order, reference, reference_with, *decided = decided
    cancelled, tables, categories, category_meanings, victim_reason, places = decided
    choices = FileChoices(
        dict(zip(column_headings, column_fields, strict=True)),
        row_is and RowIs(row_is),
        measure_set,
        place,
        date_order and DateOrder(date_order),
        reference and ReferenceUse(reference),
        reference_with,
        cancelled and CancelledRecords(cancelled),
        tuple(tables),
        dict(zip(categories, category_meanings, strict=True)),
        read_as=dict(zip(read_headings, read_fields, strict=True)),
        victim_reason=victim_reason,
    )
    return SavedRecipe(
        name,
        source,
        layout,
        tuple(headings),
        choices,
        extract,
        saved_at,
        saved_by,
        tuple(places or ()),
    )
