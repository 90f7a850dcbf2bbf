"""The data sets that a partnership has defined, as a table."""

from collections.abc import Sequence

from assessment.defined_data_sets import DefinedDataSet
from assessment.definitions import Direction
from assessment.outputs.tables import Column, Table, marked

COLUMNS = (
    Column("Data set", 30),
    Column("Id", 30),
    Column("Records are", 14),
    Column("Owner", 30),
    Column("Measure", 34),
    Column("Unit", 14),
    Column("Good is", 14),
    Column("Called in files", 50),
    Column("To know", 60),
)
WAYS = {
    Direction.DOWN: "fewer",
    Direction.UP: "more",
    Direction.NEUTRAL: "neither",
}


def direction_in_words(direction: Direction) -> str:
    """Say which way is good: fewer, more, or neither."""
    return WAYS[direction]


def data_set_table(every: Sequence[DefinedDataSet], place: str) -> Table:
    """Return every measure of every data set that is defined."""
    rows = tuple(
        (
            defined.data_set.label,
            defined.data_set.id,
            str(defined.data_set.kind),
            defined.data_set.owner,
            measure.label,
            measure.unit,
            direction_in_words(measure.direction),
            ", ".join(measure.names) or None,
            measure.caveat or None,
        )
        for defined in every
        for measure in defined.data_set.measures
    )
    columns, with_mark = marked(COLUMNS, rows, synthetic=False)
    return Table(f"Data sets of {place}", (), columns, with_mark, sheet="Data sets")
