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


def perception_table(found: Perception, *, synthetic: bool) -> Table:
    """Return each priority with its places; a concern without a counterpart says why."""
    about = (
        *([SYNTHETIC] if synthetic else []),
        f"Records of: {found.place.label}",
        f"Period: {found.period.dates}",
        "Places: among the priorities that recorded crime can be set beside",
    )
    columns, rows = marked(COLUMNS, tuple(map(_row, found.rows)), synthetic=synthetic)
    notes = (("Caveats", found.caveats),)
    return Table("Residents' priorities and the records", about, columns, rows, notes, "Record")


def _row(one: Beside) -> tuple[Cell, ...]:
    row = one.row
    return (
        *(row.option, row.count, row.base),
        None if row.percent is None else round(row.percent, 3),
        *(one.place, one.recorded.volume, one.volume_place, one.harm_place),
        one.sentence,
    )
