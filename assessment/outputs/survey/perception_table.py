"""Residents' priorities beside what is recorded, as they leave the product."""

from assessment.outputs.tables import COUNT, SYNTHETIC, Cell, Column, Table, marked
from assessment.perception import Beside, Perception

COLUMNS = (
    Column("Priority", 44),
    Column("People", 10, COUNT),
    Column("Base", 10, COUNT),
    Column("Share (%)", 10, "0.0"),
    Column("Residents' place", 11, COUNT),
    Column("Recorded", 11, COUNT),
    Column("Place by number", 11, COUNT),
    Column("Place by harm", 11, COUNT),
    Column("In a sentence", 80),
)


def perception_table(perception: Perception, *, synthetic: bool) -> Table:
    """Return each priority with its places; a concern without a counterpart says why."""
    about = (
        *([SYNTHETIC] if synthetic else []),
        f"Records of: {perception.place.label}",
        f"Period: {perception.period.dates}",
        "Places: among the priorities that recorded crime can be set beside",
    )
    columns, rows = marked(COLUMNS, tuple(map(_row, perception.rows)), synthetic=synthetic)
    notes = (("Caveats", perception.caveats),)
    return Table("Residents' priorities and the records", about, columns, rows, notes, "Record")


def _row(beside: Beside) -> tuple[Cell, ...]:
    row = beside.row
    return (
        *(row.option, row.count, row.base),
        None if row.percent is None else round(row.percent, 3),
        *(beside.place, beside.recorded.volume, beside.volume_place, beside.harm_place),
        beside.sentence,
    )
