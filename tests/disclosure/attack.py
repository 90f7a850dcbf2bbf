"""Subtraction: which small counts follow from everything that somebody can read.

What is read becomes equations over records that nobody is shown: those of one leaf, in one
district, in one piece of time. A count of 1 to 4 has come back where no whole numbers of records
that satisfy them all make it 5 or more: what is none is shown as 0, so that whatever is withheld is
known not to be none.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_array

FEWEST = 5
# A solver's bounds are off by no more.
SLACK = 1e-6
INFINITE = float("inf")
# No count of these stores is larger: what is not read of is bounded too.
MANY = 10_000


class Atom(NamedTuple):
    """What is not told apart further: records of a leaf in a district (or none) in some months."""

    measure_set: str
    leaf: str
    district: str
    piece: int


Sum = frozenset[Atom]
# Weights of records, and the ends that their sum lies between.
Row = tuple[Mapping[Atom, float], float, float]


@dataclass
class Knowledge:
    """What somebody has read: sums of records, exactly or between two ends, and where."""

    rows: list[Row] = field(default_factory=list)
    views: list[str] = field(default_factory=list)

    def reads(self, view: str, cells: Collection[Atom], count: int) -> None:
        """Remember that some records are so many."""
        self.between(view, dict.fromkeys(cells, 1.0), count, count)

    def sees_none(self, cells: Collection[Atom], count: int) -> None:
        """Remember whether some records that are shown or withheld together are none."""
        self.between(
            "none, or withheld", dict.fromkeys(cells, 1.0), *((1, INFINITE) if count else (0, 0))
        )

    def between(self, view: str, cells: Mapping[Atom, float], least: float, most: float) -> None:
        """Remember that a weighted sum of records lies between two ends."""
        self.rows.append((cells, least, most))
        self.views.append(view)


def given_back(known: Knowledge, true: Mapping[Atom, int], asked: Iterable[Sum]) -> Iterator[Sum]:
    """Yield the sums of 1 to 4 records of which it follows that they are 1 to 4."""
    bound = _Bound(subtracted(known.rows))
    for cells in asked:
        if 0 < sum(true.get(cell, 0) for cell in cells) < FEWEST and _is_few(
            bound.to(cells), cells
        ):
            yield cells


def subtracted(rows: Iterable[Row]) -> list[Row]:
    """Take from every sum the smaller ones within it: what is left says the same, in less."""
    left: list[Row] = []
    for cells, least, most in sorted(rows, key=lambda row: len(row[0])):
        rest = dict(cells)
        for part, count, same in left:
            weights = {rest.get(atom) for atom in part}
            # A row that is not exact takes nothing away from another.
            if count == same and len(weights) == 1 and set(part.values()) == {1.0}:
                (weight,) = weights
                if weight is not None:
                    least, most = least - weight * count, most - weight * count
                    rest = {atom: n for atom, n in rest.items() if atom not in part}
        if rest:
            left.append((rest, least, most))
    return left


class _Bound:
    """Rows by what they are of: only rows that are bound to some records say anything of them."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.of: dict[Atom, list[int]] = {}
        for at, (cells, _, _) in enumerate(rows):
            for atom in cells:
                self.of.setdefault(atom, []).append(at)

    def to(self, cells: Collection[Atom]) -> list[Row]:
        """Return the rows of some records, and of all that those rows are of, and so on."""
        found: set[int] = set()
        waiting = list(cells)
        while waiting:
            for at in set(self.of.get(waiting.pop(), ())) - found:
                found.add(at)
                waiting += self.rows[at][0]
        return [self.rows[at] for at in sorted(found)]


def _is_few(rows: Sequence[Row], cells: Collection[Atom]) -> bool:
    """Tell whether some records cannot be enough: that they are not none is taken as known."""
    touched = {*cells, *(atom for row in rows for atom in row[0])}
    return _Solver(rows, sorted(touched)).most(cells) < FEWEST - SLACK


class _Solver:
    def __init__(self, rows: Sequence[Row], atoms: Sequence[Atom]) -> None:
        self.column = {atom: at for at, atom in enumerate(atoms)}
        matrix = lil_array((len(rows), len(atoms)))
        for at, (cells, _, _) in enumerate(rows):
            for atom, weight in cells.items():
                matrix[at, self.column[atom]] = weight
        ends = [list(end) for end in zip(*(row[1:] for row in rows), strict=True)]
        self.read = [LinearConstraint(matrix.tocsr(), *ends)] if rows else []

    def most(self, cells: Collection[Atom]) -> float:
        """Return the most that some records can be."""
        aim = np.zeros(len(self.column))
        aim[[self.column[cell] for cell in cells]] = -1
        found = milp(
            aim, constraints=self.read, integrality=np.ones_like(aim), bounds=Bounds(0, MANY)
        )
        assert found.success, found.message
        return -float(found.fun)
