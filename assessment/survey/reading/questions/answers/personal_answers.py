"""What people write of themselves where something else was asked: who they are and no more."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from assessment.definitions import survey_definitions
from assessment.definitions.spelling import plain
from assessment.store import Writer
from assessment.survey.reading.export.column_uses import LONGEST, is_personal

TITLES = "mr|mrs|ms|miss|mx|dr|rev|sir|dame|lord|lady|cllr|councillor"
# Before a surname inside a text; of the other titles "Lord Mayor" and the like are made.
WITH_SURNAME = "mr|mrs|ms|miss|mx|dr|cllr|councillor|pc|pcso|sgt"
A_WORD = r"[\s.]+[a-z'’-]+"
# Two capitals may be a street as well.
PLACES = frozenset(
    plain(
        "road rd street st lane avenue ave close drive way court crescent square hill green park "
        "gardens garden centre station school college church bridge estate ward house field fields "
        "town village hospital surgery library shop shops pub market terrace walk wood woods lake "
        "pond club"
    ).split()
)


def names_in(writer: Writer, positions: Sequence[int]) -> Mapping[int, Mapping[str, int]]:
    """Return what cells of some columns say that is nothing but somebody's name, and how often."""
    names: dict[int, dict[str, int]] = {}
    for at, text, n in writer.rows("said_like", positions=list(positions), pattern=_pattern()):
        if is_name(text):
            names.setdefault(at, {})[text] = n
    return names


def says_who(text: str) -> bool:
    """Tell whether a text says nothing but who somebody is, or how to find them."""
    return is_personal(text) or is_name(text)


def holds_name(text: str) -> bool:
    """Tell whether a text holds somebody's name, with what else it says: "Ask Jane Smith"."""
    found = (match[0] for match in _inside().finditer(text[:LONGEST]))
    return any(not PLACES.intersection(plain(words).split()) for words in found)


def begins_with_name(text: str) -> bool:
    """Tell whether a text begins with somebody's first name: "Dave next door"; a place does not."""
    words = plain(text).split()
    named = survey_definitions().columns.given_names
    return bool(words) and words[0] in named and not PLACES.intersection(words)


def is_name(text: str) -> bool:
    """Tell whether a text is nothing but somebody's name."""
    fits = re.fullmatch(_pattern(), text.strip())
    return bool(fits) and plain(text).split()[-1] not in PLACES


@cache
def _inside() -> re.Pattern[str]:
    """Return how names are written inside a text, with the word behind them: in capitals."""
    first_names = "|".join(name.title() for name in survey_definitions().columns.given_names)
    return re.compile(
        rf"\b(?:(?i:{WITH_SURNAME})\.?|(?:{first_names}))(?:\s+[A-Z][a-z'’-]+){{1,3}}(?:\s+\w+)?"
    )


@cache
def _pattern() -> str:
    """Return how names are written, as the store reads patterns too."""
    first_names = "|".join(sorted(survey_definitions().columns.given_names))
    called = r"(?:my name is\s+|i am\s+|i['’]?m\s+)?"
    return rf"(?i){called}(?:(?:{TITLES})(?:{A_WORD}){{1,3}}|(?:{first_names})(?:{A_WORD}){{1,2}})"
