"""Bands that a victim's age, sex, ethnicity and relation to the suspect are put in.

Only a band is ever kept, as `age=18-24` or `sex=female`: an age by itself, beside an offence and a
day, may be somebody whom a reader knows.
"""

import re
from collections.abc import Mapping

AGE, SEX, ETHNICITY, RELATION = "age", "sex", "ethnicity", "relation"
KINDS: Mapping[str, str] = {
    AGE: "Age",
    SEX: "Sex",
    ETHNICITY: "Ethnic group",
    RELATION: "Suspect's relation to the victim",
}
AGES = ((0, 17), (18, 24), (25, 34), (35, 44), (45, 54), (55, 64), (65, None))
OLDEST = 115
# A file's own band that is none of ours is kept as it is, if it is not nearly an age itself.
NARROWEST = 5
LABELS: Mapping[str, Mapping[str, str]] = {
    SEX: {"female": "Female", "male": "Male", "other": "Another answer"},
    ETHNICITY: {
        "asian": "Asian or Asian British",
        "black": "Black, Black British, Caribbean or African",
        "mixed": "Mixed or multiple ethnic groups",
        "white": "White",
        "other": "Another ethnic group",
    },
    RELATION: {
        "partner": "Partner or former partner",
        "family": "Family",
        "known": "Known otherwise",
        "stranger": "Stranger",
    },
}
# What stands where nothing is said; an age of 0 is far oftener an empty one than a baby's.
UNSAID = re.compile(
    r"(?:|[-–.?]+|u|uk|un|ns|nk|n/?a|nil|none|null|nan|unknown|unspecified|missing|not\b.*|refused.*"
    r"|prefer not.*|declined.*|x|0)"
)
# What stranger means may begin with "not" or "unknown", and does say something.
STRANGER = re.compile(r"\bstrangers?\b|(?:not known|unknown) to (?:the )?(?:victim|each other)")
ANY = r"(?:any )?(?:other )?"
IN_ASIA = "indian|pakistani|bangladeshi|chinese|japanese|south[- ]east asian"
# The first that fits holds: "white and black Caribbean" is mixed, "ex-partner's father" is family.
WORDS: Mapping[str, tuple[tuple[str, str], ...]] = {
    SEX: (
        ("female", r"f|females?|wom[ae]n|girls?"),
        ("male", r"m|males?|m[ae]n|boys?"),
        ("other", r"o|other.*|non[- ]?binary.*|indeterminate.*|intersex.*|trans.*|another.*"),
    ),
    ETHNICITY: (
        ("mixed", rf"m[1-9]?|m[1-9] .*|{ANY}(?:mixed|multiple)\b.*|white (?:and|&|/) .*"),
        ("asian", rf"a[1-9]?|a[1-9] .*|o1|ic[45]|ic[45] .*|o1 .*|{ANY}(?:asian|{IN_ASIA})\b.*"),
        ("black", rf"b[1-9]?|b[1-9] .*|ic3|ic3 .*|{ANY}(?:black|african|caribbean)\b.*"),
        ("white", rf"w[1-9]?|w[1-9] .*|ic[12]|ic[12] .*|{ANY}(?:white|gypsy|roma|irish)\b.*"),
        ("other", r"o[29]?|o[29] .*|ic6|ic6 .*|arab\b.*|middle eastern\b.*|(?:any )?other\b.*"),
    ),
    RELATION: (
        (
            "family",
            r".*\b(?:father|mother|parent|son|daughter|child|brother|sister|sibling|cousin|uncle"
            r"|aunt|niece|nephew|grand\w+|step\w+|family|familial|relative|in[- ]law)s?\b.*",
        ),
        (
            "partner",
            r".*\b(?:partner|spouse|husband|wife|boyfriend|girlfriend|fianc\S+|ex|cohabitee"
            r"|intimate)\b.*",
        ),
        (
            "known",
            r".*\b(?:acquaintance|friend|neighbour|colleague|known|carer|work\w*|employ\w+"
            r"|landlord|tenant|housemate|flatmate|pupil|student|teacher|other)\b.*",
        ),
    ),
}


