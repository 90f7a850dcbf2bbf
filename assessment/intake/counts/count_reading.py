"""What the tables of counts of a file say, what that means, and what must be asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.definitions import districts
from assessment.intake.counts.cell_keys import TableCell, TotalCell
from assessment.intake.counts.cells.lone_periods import lone_periods
from assessment.intake.counts.cells.table_cells import ReadCells, read_cells
from assessment.intake.counts.count_coverage import CoveredBlock, cut_months, read_count_coverage
from assessment.intake.counts.count_meaning import CountMeaning, read_meaning
from assessment.intake.counts.count_questions import (
    measure_set_asked,
    place_asked,
    row_is_asked,
    stages_asked,
    totals_asked,
)
from assessment.intake.counts.count_tables import NO_COUNTS, CountTables, refuse_faults
from assessment.intake.counts.level_readings import SettledLevels, settle_levels
from assessment.intake.counts.number_doubts import numbers_asked
from assessment.intake.counts.totals.blank_areas import areas_of_others
from assessment.intake.counts.totals.former_districts import former_in_today
from assessment.intake.counts.totals.longer_periods import periods_in_others
from assessment.intake.counts.totals.printed_changes import wrong_changes
from assessment.intake.counts.totals.printed_totals import (
    difference_in_words,
    totals_against_counts,
)
from assessment.intake.file_choices import FileChoices, FileQuestion
from assessment.intake.files.file_tables import ArrivedFile, in_quotes
from assessment.intake.load_report import PrintedTotal
from assessment.intake.mapping.belonging.whole_file_place import district_meant
from assessment.intake.mapping.categories.said_meanings import SaidMeanings
from assessment.numbers import count_of, listed

MOST_NAMED = 8


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


@dataclass(frozen=True)
class _Counted:
    """The cells that are counted one by one, the totals that add them up, and what to tell."""

    cells: list[TableCell]
    printed: list[TotalCell]
    told: tuple[str, ...]


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
    refuse_faults(arrived, [fault for shape in tables.shapes for fault in shape.faults])
    read = read_cells(tables.shapes, _one_place(arrived, tables, choices.place))
    asked = tuple(_asked_of_columns(tables, choices, read))
    # Where rows may be no counts, what is wrong with them as counts is no fault yet.
    of_cells = [*read.faults, *wrong_changes(read.changes), *lone_periods(read.cells)]
    refuse_faults(arrived, [] if asked else of_cells)
    counted = _without_wholes(arrived, read)

    def meant(told: Mapping[str, str]) -> CountMeaning:
        return read_meaning(counted.cells, meanings, fixed, {**choices.categories, **told})

    levels = settle_levels(meant, choices.categories, counted.cells, counted.printed)
    # Where a category may be of two levels, what does not add up is no fault yet.
    totals = () if levels.questions else _checked(arrived, counted, levels.meaning)
    cut = cut_months(counted.cells)
    return ReadCounts(
        read.rows,
        levels.meaning,
        read_count_coverage(levels.meaning, date.today(), cut),
        totals,
        tuple(read.notes),
        (*asked, *_asked_of_meaning(tables, choices, levels, fixed, asked)),
        cut,
        (*counted.told, *levels.notes, *_marked(read.marked)),
    )


def _asked_of_columns(
    tables: CountTables, choices: FileChoices, read: ReadCells
) -> Iterator[FileQuestion]:
    yield from row_is_asked(tables.shapes)
    if not choices.numbers:
        yield from numbers_asked(tables.shapes, read.cells)
    for shape in tables.shapes:
        yield from shape.questions


def _asked_of_meaning(
    tables: CountTables,
    choices: FileChoices,
    levels: SettledLevels,
    fixed: str | None,
    asked: Sequence[FileQuestion],
) -> Iterator[FileQuestion]:
    yield from place_asked(levels.meaning, tables.shapes)
    yield from measure_set_asked(levels.meaning, choices, fixed)
    if not choices.numbers and not any(question.about == "numbers" for question in asked):
        yield from stages_asked(levels.meaning, tables.shapes, choices.measure_set or fixed)
    yield from totals_asked(levels.meaning)
    yield from levels.questions


def _without_wholes(arrived: ArrivedFile, read: ReadCells) -> _Counted:
    """Part what is counted from rows that only add up others: areas, former districts, months."""
    areas = areas_of_others(read.cells)
    former = former_in_today(areas.counted)
    refuse_faults(arrived, [*areas.faults, *former.faults])
    periods = periods_in_others(former.cells)
    refuse_faults(arrived, periods.faults or ([] if periods.counted else [NO_COUNTS]))
    printed = [total for total in read.totals if total.key.place not in former.places]
    return _Counted(
        periods.counted,
        [*printed, *areas.totals, *periods.totals],
        (*former.notes, *periods.told),
    )


def _checked(
    arrived: ArrivedFile, counted: _Counted, meaning: CountMeaning
) -> tuple[PrintedTotal, ...]:
    """Check every printed total; one that differs stops the load, as does a fault of meaning."""
    refuse_faults(arrived, meaning.faults or _only_totals(meaning))
    checked = list(
        totals_against_counts(counted.printed, counted.cells, meaning.apart, meaning.published)
    )
    refuse_faults(arrived, [difference_in_words(total) for total, agrees in checked if not agrees])
    return (*meaning.agreed, *(total for total, _ in checked))


def _marked(marked: Sequence[str]) -> Iterator[str]:
    """Say which numbers have a mark behind them: it may be one that makes them no counts."""
    if marked:
        yield (
            f"{count_of(len(marked), 'number has', 'numbers have')} a mark behind it and "
            f"{'was' if len(marked) == 1 else 'were'} read without: {listed(marked, MOST_NAMED)}. "
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
        refuse_faults(arrived, [f"{fault} Load it without that, or take those rows out."])
    return district.name
