"""What corrected rows do to the store: they are added, once, and answer for nothing."""

from dataclasses import replace

from assessment.errors import UploadRefused
from assessment.intake.corrected_rows import Corrections
from assessment.intake.coverage.extract_coverage import Coverage
from assessment.intake.files.file_tables import in_quotes
from assessment.intake.mapping.interpretation import Interpretation
from assessment.numbers import count_of
from assessment.periods import months_in_words
from assessment.store import Writer


def only_added(
    file: str, interpretation: Interpretation, corrections: Corrections
) -> Interpretation:
    """Return what the rows mean, without answering for anything: a few rows are not a month.

    Raises UploadRefused where they are of months that their extract does not answer for.
    """
    coverage = interpretation.coverage
    months = tuple(sorted({*coverage.months, *coverage.stray_months}))
    if outside := [month for month in months if month not in corrections.months]:
        raise UploadRefused(
            file,
            [
                f"It has rows of {months_in_words(outside)}, and extract {corrections.extract} "
                f"answers for {months_in_words(corrections.months)}: correct their dates, or load "
                "them with a file of their own months."
            ],
        )
    added = Coverage(months, (), (), (), ())
    notices = (corrections.in_words, *interpretation.notices)
    return replace(interpretation, coverage=added, notices=notices)


def refuse_known_references(
    writer: Writer, file: str, source: str, corrections: Corrections
) -> None:
    """Refuse corrected rows whose references belong to records of the source that came since.

    What was there before stood until its row is put right. Where rows have no reference, the
    others are not told apart from it either.
    """
    since = 0 if writer.value("count_staged_unnamed") else corrections.extract
    rows = writer.rows("references_there", source=source, since=since)
    if known := [reference for (reference,) in rows]:
        raise UploadRefused(
            file,
            [
                f"{count_of(len(known), 'row has', 'rows have')} the reference of a record that is "
                f"there already: {in_quotes(known, 5)}. They need not be put right; take them out."
            ],
        )


def refuse_rows_sent_since(
    writer: Writer, file: str, source: str, corrections: Corrections
) -> None:
    """Refuse corrected rows without references that a later extract may have brought already."""
    rows = writer.rows("answered_for_since", source=source, extract=corrections.extract)
    if months := [month for (month,) in rows]:
        raise UploadRefused(
            file,
            [
                f"A later extract of {source} answers for {months_in_words(months)}, and rows "
                "without a reference cannot be told from those that it brought: they would be "
                "counted twice. If it lacks them, add them to its file, and load that file whole."
            ],
        )


def mark_corrected(writer: Writer, corrections: Corrections, extract: int) -> None:
    """Let the refused rows say which extract has brought them right: none comes in again."""
    writer.run(
        "mark_corrected_rows",
        extract=corrections.extract,
        numbers=list(corrections.numbers),
        corrected_by=extract,
    )
    writer.run("remove_categories_of_extract", extract=extract)
