"""What a column is for, where it is no question: the tool's own, or about a person."""

import re
from collections.abc import Sequence

from assessment.definitions import survey_definitions
from assessment.definitions.measures.flags import NO, YES
from assessment.definitions.spelling import plain
from assessment.survey.reading.proposal import Use

# Who could be found by it; a question that only mentions the police or a victim is none of these.
PERSONAL = re.compile(
    r"""
    \b(?:e\s?mails?|ip\saddress|post\s?codes?|(?:tele)?phone\snumber|mobile\snumber)\b
    | \b(?:contact\s(?:number|details)|date\sof\sbirth|birth\s?date|dob)\b
    | \b(?:uprn|latitude|longitude)\b | ^(?:lat|lng|lon|long|zip(?:\scode)?|login)$
    | \b(?:home|street|full|postal|your|house)\saddress\b | \baddress\sline\b
    | \b(?:first|last|middle|family|given|full|your|login|user|contact|respondent)\s?names?\b
    | \b(?:surname|forename|username|screen\s?name)\b
    | \bnames?\sof\s(?:the\s|your\s)?(?:respondent|person|resident|participant)s?\b
    | \bnames?\sof\s(?:the\s|your\s)?(?:contributor|neighbour)s?\b
    | ^(?:contributor|contributor\s(?:name|details)|user|user\sdetails|signed|signature|enw)$
    | ^enw\sname$ | ^who\sare\syou$
    | \b(?:recipient|sender|submitter)\s?(?:first|last)?\s?(?:name|email)\b
    | \blocation\s?(?:latitude|longitude)\b | \bdevice\s?phone\s?num\b | \bphone\s?number\b
    | \bip\s?addr(?:ess)?\b | \b(?:submission|contributor|respondent)\sip\b | \bnetwork\sid\b
    | ^(?:names?|address|phone|telephone|mobile|tel|ip|ip\s?v?[46]|location|twitter|facebook)$
    | ^(?:person|resident|householder|participant|interviewee|contact)$
    """,
    re.VERBOSE,
)
# As the store reads patterns too: no comments in them, and no looking around.
WHOLLY_PERSONAL = "(?i)" + "|".join(
    (
        r"[^\s@]+@[^\s@]+\.[a-z]{2,}",  # an e-mail address
        r"(?:\d{1,3}\.){3}\d{1,3}",  # an IP address
        r"(?:[0-9a-f]{1,4}:){3,7}[0-9a-f:]*",
        r"[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}",  # a full postcode
        r"(?:\+44|0044)(?:[\s()-]*\d){9,11}",  # a telephone number
        r"\(?0(?:[\s()-]*\d){9,10}",
    )
)
# As Typeform numbers responses.
NUMBERED = "#"
# So large a share of such content is no chance.
PERSONAL_SHARE = 0.2
ADDRESS = re.compile(r"\b(?:ip|ip\s?address|ip\s?addr|ip\s?v?[46]|network\sid)\b")
# The same inside a text: an answer with one of them is no option, however many give it.
HOLDS_PERSONAL = re.compile(
    r"[^\s@]+@[^\s@]+\.[a-z]{2,}|\b[a-z]{1,2}\d[a-z\d]?\s?\d[abd-hjlnp-uw-z]{2}\b"
    r"|(?<![\d.,£])(?:(?:\+44|0044)(?:[\s()-]*\d){9,11}|\(?0(?:[\s()-]*\d){9,10})(?!\d)",
    re.IGNORECASE,
)
LONGEST = 1000
IN_TWO_LANGUAGES = " / "
PERSONAL_CELL = re.compile(WHOLLY_PERSONAL)


def use_by_name(name: str) -> Use | None:
    """Return what a column is for by its name; None where it is a question by all that it says."""
    words, tools = plain(name), survey_definitions().columns
    if time_name(name):
        return Use.TIME
    if name.strip() == NUMBERED:
        return Use.RESPONDENT
    for names, use in (
        (tools.respondent, Use.RESPONDENT),
        (tools.status, Use.STATUS),
        (tools.administrative, Use.ADMINISTRATIVE),
    ):
        if words in names:
            return use
    if _is_marked(name.strip()):
        return Use.ADMINISTRATIVE
    if words in tools.weight or (name.isascii() and _ends_as_weight(name)):
        return Use.WEIGHT
    return Use.PERSONAL if PERSONAL.search(words) else None


def time_name(name: str) -> str | None:
    """Return the name by which a column says when people answered, if in one of two languages."""
    known = survey_definitions().columns.time
    halves = [plain(name), *map(plain, name.split(IN_TWO_LANGUAGES))]
    return next((half for half in halves if half in known), None)


def _is_marked(name: str) -> bool:
    """Tell a name that begins or ends as those of tools do: "Q_Url", "Q3_Page Submit"."""
    tools = survey_definitions().columns
    return name.startswith(tools.administrative_beginnings) or name.endswith(
        tools.administrative_endings
    )


def _ends_as_weight(name: str) -> bool:
    """Tell a name of one word that ends as weights do: c11indivwgt."""
    endings = survey_definitions().columns.weight_endings
    return name.strip().casefold().endswith(endings) and " " not in name.strip()


def is_address(name: str) -> bool:
    """Tell whether a column holds the network address from which each response came."""
    return bool(ADDRESS.search(plain(name)))


def holds_personal(filled: int, personal: int) -> bool:
    """Tell whether a column could find people, by how many of its cells are nothing else."""
    return personal >= max(1, PERSONAL_SHARE * filled)


def is_personal(text: str) -> bool:
    """Tell whether a cell is nothing but something that could find a person."""
    return bool(PERSONAL_CELL.fullmatch(text.strip()))


def holds_contact(text: str) -> bool:
    """Tell whether a text holds an e-mail address, a full postcode or a telephone number."""
    return bool(HOLDS_PERSONAL.search(text[:LONGEST]))


def are_choices(sample: Sequence[str]) -> bool:
    """Tell whether a column is answered with yes and no: then its name asks and says nobody's."""
    words = {plain(text) for text in sample}
    chosen = words - {"", *survey_definitions().dont_know}
    return bool(chosen) and chosen <= YES | NO
