"""What stands behind references that begin anew, so that they tell records apart."""

from collections.abc import Iterator

from assessment.definitions.spelling import plain
from assessment.errors import UploadRefused
from assessment.intake.file_choices import FileChoices, ReferenceUse
from assessment.intake.files.file_tables import ArrivedFile, shown
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile, RecognisedTable
from assessment.intake.mapping.rows.changed_columns import with_changed_fields

REFERENCE_WITH = "reference_with"
# What tells a reference apart without being a column: the table that it stands in.
TABLE_WORDS = ("sheet", "file", "table")
# Fields that may stand behind a reference and be read for themselves as well.
KEYS = ("recorded", "date_from", "force", "district", "ward", "category", "subcategory")


def key_of(choices: FileChoices, recognised: RecognisedFile) -> str:
    """Say what stands behind references: '' for nothing, 'table', or the field of a column."""
    if choices.reference is ReferenceUse.IGNORE or choices.reference_with is None:
        return ""
    wanted = plain(choices.reference_with)
    if wanted in TABLE_WORDS:
        return "table"
    return next(_fields_called(recognised, wanted))


def with_key(
    arrived: ArrivedFile, recognised: RecognisedFile, heading: str | None
) -> RecognisedFile:
    """Return the file with the column that is to stand behind references.

    Raises UploadRefused where it is not there.
    """
    if heading is None or plain(heading) in TABLE_WORDS:
        return recognised
    wanted = plain(heading)

    def changed(table: RecognisedTable) -> tuple[str, ...]:
        return tuple(
            REFERENCE_WITH if plain(name) == wanted and field not in KEYS else field
            for name, field in zip(table.file_table.header, table.fields, strict=True)
        )

    keyed = with_changed_fields(recognised, changed)
    called = set(_fields_called(keyed, wanted))
    has_all = all(wanted in map(plain, table.file_table.header) for table in keyed.tables)
    if len(called) != 1 or not has_all:
        raise UploadRefused(
            arrived.file,
            [f"It has no column '{shown(heading)}' in every table to tell references apart by."],
        )
    return keyed


def _fields_called(recognised: RecognisedFile, wanted: str) -> Iterator[str]:
    for table in recognised.tables:
        for name, field in zip(table.file_table.header, table.fields, strict=True):
            if plain(name) == wanted:
                yield field
