"""A saved recipe as a file: written to be read and changed by hand, and read again."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from assessment.definitions import (
    POLICE,
    districts,
    partner_sets,
    police_sets,
    recipes,
)
from assessment.errors import UploadRefused
from assessment.intake.counts.count_loading import RECIPE
from assessment.intake.file_choices import (
    CancelledRecords,
    DateOrder,
    FileChoices,
    ReferenceUse,
    RowIs,
)
from assessment.intake.files.file_tables import shown
from assessment.intake.mapping.columns.header_matching import UNUSED
from assessment.intake.mapping.columns.record_fields import fields_in_words
from assessment.intake.recipes.saved_recipe import SavedRecipe
from assessment.intake.recipes.source_names import EXAMPLES, SOURCE_ID
from assessment.numbers import listed

LARGEST = 1_000_000  # bytes: some hundred columns take ten thousand
MOST_SAID = 12
MOST_WORDS = 30
COUNT = "count"
DECISIONS = (
    "row_is",
    "measure_set",
    "place",
    "date_order",
    "reference",
    "reference_with",
    "cancelled",
)
TABLES = ("columns", "read_as", "categories")
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
    if faults := list(_faults(values)):
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


def _faults(values: Mapping[str, Any]) -> Iterator[str]:
    """Yield everything that is wrong with what a file says."""
    for name in ("name", "source"):
        text = values.get(name)
        if not isinstance(text, str) or not SOURCE_ID.fullmatch(text) or text.startswith(EXAMPLES):
            yield _fault(name, "lower-case letters, digits and hyphens, e.g. essex-police", text)
    for name, known in _vocabularies().items():
        text = values.get(name)
        if name == "layout" or text is not None:
            yield from () if text in known else [_one_of(name, known, text)]
    place = values.get("place")
    if place is not None and not (isinstance(place, str) and districts().find(place)):
        yield _fault("place", "a district of England or Wales", place)
    if not isinstance(values.get("reference_with", ""), str):
        yield _fault("reference_with", "a heading", values["reference_with"])
    yield from _column_faults(values)
    known_names = {"name", "source", "layout", "headings", "tables", *TABLES, *DECISIONS}
    for name in values.keys() - known_names:
        yield f"'{shown(name)}' is not known. Known are {listed(sorted(known_names), MOST_WORDS)}."


def _vocabularies() -> Mapping[str, tuple[str, ...]]:
    return {
        "layout": (*recipes(), RECIPE),
        "row_is": tuple(RowIs),
        "measure_set": (POLICE, *police_sets(), *partner_sets()),
        "date_order": tuple(DateOrder),
        "reference": tuple(ReferenceUse),
        "cancelled": tuple(CancelledRecords),
    }


def _column_faults(values: Mapping[str, Any]) -> Iterator[str]:
    headings = values.get("headings")
    if not isinstance(headings, list) or not headings or not all(map(_is_text, headings)):
        yield _fault("headings", 'a list such as ["Crime ref", "Date"]', headings)
    sheets = values.get("tables", [])
    if not isinstance(sheets, list) or not all(map(_is_text, sheets)):
        yield _fault("tables", 'a list such as ["Sheet1"]', sheets)
    fields = (*fields_in_words(), UNUSED, COUNT)
    for name in TABLES:
        columns = values.get(name, {})
        if not isinstance(columns, dict):
            yield _fault(name, "a heading and what it holds, one a line", columns)
            continue
        for heading, field in columns.items():
            if not _is_text(field) or (name != "categories" and field not in fields):
                yield _one_of(f"{name}, {shown(heading)}", fields, field)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _one_of(name: str, known: tuple[str, ...], found: object) -> str:
    return _fault(name, f"one of {listed(list(known), MOST_WORDS)}", found)


def _fault(name: str, expected: str, found: object) -> str:
    told = "nothing" if found is None else f"'{shown(str(found))}'"
    return f"{name}: expected {expected}, found {told}."