def is_unsaid(kind: str, text: str) -> bool:
    """Tell whether a cell says nothing of a victim."""
    told = _tidied(text)
    if kind == RELATION and STRANGER.search(told):
        return False
    return bool(UNSAID.fullmatch(told))


def band_of(kind: str, text: str) -> str | None:
    """Return the band that a cell belongs in, as it is kept; None where it is not understood."""
    told = _tidied(text)
    band = _age_band(told) if kind == AGE else _band_in_words(kind, told)
    return band and f"{kind}={band}"


def band_in_words(band: str) -> str:
    """Say a band that was kept: 'sex=female' is Female."""
    kind, _, name = band.partition("=")
    if kind != AGE:
        return LABELS[kind][name]
    youngest, oldest = name.split("-")
    if not oldest:
        return f"{youngest} and over"
    return f"{youngest} to {oldest}" if youngest != "0" else f"Under {int(oldest) + 1}"


def band_order(band: str) -> tuple[int, int, int]:
    """Return where a band stands in a table: kind by kind, the youngest first."""
    kind, _, name = band.partition("=")
    if kind == AGE:
        youngest, oldest = name.split("-")
        return 0, int(youngest), int(oldest or OLDEST)
    return list(KINDS).index(kind), list(LABELS[kind]).index(name), 0


def _tidied(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()


def _band_in_words(kind: str, told: str) -> str | None:
    if kind == RELATION and STRANGER.search(told):
        return "stranger"
    bands = (band for band, words in WORDS[kind] if re.fullmatch(words, told))
    return next(bands, None)


def _age_band(told: str) -> str | None:
    """Return the band of an age, or of a band that the file itself gives."""
    told = re.sub(r"\b(?:aged?|y(?:ea)?rs?(?: old)?|y/?o)\b|(?<=\d)y$", "", told).strip()
    ends = _ages_between(told)
    if ends is None:
        return None
    youngest, oldest = ends
    for first, last in AGES:
        if first <= youngest and (last is None or (oldest is not None and oldest <= last)):
            return _named(first, last)
    is_wide = oldest is None or oldest - youngest >= NARROWEST - 1
    return _named(youngest, oldest) if is_wide else None


def _ages_between(told: str) -> tuple[int, int | None] | None:
    """Return the youngest and the oldest that is meant, None for no end; None for no age."""
    if found := re.fullmatch(r"(\d{1,3})(?:\.0+)?", told):
        youngest, oldest = int(found[1]), int(found[1])
    elif found := re.fullmatch(r"(\d{1,3}) ?(?:-|–|to|and under) ?(\d{1,3})", told):
        youngest, oldest = int(found[1]), int(found[2])
    elif found := re.fullmatch(r"(?:under|less than|<) ?(\d{1,3})", told):
        youngest, oldest = 0, int(found[1]) - 1
    elif found := re.fullmatch(r"(\d{1,3}) ?(?:\+|(?:and|or) (?:over|older|above))", told):
        return (int(found[1]), None) if int(found[1]) <= OLDEST else None
    elif found := re.fullmatch(r"(?:over|older than|>) ?(\d{1,3})", told):
        return (int(found[1]) + 1, None) if int(found[1]) < OLDEST else None
    elif re.fullmatch(r"juveniles?|child(?:ren)?|youths?|minors?", told):
        youngest, oldest = 0, AGES[0][1] or 0
    elif re.fullmatch(r"adults?", told):
        return AGES[1][0], None
    else:
        return None
    return (youngest, oldest) if 0 <= youngest <= oldest <= OLDEST else None


def _named(youngest: int, oldest: int | None) -> str:
    return f"{youngest}-{'' if oldest is None else oldest}"
