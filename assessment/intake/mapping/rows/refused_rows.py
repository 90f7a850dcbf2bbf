"""The rows that staging set aside, found again in the file with their numbers."""

from collections.abc import Collection, Iterator, Sequence
from itertools import compress

from assessment.intake.files.file_tables import as_line, rows_of
from assessment.intake.files.quotable import NOT_SHOWN
from assessment.intake.load_report import RefusedRow
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile, RecognisedTable
from assessment.intake.mapping.columns.record_fields import is_kept
from assessment.intake.mapping.rows.dates import date_order
from assessment.intake.personal_forms import looks_personal

# Records are counted by the first of these that a row fills.
COUNTED_FIELDS = ("recorded", "date_from")
NOT_KEPT = "not kept: the file has columns that are left out, which could not be told apart here"
# A row may be as long as a file: what would fill the store and tell nobody anything is cut.
LONGEST_KEPT = 8_000


def find_refused(
    recognised: RecognisedFile, texts: Collection[str], hidden: Collection[str]
) -> Iterator[RefusedRow]:
    """Yield the rows that have too many or too few cells, or one of some dates.

    A column that is left out of records, a name for instance, is left out here too, and so are the
    `hidden` fields.
    """
    for table in recognised.tables:
        kept = [is_kept(field) and field not in hidden for field in table.fields]
        for number, row in rows_of(table.file_table):
            if len(row) != len(table.fields):
                yield _ragged(table, number, row, is_harmless=all(kept))
            elif (text := _date_text(table, row)) in texts:
                yield _undated(table, number, text, row, kept)


def _date_text(table: RecognisedTable, row: Sequence[str]) -> str:
    values = (row[table.fields.index(field)] for field in COUNTED_FIELDS if field in table.fields)
    return next((value for value in values if value), "").strip()


def _ragged(
    table: RecognisedTable, number: int, row: Sequence[str], *, is_harmless: bool
) -> RefusedRow:
    # In a row with too many or too few cells it is unknown which are personal details.
    raw = ",".join(row)[:LONGEST_KEPT]
    is_harmless = is_harmless and not looks_personal(raw)
    return RefusedRow(
        table.file_table.name,
        table.file_table.sheet,
        number,
        None,
        f"{len(table.fields)} cells",
        f"{len(row)} cells",
        raw if is_harmless else NOT_KEPT,
    )


def _undated(
    table: RecognisedTable, number: int, text: str, row: Sequence[str], kept: Sequence[bool]
) -> RefusedRow:
    field = next(field for field in COUNTED_FIELDS if field in table.fields)
    column = table.file_table.header[table.fields.index(field)]
    # Cells that have slipped into another column may put a name where a date belongs.
    is_personal = looks_personal(text)
    return RefusedRow(
        table.file_table.name,
        table.file_table.sheet,
        number,
        column,
        date_order.EXPECTED,
        NOT_SHOWN if is_personal else text,
        NOT_KEPT if is_personal else as_line(compress(row, kept)),
        "" if is_personal else as_line(compress(table.file_table.header, kept)),
    )
