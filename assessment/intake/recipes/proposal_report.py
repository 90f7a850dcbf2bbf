"""What a report says of the source of a file: asked, known by its columns, or named."""

from dataclasses import replace

from assessment.intake.files.file_tables import ArrivedFile
from assessment.intake.load_report import LoadReport, LoadStatus, RowCounts
from assessment.intake.recipes.changed_headings import changes_told
from assessment.intake.recipes.source_proposal import SourceProposal


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
    told = changes_told(file.tables, recipe)
    return replace(
        report,
        problems=(*proposal.notices, *told, *report.problems),
        recipe=recipe.name,
        is_source_proposed=proposal.is_proposed,
    )
