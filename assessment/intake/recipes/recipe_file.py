"""A saved recipe as a file: written to be read and changed by hand, and read again."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assessment.errors import UploadRefused
from assessment.intake.file_choices import (
    CancelledRecords,
    DateOrder,
    FileChoices,
    ReferenceUse,
    RowIs,
)
from assessment.intake.files.file_tables import shown
from assessment.intake.recipes.recipe_faults import DECISIONS, TABLES, recipe_faults
from assessment.intake.recipes.saved_recipe import SavedRecipe

LARGEST = 1_000_000  # bytes: some hundred columns take ten thousand
MOST_SAID = 12
HEAD = (
    "# How the files of a source are read. Change what is wrong, and keep it: recipe save FILE.",
    "# [columns] is what was said of columns, [read_as] what the others were taken for.",
)


def recipe_as_toml(recipe: SavedRecipe) -> str:
    """Return a recipe as the text of a file."""
    values = as_values(recipe)
    tables = {name: values.pop(name) for name in TABLES}
    lines = [*HEAD, *(f"{name} = {_written(value)}" for name, value in values.items())]
    for name, columns in tables.items():
        lines += ["", f"[{name}]"]
        lines += [f"{_written(heading)} = {_written(field)}" for heading, field in columns.items()]
    return "\n".join(lines) + "\n"


def as_values(recipe: SavedRecipe) -> dict[str, Any]:
    """Return what a recipe's file says, by name; what was not decided is not there."""
    decided = {name: getattr(recipe.choices, name) for name in DECISIONS}
    return {
        "name": recipe.name,
        "source": recipe.source,
        "layout": recipe.layout,
        "headings": list(recipe.headings),
        "tables": list(recipe.choices.tables),
        **{name: str(value) for name, value in decided.items() if value is not None},
        "columns": dict(recipe.choices.columns),
        "read_as": dict(recipe.choices.read_as),
        "categories": dict(recipe.choices.categories),
    }


def read_recipe_file(path: Path, file: str) -> SavedRecipe:
    """Read a recipe from a file; raises UploadRefused with every fault."""
    values = _values(path, file)
    if faults := list(recipe_faults(values)):
        raise UploadRefused(file, faults[:MOST_SAID])
    choices = FileChoices(
        values.get("columns", {}),
        RowIs(values["row_is"]) if "row_is" in values else None,
        values.get("measure_set"),
        values.get("place"),
        DateOrder(values["date_order"]) if "date_order" in values else None,
        ReferenceUse(values["reference"]) if "reference" in values else None,
        values.get("reference_with"),
        CancelledRecords(values["cancelled"]) if "cancelled" in values else None,
        tuple(values.get("tables", ())),
        values.get("categories", {}),
        read_as=values.get("read_as", {}),
        victim_reason=values.get("victim_reason"),
    )
    name, source, layout = values["name"], values["source"], values["layout"]
    return SavedRecipe(name, source, layout, tuple(values["headings"]), choices)


def _written(value: object) -> str:
    """Write a text or a list of texts as TOML does; JSON writes them alike."""
    return json.dumps(value, ensure_ascii=False)


def _values(path: Path, file: str) -> Mapping[str, Any]:
    try:
        if path.stat().st_size > LARGEST:
            raise UploadRefused(file, [f"It is larger than {LARGEST:,} bytes: it is no recipe."])
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise UploadRefused(file, [f"There is no file {path}."]) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        why = f"It is not written as a recipe is ({shown(str(error))}). Begin from one exported."
        raise UploadRefused(file, [why]) from error
