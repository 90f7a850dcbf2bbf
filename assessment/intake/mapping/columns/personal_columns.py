"""Columns about people: a strategic assessment needs none, so none is kept."""

import re

from assessment.definitions.spelling import plain

PEOPLE = (
    r"victim|vic|suspect|offender|perpetrator|perp|nominal|accused|defendant|detainee|arrestee"
    r"|witness|complainant|aggrieved|informant|caller|officer|person|oic|tenant|resident|occupier"
    r"|householder|keyholder|landlord|driver|patient"
)
PERSONAL = re.compile(
    rf"""
    \b(?:forenames?|surnames?|firstname|lastname|initials|alias(?:es)?|maiden|birth|nino|nhs|pnc)\b
    | \b(?:d\s?o\s?b|custody\sn(?:o|umber))\b
    | \b(?:address(?:es)?|p(?:ost)?\s?code|tele?phone|phone|tel|mob|mobile|landline|e\s?mail|uprn)\b
    | \b(?:registration|reg\s(?:no|number|mark)|v\s?r\s?[mn])\b
    | \b(?:{PEOPLE})s?\b
    | \b(?:first|last|middle|family|given|full|known)\sname\b
    # Who has done something to a record; "Reported by" is a force, "Due by" a date.
    | \b(?:recorded|merged|cancelled|superseded|entered|created|added|updated|modified|edited|logged
        |allocated|assigned|attended|closed|approved|authorised|deleted|taken|completed|amended
        |submitted|changed|input|duplicated|voided|withdrawn|removed)\sby$
    | ^(?:name|national\sinsurance\snumber)s?$
    """,
    re.VERBOSE,
)


def is_personal(header: str) -> bool:
    """Tell whether a column's name says that it is about someone who could be found by it."""
    return bool(PERSONAL.search(plain(header)))
