"""What a report says of the source of a file: asked, known by its columns, or named."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from assessment.definitions import recipes
from assessment.definitions.spelling import plain
from assessment.intake.file_choices import CancelledRecords, DateOrder, FileChoices, ReferenceUse
from assessment.intake.files.file_tables import ArrivedFile, in_quotes
from assessment.intake.load_report import LoadReport, RowCounts
from assessment.intake.load_status import LoadStatus
from assessment.intake.mapping.column_report import NOT_USED
from assessment.intake.mapping.columns.header_matching import UNUSED
from assessment.intake.recipes.changed_headings import changes_told
from assessment.intake.recipes.saved_recipe import SavedRecipe
from assessment.intake.recipes.source_proposal import SourceProposal
from assessment.periods import joined

USES: Mapping[object, str] = {
    ReferenceUse.KEY: "references tell records apart",
    ReferenceUse.IGNORE: "references are not used",
    CancelledRecords.LEAVE_OUT: "cancelled records are left out",
    CancelledRecords.COUNT: "cancelled records are counted",
    DateOrder.DAY_FIRST: "in dates such as 03/04/2025 the day is first",
    DateOrder.MONTH_FIRST: "in dates such as 03/04/2025 the month is first",
    DateOrder.YEAR_FIRST: "in dates such as 25-04-03 the year is first",
}


def asks_of_source(file: ArrivedFile, proposal: SourceProposal) -> LoadReport:
    """Return the report of a file of which it has to be said first whose it is."""
    return LoadReport(
        file=file.file,
        source=proposal.source or "",
        status=LoadStatus.ASKS,
        rows=RowCounts(read=sum(table.rows for table in file.tables)),
        problems=file.left_out,
        questions=proposal.questions,
    )


def with_source(report: LoadReport, file: ArrivedFile, proposal: SourceProposal) -> LoadReport:
    """Add to a report by which recipe the file was read, and what has changed in it since."""
    recipe = proposal.recipe
    if recipe is None:
        return replace(report, problems=(*proposal.notices, *report.problems))
    told = (*_decided(recipe, proposal.choices), *changes_told(file.tables, recipe))
    return replace(
        report,
        problems=(*proposal.notices, *told, *report.problems, *_not_used(report, recipe)),
        recipe=recipe.name,
        decided=proposal.choices,
        is_source_proposed=proposal.is_proposed,
    )


def _not_used(report: LoadReport, recipe: SavedRecipe) -> Iterator[str]:
    """Say which columns are left out because earlier files were read without them.

    Those that the layout itself has no use for are not told of a first file either.
    """
    layout = recipes().get(recipe.layout)
    before = {plain(name) for name, field in recipe.choices.meanings.items() if field == UNUSED}
    columns = [
        column.header
        for column in report.columns
        if column.read_as == NOT_USED
        and plain(column.header) in before
        and not (layout and layout.is_unused(column.header))
    ]
    if columns:
        yield f"Not used, as in earlier files of {recipe.source}: {in_quotes(columns)}."


def _decided(recipe: SavedRecipe, holding: FileChoices) -> Iterator[str]:
    """Say what was decided before, and holds, of what the file itself does not say."""
    words: Mapping[str, Callable[[Any], str]] = {
        "place": lambda place: f"every row belongs to {place}",
        "date_order": lambda order: USES[order],
        "reference": lambda use: USES[use],
        "reference_with": lambda heading: f"references begin anew with '{heading}'",
        "cancelled": lambda use: USES[use],
    }
    stands = replace(holding, date_order=holding.standing_date_order)
    decisions = [
        in_words(before)
        for name, in_words in words.items()
        if (before := getattr(recipe.choices, name)) and getattr(stands, name) == before
    ]
    if decisions:
        yield f"As for earlier files of {recipe.source}: {joined(decisions)}."
