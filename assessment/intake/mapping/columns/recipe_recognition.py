"""Which recipe a file's columns follow, and what each of them holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from assessment.definitions import Recipe
from assessment.definitions.spelling import plain
from assessment.errors import UploadRefused
from assessment.intake.file_choices import FileChoices, FileQuestion
from assessment.intake.files.file_tables import ArrivedFile, FileTable, rows_of, shown
from assessment.intake.files.quotable import headings_in_quotes
from assessment.intake.mapping.columns.column_questions import (
    column_questions,
    may_be_named,
    unmeant,
)
from assessment.intake.mapping.columns.column_values import is_date
from assessment.intake.mapping.columns.header_matching import Match
from assessment.intake.mapping.columns.likely_columns import DATES
from assessment.intake.mapping.columns.nearest_recipe import nearest
from assessment.intake.mapping.columns.number_beside import number_beside
from assessment.intake.mapping.columns.recognition_notices import recognition_notices
from assessment.intake.mapping.columns.record_fields import expected, needed

# So many rows say what a column holds; a file need not be read whole for that.
ROWS_LOOKED_AT = 200


@dataclass(frozen=True)
class RecognisedTable:
    """A table with a field for each of its columns; "unused_3" is the third, which is not read.

    `confidences` say for each column how sure that is, from 0 to 1.
    """

    file_table: FileTable
    fields: tuple[str, ...]
    confidences: tuple[float, ...] = ()


@dataclass(frozen=True)
class RecognisedFile:
    """The tables of a file and the one recipe they follow, with what was not used and why."""

    recipe: Recipe
    tables: tuple[RecognisedTable, ...]
    notices: tuple[str, ...]
    questions: tuple[FileQuestion, ...] = ()

    @property
    def confidence(self) -> float:
        """How sure it is that the columns mean what they were taken for: the least sure counts."""
        return min((sure for table in self.tables for sure in table.confidences), default=1.0)

    def headings_of(self, field: str) -> tuple[str, ...]:
        """Return what the column of a field is called, in each table that has one."""
        return tuple(
            table.file_table.header[table.fields.index(field)]
            for table in self.tables
            if field in table.fields
        )


@dataclass(frozen=True)
class _Alike:
    """Tables that have the very same header, such as the months of a ZIP, and what it matches."""

    tables: Sequence[FileTable]
    match: Match
    columns: Sequence[Sequence[str]]  # some values of each

    @property
    def where(self) -> str:
        others = len(self.tables) - 1
        return self.tables[0].label + (f" (and {others:,} more like it)" if others else "")


def recognise(arrived: ArrivedFile, choices: FileChoices) -> RecognisedFile:
    """Match every table's header with a recipe, but for columns whose field has been chosen.

    Raises UploadRefused with every fault.
    """
    by_header: dict[tuple[str, ...], list[FileTable]] = {}
    for table in arrived.tables:
        by_header.setdefault(table.header, []).append(table)
    every = [_matched(tables, choices) for tables in by_header.values()]
    beside = [alike for alike in every if _only_sums_up(alike, every)]
    used = [alike for alike in every if alike not in beside]
    faults = [
        *unmeant(choices, [alike.match for alike in used]),
        *(fault for alike in used for fault in _faults(alike)),
        *_several_recipes(used),
    ]
    if faults:
        raise UploadRefused(arrived.file, faults)
    matches = {table: alike.match for alike in used for table in alike.tables}
    notices = [
        *map(_not_data, beside),
        *(notice for alike in used for notice in recognition_notices(alike.match)),
    ]
    questions = [
        question for alike in used for question in column_questions(alike.match, alike.columns)
    ]
    if choices.row_is is None:
        questions += [
            question for alike in used for question in number_beside(alike.match, alike.tables[0])
        ]
    return RecognisedFile(
        used[0].match.recipe,
        tuple(
            RecognisedTable(table, matches[table].fields(), matches[table].confidences())
            for table in arrived.tables
            if table in matches
        ),
        tuple(dict.fromkeys(notices)),
        tuple(dict.fromkeys(questions)),
    )


def _matched(tables: Sequence[FileTable], choices: FileChoices) -> _Alike:
    columns = some_values(tables[0])
    match = nearest(tables[0].header, choices.meanings, columns, choices.layout)
    return _Alike(tables, match, columns)


def some_values(table: FileTable) -> tuple[tuple[str, ...], ...]:
    """Return the values of each column in the first rows that have a cell for each."""
    width = len(table.header)
    try:
        first = [row for _, row in islice(rows_of(table), ROWS_LOOKED_AT) if len(row) == width]
    except UploadRefused:  # a cell without end; staging refuses its row
        first = []
    return tuple(zip(*first, strict=True)) if first else ((),) * width


def _only_sums_up(alike: _Alike, every: Sequence[_Alike]) -> bool:
    """Tell a sheet that sums up the sheet of records beside it: it knows few of its columns.

    One that knows most of them is data with a fault in its header, and has to be put right.
    """
    most = max((len(other.match.columns) for other in every if other.match.is_whole), default=0)
    return (
        all(table.sheet is not None for table in alike.tables)
        and not alike.match.is_whole
        and 2 * len(alike.match.columns) < most
    )


def _not_data(alike: _Alike) -> str:
    where = alike.where
    return f"{where[0].upper()}{where[1:]} was left out: it does not hold a row for each record."


def _faults(alike: _Alike) -> Iterator[str]:
    if _is_headed_by_a_record(alike.match):
        yield (
            f"{alike.where} has no row of column names: where they are expected stands a record. "
            "Put a row such as 'Reference', 'Date', 'Offence', 'District' above it, and upload the "
            "file again."
        )
        return
    for choice in () if may_be_named(alike.match, alike.columns) else alike.match.missing:
        yield (
            f"{alike.where} has no column with the {needed(choice)}: expected "
            f"{expected(choice)}. {_columns_there(alike.match.header)} Say which of them it is (on "
            f"the command line with --column HEADING={choice[0].field}), or add the column and "
            "upload the file again."
        )
    yield from _doubled(alike)


def _is_headed_by_a_record(match: Match) -> bool:
    """Tell a column of dates whose own heading is one."""
    likely = (column.at for column in match.likely if column.field in DATES)
    left_open = (at for column in match.open if column.field in DATES for at in column.places)
    return any(is_date(match.header[at].strip()) for at in (*likely, *left_open))


def _columns_there(header: Sequence[str]) -> str:
    headings = headings_in_quotes(header, most=30)
    if not headings:
        return "Where its column names are expected stands data."
    return f"Its columns are {headings}."


def _doubled(alike: _Alike) -> Iterator[str]:
    for places in alike.match.columns.values():
        for first, second in pairwise(alike.match.header[at] for at in places):
            if plain(first) == plain(second):
                yield (
                    f"{alike.where} has the column '{shown(first)}' twice. Delete one of them or "
                    "give it another name."
                )


def _several_recipes(used: Sequence[_Alike]) -> Iterator[str]:
    labels: Mapping[str, str] = {alike.match.recipe.label: alike.where for alike in reversed(used)}
    if len(labels) > 1:
        kinds = " and ".join(f"{label} ({where})" for label, where in labels.items())
        yield f"It holds tables of different kinds: {kinds}. Upload each kind as a file of its own."
