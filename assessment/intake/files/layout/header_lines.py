"""A header in one line or two: "Committed" over "From" and "To"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assessment.definitions.spelling import plain
from assessment.intake.files.file_tables import HeaderLines, MergedCells, Rows

LONGEST_NAME = 60
# Words that say little without those above them: an outcome has a date, a suspect has a name.
FEWEST_SPANNING = 3
GENERIC = frozenset(
    (
        *("date", "time", "from", "to", "start", "end", "day", "month", "year"),
        *("name", "type", "code", "ref", "reference", "id", "no", "number", "status"),
        *("description", "category", "group", "class", "flag", "other", "count", "total", "value"),
    )
)
VALUE = re.compile(r"[-+£]?\d[\d,./:\s-]*%?")


@dataclass(frozen=True)
class _TwoLines:
    """Two rows, the first of which may head several columns of the second."""

    upper: Sequence[str]
    lower: Sequence[str]
    headed: Sequence[str]  # what stands above each column: of several under one cell, that cell

    def are_names(self) -> bool:
        """Tell whether both may be names of columns: short words, more than one, no values."""
        cells = [cell.strip() for cell in (*self.upper, *self.lower) if cell.strip()]
        return sum(1 for cell in self.upper if cell.strip()) > 1 and all(
            len(cell) <= LONGEST_NAME and not VALUE.fullmatch(cell) and not cell.endswith(":")
            for cell in cells
        )

    def has_spans(self) -> bool:
        """Tell whether names of the first head several of the second, as titles do not."""
        names = [cell for cell in self.upper if cell.strip()]
        spans = {above for above, below in pairwise(self.headed) if above and above == below}
        return bool(spans) and len(names) >= FEWEST_SPANNING

    def is_second_line(self) -> bool:
        """Tell a second line from a record: it names only what the first heads in common."""
        below = [at for at, cell in enumerate(self.lower) if cell.strip()]
        shared = [at for at in below if self._is_shared(at)]
        return bool(shared) and len(shared) == len(below)

    def _is_shared(self, at: int) -> bool:
        following = self.upper[at + 1].strip() if at + 1 < len(self.upper) else "end"
        return not self.upper[at].strip() or not following

    def names(self, is_known: Callable[[str], bool]) -> tuple[str, ...]:
        """Join the lines where the lower alone is not enough to know the column by."""
        words = [plain(cell) for cell in self.lower]
        repeated = {word for word in words if word and words.count(word) > 1}
        return tuple(
            _name(above, below, is_known, is_repeated=plain(below) in repeated)
            for above, below in zip(self.headed, map(str.strip, self.lower), strict=True)
        )


def _name(above: str, below: str, is_known: Callable[[str], bool], *, is_repeated: bool) -> str:
    if not above or not below or plain(above) == plain(below):
        return below or above
    joined = f"{above} {below[0].lower()}{below[1:]}" if below.istitle() else f"{above} {below}"
    is_vague = is_repeated or plain(below) in GENERIC
    is_enough = is_known(below) and not is_vague
    return joined if not is_enough and (is_known(joined) or is_vague) else below


def header_lines(
    rows: Rows, header_at: int, merged: MergedCells | None, is_known: Callable[[str], bool]
) -> HeaderLines:
    """Return the lines of the header of which `header_at` is the one that names most columns.

    Two lines are one header where more columns are known by it than by the one line, or where the
    first plainly heads the second: an "Outcome" over a "Date" is no date of a record. `merged` says
    which cells of the first rows a merged one covers, None where the file cannot tell.
    """
    single = HeaderLines(header_at, header_at, tuple(cell.strip() for cell in rows[header_at]))
    best, most = single, _known(single.names, is_known)
    for first, last in pairwise(range(max(0, header_at - 1), min(header_at + 2, len(rows)))):
        lines = _two_lines(rows, first, merged)
        if not lines.are_names() or (first == header_at and not lines.is_second_line()):
            continue
        names = lines.names(is_known)
        if _known(names, is_known) > most or (last == header_at and lines.has_spans()):
            best, most = HeaderLines(first, last, names), _known(names, is_known)
    return best


def _known(names: Sequence[str], is_known: Callable[[str], bool]) -> int:
    return len({plain(name) for name in names if name and is_known(name)})


def _two_lines(rows: Rows, first: int, merged: MergedCells | None) -> _TwoLines:
    width = max(len(rows[first]), len(rows[first + 1]))
    upper, lower = (_widened(row, width) for row in (rows[first], rows[first + 1]))
    headed, last = [], ""
    for at, cell in enumerate(map(str.strip, upper)):
        is_under_another = merged is None or (first, at) in merged
        last = cell or (last if is_under_another else "")
        headed.append(last)
    return _TwoLines(upper, lower, headed)


def _widened(row: Sequence[str], width: int) -> list[str]:
    return [*row, *[""] * (width - len(row))]
