"""A cell of a table of counts, and a total that it prints: what each is of, and where it stands."""

import re
from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from assessment.intake.counts.count_cells import CellCount
from assessment.intake.headings.month_span import Span

DAY = re.compile(r"\d{4}-\d\d-\d\d")


class CellKey(NamedTuple):
    """What a cell counts, as its table says it; '' where it does not say.

    `others` are the texts of columns that are not kept, which tell rows apart. `span` is None for a
    total over all periods.
    """

    category: str
    force: str
    place: str
    ward: str
    lsoa: str
    others: tuple[str, ...]
    span: Span | None

    @property
    def day(self) -> date | None:
        """The day that a count is of, which stands last of what tells rows apart."""
        return date.fromisoformat(self.others[-1]) if self.is_of_day else None

    @property
    def is_of_day(self) -> bool:
        """Whether it is one of several counts of single days in a month."""
        return bool(self.others) and bool(DAY.fullmatch(self.others[-1]))


class TableCell(NamedTuple):
    """A count with what it is of, and where it stands."""

    key: CellKey
    counted: CellCount
    where: str


class TotalCell(NamedTuple):
    """A printed total; `over` are the places in its key of what it adds up."""

    key: CellKey
    over: frozenset[int]
    counted: CellCount
    where: str


CATEGORY = CellKey._fields.index("category")
PLACE = CellKey._fields.index("place")
WARD = CellKey._fields.index("ward")
SPAN = CellKey._fields.index("span")
OTHERS = CellKey._fields.index("others")
TEXTS = CellKey._fields[:OTHERS]
NOTHING = CellKey("", "", "", "", "", (), None)


def key_without(key: CellKey, parts: Collection[int]) -> CellKey:
    """Return what a cell counts, without some of what says it."""
    kept: dict[str, Any] = {
        CellKey._fields[at]: NOTHING[at] if at in parts else part for at, part in enumerate(key)
    }
    return CellKey(**kept)
