"""Columns that are known but hold people's details: left out, unless chosen to be kept."""

from dataclasses import dataclass, replace

from assessment.errors import UploadRefused
from assessment.intake.file_choices import FileChoices
from assessment.intake.files.file_tables import ArrivedFile, in_quotes
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile
from assessment.intake.mapping.columns.record_fields import STATUSES
from assessment.intake.mapping.rows.changed_columns import (
    headings_of,
    with_field_as,
    without_fields,
)
from assessment.intake.mapping.rows.personal_content import personal_fields
from assessment.store import Writer

# Without these nothing can be counted: they are not left out in silence, the file is refused.
NEEDED = ("category", "district")
OUTCOME = "outcome"


@dataclass(frozen=True)
class LeftOutContent:
    """The file without the columns that hold people's details.

    A reference is not left out but kept as a digest: it goes on telling records apart. An outcome
    may say that a record was cancelled: it is `looked_through`, neither kept nor shown.
    """

    recognised: RecognisedFile
    digested: bool = False
    looked_through: frozenset[str] = frozenset()


def left_out_content(
    writer: Writer, arrived: ArrivedFile, recognised: RecognisedFile, choices: FileChoices
) -> LeftOutContent:
    """Look at the staged rows, and say what of them is not kept.

    Raises UploadRefused where it is a column without which nothing can be counted.
    """
    # What a column was said to be is a reason to keep it; but a person is no district and no date.
    fields = personal_fields(writer, but_for=set(choices.columns.values()) - set(NEEDED))
    faults = [_refused(recognised, field, fields[field]) for field in NEEDED if field in fields]
    if faults:
        raise UploadRefused(arrived.file, faults)
    notices = [_told(recognised, field, kind) for field, kind in fields.items()]
    left_out = fields.keys() - {"reference"}
    if not fields:
        return LeftOutContent(recognised)
    kept, looked_through = recognised, frozenset[str]()
    if OUTCOME in left_out and (free := _free_status(recognised)):
        kept, looked_through = with_field_as(recognised, OUTCOME, free), frozenset({free})
    kept = without_fields(kept, left_out) if left_out else kept
    kept = replace(kept, notices=(*kept.notices, *notices))
    return LeftOutContent(kept, "reference" in fields, looked_through)


def _free_status(recognised: RecognisedFile) -> str | None:
    taken = {field for table in recognised.tables for field in table.fields}
    return next((status for status in STATUSES if status not in taken), None)


def _names(recognised: RecognisedFile, field: str) -> str:
    return in_quotes(headings_of(recognised, field))


def _told(recognised: RecognisedFile, field: str, kind: str) -> str:
    names = _names(recognised, field)
    if field == "reference":
        return (
            f"{names} holds {kind}: of each reference only a digest is kept, which tells records "
            "apart and shows nobody's details."
        )
    heading = headings_of(recognised, field)[0]
    return (
        f"{names} holds {kind}, which an assessment does not need: it was left out and not kept. "
        f"If there is a reason to keep it, say so (--column '{heading}={field}')."
    )


def _refused(recognised: RecognisedFile, field: str, kind: str) -> str:
    return (
        f"Its column {_names(recognised, field)} holds {kind}. Take people's details out of it, or "
        "say which column to read instead, and upload the file again."
    )
