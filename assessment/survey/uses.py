"""What a column is for, where it is no question: the tool's own, or about a person."""

import re
from collections.abc import Mapping

from assessment.definitions import survey_definitions
from assessment.definitions.wording import plain
from assessment.survey.proposal import Use

# Who could be found by it; a question that only mentions the police or a victim is none of these.
PERSONAL = re.compile(
    r"""
    \b(?:e\s?mails?|ip\saddress|post\s?codes?|(?:tele)?phone\snumber|mobile\snumber)\b
    | \b(?:contact\s(?:number|details)|date\sof\sbirth|birth\s?date|dob)\b
    | \b(?:uprn|latitude|longitude)\b
    | \b(?:home|street|full|postal|your|house)\saddress\b | \baddress\sline\b
    | \b(?:first|last|middle|family|given|full|your|login|user|contact|respondent)\s?names?\b
    | \b(?:surname|forename|username|screen\sname)\b
    | ^(?:names?|address|phone|telephone|mobile|tel|ip|ip\s?v?[46]|location|twitter|facebook)$
    | ^(?:person|resident|householder|participant|interviewee|contact)$
    """,
    re.VERBOSE,
)
WHOLLY_PERSONAL = re.compile(
    r"""
    [^\s@]+@[^\s@]+\.[a-z]{2,}                                  # an e-mail address
    | (?:\d{1,3}\.){3}\d{1,3} | (?:[0-9a-f]{1,4}:){3,7}[0-9a-f:]* # an IP address
    | [a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}                          # a full postcode
    | (?:\+44|0044|\(?0)[\d\s()-]{9,14}                          # a telephone number
    """,
    re.VERBOSE | re.IGNORECASE,
)
# So large a share of such content is no chance.
PERSONAL_SHARE = 0.2
DIGITS = re.compile(r"\d")
PHONE_DIGITS = range(10, 14)


def use_by_name(name: str) -> Use | None:
    """Return what a column is for by its name; None where it is a question by all that it says."""
    said, tools = plain(name), survey_definitions().columns
    for names, use in (
        (tools.respondent, Use.RESPONDENT),
        (tools.time, Use.TIME),
        (tools.status, Use.STATUS),
        (tools.administrative, Use.ADMINISTRATIVE),
    ):
        if said in names:
            return use
    return Use.PERSONAL if PERSONAL.search(said) else None


def holds_personal(said: Mapping[str, int]) -> bool:
    """Tell whether what is said in a column could find people: e-mails, IP addresses, postcodes."""
    found = sum(n for text, n in said.items() if is_personal(text))
    return found >= max(1, PERSONAL_SHARE * sum(said.values()))


def is_personal(text: str) -> bool:
    """Tell whether a cell is nothing but something that could find a person."""
    if not WHOLLY_PERSONAL.fullmatch(text.strip()):
        return False
    is_phone = text.strip()[:1] in "+0(" and "." not in text and ":" not in text and "@" not in text
    return not is_phone or len(DIGITS.findall(text)) in PHONE_DIGITS
