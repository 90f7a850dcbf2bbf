"""What is new in a file and what it has no longer, beside the files of its source before."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from assessment.definitions.spelling import plain
from assessment.intake.file_choices import CancelledRecords, FileChoices, FileQuestion
from assessment.intake.files.file_tables import FileTable, in_quotes, shown
from assessment.intake.mapping.columns.column_values import fit
from assessment.intake.mapping.columns.header_matching import UNUSED
from assessment.intake.mapping.columns.personal_columns import is_personal
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile, some_values
from assessment.intake.mapping.columns.record_fields import (
    STATUSES,
    field_in_words,
    is_kept,
)
from assessment.intake.recipes.file_headings import headings_of
from assessment.intake.recipes.saved_recipe import SavedRecipe
from assessment.intake.recipes.source_proposal import SourceProposal
from assessment.periods import joined

# A few values may be blank words or misspelt.
MOST_FIT = 0.8
OUTCOME = "outcome"


def changes_told(tables: Sequence[FileTable], recipe: SavedRecipe) -> Iterator[str]:
    """Yield what has changed of the columns of a source's files."""
    headings, before = headings_of(tables), recipe.headings
    new = _not_among(headings, before)
    gone = _not_among(before, headings)
    if new:
        yield f"New since the last file of {recipe.source}: {_columns(new)}."
    if gone:
        fields = {plain(name): field for name, field in recipe.choices.meanings.items()}
        read = [
            field_in_words(field)
            for heading in gone
            if (field := fields.get(plain(heading), UNUSED)) and is_kept(field)
        ]
        what = f", which had the {joined(read)}" if read else ""
        yield f"No longer in the files of {recipe.source}: {_columns(gone)}{what}."


def with_lost_columns(recognised: RecognisedFile, proposal: SourceProposal) -> RecognisedFile:
    """Add to what is open of a file which new column holds what another held before."""
    if proposal.recipe is None:
        return recognised
    asked = _lost_columns(recognised, proposal.recipe, proposal.choices)
    unsaid = () if proposal.says_cancelled else _cancelled_unsaid(recognised, proposal.recipe)
    return replace(recognised, questions=(*recognised.questions, *asked, *unsaid))


def _cancelled_unsaid(recognised: RecognisedFile, recipe: SavedRecipe) -> Iterator[FileQuestion]:
    """Ask of a file without the column that said which records of its source were cancelled."""
    if recipe.choices.cancelled is not CancelledRecords.LEAVE_OUT:
        return
    fields = {field for table in recognised.tables for field in table.fields}
    saying = {
        heading: field
        for heading, field in recipe.choices.meanings.items()
        if field in {OUTCOME, *STATUSES}
    }
    lost = set(saying.values()) - fields
    if lost:
        there = {plain(name) for table in recognised.tables for name in table.file_table.header}
        gone = [name for name in saying if plain(name) not in there] or list(saying)
        yield _holds_cancelled(recipe.source, gone)


def _holds_cancelled(source: str, gone: Sequence[str]) -> FileQuestion:
    return FileQuestion(
        "cancelled",
        f"Records that were cancelled are left out of the files of {source}, and this file lacks "
        f"{_columns(gone)}, which may have said so: any that it holds would be counted again. Send "
        "it with what it lacks. Or does it hold no cancelled records?",
        (
            (CancelledRecords.LEAVE_OUT.value, "it holds none: each of its rows counts"),
            (CancelledRecords.COUNT.value, "each row counts, cancelled or not, in later files too"),
        ),
        "--cancelled",
    )


def _lost_columns(
    recognised: RecognisedFile, recipe: SavedRecipe, choices: FileChoices
) -> Iterator[FileQuestion]:
    """Ask whether a new column holds what a column held that the file has no longer."""
    fields = {field for table in recognised.tables for field in table.fields}
    for heading, field in recipe.choices.meanings.items():
        if is_kept(field) and field not in fields:
            candidates = list(_candidates(recognised, recipe, choices, field))
            if candidates:
                yield _is_it(heading, field, candidates)


def _candidates(
    recognised: RecognisedFile, recipe: SavedRecipe, choices: FileChoices, field: str
) -> Iterator[str]:
    """Yield the new headings whose values can be what a field holds, and that nothing uses."""
    known = {plain(heading) for heading in (*recipe.headings, *choices.columns)}
    for table in recognised.tables[:1]:
        columns = some_values(table.file_table)
        for at, heading in enumerate(table.file_table.header):
            is_new = plain(heading) not in {"", *known} and not is_personal(heading)
            is_free = table.fields[at].startswith(UNUSED)
            if is_new and is_free and fit(field, columns[at]) >= MOST_FIT:
                yield shown(heading)


def _is_it(heading: str, field: str, candidates: Sequence[str]) -> FileQuestion:
    options = [
        (f"{name}={field}", f"'{name}' is the {field_in_words(field)}") for name in candidates
    ]
    return FileQuestion(
        "columns",
        f"Earlier files had the {field_in_words(field)} in the column '{heading}', which is not "
        f"there any more. Is it {in_quotes(candidates)}?",
        (*options, *((f"{name}={UNUSED}", f"'{name}' is something else") for name in candidates)),
        "--column",
    )


def _not_among(headings: Collection[str], others: Collection[str]) -> list[str]:
    known = {plain(heading) for heading in others}
    return [heading for heading in headings if plain(heading) not in known]


def _columns(headings: Sequence[str]) -> str:
    return f"column{'' if len(headings) == 1 else 's'} {in_quotes(headings)}"
