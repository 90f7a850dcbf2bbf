"""People's details inside columns that are kept: a name in a reference, a telephone in an outcome.

A heading says what a column is for, its cells what was put in. A sample of every kept column of
text is looked at; what a person could be found by is told by its form, and a name by a common
forename beside another name.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from assessment.definitions import flag_columns
from assessment.definitions.forename_file import forenames
from assessment.intake.mapping.category_mapping import SEPARATOR
from assessment.store import Writer

SAMPLE = 2000
# One cell in a column that has few may be chance: "Alma Street" is a ward, and "Dr" a drive.
FEWEST, SHARE = 2, 0.01
NAMES_SHARE = 0.2
COLUMNS = ("reference", "category", "district", "ward", "outcome")
# "St John's" and "Victoria Park" are wards: many cells must be like names, and of different people.
FEWEST_NAMES = 3

ROADS = (
    "street|road|avenue|lane|close|drive|way|court|gardens|crescent|terrace|place|grove|walk|hill"
    "|rd|st|ave|ln|cl|cres|gdns"
)
FORMS: Mapping[str, re.Pattern[str]] = {
    "e-mail addresses": re.compile(r"[^\s@]+@[^\s@]+\.[A-Za-z]{2,}"),
    "telephone numbers": re.compile(
        r"(?<![\w/.-])(?:\+44[\s(]*0?[\s)]*|\(?0)(?:[1-37]\d{2,4})[\s)-]*\d{3}[\s-]*\d{3,4}(?![\w/-])"
    ),
    "postcodes": re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b"),
    "dates of birth": re.compile(r"\b(?:dob|d\.o\.b|born)\b", re.IGNORECASE),
    "names": re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? +[A-Z]"),
    "addresses": re.compile(
        rf"\b\d{{1,4}}[A-Za-z]?,? +(?:[A-Za-z'’.-]+ +){{1,3}}(?:{ROADS})\b", re.I
    ),
}
# A reference of digits and letters alone may have the form of a telephone number or a postcode.
SOLID = re.compile(r"[A-Z0-9]+")
TWO_NAMES = re.compile(r"\b([A-Z][a-z'’-]+) +([A-Z][A-Za-z'’-]+)\b")
# Beside these words a forename belongs to a place: St James, Victoria Park, King George.
OF_PLACES = re.compile(
    r"(?:st|saint|king|queen|prince|princess|lord|lady|upper|lower|great|little|old|new|royal"
    r"|north|south|east|west|central|park|ward|green|town|dock|docks|square|bridge|wood|common"
    rf"|harbour|village|market|field|fields|{ROADS})",
    re.IGNORECASE,
)


def personal_details(text: str) -> str | None:
    """Return what in a text a person could be found by; None for nothing that has such a form."""
    return next((kind for kind, form in FORMS.items() if form.search(text)), None)


def looks_personal(text: str) -> bool:
    """Tell whether a text holds anybody's details, a name with a common forename among them."""
    return personal_details(text) is not None or bool(_named(text))


def personal_fields(writer: Writer, but_for: Collection[str]) -> Mapping[str, str]:
    """Return the fields whose staged cells hold people's details, with what these are.

    `but_for` are fields that were chosen to be kept.
    """
    texts = _texts_by_field(writer)
    texts["reference"] = [text for text in texts["reference"] if not SOLID.fullmatch(text)]
    details = {field: _details_in(cells) for field, cells in texts.items()}
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


def _details_in(texts: Sequence[str]) -> str | None:
    details = [kind for text in texts if (kind := personal_details(text))]
    if len(details) >= max(FEWEST, SHARE * len(texts)):
        return max(set(details), key=details.count)
    named = [name for text in texts if (name := _named(text))]
    enough = len(named) >= max(FEWEST_NAMES, NAMES_SHARE * len(texts))
    return "names" if enough and len(set(named)) >= FEWEST_NAMES else None


def _named(text: str) -> str | None:
    """Return the two words of a name, one of which is a common forename."""
    return next(
        (
            f"{first} {last}"
            for first, last in TWO_NAMES.findall(text)
            if {first, last} & forenames()
            and not OF_PLACES.fullmatch(first)
            and not OF_PLACES.fullmatch(last)
        ),
        None,
    )
