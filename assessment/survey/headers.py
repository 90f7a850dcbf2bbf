"""Where the questions of an export stand: in its first row, or its first two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from assessment.definitions.wording import plain
from assessment.intake.headers import SEARCHED_ROWS, filled
from assessment.intake.parts import HeaderRules, Rows

# What stands below a question that was answered in one column.
ANSWERED_BELOW = frozenset({"response", "open ended response", "answer", "open ended answer"})
# What parts a question from the row or the box that a column is about, in one line.
BETWEEN = (" - ", " – ", " — ", " | ", " : ", ": ", ":")


@dataclass(frozen=True)
class Column:
    """A physical column: its place, the question it belongs to, and the row or box it is about."""

    at: int
    question: str
    option: str | None = None

    @property
    def name(self) -> str:
        """What the column is called where it stands alone."""
        return self.question if self.option is None else f"{self.question}: {self.option}"


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


# The questions of a survey are not known beforehand.
SURVEYS = HeaderRules(_find, _worth, _is_known)


def has_second_line(header: Sequence[str], below: Sequence[str]) -> bool:
    """Tell whether the row below the questions names the boxes and rows of each, as some tools do.

    It does where it says "Response", where it names columns that have no question of their own, or
    where it tells apart columns that repeat one, and stands under nothing else.
    """
    if len(below) != len(header):
        return False
    if any(plain(cell) in ANSWERED_BELOW for cell in below):
        return True
    nameless = [bool(b.strip()) for h, b in zip(header, below, strict=True) if not h.strip()]
    if any(nameless):
        return sum(nameless) * 2 > len(nameless) and bool(header[0].strip())
    return _tells_apart(header, below)


def _tells_apart(header: Sequence[str], below: Sequence[str]) -> bool:
    runs = [[*run] for _, run in groupby(zip(header, below, strict=True), lambda pair: pair[0])]
    repeated = [[cell.strip() for _, cell in run] for run in runs if len(run) > 1]
    alone = [cell for run in runs if len(run) == 1 for _, cell in run if cell.strip()]
    return bool(repeated) and not alone and all(len({*r} - {""}) == len(r) for r in repeated)


def two_line_columns(header: Sequence[str], below: Sequence[str]) -> Iterator[Column]:
    """Read a header of two lines: a question stands over its first column only, or over each."""
    question = ""
    for at, (over, under) in enumerate(zip(header, below, strict=True)):
        question = over.strip() or question
        option = under.strip()
        yield Column(
            at, question, None if not option or plain(option) in ANSWERED_BELOW else option
        )


def one_line_columns(header: Sequence[str]) -> Iterator[Column]:
    """Read a header of one line, in which neighbours may share the beginning that asks."""
    names = [cell.strip() for cell in header]
    for at, name in enumerate(names):
        before = names[at - 1] if at else ""
        after = names[at + 1] if at + 1 < len(names) else ""
        yield _parted(at, name, (before, after))


def _parted(at: int, name: str, neighbours: tuple[str, str]) -> Column:
    if bracketed := _bracketed(name):
        if any(bracketed[0] == (_bracketed(other) or ("",))[0] for other in neighbours):
            return Column(at, *bracketed)
        return Column(at, name)
    for mark in BETWEEN:
        question, found, option = name.partition(mark)
        alike = any(o.partition(mark)[0] == question and mark in o for o in neighbours)
        if found and question.strip() and option.strip() and alike:
            return Column(at, question.strip(), option.strip())
    return Column(at, name)


def _bracketed(name: str) -> tuple[str, str] | None:
    """Part "Question [Option]"."""
    question, found, option = name.removesuffix("]").rpartition("[")
    if not name.endswith("]") or not found or not question.strip() or not option.strip():
        return None
    return question.strip(), option.strip()
