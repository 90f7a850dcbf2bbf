"""What the cells of one column of an export say."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class ColumnValues:
    """What a column's cells say: how many are `filled`, with how many `different` things.

    `counts` says how often each occurs; of very many, only the commonest. What could find a person
    is in `personal` alone.
    """

    filled: int
    different: int
    counts: Mapping[str, int]
    personal: Mapping[str, int] = field(default_factory=dict)

    @property
    def cells(self) -> int:
        """How many cells say anything, with what could find a person."""
        return self.filled + sum(self.personal.values())

    @property
    def is_complete(self) -> bool:
        """Whether every different thing is there."""
        return len(self.counts) == self.different


NOTHING = ColumnValues(0, 0, {})
