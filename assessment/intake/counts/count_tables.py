"""A file as a table of counts: which of its tables count, what they say, and what must be asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assessment.definitions import districts
from assessment.errors import UploadRefused
from assessment.intake.counts.cell_keys import TableCell, TotalCell
from assessment.intake.counts.cells.split_rows import settle_splits
from assessment.intake.counts.cells.table_cells import read_cells
from assessment.intake.counts.columns.district_headings import district_headings
from assessment.intake.counts.columns.table_layout import TableShape
from assessment.intake.counts.columns.table_shape import find_shapes
from assessment.intake.counts.columns.unread_periods import unread_periods
from assessment.intake.counts.count_coverage import CoveredBlock, cut_months, read_count_coverage
from assessment.intake.counts.count_meaning import CountMeaning, read_meaning
from assessment.intake.counts.count_questions import (
    measure_set_asked,
    place_asked,
    row_is_asked,
    stages_asked,
    totals_asked,
)
from assessment.intake.counts.level_readings import settle_levels
from assessment.intake.counts.number_doubts import cut_off, in_other_units, numbers_asked, of_people
from assessment.intake.counts.totals.blank_areas import areas_of_others
from assessment.intake.counts.totals.former_districts import former_in_today
from assessment.intake.counts.totals.longer_periods import periods_in_others
from assessment.intake.counts.totals.printed_changes import wrong_changes
from assessment.intake.counts.totals.printed_totals import (
    difference_in_words,
    totals_against_counts,
)
from assessment.intake.file_choices import FileChoices, FileQuestion, RowIs
from assessment.intake.files.file_tables import ArrivedFile, FileTable, in_quotes
from assessment.intake.load_report import PrintedTotal
from assessment.intake.mapping.belonging.whole_file_place import district_meant
from assessment.intake.mapping.categories.said_meanings import SaidMeanings
from assessment.intake.mapping.columns.nearest_recipe import nearest
from assessment.numbers import count_of, listed

MOST_SAID = 8
NO_COUNTS = (
    "Its rows were said to be counts, but no table of it has a column of whole numbers with the "
    "month, quarter or year that they are of. Expected a column such as 'Number of offences' and "
    "one such as 'Month', or a heading for each month."
)


@dataclass(frozen=True)
class CountTables:
    """The tables of a file that hold counts, and the names of those that were left aside.

    `other_units` are those of rates, shares and other numbers that are no counts.
    """

    shapes: tuple[TableShape, ...]
    aside: tuple[str, ...] = ()
    other_units: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadCounts:
    """What a file of counts says; where it leaves a question open, that and no more."""

    rows: int
    meaning: CountMeaning
    coverage: Sequence[CoveredBlock]
    totals: tuple[PrintedTotal, ...]
    notes: tuple[str, ...]
    questions: tuple[FileQuestion, ...]
    cut_months: frozenset[date] = frozenset()
    told: tuple[str, ...] = ()


def count_tables(arrived: ArrivedFile, choices: FileChoices) -> CountTables | ArrivedFile:
    """Find the tables of counts in a file; where it is one of records, return it without them.

    Beside a table of records, one of counts sums it up and is no data of its own. Raises
    UploadRefused where the rows were said to be counts and no table can be read so, and where a
    table says itself that rows of it are missing.
    """
    _refuse(arrived, [fault for table in arrived.tables for fault in cut_off(table)])
    shapes = {table: find_shapes(table, choices) for table in arrived.tables}
    counting = tuple(
        settle_splits(_placed(shape), choices) for found in shapes.values() for shape in found
    )
    rest = tuple(table for table, shape in shapes.items() if not shape)
    counted = (table for table, shape in shapes.items() if shape)
    _refuse(arrived, [fault for table in counted for fault in district_headings(table)])
    if not counting:
        if choices.row_is in (None, RowIs.COUNT):
            unread = (unread_periods(table, choices) for table in arrived.tables)
            _refuse(arrived, [fault for faults in unread for fault in faults])
        if choices.row_is is RowIs.COUNT:
            raise UploadRefused(arrived.file, [NO_COUNTS])
        return arrived
    if any(_are_records(table, choices) for table in rest):
        told = [_sums_up(table) for table in arrived.tables if table not in rest]
        return replace(arrived, tables=rest, left_out=(*arrived.left_out, *told))
    wanted = counting if choices.numbers else _counts_alone(counting)
    others = tuple(shape.table.label for shape in counting if shape not in wanted)
    return CountTables(wanted, tuple(table.label for table in rest), tuple(dict.fromkeys(others)))


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


def _are_records(table: FileTable, choices: FileChoices) -> bool:
    """Tell by its header alone whether a table is one of records."""
    no_values: list[tuple[str, ...]] = [()] * len(table.header)
    return nearest(table.header, choices.columns, no_values).is_whole


def read_counts(
    arrived: ArrivedFile,
    tables: CountTables,
    choices: FileChoices,
    meanings: SaidMeanings,
    fixed: str | None,
) -> ReadCounts:
    """Read what the tables count and what that means, and check what they print of it.

    `meanings` are what people have said that the source's categories mean, `fixed` the set that it
    is counted in. Raises UploadRefused with every fault.
    """
    _refuse(arrived, [fault for shape in tables.shapes for fault in shape.faults])
    read = read_cells(tables.shapes, _one_place(arrived, tables, choices.place))
    is_asked = tuple(row_is_asked(tables.shapes))
    open_columns = tuple(question for shape in tables.shapes for question in shape.questions)
    if not choices.numbers:
        is_asked += tuple(numbers_asked(tables.shapes, read.cells))
    # Where rows may be no counts, what is wrong with them as counts is no fault yet.
    _refuse(
        arrived, [] if is_asked or open_columns else [*read.faults, *wrong_changes(read.changes)]
    )
    areas = areas_of_others(read.cells)
    former = former_in_today(areas.counted)
    _refuse(arrived, [*areas.faults, *former.faults])
    periods = periods_in_others(former.cells)
    cells = periods.counted
    _refuse(arrived, periods.faults or ([] if cells else [NO_COUNTS]))
    printed = [total for total in read.totals if total.key.place not in former.places]
    printed += [*areas.totals, *periods.totals]

    def meant(told: Mapping[str, str]) -> CountMeaning:
        return read_meaning(cells, meanings, fixed, {**choices.categories, **told})

    levels = settle_levels(meant, choices.categories, cells, printed)
    meaning = levels.meaning
    # Where a category may be of two levels, what does not add up is no fault yet.
    if not levels.questions:
        _refuse(arrived, meaning.faults or _only_totals(meaning))
    totals = () if levels.questions else _agreed(arrived, printed, cells, meaning)
    is_said = choices.numbers or any(question.about == "numbers" for question in is_asked)
    settled = choices.measure_set or fixed
    stages = () if is_said else tuple(stages_asked(meaning, tables.shapes, settled))
    questions = (
        *is_asked,
        *open_columns,
        *place_asked(meaning, tables.shapes),
        *measure_set_asked(meaning, choices, fixed),
        *stages,
        *totals_asked(meaning),
        *levels.questions,
    )
    cut = cut_months(cells)
    coverage = read_count_coverage(meaning, date.today(), cut)
    return ReadCounts(
        read.rows,
        meaning,
        coverage,
        totals,
        tuple(read.notes),
        questions,
        cut,
        (*former.notes, *periods.told, *levels.notes, *_marked(read.marked)),
    )


def _marked(marked: Sequence[str]) -> Iterator[str]:
    """Say which numbers have a mark behind them: it may be one that makes them no counts."""
    if marked:
        yield (
            f"{count_of(len(marked), 'number has', 'numbers have')} a mark behind it and "
            f"{'was' if len(marked) == 1 else 'were'} read without: {listed(marked, MOST_SAID)}. "
            "Look in its notes what the mark means: a number that is rounded or estimated is no "
            "count."
        )


def _only_totals(meaning: CountMeaning) -> list[str]:
    """Refuse a table of nothing but totals that no figure is made of."""
    if meaning.counts:
        return []
    named = in_quotes(sorted(meaning.published), most=4)
    return [f"All that it counts is in totals ({named}). Add the rows that they add up."]


def _one_place(arrived: ArrivedFile, tables: CountTables, place: str | None) -> str | None:
    """Return the district that a table was said to be of; refuse it where it names another."""
    if place is None:
        return None
    district = district_meant(place)
    named = {cell.key.place for cell in read_cells(tables.shapes, None).cells}
    others = {other.name for text in named if (other := districts().find(text))} - {district.name}
    if others:
        told = in_quotes(sorted(others), most=4)
        fault = f"It was said to be all of {district.name}, but its rows name {told}."
        _refuse(arrived, [f"{fault} Load it without that, or take those rows out."])
    return district.name


def _agreed(
    arrived: ArrivedFile,
    totals: Sequence[TotalCell],
    cells: Sequence[TableCell],
    meaning: CountMeaning,
) -> tuple[PrintedTotal, ...]:
    """Check every printed total; one that differs stops the load."""
    checked = list(totals_against_counts(totals, cells, meaning.apart, meaning.published))
    _refuse(arrived, [difference_in_words(total) for total, agrees in checked if not agrees])
    return (*meaning.agreed, *(total for total, _ in checked))


def _refuse(arrived: ArrivedFile, faults: Sequence[str]) -> None:
    if faults:
        more = len(faults) - MOST_SAID
        rest = [f"{count_of(more, 'more fault')} of these kinds."] if more > 0 else []
        raise UploadRefused(arrived.file, [*faults[:MOST_SAID], *rest])
