"""Which recipe a file's columns follow, and what each of them holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assessment.definitions import Recipe, recipes
from assessment.definitions.spelling import plain
from assessment.errors import UploadRefused
from assessment.intake.file_choices import FileChoices, FileQuestion
from assessment.intake.files.file_tables import ArrivedFile, FileTable, in_quotes, shown
from assessment.intake.files.quotable import headings_in_quotes
from assessment.intake.mapping.header_matching import Match, nearest
from assessment.intake.mapping.personal_columns import is_personal
from assessment.intake.mapping.record_fields import expected, names_for, needed

# A file that lacks this little of what a recipe needs was probably meant for it.
NEARLY = 0.2


@dataclass(frozen=True)
class RecognisedTable:
    """A table with a field for each of its columns; "unused_3" is the third, which is not read."""

    file_table: FileTable
    fields: tuple[str, ...]


@dataclass(frozen=True)
class RecognisedFile:
    """The tables of a file and the one recipe they follow, with what was not used and why."""

    recipe: Recipe
    tables: tuple[RecognisedTable, ...]
    notices: tuple[str, ...]
    questions: tuple[FileQuestion, ...] = ()


@dataclass(frozen=True)
class _Alike:
    """Tables that have the very same header, such as the months of a ZIP, and what it matches."""

    tables: Sequence[FileTable]
    match: Match

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
    every = [
        _Alike(tables, nearest(header, choices.columns)) for header, tables in by_header.items()
    ]
    beside = [alike for alike in every if _only_sums_up(alike, every)]
    used = [alike for alike in every if alike not in beside]
    faults = [fault for alike in used for fault in _faults(alike)] + list(_several_recipes(used))
    if faults:
        raise UploadRefused(arrived.file, faults)
    fields = {table: alike.match.fields() for alike in used for table in alike.tables}
    notices = [
        *map(_not_data, beside),
        *(notice for alike in used for notice in _notices(alike.match)),
    ]
    return RecognisedFile(
        used[0].match.recipe,
        tuple(RecognisedTable(table, fields[table]) for table in arrived.tables if table in fields),
        tuple(dict.fromkeys(notices)),
    )


def _only_sums_up(alike: _Alike, every: Sequence[_Alike]) -> bool:
    """Tell a sheet that sums up the sheet of records beside it: it knows few of its columns.

    One that knows most of them is data with a fault in its header, and has to be put right.
    """
    most = max((len(other.match.columns) for other in every if other.match.is_whole), default=0)
    return (
        all(table.sheet is not None for table in alike.tables)
        and not alike.match.is_whole
        and not alike.match.is_misspelt
        and 2 * len(alike.match.columns) < most
    )


def _not_data(alike: _Alike) -> str:
    where = alike.where
    return f"{where[0].upper()}{where[1:]} was left out: it does not hold a row for each record."


def _faults(alike: _Alike) -> Iterator[str]:
    for choice in alike.match.missing:
        fields = {column.field for column in choice}
        misspelt = [
            (header, name)
            for header, (field, name) in alike.match.misspelt.items()
            if field in fields
        ]
        for header, name in misspelt:
            yield f"{alike.where}: column '{shown(header)}' looks like '{name}'. Rename it."
        if not misspelt:
            yield (
                f"{alike.where} has no column with the {needed(choice)}: expected "
                f"{expected(choice)}. {_columns_there(alike.match.header)} Rename or add the "
                "column and upload the file again."
            )
    yield from _doubled(alike)


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


def _notices(match: Match) -> Iterator[str]:
    for other in (Match(recipe, match.header) for recipe in recipes().values()):
        if other.needed > match.needed and 0 < other.lacking <= NEARLY:
            lost = names_for([column for choice in other.missing for column in choice])
            yield (
                f"But for a column {lost} this would be {other.recipe.label}; it was read as "
                f"{match.recipe.label[0].lower()}{match.recipe.label[1:]}."
            )
    for places in match.columns.values():
        names = [match.header[at] for at in places]
        if len(names) > 1:
            yield f"{_columns(names)} say the same kind of thing: '{shown(names[0])}' was used."
    read = {match.header[places[0]] for places in match.columns.values()}
    personal = [name for name in match.header if is_personal(name) and name not in read]
    if personal:
        yield (
            f"Personal details are not needed. {_columns(personal)} "
            f"{_verbs(personal)} left out and not kept."
        )
    yield from _unknown(match, [name for name in match.unknown if name not in personal])


def _unknown(match: Match, headers: Sequence[str]) -> Iterator[str]:
    alike = [header for header in headers if header in match.misspelt]
    for header in alike:
        yield (
            f"Column '{shown(header)}' was left out but looks like '{match.misspelt[header][1]}'. "
            "If that is what it is, rename it and upload the file again."
        )
    if rest := [header for header in headers if header not in alike]:
        yield f"{_columns(rest)} {_verbs(rest)} left out: not known."


def _columns(headers: Sequence[str]) -> str:
    return f"{'Column' if len(headers) == 1 else 'Columns'} {in_quotes(headers)}"


def _verbs(headers: Sequence[str]) -> str:
    return "was" if len(headers) == 1 else "were"
