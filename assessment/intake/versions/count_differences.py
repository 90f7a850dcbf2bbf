"""The difference that a load makes to counts that arrive as counts, cell by cell."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assessment.numbers import count_of


@dataclass(frozen=True)
class CountDifference:
    """A cell of a table as it is and as it would be; None where it is not there.

    A count is a number as text, or "withheld" or "missing".
    """

    change: str  # new, revised or withdrawn
    period: str
    area: str
    district: str | None
    category: str
    counted_before: str | None
    counted_now: str | None
    count_before: str | None
    count_now: str | None

    @property
    def changed(self) -> str:
        """What is another now; nothing of a count that is new or withdrawn."""
        if self.change != "revised":
            return ""
        parts = (
            ("reclassified", self.counted_before != self.counted_now),
            ("count", self.count_before != self.count_now),
        )
        return ", ".join(words for words, is_so in parts if is_so) or "what other rows hold of it"


@dataclass(frozen=True)
class CountDifferences:
    """How many counts a load would add, withdraw and revise, how, and the first of them."""

    new: int
    withdrawn: int
    higher: int
    lower: int
    otherwise: int
    rows: tuple[CountDifference, ...]

    @property
    def sentence(self) -> str:
        """Say what changes: "4 counts revised (3 higher, 1 lower); 2 new"."""
        return "; ".join(self._parts())

    def _parts(self) -> Iterator[str]:
        ways = ((self.higher, "higher"), (self.lower, "lower"), (self.otherwise, "otherwise"))
        if revised := sum(counts for counts, _ in ways):
            told = ", ".join(f"{counts:,} {way}" for counts, way in ways if counts)
            yield f"{count_of(revised, 'count')} revised ({told})"
        for counts, words in ((self.new, "new"), (self.withdrawn, "withdrawn")):
            if counts:
                yield f"{count_of(counts, 'count')} {words}"

    def as_json(self) -> dict[str, Any]:
        """Return the numbers for another program."""
        names = ("new", "withdrawn", "higher", "lower", "otherwise")
        return {name: getattr(self, name) for name in names}
