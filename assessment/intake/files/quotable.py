"""What of a file may be said in a message: nothing that somebody could be found by.

A row that is taken for the header may be one of data, if the header is not found: then its cells
may be anything, free text and names among them, and none is quoted.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cache

from assessment.definitions import districts, measure_sets, offence_reference
from assessment.definitions.spelling import plain
from assessment.intake.files.file_tables import in_quotes
from assessment.intake.personal_forms import LONGEST, looks_personal

NOT_SHOWN = "something that looks like a person's details"

# A day or a time: a header may be a month ("Apr-24"), but no row of names holds these.
DAY_OR_TIME = re.compile(r"\b(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}:\d\d)\b")
# As people write names, in a cell of a few words: one of the two may end where the next begins.
TWO_CAPITALS = re.compile(r"\b(?=([A-Z][a-z'’-]+) +([A-Z][A-Za-z'’-]+)\b)")
# "VIP" and "ABH" are short for something.
CAPITAL = re.compile(r"(?![A-Z]{3,4}$)[A-Z][A-Za-z'’-]{2,}")
RANK = re.compile(r"\b(?:PCSO|PC|WPC|DC|DCI|DS|DI|PS|Sgt|Insp|Cllr|Dr)\.? +(?:\d+ +)?[A-Z][a-z]")
FEW_ROWS = 2
# Of two words so much alike one is the other misspelt: "Burglry".
ALIKE = 0.8
SAID_OF_RECORDS = (
    "no not yes record records recorded created entered duplicate merged deleted to in with of on"
    " unknown known blank none other others various tbc pending awaiting under over at by from"
    " ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
)
# More words than this are no heading.
MOST_WORDS = 8


def as_named_place(cell: str) -> str:
    """Return what a file calls a ward or a beat, as a message may quote it."""
    return NOT_SHOWN if looks_personal(cell) or RANK.search(cell[:LONGEST]) else cell


def as_quotable(cell: str, rows: int = 1) -> str:
    """Return a cell as a message may quote it, or that it looks like a person's details.

    Two words with capitals that are said of no crime and no district may be anybody's name, and so
    may one alone, or one within a sentence; what more than a few `rows` say is none.
    """
    return NOT_SHOWN if rows <= FEW_ROWS and _may_be_name(cell) else as_named_place(cell)


def as_quotables(cells: Iterable[str]) -> Iterable[str]:
    """Return some cells as a message may list them, each once."""
    return dict.fromkeys(map(as_quotable, cells))


def headings_in_quotes(cells: Iterable[str], most: int = 8) -> str:
    """Name the columns of a header in quotation marks; nothing where its cells may be data."""
    row = [cell for cell in cells if cell.strip()]
    headings = [] if _is_data(row) else [cell for cell in row if not _is_text(cell)]
    return in_quotes(headings, most)


def titles_in_words(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return what titles and notes say; not what is data, or names anybody."""
    titles = [" ".join(filter(str.strip, row)) for row in rows if not _is_data(row)]
    return [title for title in titles if title and not looks_personal(title)]


def _is_data(row: Sequence[str]) -> bool:
    filled = [cell for cell in row if cell.strip()]
    return len(filled) > 2 and any(DAY_OR_TIME.search(cell) for cell in filled)


def _is_text(cell: str) -> bool:
    return len(cell.split()) > MOST_WORDS or looks_personal(cell)


def _may_be_name(cell: str) -> bool:
    looked_at = cell[:LONGEST]
    pairs = TWO_CAPITALS.findall(looked_at)
    if any(known_words().isdisjoint(plain(" ".join(pair)).split()) for pair in pairs):
        return True
    words = re.findall(r"[\w'’-]+", looked_at)
    # A sentence begins with a capital, whatever its first word.
    inside = words[1:] if len(words) > 1 and "," not in looked_at else words
    return any(CAPITAL.fullmatch(word) and not _is_said_of_crimes(word) for word in inside)


def _is_said_of_crimes(word: str) -> bool:
    """Tell a word by which crimes or places are called, or one that is written much like it."""
    parts = plain(word).split()
    return all(
        part in known_words() or get_close_matches(part, known_words(), 1, ALIKE) for part in parts
    )


@cache
def known_words() -> frozenset[str]:
    """Return the words by which crimes, incidents and places are called."""
    names = [
        SAID_OF_RECORDS,
        *offence_reference().titles,
        *(name for known in measure_sets().values() for name in known.aliases),
        *(measure.label for known in measure_sets().values() for measure in known.measures),
        *(district.name for district in districts().all()),
    ]
    return frozenset(word for name in names for word in plain(name).split())
