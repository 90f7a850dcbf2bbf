"""A file as a table of counts: which of its tables count."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessment.definitions import districts
from assessment.errors import UploadRefused
from assessment.intake.counts.cells.split_rows import settle_splits
from assessment.intake.counts.columns.district_headings import district_headings
from assessment.intake.counts.columns.table_layout import TableShape
from assessment.intake.counts.columns.table_shape import find_shapes
from assessment.intake.counts.columns.unread_periods import unread_periods
from assessment.intake.counts.number_doubts import cut_off, in_other_units, of_people
from assessment.intake.file_choices import FileChoices, RowIs
from assessment.intake.files.file_tables import ArrivedFile, FileTable
from assessment.intake.mapping.columns.nearest_recipe import nearest
from assessment.intake.mapping.rows.uncounted_tables import uncounted, uncounted_in_words
from assessment.numbers import count_of

MOST_SAID = 8
NO_COUNTS = (
    "Its rows are to be read as counts, but no table of it has a column of whole numbers with the "
    "month, quarter or year that they are of. Expected a column such as 'Number of offences' and "
    "one such as 'Month', or a heading for each month."
)


@dataclass(frozen=True)
class CountTables:
    """The tables of a file that hold counts, and the names of those that were left aside.

    `other_units` are those of rates, shares and other numbers that are no counts, `left_out` what
    is said of those whose names say that they do not count.
    """

    shapes: tuple[TableShape, ...]
    aside: tuple[str, ...] = ()
    other_units: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def count_tables(arrived: ArrivedFile, choices: FileChoices) -> CountTables | ArrivedFile:
    """Find the tables of counts in a file; where it is one of records, return it without them.

    Beside a table of records, one of counts sums it up and is no data of its own. Raises
    UploadRefused where the rows were said to be counts and no table can be read so, and where a
    table says itself that rows of it are missing.
    """
    left_out = uncounted(arrived.tables, choices)
    counted_tables = tuple(table for table in arrived.tables if table not in left_out)
    refuse_faults(arrived, [fault for table in counted_tables for fault in cut_off(table)])
    shapes = {
        table: [] if _is_known_layout(table, choices) else find_shapes(table, choices)
        for table in counted_tables
    }
    counting = tuple(
        settle_splits(_placed(shape), choices) for found in shapes.values() for shape in found
    )
    rest = tuple(table for table, shape in shapes.items() if not shape)
    counted = (table for table, shape in shapes.items() if shape)
    refuse_faults(arrived, [fault for table in counted for fault in district_headings(table)])
    if not counting:
        if choices.row_is in (None, RowIs.COUNT):
            unread = (unread_periods(table, choices) for table in counted_tables)
            refuse_faults(arrived, [fault for faults in unread for fault in faults])
        if choices.row_is is RowIs.COUNT:
            raise UploadRefused(arrived.file, [NO_COUNTS])
        return arrived
    if any(_are_records(table, choices) for table in rest):
        told = [_sums_up(table) for table in counted_tables if table not in rest]
        records = (*rest, *left_out)  # of records it is judged once more, by its recipe
        return replace(arrived, tables=records, left_out=(*arrived.left_out, *told))
    wanted = counting if choices.numbers else _counts_alone(counting)
    others = tuple(shape.table.label for shape in counting if shape not in wanted)
    return CountTables(
        wanted,
        tuple(table.label for table in rest),
        tuple(dict.fromkeys(others)),
        tuple(uncounted_in_words(left_out)),
    )


def _counts_alone(shapes: tuple[TableShape, ...]) -> tuple[TableShape, ...]:
    """Leave out tables of rates, victims and the like beside one of counts; keep them if alone."""
    counts = [shape for shape in shapes if not in_other_units(shape)]
    return tuple(shape for shape in counts if not of_people(shape)) or tuple(counts) or shapes


def _placed(shape: TableShape) -> TableShape:
    """Take the district that a sheet is named for, where the table does not say its own."""
    named = districts().find(shape.table.sheet or "")
    return replace(shape, place=named.name) if named and not shape.place else shape


def _sums_up(table: FileTable) -> str:
    where = table.label
    return f"{where[0].upper()}{where[1:]} was left out: it counts the records beside it."


def _is_known_layout(table: FileTable, choices: FileChoices) -> bool:
    """Tell a layout of records that is known by a mark, and each of whose columns is: its numbers
    (of vehicles, of casualties) count no records.
    """
    if choices.row_is is RowIs.COUNT:
        return False
    no_values: list[tuple[str, ...]] = [()] * len(table.header)
    match = nearest(table.header, choices.columns, no_values)
    return match.is_whole and bool(match.recipe.known_by) and not match.unknown


def _are_records(table: FileTable, choices: FileChoices) -> bool:
    """Tell by its header alone whether a table is one of records."""
    no_values: list[tuple[str, ...]] = [()] * len(table.header)
    return nearest(table.header, choices.columns, no_values).is_whole


def refuse_faults(arrived: ArrivedFile, faults: Sequence[str]) -> None:
    """Refuse a file for what is wrong with it, where anything is; the first faults are told."""
    if faults:
        more = len(faults) - MOST_SAID
        rest = [f"{count_of(more, 'more fault')} of these kinds."] if more > 0 else []
        raise UploadRefused(arrived.file, [*faults[:MOST_SAID], *rest])
