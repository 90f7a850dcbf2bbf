"""What a file says of victims: left out, or kept as marks and bands where it is said what for."""

from dataclasses import replace
from pathlib import Path

from assessment.intake.file_choices import FileChoices, FileQuestion
from assessment.intake.files.file_tables import in_quotes
from assessment.intake.mapping.columns.record_fields import VICTIM_FIELDS
from assessment.intake.mapping.rows.record_staging import StagedRows
from assessment.intake.victims.banded_details import settle_bands
from assessment.intake.victims.victim_marks import settle_victims
from assessment.store import Writer


def settle_victim_details(
    writer: Writer, staged: StagedRows, choices: FileChoices, store: Path, *, dry_run: bool
) -> StagedRows:
    """Keep of victims what was chosen, or ask what it is to be kept for; `store` is its path."""
    recognised = staged.recognised
    headings = [
        heading
        for field in VICTIM_FIELDS
        for heading in dict.fromkeys(recognised.headings_of(field))
    ]
    if not headings:
        return staged
    reason = (choices.victim_reason or "").strip()
    if not reason:
        return replace(staged, questions=(*staged.questions, _why(headings)))
    marked = settle_victims(writer, staged, reason, store, dry_run=dry_run)
    return settle_bands(writer, marked, reason)


def _why(headings: list[str]) -> FileQuestion:
    return FileQuestion(
        "victim_reason",
        f"{in_quotes(headings, len(headings))} was said to tell of victims. That is personal: a "
        "reference is kept only as a mark that tells whether two records have one victim, an age, "
        "sex, ethnicity or relation only as a band. What are they to be kept for? Write the "
        'reason (--reason "…"), or say that the column is not used.',
        (),
        "--reason",
    )
