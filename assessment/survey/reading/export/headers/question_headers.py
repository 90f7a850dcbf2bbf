"""Where the questions of an export stand: in its first row, or its first two."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.definitions.spelling import plain
from assessment.intake.files.file_tables import HeaderRules, Rows
from assessment.intake.files.header_row import SEARCHED_ROWS, filled

# What stands below a question that was answered in one column.
ANSWERED_BELOW = frozenset({"response", "open ended response", "answer", "open ended answer"})
# What parts a question from the row or the box that a column is about, in one line.
BETWEEN = (" >> ", " - ", " – ", " — ", " | ", " : ", ": ", ":")
# A line break inside a cell, where each row of a file is a line.
LINE_BREAK = "\N{LINE SEPARATOR}"
# Between a question and its box, where the question stands in a column of its own as well.
BOX_OF_LIST = "/"
AS_A_LIST = " (as a list)"
# What people wrote beside a box has a column that is no box.
IN_WORDS = " - Text"

CHOICE = " (choice="
# What Google Forms adds beside each question of a quiz.
OF_A_QUIZ = (" [Score]", " [Feedback]")

# The last box of many, into which people write.
OTHER_BOX = re.compile(r"^(?:other|something else|anything else)\b", re.IGNORECASE)
# What somebody put first, second, third, each in a column of its own.
NUMBERED = re.compile(r"(.*\b(?:priority|choice|preference|rank))\s+(\d)", re.IGNORECASE)


@dataclass(frozen=True)
class ExportColumn:
    """A physical column: its place, the question it belongs to, and the row or box it is about.

    One that `repeats` lists in a cell what the columns beside it say box by box. Of one that is
    `unworded` the export names the box alone, and not the question.
    """

    at: int
    question: str
    option: str | None = None
    repeats: bool = False
    unworded: bool = False

    @property
    def name(self) -> str:
        """What the column is called where it stands alone."""
        return self.question if self.option is None else f"{self.question}: {self.option}"

    @property
    def label(self) -> str:
        """The option that the column is about."""
        return self.option or self.question


def _find(rows: Rows) -> int | None:
    """Return the first row that names a good part of the columns there are."""
    searched = [filled(row) for row in rows[:SEARCHED_ROWS]]
    widest = max(searched, default=0)
    return next((at for at, n in enumerate(searched) if n >= 2 and 4 * n >= widest), None)


def _worth(rows: Rows, header_at: int) -> tuple[int, int]:
    """Prefer the reading in which rows are as long as their header."""
    header = rows[header_at]
    return sum(len(row) == len(header) for row in rows[header_at:]), filled(header)


def _is_known(row: Sequence[str]) -> bool:
    return filled(row) >= 2


# The questions of a survey are not known beforehand; options may stand below each other in a cell.
SURVEYS = HeaderRules(_find, _worth, _is_known, line_break=LINE_BREAK)


def has_second_line(header: Sequence[str], below: Sequence[str], rest: Rows = ()) -> bool:
    """Tell whether the row below the questions names the boxes and rows of each, as some tools do.

    It does where it says "Response", where it names columns that have no question of their own, or
    where it tells apart columns that repeat one. It stands under nothing else: the first response
    fills columns that stand alone as well, and its answers come again in the `rest`.
    """
    if len(below) != len(header):
        return False
    if any(plain(cell) in ANSWERED_BELOW for cell in below):
        return True
    runs = list(runs_in(header))
    if any(below[run[0]].strip() for run in runs if len(run) == 1):
        return False
    nameless = [bool(b.strip()) for h, b in zip(header, below, strict=True) if not h.strip()]
    if any(nameless):
        return sum(nameless) * 2 > len(nameless) and bool(header[0].strip())
    return _tells_apart([run for run in runs if len(run) > 1], below, rest)


def runs_in(header: Sequence[str]) -> Iterator[list[int]]:
    """Put columns together that may be one question: its own, and those that repeat it or are
    nameless.
    """
    run: list[int] = []
    for at, name in enumerate(header):
        if run and name.strip() not in ("", header[run[0]].strip()):
            yield run
            run = []
        run.append(at)
    yield run


def _tells_apart(repeated: Sequence[list[int]], below: Sequence[str], rest: Rows) -> bool:
    labels = [[below[at].strip() for at in run] for run in repeated]
    different = all(len({*names} - {""}) == len(names) for names in labels)
    return bool(repeated) and different and not any(_said_again(r, below, rest) for r in repeated)


def _said_again(run: list[int], below: Sequence[str], rest: Rows) -> bool:
    """Tell whether what would name one column is an answer in another: then it is one itself."""
    return any(
        row[at].strip() == below[other].strip()
        for row in rest
        for at in run
        for other in run
        if other != at and at < len(row)
    )


def two_line_columns(header: Sequence[str], below: Sequence[str]) -> Iterator[ExportColumn]:
    """Read a header of two lines: a question stands over its first column only, or over each."""
    question = ""
    for at, (over, under) in enumerate(zip(header, below, strict=True)):
        question = over.strip() or question
        option = under.strip()
        yield ExportColumn(
            at, question, None if not option or plain(option) in ANSWERED_BELOW else option
        )


def one_line_columns(header: Sequence[str]) -> Iterator[ExportColumn]:
    """Read a header of one line, in which neighbours may share the beginning that asks."""
    names = [cell.strip() for cell in header]
    boxed = {question for name in names if (question := name.rpartition(BOX_OF_LIST)[0])}
    listed = boxed & {*names}
    for at, name in enumerate(names):
        question, _, option = name.rpartition(BOX_OF_LIST)
        if name in listed:
            yield ExportColumn(at, f"{name}{AS_A_LIST}", repeats=True)
        elif question in listed and option:
            yield ExportColumn(at, question, option)
        else:
            before = names[at - 1] if at else ""
            after = names[at + 1] if at + 1 < len(names) else ""
            yield _parted(at, name, (before, after))


def _parted(at: int, name: str, neighbours: tuple[str, str]) -> ExportColumn:
    if name.endswith((IN_WORDS, *OF_A_QUIZ)):
        return ExportColumn(at, name)
    if place := NUMBERED.fullmatch(name):
        beside = [other[1] for other in map(NUMBERED.fullmatch, neighbours) if other]
        return (
            ExportColumn(at, place[1], place[2]) if place[1] in beside else ExportColumn(at, name)
        )
    if bracketed := _bracketed(name):
        if any(bracketed[0] == (_bracketed(other) or ("",))[0] for other in neighbours):
            return ExportColumn(at, *bracketed)
        return ExportColumn(at, name)
    for mark in BETWEEN:
        question, mark_there, option = name.partition(mark)
        alike = any(o.partition(mark)[0] == question and mark in o for o in neighbours)
        if mark_there and question.strip() and option.strip() and alike:
            return ExportColumn(at, question.strip(), option.strip())
    return ExportColumn(at, name)


def _bracketed(name: str) -> tuple[str, str] | None:
    """Part "Question [Option]", and "Question (choice=Option)", as REDCap writes it."""
    if name.endswith(")") and CHOICE in name:
        name = f"{name.removesuffix(')').replace(CHOICE, ' [')}]"
    question, bracket, option = name.removesuffix("]").rpartition("[")
    if not name.endswith("]") or not bracket or not question.strip() or not option.strip():
        return None
    return question.strip(), option.strip()
