"""What is recorded by district and month in the forces of a place: read once for all that ask.

It says what every source has in the place, how many records name no district, how much a measure
ordinarily changes from place to place, and what the whole force did.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from assessment.changes.question import MONTHS, Place
from assessment.definitions import districts
from assessment.store import BoundQuery, Store

Numbers = npt.NDArray[np.int64]


class Recorded(NamedTuple):
    """Records of a source under a leaf, by month; a force or a district that is not said is ''."""

    source: str
    force: str
    district: str
    leaf: str
    months: Numbers
    counts: Numbers


def of_force(recorded: Iterable[Recorded], force: str) -> list[Recorded]:
    """Return what a force recorded.

    Of a source that says no force, that is what its districts have, and what names no district.
    """
    near = {"", *districts().of_force(force)}
    return [
        row for row in recorded if row.force == force or (not row.force and row.district in near)
    ]


def recorded_query(place: Place, measure_sets: Sequence[str]) -> BoundQuery:
    """Return the query for what the forces of a place recorded: the same for all in one force."""
    policed = [name for force in place.forces for name in districts().of_force(force)]
    return BoundQuery.of(
        "records_by_district",
        forces=list(place.forces),
        districts=list(dict.fromkeys((*policed, *place.districts))),
        measure_sets=list(measure_sets),
    )


def read_recorded(store: Store, query: BoundQuery) -> tuple[Recorded, ...]:
    """Return what is recorded, in order."""
    columns = store.columns(query.name, **query.parameters)
    return tuple(map(Recorded, *(columns[name] for name in Recorded._fields)))


def number_of(month: date) -> int:
    """Return a month as a number: 12 × year + month."""
    return month.year * MONTHS + month.month


def months_numbered(numbers: Numbers) -> Iterator[date]:
    """Yield the months of some numbers."""
    for number in numbers.tolist():
        yield date((number - 1) // MONTHS, (number - 1) % MONTHS + 1, 1)
