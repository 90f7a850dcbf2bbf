"""Everything that is wrong with what the file of a recipe says."""

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.definitions import POLICE, districts, partner_sets, police_sets, recipes
from assessment.intake.counts.count_loading import RECIPE
from assessment.intake.file_choices import CancelledRecords, DateOrder, ReferenceUse, RowIs
from assessment.intake.files.file_tables import shown
from assessment.intake.mapping.belonging.source_names import EXAMPLES, SOURCE_ID
from assessment.intake.mapping.columns.header_matching import UNUSED
from assessment.intake.mapping.columns.record_fields import fields_in_words
from assessment.numbers import listed

MOST_WORDS = 30
COUNT = "count"
# What a recipe's file says of the whole file, and its tables of two columns.
DECISIONS = (
    *("row_is", "measure_set", "place", "date_order", "reference", "reference_with", "cancelled"),
    "victim_reason",
)
TEXTS = {"reference_with": "a heading", "victim_reason": "a reason"}
TABLES = ("columns", "read_as", "categories")


def recipe_faults(values: Mapping[str, Any]) -> Iterator[str]:
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
    for name, words in TEXTS.items():
        yield from () if _is_text(values.get(name, "")) else [_fault(name, words, values[name])]
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
