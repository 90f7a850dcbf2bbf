"""Words of titles, notes and sheets by which the numbers of a table are no plain counts."""

import re
from collections.abc import Mapping

PEOPLE = r"(?:arrests|victims|suspects|outcomes|detections|charges|offenders|detainees)"
# What no adding up makes a count of offences or incidents.
OTHER_UNITS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(words, re.IGNORECASE)
    for name, words in {
        "a rate": r"\brates?\b|\bper (?:1[, ]?0|head\b|capita|thousand|100)",
        "a share": r"%|\bper ?cent(?:ages?)?\b|\bproportions? of\b|^proportions?\b|\bshares? of\b",
        "an average": r"\baverages?\b|\bavg\b|\bmean (?:number|daily|monthly|count)|\bper day\b"
        r"|\bdaily (?:number|count|offences|crimes|incidents)",
        "thousands": r"\((?:in )?(?:thousands|'?000s?)\)|\b000s\b|\bin thousands\b",
        "a change": r"\bchanges? (?:on|from|since|in|over|against|compared)\b|\bdifference from\b",
        "an index": r"\b(?:crime|severity|harm|price) index\b|\bindexed\b|\bindex \(",
        "a rolling sum": r"\b(?:rolling|moving) (?:12|twelve|year|annual|total|sum|average|\d)",
    }.items()
}
CUMULATIVE = re.compile(
    r"\bcumulative(?:ly)?\b|\b(?:ac)?cumulated?s?\b|\byear[ -]to[ -]date\b|\bf?ytd\b"
    r"|\brunning totals?\b|\bso far this year\b|\b(?:includ\w+|added to|on top of|plus)"
    r" (?:all |of |those |the |any |every |each |what |counts )*(?:months? )?"
    r"(?:before|previous|preceding|prior|earlier)\b",
    re.I,
)
# What is there on a day, and is there again in the next month: it cannot be added up.
STOCK = re.compile(
    r"(?<!\bas )(?<!\bcorrect )(?<!\bextracted )(?<!\btaken )\bat (?:the )?"
    r"(?:end of (?:the |each )?(?:month|quarter|year)|(?:month|quarter|year)[ -]?ends?)\b"
    r"|\b(?:open|live|active|outstanding|ongoing) (?:case|investigation|job|complaint|referral"
    r"|order|client)s?\b|\bcase ?loads?\b|\bbacklogs?\b|\b(?:brought|carried) forward\b",
    re.I,
)
YEAR_TO = re.compile(r"\b(?:12|twelve) months? (?:to|ending|ended)\b", re.I)
FINANCIAL_YEARS = re.compile(
    r"\bfinancial years?\b|\byears? (?:ending|ended|to) (?:\d+ )?mar", re.I
)
OTHERS_COUNTED = re.compile(
    rf"\b(?:numbers?|counts?|totals?) of {PEOPLE}\b|^{PEOPLE} (?:by|in|for|per)\b"
    r"|^(?:(?:all|total|force|positive|other|police|recorded|adult|youth|no|number|count)\W? )*"
    rf"(?:of )?{PEOPLE}$",
    re.I,
)
SELECTION = re.compile(
    r"\bapplied filters?\b.*\bis (?:not )?(?:yes|no|true|false|[yn01])\b"
    r"|\b(?P<of>hate|domestic)[ -](?:crimes?|abuse)(?: (?:offences|crimes?))? by (?:offence|crime)"
    r"|\b(?P<kind>domestic abuse|hate|knife|alcohol|drug|gang)[ -]related\b",
    re.I,
)
CUT_OFF = re.compile(r"exceeded the allowed volume|data may have been omitted", re.I)


def other_units(text: str) -> list[str]:
    """Return which numbers that are no counts a text speaks of: "a rate", "a share"."""
    return [name for name, words in OTHER_UNITS.items() if words.search(text)]
