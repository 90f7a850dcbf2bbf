"""A cell of a table of counts, and a total that it prints: what each is of, and where it stands."""

from typing import NamedTuple

from assessment.intake.counts.count_cells import CellCount
from assessment.intake.headings.period_words import Span


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
SPAN = CellKey._fields.index("span")
OTHERS = CellKey._fields.index("others")
TEXTS = CellKey._fields[:OTHERS]
