"""How well the values of a column fit what it may hold, as far as values can tell."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from assessment.definitions import districts, flag_columns, flags_for, measure_sets

# Any writing of a day or a month: whether it can be read is told when the rows are.
DATE = re.compile(
    r"""
    (?:[a-z]{3,9},?\s)?                                         # Friday
    (?: \d{1,4}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ,]\s?\d{2,4}\b.*   # 31/03/2024 10:15, 31-Mar-24
      | \d{4}-\d{1,2}(?:-\d{1,2}.*)? | \d{1,2}/\d{4}             # 2024-03, 03/2024
      | [a-z]{3,9}[-/ ']\s?\d{2,4}                              # Oct-25
      | (?:19|20)\d{4}(?:\d{2})?                                # 20240331
      | [34]\d{4}(?:\.\d+)?                                     # 45939.5, as Excel counts
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
LSOA = re.compile(r"[EW]01\d{6}", re.IGNORECASE)
LSOA_NAME = re.compile(r"\S.* \d{3}[A-Z]")
DEGREES = re.compile(r"-?\d{1,3}(?:\.\d+)?")
# Metres of the British grid, also with a comma in the thousands.
METRES = re.compile(r"\d{1,3},?\d{3}(?:\.\d+)?|0")
# TQ 123 456, with as many figures east as north.
GRID_REFERENCE = re.compile(r"[HJNOST][A-HJ-Z](?:[\s,./-]*\d[\s,./-]*){6,10}", re.IGNORECASE)
WORDS = re.compile(r"[^\W\d_]{2}")
# Names of places and outcomes come again and again; what seldom does is a name of something else.
REPEATED = 2


def fit(field: str, values: Sequence[str]) -> float:
    """Return the share of a column's values, but for blanks, that can be what a field holds.

    0 where there is no value, or the field can hold anything and no value could tell.
    """
    counted = Counter(stripped for value in values if (stripped := value.strip()))
    if not counted:
        return 0.0
    if field == "reference":
        return _tells_apart(counted)
    fits = FITS.get(field) or _marks(field)
    share = sum(n for text, n in counted.items() if fits(text)) / counted.total()
    if field in ("ward", "outcome", "subcategory"):
        return share if counted.total() >= REPEATED * len(counted) else 0.0
    return share


@cache
def is_category(text: str) -> bool:
    """Tell whether any set of measures knows a category; a bare number may be a count."""
    has_words = any(letter.isalpha() for letter in text)
    return has_words and any(measures.leaf_for(text) for measures in measure_sets().values())


@cache
def is_district(text: str) -> bool:
    """Tell whether a text names a district."""
    return districts().find(text) is not None


@cache
def is_force(text: str) -> bool:
    """Tell whether a text names a police force."""
    return districts().find_force(text) is not None


def is_date(text: str) -> bool:
    """Tell whether a text is written as a day or a month is."""
    return DATE.fullmatch(text) is not None


def _tells_apart(counted: Counter[str]) -> float:
    """Return how nearly every row has a value of its own, none of them a date."""
    if any(is_date(text) for text in counted) or not any(map(_has_figures, counted)):
        return 0.0
    return len(counted) / counted.total()


def _has_figures(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _marks(field: str) -> Callable[[str], bool]:
    return lambda text: field in flag_columns() and flags_for(field, text) is not None


def _is_words(text: str) -> bool:
    return WORDS.search(text) is not None and not is_date(text)


FITS: Mapping[str, Callable[[str], bool]] = {
    **dict.fromkeys(("date_from", "date_to", "recorded"), is_date),
    "district": is_district,
    "force": is_force,
    "lsoa": lambda text: LSOA.fullmatch(text) is not None,
    "lsoa_name": lambda text: LSOA_NAME.fullmatch(text) is not None,
    **dict.fromkeys(("longitude", "latitude"), lambda text: DEGREES.fullmatch(text) is not None),
    **dict.fromkeys(("easting", "northing"), lambda text: METRES.fullmatch(text) is not None),
    "grid_reference": lambda text: GRID_REFERENCE.fullmatch(text) is not None,
    "category": is_category,
    **dict.fromkeys(("ward", "outcome", "subcategory"), _is_words),
}
