"""The words by which a cell says that a record is no crime, and the columns that may say it.

The words are the Home Office's own: a crime that was recorded and is none is "cancelled" or "no
crime" (its codes begin with N100), or was "transferred" to the force where it happened.
"""

import re
from collections.abc import Collection

from assessment.definitions import districts, takes_back
from assessment.definitions.spelling import plain

# "Transferred to Kent Police"; but a crime stays one that another body investigates.
TRANSFERRED = re.compile(r"(?:crime )?transfer(?:red)?(?: out)?(?: to (?P<whom>.*))?")
A_FORCE = re.compile(r"(?:an)?other force|.*\b(?:police|constabulary)\b.*")
OTHERWISE = re.compile(
    r"(?:crime |record )?(?:duplicated?|deleted|rejected|merged)(?: (?:crime|record|entry))?"
    r"|(?:crime |record )?(?:duplicate of|merged (?:to|into|with)) .*"
    r"|n c|n100\b.*"
)
A_CRIME = re.compile(r"not cancelled|crimed?|notifiable|recorded|live|active")
# In a column that is headed "Cancelled", anything else says yes.
NO = frozenset({"n", "no", "f", "false", "0"})
NOTHING = frozenset({"", "none", "null", "nan", "na", "n a"})
YES_OR_NO = re.compile(r"(?:is )?(?:duplicate|deleted|rejected)(?: (?:crime|record|y n))?")
# A column whose "No" says it.
NO_SAYS_SO = re.compile(r"(?:is )?(?:notifiable|crimed)(?: (?:crime|offence|y n))?")


def says_cancelled(text: str) -> bool:
    """Tell whether an outcome or a status says that there was no crime."""
    words = plain(text)
    if A_CRIME.fullmatch(words):
        return False
    return takes_back(text) or OTHERWISE.fullmatch(words) is not None or _is_transferred(words)


def may_say_cancelled(heading: str) -> bool:
    """Tell whether a column is headed as one that says of each record whether it was cancelled."""
    words = plain(heading)
    return any((takes_back(heading), YES_OR_NO.fullmatch(words), NO_SAYS_SO.fullmatch(words)))


def cell_says_cancelled(headings: Collection[str], text: str) -> bool:
    """Tell whether a cell says so, under headings that may say it by themselves."""
    words = plain(text)
    if says_cancelled(text):
        return True
    if any(NO_SAYS_SO.fullmatch(plain(heading)) for heading in headings):
        return words in NO
    is_yes_or_no = any(may_say_cancelled(heading) for heading in headings)
    return is_yes_or_no and not A_CRIME.fullmatch(words) and words not in NO | NOTHING


def _is_transferred(words: str) -> bool:
    transferred = TRANSFERRED.fullmatch(words)
    if transferred is None:
        return False
    whom = transferred["whom"]
    return whom is None or bool(A_FORCE.fullmatch(whom) or districts().find_force(whom))
