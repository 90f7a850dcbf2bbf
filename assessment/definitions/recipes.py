"""Recipes: how the files of a source are read, from data/definitions/recipes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from assessment.definitions.definition_files import open_files, read_authored
from assessment.definitions.spelling import plain
from assessment.definitions.toml_reader import Entry, Faults, twice


class Field(StrEnum):
    """What a column of an extract may hold, beside the flags that mark its record."""

    REFERENCE = "reference"
    DATE_FROM = "date_from"
    TIME_FROM = "time_from"
    DATE_TO = "date_to"
    TIME_TO = "time_to"
    RECORDED = "recorded"
    TIME_RECORDED = "time_recorded"
    FORCE = "force"
    DISTRICT = "district"
    WARD = "ward"
    BEAT = "beat"
    LSOA = "lsoa"
    LSOA_NAME = "lsoa_name"
    LONGITUDE = "longitude"
    LATITUDE = "latitude"
    EASTING = "easting"
    NORTHING = "northing"
    GRID_REFERENCE = "grid_reference"
    CATEGORY = "category"
    SUBCATEGORY = "subcategory"
    OFFENCE_CODE = "offence_code"
    OFFENCE_TITLE = "offence_title"
    OUTCOME = "outcome"


class Covers(StrEnum):
    """What a file answers for as a whole: absent records there mean that there were none."""

    FORCE = "force"
    DISTRICT = "district"


@dataclass(frozen=True)
class RecipeColumn:
    """A column and the headers it is known by; the first is the preferred one."""

    field: str
    names: tuple[str, ...]
    required: bool


@dataclass(frozen=True)
class Recipe:
    """How a kind of file is read.

    Of each group in `one_of`, at least one field must be there, and of the headers in `known_by`,
    if there are any: only such files have them. `unused` are headers that are
    known and not read; `ignore_files` are patterns of files in a ZIP that are known and not loaded
    beside others. Where `force_in_name`, the force is in the name of the file and in no column.
    """

    id: str
    label: str
    measure_set: str | None
    covers: str
    columns: tuple[RecipeColumn, ...]
    one_of: tuple[tuple[str, ...], ...]
    known_by: tuple[str, ...]
    unused: tuple[str, ...]
    ignore_files: tuple[str, ...]
    force_in_name: bool = False

    def is_unused(self, header: str) -> bool:
        """Tell whether a header is known and left aside."""
        return plain(header) in map(plain, self.unused)


def read_recipes(folder: Path, sets: Sequence[str], flags: Sequence[str]) -> Mapping[str, Recipe]:
    """Read every recipe of a folder, for some measure sets and columns of flags.

    Raises DefinitionFault with every fault.
    """
    faults = Faults()
    entries = open_files(folder, faults)
    fields = [*Field, *flags]
    recipes = [_read_recipe(entry, sets, fields) for entry in entries]
    for entry, recipe in zip(entries, recipes, strict=True):
        _check_names(entry, recipe)
        _check_one_of(entry, recipe)
        if sum(other.id == recipe.id for other in recipes) > 1:
            entry.wrong("id", "each recipe once", recipe.id)
    faults.raise_any()
    return {recipe.id: recipe for recipe in recipes}


def _read_recipe(entry: Entry, sets: Sequence[str], fields: Sequence[str]) -> Recipe:
    measure_set = entry.optional_text("measure_set")
    entry.known("measure_set", (measure_set,) if measure_set else (), sets)
    read_authored(entry)
    recipe = Recipe(
        id=entry.text("id"),
        label=entry.text("label"),
        measure_set=measure_set,
        covers=entry.one_of("covers", Covers).value,
        columns=tuple(
            _read_column(table, fields) for table in entry.entries("column", named_by="field")
        ),
        one_of=entry.groups("one_of"),
        known_by=entry.texts("known_by"),
        unused=entry.texts("unused"),
        ignore_files=entry.texts("ignore_files"),
        force_in_name=entry.yes_or_no("force_in_name"),
    )
    entry.close()
    return recipe


def _read_column(entry: Entry, fields: Sequence[str]) -> RecipeColumn:
    column = RecipeColumn(
        field=entry.word("field", fields),
        names=entry.texts("names", at_least=1),
        required=entry.yes_or_no("required"),
    )
    entry.close()
    return column


def _check_names(entry: Entry, recipe: Recipe) -> None:
    for repeated in twice(column.field for column in recipe.columns):
        entry.wrong("column", "each field once", repeated)
    names = [name for column in recipe.columns for name in column.names]
    for repeated in twice(map(plain, (*names, *recipe.unused))):
        entry.wrong("names", "each header once", repeated)


def _check_one_of(entry: Entry, recipe: Recipe) -> None:
    fields = {column.field for column in recipe.columns}
    for group in recipe.one_of:
        entry.known("one_of", group, fields)
