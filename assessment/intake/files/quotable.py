"""What of a file may be said in a message before its columns are known.

A row that is taken for the header may be one of data, if the header is not found: then its cells
may be anything, free text and names among them, and none is quoted.
"""

import re
from collections.abc import Iterable, Sequence

from assessment.intake.files.file_tables import in_quotes
from assessment.intake.personal_forms import looks_personal

NOT_SHOWN = "something that looks like a person's details"

# A day or a time: a header may be a month ("Apr-24"), but no row of names holds these.
DAY_OR_TIME = re.compile(r"\b(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}:\d\d)\b")
# More words than this are no heading.
MOST_WORDS = 8


def seemly(cell: str) -> str:
    """Return a cell as a message may say it: never what somebody could be found by."""
    return NOT_SHOWN if looks_personal(cell) else cell


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
