"""Marks behind a heading or a name that are no part of it: [note 2], (p), provisional, *."""

import re
from functools import lru_cache

# As the Government Analysis Function writes them, and as tables are typed.
BEHIND_NAMES = re.compile(r"\s*(?:\[(?:notes?\s*)?[\d\s,a-z]{0,12}\]|[*†‡§#¹²³⁴⁵⁶⁷⁸⁹⁰]+)$", re.I)
BEHIND_PERIODS = re.compile(
    r"(?:\s*\((?:p|r|e|prov|provisional|rev|revised|est|estimated|notes?\s*\d+|\d)\)"
    r"|[\s,-]+(?:p|r|e|prov|provisional|rev|revised|est|estimated|figures?)\.?"
    r"|(?<=\d)[pr])$",
    re.I,
)
LEADING = re.compile(r"^(?:provisional|revised)\s+(?=\S)", re.I)


@lru_cache(maxsize=1 << 14)  # the same few names stand in every row
def without_note_marks(text: str) -> str:
    """Return a name without the marks that lead to notes: "Burglary [note 3]" is burglary."""
    return _without(text.strip(), BEHIND_NAMES)


@lru_cache(maxsize=4096)
def without_marks(heading: str) -> str:
    """Return the heading of a period without what says how final its figures are."""
    words = LEADING.sub("", heading.strip())
    while (bare := _without(_without(words, BEHIND_NAMES), BEHIND_PERIODS)) != words:
        words = bare
    return words


def _without(text: str, marks: re.Pattern[str]) -> str:
    while (bare := marks.sub("", text)) != text and bare.strip():
        text = bare
    return text
