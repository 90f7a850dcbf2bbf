"""The columns of an export, named by its header and by rows below it that are nobody's answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assessment.definitions.spelling import plain
from assessment.intake.files.file_tables import Rows
from assessment.survey.reading.export.column_uses import use_by_name
from assessment.survey.reading.export.headers.header_rows import (
    header_and_options,
    rows_of_header,
)
from assessment.survey.reading.export.headers.question_headers import (
    LINE_BREAK,
    ExportColumn,
    has_second_line,
    one_line_columns,
    two_line_columns,
)

# What Qualtrics writes into its third row.
IMPORT_ID = '{"ImportId"'
# What it writes behind a question that may be answered in words as well.
SELECTED = " - Selected Choice"
# So many of a tool's own columns named again are no chance: a cell of one response may name one.
FEWEST_NAMED_AGAIN = 3
FEWEST_QUESTIONS = 2
# The code of a question, and in brackets that of a box or row of it, before its words.
CODE = re.compile(r"[A-Za-z]\w*(?:\[\w+\])*\. (?=\S)")
# A question and the number of one of its very words: never "Q1.1" behind "Q1".
NUMBERED_TWIN = re.compile(r"(.*\s.*?[^\d\s.])\.?\d{1,2}")


@dataclass(frozen=True)
class NamedColumns:
    """The columns of an export; `rows` is how many rows below its header name them as well.

    Where that was `judged` by what they say, whoever loads the export is told.
    """

    columns: tuple[ExportColumn, ...]
    rows: int = 0
    judged: bool = False


def columns_named(header: Sequence[str], rows: Rows) -> NamedColumns:
    """Name the columns of an export by its header and the first of the rows below it."""
    header = _without_codes(header)
    header = ["" if _is_placeholder(name) else name for name in _in_one_line(header)]
    header = [_without_number(name, header) for name in header]
    rows = [_in_one_line(row) for row in rows]
    if not _rows_of_ids(rows) and (more := rows_of_header(header, rows)):
        return _named_by_rows(header, rows, more)
    below, *rest = rows or [[]]
    if depth := _rows_of_ids(rows):
        wordings = _worded(header, below) if depth > 1 else header
        return NamedColumns(tuple(one_line_columns(_without_marks(wordings))), depth)
    if _names_again(header, below) or _asks(header, below, rest):
        return NamedColumns(tuple(one_line_columns(_without_marks(_worded(header, below)))), 1)
    if has_second_line(header, below, rest):
        return NamedColumns(tuple(two_line_columns(header, below)), 1)
    return NamedColumns(tuple(one_line_columns(header)))


def _named_by_rows(header: Sequence[str], rows: Rows, depth: int) -> NamedColumns:
    """Name columns by a header and rows below it that say what is asked, offered or to be done."""
    if depth == 1 and has_second_line(header, rows[0], rows[1:]):
        return NamedColumns(tuple(two_line_columns(header, rows[0])), 1)
    over, below = header_and_options([header, *rows[:depth]])
    columns = two_line_columns(over, below) if any(below) else one_line_columns(over)
    return NamedColumns(tuple(columns), depth, judged=True)


def _without_codes(header: Sequence[str]) -> Sequence[str]:
    """Take the code off the front of every name, where all that have a name have one.

    As LimeSurvey writes them: "id. Response ID", "G1Q2[SQ001]. Which are a problem? [Litter]".
    """
    coded = [CODE.match(name.strip()) for name in header if name.strip()]
    if len(coded) < FEWEST_NAMED_AGAIN or not all(coded):
        return header
    known = [use_by_name(CODE.sub("", name.strip())) for name in header]
    return [CODE.sub("", name.strip()) for name in header] if any(known) else header


def _in_one_line(cells: Sequence[str]) -> list[str]:
    return [cell.replace(LINE_BREAK, " ") for cell in cells]


def _is_placeholder(name: str) -> bool:
    """Tell what programs write over a column that has no name: "Unnamed: 13"."""
    return name.startswith("Unnamed: ") and name.removeprefix("Unnamed: ").isdigit()


def _without_number(name: str, names: Sequence[str]) -> str:
    """Take off what a tool put behind a question because another has its very words.

    "Do you agree?2", of Microsoft Forms; "Do you agree?.1", of pandas.
    """
    twin = NUMBERED_TWIN.fullmatch(name.strip())
    return twin[1] if twin and twin[1] in map(str.strip, names) else name


def _rows_of_ids(rows: Rows) -> int:
    """Return how many rows there are down to one that holds a tool's own ids; 0 without one."""
    are_ids = [sum(cell.strip().startswith(IMPORT_ID) for cell in row) > 1 for row in rows[:2]]
    return are_ids.index(True) + 1 if any(are_ids) else 0


def _names_again(header: Sequence[str], below: Sequence[str]) -> bool:
    """Tell whether a row names the tool's own columns again, as "Start Date" below "StartDate"."""
    again = [
        over
        for over, under in zip(header, below, strict=False)
        if under.strip() and _letters(over) == _letters(under) and use_by_name(over) is not None
    ]
    return len(again) >= FEWEST_NAMED_AGAIN


def _letters(name: str) -> str:
    return plain(name).replace(" ", "")


def _asks(header: Sequence[str], below: Sequence[str], rest: Rows) -> bool:
    """Tell whether questions stand below codes: "Q1" above "How safe do you feel?".

    Nobody answers with a question, and nobody else gives the same answer again.
    """
    if len(below) != len(header) or any("?" in name or " " in name.strip() for name in header):
        return False
    asking = [at for at, cell in enumerate(below) if cell.strip().endswith("?")]
    again = any(at < len(row) and row[at] == below[at] for row in rest for at in asking)
    return len(asking) >= FEWEST_QUESTIONS and not again


def _worded(header: Sequence[str], below: Sequence[str]) -> list[str]:
    """Take the tool's own columns by their names, and all others by their wording."""
    unders = [*below, *[""] * (len(header) - len(below))]
    return [
        over if use_by_name(over) is not None or not under.strip() else under
        for over, under in zip(header, unders, strict=False)
    ]


def _without_marks(names: Sequence[str]) -> list[str]:
    marked = [" ".join(name.split()).removesuffix(SELECTED) for name in names]
    return [name.replace(f"{SELECTED} - ", " - ") for name in marked]
