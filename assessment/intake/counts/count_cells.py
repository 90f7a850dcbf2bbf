"""What a cell of a table of counts says: a number, one that is withheld, or nothing."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

WHOLE = re.compile(r"\d{1,3}(?:[, ]\d{3})+(?:\.0+)?|\d{1,9}(?:\.0+)?")
BELOW = re.compile(r"(?:<|less than|fewer than|under|below)\s*(\d{1,6})", re.IGNORECASE)
AT_MOST = re.compile(r"(?:<=|≤|up to|at most)\s*(\d{1,6})", re.IGNORECASE)
BETWEEN = re.compile(r"(\d{1,6})\s*(?:-|to)\s*(\d{1,6})", re.IGNORECASE)
# The signs of the Government Analysis Function, and what agencies write beside them.
WITHHELD = frozenset(["*", "**", "c", "[c]", "s", "#", "[low]", "supp", "suppressed", "withheld"])
WITHHELD |= {"redacted", "confidential", "disclosive"}
MISSING = frozenset(["", "-", "--", "..", "...", ":", "x", "[x]", "z", "[z]", "n/a", "na", "n.a."])
MISSING |= {"#n/a", "null", "none given", "not available", "not applicable", "no data", "missing"}
# A mark that leads to a note, or says how final a number is: 7*, 7 [note 2], 7 (p), 7r.
MARKED = re.compile(
    r"(?P<number>\d[\d, ]*(?:\.0+)?)\s*(?P<mark>[*†‡§#¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}"
    r"|\[(?:notes?\s*)?[\da-z]{1,3}\]|\((?:p|r|e|prov|rev|est|notes?\s*\d+)\)|(?-i:[pr]))",
    re.IGNORECASE,
)
DASHES = str.maketrans("–—−\N{NO-BREAK SPACE}", "--- ")


class CountStatus(StrEnum):
    """Whether a cell of a table gives its count."""

    COUNTED = "counted"
    WITHHELD = "withheld"  # known to whoever made the table
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class CellCount:
    """What a cell says: `low` and `high` are what the count lies between, None for no bound.

    `mark` is what stands behind its number.
    """

    status: CountStatus
    value: int | None = None
    low: int = 0
    high: int | None = None
    mark: str = ""


NOTHING = CellCount(CountStatus.MISSING)


@lru_cache(maxsize=1 << 16)  # the same few thousand texts stand in millions of cells
def read_cell(text: str) -> CellCount | None:
    """Read a cell; None where it is neither a whole number nor a sign that stands for one.

    What is below 5 may be none as well: not every agency prints its noughts.
    """
    written = " ".join(text.translate(DASHES).split())
    if WHOLE.fullmatch(written):
        count = int(re.sub(r"[, ]", "", written).partition(".")[0])
        return CellCount(CountStatus.COUNTED, count, count, count)
    if written.lower() in MISSING:
        return NOTHING
    if written.lower() in WITHHELD:
        return CellCount(CountStatus.WITHHELD)
    if marked := MARKED.fullmatch(written):
        counted = read_cell(marked["number"])
        return counted and replace(counted, mark=marked["mark"])
    return _between(written)


def _between(written: str) -> CellCount | None:
    if (below := BELOW.fullmatch(written)) and int(below[1]) > 0:
        return CellCount(CountStatus.WITHHELD, low=0, high=int(below[1]) - 1)
    if at_most := AT_MOST.fullmatch(written):
        return CellCount(CountStatus.WITHHELD, low=0, high=int(at_most[1]))
    between = BETWEEN.fullmatch(written)
    if between and int(between[1]) < int(between[2]):
        return CellCount(CountStatus.WITHHELD, low=int(between[1]), high=int(between[2]))
    return None


@dataclass(frozen=True, slots=True)
class Untold:
    """What numbers that are not known come to: at least and at most, None for no bound."""

    low: int = 0
    high: int | None = 0

    @classmethod
    def of(cls, counted: CellCount) -> "Untold":
        """Return what is not known of a cell: nothing, where it has its number."""
        return cls() if counted.value is not None else cls(counted.low, counted.high)

    def __add__(self, other: "Untold") -> "Untold":
        high = None if None in (self.high, other.high) else (self.high or 0) + (other.high or 0)
        return Untold(self.low + other.low, high)

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing that is not known."""
        return self.high == 0


ALL_TOLD = Untold()


def added(first: CellCount, second: CellCount) -> CellCount:
    """Add two cells up: what is withheld or missing in one is so in the sum, within its bounds."""
    statuses = {first.status, second.status}
    if statuses == {CountStatus.COUNTED}:
        total = (first.value or 0) + (second.value or 0)
        return CellCount(CountStatus.COUNTED, total, total, total)
    highs = (first.high, second.high)
    high = None if None in highs else sum(bound or 0 for bound in highs)
    status = CountStatus.MISSING if CountStatus.MISSING in statuses else CountStatus.WITHHELD
    return CellCount(status, None, first.low + second.low, high)
