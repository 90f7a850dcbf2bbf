"""What the fields of a record are called in an analyst's words, and the column names to ask for."""

from collections.abc import Mapping, Sequence

from assessment.definitions import RecipeColumn, flag_columns
from assessment.periods import joined

# Enough of a column's names to go by; a recipe may accept forty.
NAMES_SAID = 3

WORDS: Mapping[str, str] = {
    "reference": "reference",
    "date_from": "date it happened",
    "time_from": "time it happened",
    "date_to": "date it ended",
    "time_to": "time it ended",
    "recorded": "date recorded",
    "time_recorded": "time recorded (tells rows apart, and is not kept)",
    "force": "police force",
    "district": "district",
    "ward": "ward",
    "beat": "police beat",
    "lsoa": "LSOA code",
    "lsoa_name": "LSOA name",
    "longitude": "longitude",
    "latitude": "latitude",
    "easting": "easting (British National Grid)",
    "northing": "northing (British National Grid)",
    "grid_reference": "grid reference (TQ 123 456)",
    "category": "offence or category",
    "subcategory": "finer category",
    "offence_code": "offence code",
    "offence_title": "offence title",
    "outcome": "outcome",
    "victim_reference": "victim's reference (kept as a mark)",
    "victim_age": "victim's age (kept as a band)",
    "victim_sex": "victim's sex",
    "victim_ethnicity": "victim's ethnicity (kept as a group)",
    "victim_relation": "suspect's relation to the victim (kept as a group)",
}
# Further columns of outcomes, and those that are headed "Cancelled": they are only looked through.
STATUSES = ("status", *(f"status_{number}" for number in range(2, 9)))
# Of a person: no heading is taken for it, and no value of it is shown or kept as it is written.
VICTIM_REFERENCE = "victim_reference"
VICTIM_BANDS = ("victim_age", "victim_sex", "victim_ethnicity", "victim_relation")
VICTIM_FIELDS = (VICTIM_REFERENCE, *VICTIM_BANDS)
# A recipe lists the better of two names first, which is seldom the one that most files have.
COMMONEST: Mapping[str, Sequence[str]] = {
    "date_from": ("Date", "Date committed"),
    "recorded": ("Date recorded", "Month"),
    "category": ("Offence", "Crime type", "Incident type"),
    "offence_code": ("HO offence code",),
    "offence_title": ("Offence title",),
}


def is_kept(field: str) -> bool:
    """Tell whether a column is kept of records: it is a field, and not left out."""
    return field in WORDS or field in flag_columns()


def field_in_words(field: str) -> str:
    """Return what a field is called, one that marks records as well."""
    return WORDS.get(field) or flag_columns()[field]


def fields_in_words() -> Mapping[str, str]:
    """Return what every field is called that a column may be said to hold."""
    return {**WORDS, **flag_columns()}


def names_for(columns: Sequence[RecipeColumn]) -> str:
    """Say which names would do for one of some columns: 'Date' or 'Month'."""
    return joined([f"'{name}'" for column in columns for name in _commonest(column)], "or")


def expected(columns: Sequence[RecipeColumn]) -> str:
    """Say what is expected of one of some columns, and whether other names would do as well."""
    named = sum(len(_commonest(column)) for column in columns)
    more = named < sum(len(column.names) for column in columns)
    return f"{'a name such as ' if more else ''}{names_for(columns)}"


def needed(columns: Sequence[RecipeColumn]) -> str:
    """Say what is needed of a file: the date it happened or the date recorded."""
    return " or the ".join(field_in_words(column.field) for column in columns)


def _commonest(column: RecipeColumn) -> Sequence[str]:
    common = [name for name in COMMONEST.get(column.field, ()) if name in column.names]
    return common or column.names[:NAMES_SAID]
