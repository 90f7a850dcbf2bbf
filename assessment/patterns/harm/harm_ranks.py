"""Where a measure stands among others by its number and by its harm.

Where a weight is a range, so is the place: nothing is ranked by a middle that nobody knows.
"""

from collections.abc import Sequence
from typing import NamedTuple

from assessment.patterns.crime_harm import Range


class Ranks(NamedTuple):
    """Places among `of` measures, the first having the most; by harm the best and worst possible.

    Those of equal number share the better place.
    """

    by_count: int
    best: int
    worst: int
    of: int

    @property
    def apart(self) -> int:
        """How many places harm stands above number, below it negative; 0 where it may be none."""
        if self.best <= self.by_count <= self.worst:
            return 0
        return self.by_count - (self.worst if self.by_count > self.worst else self.best)


def ranks_of(rows: Sequence[tuple[int, Range]]) -> list[Ranks]:
    """Rank measures by their number and by the range of their harm."""
    return [
        Ranks(
            1 + sum(other > count for other, _ in rows),
            1 + sum(least > most_here for _, (least, _) in rows),
            1 + sum(most > least_here for k, (_, (_, most)) in enumerate(rows) if k != at),
            len(rows),
        )
        for at, (count, (least_here, most_here)) in enumerate(rows)
    ]
