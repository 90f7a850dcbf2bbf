"""Records whose outcome or status says that they do not count: left out or counted, as is decided.

Such a record counts in no statistic. One that is left out ends what was loaded of it before.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from assessment.definitions import POLICE_UK
from assessment.errors import UploadRefused
from assessment.intake.file_choices import CancelledRecords, FileChoices, FileQuestion
from assessment.intake.files.file_tables import in_quotes
from assessment.intake.files.quotable import NOT_SHOWN, as_quotable
from assessment.intake.mapping.columns.cancelled_words import (
    cell_says_cancelled,
    is_brought_forward,
    says_cancelled,
)
from assessment.intake.mapping.columns.personal_columns import is_personal
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile
from assessment.intake.mapping.columns.record_fields import STATUSES
from assessment.intake.mapping.rows.record_staging import StagedRows
from assessment.numbers import count_of
from assessment.store import Writer

MOST_NAMED = 6
OUTCOME = "outcome"
PARTED = chr(31)  # as stage_rows.sql puts the cells of several columns together


@dataclass(frozen=True)
class _Cancelled:
    """Rows that say in the same words that there was no crime."""

    outcome: str | None
    status: str | None
    words: Mapping[str, str]  # by the field that says so
    rows: int


def settle_cancelled(
    writer: Writer, file: str, staged: StagedRows, choices: FileChoices
) -> StagedRows:
    """Take cancelled records out of the staged rows, or ask whether they are to count.

    Raises UploadRefused where no record would be left.
    """
    cancelled = list(_cancelled(writer, staged.recognised))
    rows = sum(alike.rows for alike in cancelled)
    if not rows:
        return staged
    say = _in_words(staged, cancelled)
    if choices.cancelled is None:
        question = _question(say, rows, writer.value("count_staged"))
        return replace(staged, questions=(*staged.questions, question))
    if choices.cancelled is CancelledRecords.COUNT:
        return _told(staged, f"{say} They are counted like the others, as was decided.")
    if rows == writer.value("count_staged"):
        raise UploadRefused(file, [f"{say} Without them it has no records."])
    words = {
        "outcomes": [alike.outcome for alike in cancelled],
        "statuses": [alike.status for alike in cancelled],
    }
    writer.run("keep_cancelled", **words)
    writer.run("remove_cancelled", **words)
    left = replace(staged, rows_cancelled=rows)
    return _told(left, f"{say} They were left out and are not counted, as was decided.")


def _cancelled(writer: Writer, recognised: RecognisedFile) -> Iterator[_Cancelled]:
    fields = {field for table in recognised.tables for field in table.fields}
    # What is published has no such records, and is too long to be looked through for them.
    if recognised.recipe.measure_set == POLICE_UK or fields.isdisjoint({OUTCOME, *STATUSES}):
        return
    headings = {field: recognised.headings_of(field) for field in fields & set(STATUSES)}
    if "reference" in fields:  # which tells by itself what stood in an earlier list
        headings = {field: names for field, names in headings.items() if not _repeats_list(names)}
    for outcome, status, rows in writer.rows("staged_outcomes"):
        words = {OUTCOME: outcome} if outcome and says_cancelled(outcome) else {}
        words |= {
            field: cell
            for field, cell in _cells(status)
            if field in headings and cell_says_cancelled(headings[field], cell)
        }
        if words:
            yield _Cancelled(outcome, status, words, rows)


def _cells(status: str | None) -> Iterator[tuple[str, str]]:
    for part in (status or "").split(PARTED):
        field, _, cell = part.partition("=")
        yield field, cell


def _repeats_list(headings: Iterable[str]) -> bool:
    return any(map(is_brought_forward, headings))


def _in_words(staged: StagedRows, cancelled: list[_Cancelled]) -> str:
    rows = sum(alike.rows for alike in cancelled)
    fields = {field for alike in cancelled for field in alike.words}
    names = dict.fromkeys(
        heading
        for field in (OUTCOME, *STATUSES)
        if field in fields
        for heading in staged.recognised.headings_of(field)
    )
    said = dict.fromkeys(
        NOT_SHOWN if field in staged.hidden or _holds_people(staged, field) else as_quotable(words)
        for alike in cancelled
        for field, words in alike.words.items()
    )
    columns = f"{'column' if len(names) == 1 else 'columns'} {in_quotes(names, MOST_NAMED)}"
    return (
        f"{count_of(rows, 'row says', 'rows say')} in {columns} that there was no crime, or that "
        "the record was cancelled, deleted, transferred or replaced by another, or stood in an "
        f"earlier list ({in_quotes(dict.fromkeys(said), MOST_NAMED)})."
    )


def _question(say: str, cancelled: int, rows: int) -> FileQuestion:
    return FileQuestion(
        "cancelled",
        f"{say} Are they to be counted?",
        (
            (CancelledRecords.LEAVE_OUT.value, f"no: {count_of(rows - cancelled, 'record')}"),
            (CancelledRecords.COUNT.value, f"yes, like the others: {count_of(rows, 'record')}"),
        ),
        "--cancelled",
        CancelledRecords.LEAVE_OUT.value,
    )


def _told(staged: StagedRows, notice: str) -> StagedRows:
    recognised = staged.recognised
    notices = (*recognised.notices, notice)
    return replace(staged, recognised=replace(recognised, notices=notices))


def _holds_people(staged: StagedRows, field: str) -> bool:
    """Tell a column that is headed as one of people: merged by, cancelled by."""
    return any(map(is_personal, staged.recognised.headings_of(field)))
