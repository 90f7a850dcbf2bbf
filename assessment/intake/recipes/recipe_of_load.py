"""The recipe that a load leaves behind: what was decided for its file, said or proposed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.definitions import POLICE, measure_sets
from assessment.intake.file_choices import FileChoices, RowIs
from assessment.intake.files.file_tables import FileTable, shown
from assessment.intake.load_report import LoadReport
from assessment.intake.mapping.columns.header_matching import UNUSED
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile, some_values
from assessment.intake.recipes.file_headings import headings_of
from assessment.intake.recipes.recipe_store import keep, standing_recipes
from assessment.intake.recipes.saved_recipe import SavedRecipe
from assessment.intake.recipes.source_proposal import SourceProposal
from assessment.store import Writer


@dataclass(frozen=True)
class FileReading:
    """How a file was read: its layout, its headings, and the field of each that nobody said.

    `fields` are those of all its columns.
    """

    layout: str
    headings: tuple[str, ...]
    read_as: Mapping[str, str]
    fields: frozenset[str] = frozenset()


def reading_of(recognised: RecognisedFile, choices: FileChoices) -> FileReading:
    """Return how a file of records was read."""
    tables = [table.file_table for table in recognised.tables]
    read = {heading: field for heading, field in _columns(recognised) if field != UNUSED}
    read_as = {**dict(_columns(recognised)), **read}
    unsaid = {heading: read_as[heading] for heading in read_as if heading not in choices.columns}
    fields = frozenset(read_as.values())
    return FileReading(recognised.recipe.id, headings_of(tables), unsaid, fields)


def reading_of_counts(layout: str, tables: Sequence[FileTable]) -> FileReading:
    """Return how a table of counts was read: its columns are told anew but for what was said."""
    return FileReading(layout, headings_of(tables), {})


def keep_recipe(
    writer: Writer, proposal: SourceProposal, reading: FileReading, report: LoadReport, who: str
) -> None:
    """Keep in the caller's transaction how a file was read, for the next of its source."""
    choices = replace(
        proposal.choices,
        read_as=reading.read_as,
        date_order=proposal.choices.standing_date_order,
        # A victim is told by the rows each time; a count by what was said or by the headings.
        row_is=RowIs.COUNT if report.row_is is RowIs.COUNT else proposal.choices.row_is,
        measure_set=_whose(report.measure_set),
    )
    name = proposal.recipe.name if proposal.recipe else _new_name(writer, report.source)
    recipe = SavedRecipe(
        name, report.source, reading.layout, reading.headings, choices, report.extract
    )
    keep(writer, recipe, who)


def _columns(recognised: RecognisedFile) -> Iterator[tuple[str, str]]:
    """Yield each heading with its field, what is left out as UNUSED.

    An empty column says nothing yet: once it has values it is looked at as a new one.
    """
    for table in recognised.tables:
        columns = some_values(table.file_table)
        for heading, field, values in zip(
            table.file_table.header, table.fields, columns, strict=True
        ):
            is_unused = field.startswith(UNUSED)
            if (name := shown(heading)) and not (is_unused and not any(map(str.strip, values))):
                yield name, UNUSED if is_unused else field


def _whose(measure_set: str) -> str:
    """Return how whose records they are is said: the police's two sets are told by the rows."""
    return POLICE if measure_sets()[measure_set].data_set == POLICE else measure_set


def _new_name(writer: Writer, source: str) -> str:
    """Name a recipe after its source; a second layout of the same source by number."""
    taken = {recipe.name for recipe in standing_recipes(writer)}
    names = (source if number == 1 else f"{source}-{number}" for number in range(1, 10_000))
    return next(name for name in names if name not in taken)
