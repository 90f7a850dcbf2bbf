"""People's details inside columns that are kept: a name in a reference, a telephone in an outcome.

A heading says what a column is for, its cells what was put in. A sample of every kept column of
text is looked at; what a person could be found by is told by its form, and a name by a common
forename beside another name.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from assessment.definitions import flag_columns
from assessment.intake.mapping.categories.category_mapping import SEPARATOR
from assessment.intake.personal_forms import (
    name_in,
    person_in_reference,
    personal_details,
)
from assessment.store import Writer

SAMPLE = 2000
# One cell may be chance: a reference of the form of a postcode.
FEWEST = 2
NAMES_SHARE = 0.2
COLUMNS = ("reference", "category", "district", "ward", "outcome")
# "St John's" and "Victoria Park" are wards: many cells must be like names, and of different people.
FEWEST_NAMES = 3
# A reference of digits and letters alone may have the form of a telephone number or a postcode.
SOLID = re.compile(r"[A-Z0-9]+")


def personal_fields(writer: Writer, but_for: Collection[str]) -> Mapping[str, str]:
    """Return the fields whose staged cells hold people's details, with what these are.

    `but_for` are fields that were chosen to be kept.
    """
    texts = _texts_by_field(writer)
    texts["reference"] = [text for text in texts["reference"] if not SOLID.fullmatch(text)]
    details = {field: _details_in(cells, field) for field, cells in texts.items()}
    return {field: kind for field, kind in details.items() if kind and field not in but_for}


def _texts_by_field(writer: Writer) -> dict[str, list[str]]:
    texts: dict[str, list[str]] = {field: [] for field in (*COLUMNS, *flag_columns())}
    for *cells, flags in writer.rows("staged_contents", most=SAMPLE):
        for field, cell in zip(COLUMNS, cells, strict=True):
            texts[field] += [cell] if cell else []
        for part in filter(None, (flags or "").split(SEPARATOR)):
            field, _, value = part.partition("=")
            texts[field] += [value] if value else []
    return texts


def _detail_in(text: str, field: str) -> str | None:
    of_person = person_in_reference(text) if field == "reference" else None
    return of_person or personal_details(text)


def _details_in(texts: Sequence[str], field: str) -> str | None:
    details = [kind for text in texts if (kind := _detail_in(text, field))]
    if field == "category":  # "Assault On A Child Under 13 In A Public Place"
        details = [kind for kind in details if kind != "addresses"]
    if len(details) >= FEWEST:
        return max(set(details), key=details.count)
    named = [name for text in texts if (name := name_in(text))]
    enough = len(named) >= max(FEWEST_NAMES, NAMES_SHARE * len(texts))
    return "names" if enough and len(set(named)) >= FEWEST_NAMES else None
