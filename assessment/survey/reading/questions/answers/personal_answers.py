"""What people write of themselves where something else was asked: who they are and no more."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from assessment.definitions import survey_definitions
from assessment.definitions.spelling import plain
from assessment.store import Writer
from assessment.survey.reading.export.column_uses import is_personal

TITLES = "mr|mrs|ms|miss|mx|dr|rev|sir|dame|lord|lady|cllr|councillor"
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


def is_name(text: str) -> bool:
    """Tell whether a text is nothing but somebody's name."""
    fits = re.fullmatch(_pattern(), text.strip())
    return bool(fits) and plain(text).split()[-1] not in PLACES


@cache
def _pattern() -> str:
    """Return how names are written, as the store reads patterns too."""
    first_names = "|".join(sorted(survey_definitions().columns.given_names))
    called = r"(?:my name is\s+|i am\s+|i['’]?m\s+)?"
    return rf"(?i){called}(?:(?:{TITLES})(?:{A_WORD}){{1,3}}|(?:{first_names})(?:{A_WORD}){{1,2}})"
