"""The words by which a cell says that a record does not count, and the columns that may say it.

The words are the Home Office's own: a crime that was recorded and is none is "cancelled" or "no
crime" (its codes begin with N100), or was "transferred" to the force where it happened. Systems
that keep every version of a row, and lists that repeat last month's, have columns that mark these.
"""

import re
from collections.abc import Collection

from assessment.definitions import districts, takes_back
from assessment.definitions.spelling import plain

# "Transferred to Kent Police"; but a crime stays one that another body investigates.
TRANSFERRED = re.compile(r"(?:crime )?transfer(?:red)?(?: out)?(?: to (?P<whom>.*))?")
A_FORCE = re.compile(r"(?:an)?other force|.*\b(?:police|constabulary)\b.*")
OTHERWISE = re.compile(
    r"(?:(?:closed|resolved|completed?|finalised)(?: as)?(?: an?)? )?"
    r"(?:crime |record )?(?:duplicated?|deleted|rejected|merged)"
    r"(?: (?:crime|record|entry|case|call|enquiry|report|request))?"
    r"|(?:crime |record )?(?:duplicate of|merged (?:to|into|with)) .*"
    r"|(?:call )?(?:stood down|stand down|aborted)|n c|n100\b.*|void(?:ed)?|invalid|superseded"
    r"|(?:created|recorded|entered|input) in error"
)
A_CRIME = re.compile(
    r"not cancelled|crimed?|notifiable|recorded|live|active|new|current|in month|not b f"
)
# In a column that is headed "Cancelled", anything else says yes.
NO = frozenset({"n", "no", "f", "false", "0"})
NOTHING = frozenset({"", "none", "null", "nan", "na", "n a"})
ENDS = r"(?: ?(?:crime|offence|record|row|version|y n|flag|indicator))*"
YES_OR_NO = re.compile(
    rf"(?:is ?)?(?:duplicated?|deleted|rejected|void(?:ed)?|invalid|superseded|merged){ENDS}"
    rf"|(?:is ?|call )?(?:stood|stand) down{ENDS}"
    r"|(?:duplicate|copy) of.*|(?:merged|superseded|replaced) (?:by|in|into|to|with)\b.*"
)
# A list that repeats what earlier ones had: a reference tells as well which rows are the same.
BROUGHT_FORWARD = re.compile(r"(?:.* )?(?:(?:brought|carried) (?:forward|fwd)|b f(?:wd)?)(?: .*)?")
STATUS_OF_RECORD = re.compile(
    r"(?:(?:record|row|entry|crime|offence|incident|case|log|investigation|inv|enquiry|request"
    r"|service request|report|job|call|event) )?status(?: (?:name|description|desc|text))?"
)
# A column whose "No" says it.
NO_SAYS_SO = re.compile(rf"(?:is ?)?(?:notifiable|crimed|current|latest|valid|countable){ENDS}")


def says_cancelled(text: str) -> bool:
    """Tell whether an outcome or a status says that there was no crime."""
    words = plain(text)
    if A_CRIME.fullmatch(words):
        return False
    return takes_back(text) or OTHERWISE.fullmatch(words) is not None or _is_transferred(words)


def may_say_cancelled(heading: str) -> bool:
    """Tell whether a column is headed as one that says of each record whether it was cancelled."""
    words = plain(heading)
    forms = (YES_OR_NO, NO_SAYS_SO, BROUGHT_FORWARD)
    return takes_back(heading) or any(form.fullmatch(words) for form in forms)


def is_brought_forward(heading: str) -> bool:
    """Tell whether a column says of each row whether it stood in an earlier list."""
    return BROUGHT_FORWARD.fullmatch(plain(heading)) is not None


def is_status(heading: str) -> bool:
    """Tell whether a column is headed as the status of a record, of whatever words."""
    return STATUS_OF_RECORD.fullmatch(plain(heading)) is not None


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
