"""Columns about people: a strategic assessment needs none, so none is kept."""

import re

from assessment.definitions.spelling import plain

PEOPLE = (
    r"victim|suspect|offender|witness|complainant|aggrieved|informant|caller|officer|person|oic"
)
PERSONAL = re.compile(
    rf"""
    \b(?:forenames?|surnames?|firstname|lastname|initials|aliases|maiden|dob|birth|nino|nhs|pnc)\b
    | \b(?:address|post\s?code|tele?phone|phone|mobile|landline|e\s?mail|uprn|registration|vrm)\b
    | \b(?:{PEOPLE})s?\b
    | \b(?:first|last|middle|family|given|full|known)\sname\b
    | ^(?:name|national\sinsurance\snumber)s?$
    """,
    re.VERBOSE,
)


def is_personal(header: str) -> bool:
    """Tell whether a column's name says that it is about someone who could be found by it."""
    return bool(PERSONAL.search(plain(header)))
