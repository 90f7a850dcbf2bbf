"""What in a text a person could be found by: told by its form, a name by a common forename."""

import re
from collections.abc import Mapping

from assessment.definitions.forename_file import forenames

# A cell may be made without end, to keep a search busy with it.
LONGEST = 1000
ROADS = (
    "street|road|avenue|lane|close|drive|way|court|gardens|crescent|terrace|place|grove|walk|hill"
    "|rd|st|ave|ln|cl|cres|gdns"
)
FORMS: Mapping[str, re.Pattern[str]] = {
    "e-mail addresses": re.compile(r"[^\s@]{1,64}@[^\s@]{1,255}\.[A-Za-z]{2,}"),
    "telephone numbers": re.compile(
        r"(?<![\w/.-])(?:\+44[\s(]*0?[\s)]*|\(?0)(?:[1-37]\d{2,4})[\s)-]*\d{3}[\s-]*\d{3,4}(?![\w/-])"
    ),
    # "M25 5th" is a road and a day: no postcode ends in lower case as ordinal numbers do.
    "postcodes": re.compile(
        r"\b[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d(?!st\b|nd\b|rd\b|th\b)"
        r"[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}\b"
    ),
    "dates of birth": re.compile(r"\b(?:dob|d\.o\.b)\b|\bborn(?: on)? \d", re.IGNORECASE),
    "names": re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? +[A-Z]|\b(?:PCSO|PC|DC|DS) +\d+ +[A-Z][a-z]"),
    # In capitals alone: "under 13 in a public place" is no address.
    "addresses": re.compile(
        rf"\b\d{{1,4}}[A-Za-z]?,? +(?:[A-Z][a-z'’.-]+ +){{1,3}}(?:{ROADS.title()})\b"
    ),
}
TWO_NAMES = re.compile(r"\b([A-Z][a-z'’-]+) +([A-Z][A-Za-z'’-]+)\b")
# As lists of people write it: SMITH John, or SMITH, John.
SURNAME_FIRST = re.compile(r"\b([A-Z][A-Z'’-]+),? +([A-Z][a-z'’-]+)\b")
WITH_COMMA = re.compile(r"\b([A-Z][A-Za-z'’-]+), *([A-Z][a-z'’-]+)\b")
# In a reference with letters a day of long ago is nobody's but a person's: SMITH 12/03/1980.
DAY_OF_BIRTH = re.compile(r"[A-Za-z]{2}.*?\b\d{1,2}[/.-]\d{1,2}[/.-](?:19\d\d|200\d)\b")
# Beside these words a forename belongs to a place: St James, Victoria Park, King George.
OF_PLACES = re.compile(
    r"(?:st|saint|king|queen|prince|princess|lord|lady|upper|lower|great|little|old|new|royal"
    r"|north|south|east|west|central|park|ward|green|town|dock|docks|square|bridge|wood|common"
    rf"|harbour|village|market|field|fields|{ROADS})",
    re.IGNORECASE,
)


def personal_details(text: str) -> str | None:
    """Return what in a text a person could be found by; None for nothing that has such a form."""
    looked_at = text[:LONGEST]
    return next((kind for kind, form in FORMS.items() if form.search(looked_at)), None)


def looks_personal(text: str) -> bool:
    """Tell whether a text holds anybody's details, a name with a common forename among them."""
    return personal_details(text) is not None or name_in(text) is not None


def person_in_reference(text: str) -> str | None:
    """Return what of a person a reference is made of; None for one that is nobody's.

    Stricter than for other text: a digest of a reference loses nothing that is counted.
    """
    looked_at = text[:LONGEST]
    if DAY_OF_BIRTH.search(looked_at):
        return "dates of birth"
    surnamed = any(forename in forenames() for _, forename in SURNAME_FIRST.findall(looked_at))
    return "names" if surnamed else None


def name_in(text: str) -> str | None:
    """Return the two words of a name, one of which is a common forename; None for no name."""
    looked_at = text[:LONGEST]
    pairs = [(f"{a} {b}", a, b, {a, b}) for a, b in TWO_NAMES.findall(looked_at)]
    # "Smith, John": of these the second alone is a forename.
    pairs += [(f"{a}, {b}", a, b, {b}) for a, b in WITH_COMMA.findall(looked_at)]
    return next(
        (
            name
            for name, first, last, forename in pairs
            if forename & forenames()
            and not OF_PLACES.fullmatch(first)
            and not OF_PLACES.fullmatch(last)
        ),
        None,
    )
