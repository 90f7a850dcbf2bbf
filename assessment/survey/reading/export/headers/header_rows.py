"""Rows below the header that are nobody's answers: sections, questions, options, instructions.

Tools write from one to three rows above the answers, and people add what to do: none is a person.
"""

import re
from collections.abc import Sequence

from assessment.intake.files.file_tables import Rows
from assessment.survey.reading.export.column_uses import use_by_name
from assessment.survey.reading.export.headers.question_headers import runs_in
from assessment.survey.reading.export.said_codes import named_numbers
from assessment.survey.reading.proposal import Use

# What every response has, and no row of a header: its number, its time, what the tool noted.
OF_EVERY_RESPONSE = (Use.RESPONDENT, Use.TIME, Use.STATUS, Use.ADMINISTRATIVE)
FEWEST_ROWS = 3
DEEPEST = 4
# What tells people how to answer, and answers nothing.
INSTRUCTION = re.compile(
    r"please\b.*|(?:select|choose|tick|click|mark|circle|pick|enter|write|type|rank|rate)\b.*"
    r"|(?:one|several|any number of) answers?\b.*|optional|required|mandatory"
    r"|(?:max(?:imum)?\.?|up to) \d+ .*",
    re.IGNORECASE,
)

# No row of a grid ends so, but what people are told does.
ENDS_OF_SENTENCES = (".", "!")


def rows_of_header(header: Sequence[str], rows: Rows) -> int:
    """Return how many rows below the header belong to it; the first response ends them."""
    for depth in range(min(DEEPEST, len(rows) - FEWEST_ROWS), 0, -1):
        rest = rows[depth:]
        if all(_is_nobodys(header, row, rest) for row in rows[:depth]):
            return depth
    return 0


def _is_nobodys(header: Sequence[str], row: Sequence[str], rest: Rows) -> bool:
    return _lacks_what_all_have(header, row, rest) or _instructs(header, row, rest)


def _lacks_what_all_have(header: Sequence[str], row: Sequence[str], rest: Rows) -> bool:
    """Tell a row without the number and the time that each of the others has."""
    if len(row) != len(header) or not any(map(str.strip, row)):
        return False
    own = [
        at
        for at, name in enumerate(header)
        if use_by_name(name) in OF_EVERY_RESPONSE and all(_filled(other, at) for other in rest)
    ]
    return bool(own) and not any(row[at].strip() for at in own) and not _answers(header, row, rest)


def _instructs(header: Sequence[str], row: Sequence[str], rest: Rows) -> bool:
    """Tell a row that says nothing but how to answer, or names boxes beside that."""
    if len(row) != len(header):
        return False
    alone = [row[at].strip() for at in _alone(header) if row[at].strip()]
    telling = [cell for cell in alone if is_instruction(cell)]
    return bool(telling) and len(telling) == len(alone) and not _answers(header, row, rest)


def _answers(header: Sequence[str], row: Sequence[str], rest: Rows) -> bool:
    """Tell whether others say what a row says in a column of its own: then it answers."""
    return any(
        row[at].strip() and any(_filled(other, at) and other[at] == row[at] for other in rest)
        for at in _alone(header)
    )


def _alone(header: Sequence[str]) -> list[int]:
    return [run[0] for run in runs_in(header) if len(run) == 1 and header[run[0]].strip()]


def _filled(row: Sequence[str], at: int) -> bool:
    return at < len(row) and bool(row[at].strip())


def is_instruction(cell: str) -> bool:
    """Tell what says how to answer: in so many words, or by what numbers stand for."""
    return bool(INSTRUCTION.fullmatch(cell.strip("() []"))) or bool(named_numbers(cell))


def header_and_options(rows: Rows) -> tuple[list[str], list[str]]:
    """Put the rows of a header over each other: what asks, and below it what is offered.

    What stands below says more than what stands above; what tells how to answer says nothing.
    """
    first, *lower = rows
    telling = [row for row in lower if not all(map(_only_instructs, filter(str.strip, row)))]
    *above, below = [first, *telling] if telling else [first, [""] * len(first)]
    named = [*above[0]]
    for line in above[1:]:
        named = [under if under.strip() else over for over, under in zip(named, line, strict=True)]
    return _alone_in_words(named, below)


def _only_instructs(cell: str) -> bool:
    return is_instruction(cell) and not named_numbers(cell)


def _alone_in_words(header: Sequence[str], below: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return a header and the row below it, with what stands below a single column put into it.

    A question below a code or a section is what was asked; what its numbers stand for is kept
    behind it; what else tells how to answer goes.
    """
    header, below = list(header), list(below)
    for at in _alone(header):
        header[at], below[at] = _worded(header[at].strip(), below[at].strip())
    return header, below


def _worded(over: str, under: str) -> tuple[str, str]:
    """Return what a single column asks, and what of it: the row of a grid, or nothing."""
    if named_numbers(under):
        return f"{over} ({under})", ""
    if is_instruction(under) or under.endswith(ENDS_OF_SENTENCES) or use_by_name(over) is not None:
        return over, ""
    if under and not over.endswith("?") and (under.endswith("?") or " " not in over):
        return under, ""
    return over, under
