"""The data sets that partnerships have defined, as the store keeps them."""

from dataclasses import dataclass
from datetime import date

from assessment.definitions import (
    Direction,
    MeasureKind,
    OwnDataSet,
    OwnMeasure,
    OwnSets,
    own_sets_of,
)
from assessment.store import Store


@dataclass(frozen=True)
class DefinedDataSet:
    """A data set with the partnership that defined it, or None where that has been removed."""

    data_set: OwnDataSet
    partnership: str | None
    defined_by: str
    defined_on: date


def defined_in(store: Store) -> tuple[DefinedDataSet, ...]:
    """Return every data set that is defined in a store, by id."""
    return tuple(
        DefinedDataSet(
            OwnDataSet(
                label,
                MeasureKind(kind),
                owner,
                tuple(
                    OwnMeasure(
                        measure["label"],
                        measure["unit"],
                        Direction(measure["direction"]),
                        measure["caveat"],
                        tuple(measure["names"]),
                    )
                    for measure in measures
                ),
            ),
            partnership,
            defined_by,
            defined_on,
        )
        for _, partnership, label, kind, owner, defined_by, defined_on, measures in store.rows(
            "data_sets_defined"
        )
    )


def own_sets_in(store: Store, _request: str) -> OwnSets:
    """Return the measure sets of what is defined in a store."""
    return own_sets_of(tuple(defined.data_set for defined in defined_in(store)))
