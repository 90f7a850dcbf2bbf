"""The rows that staging set aside, found again in the file with their numbers."""

from collections.abc import Collection, Iterator, Sequence
from itertools import compress, product

from assessment.intake.files.file_tables import as_line, rows_of
from assessment.intake.files.quotable import NOT_SHOWN, as_quotable
from assessment.intake.headings.year_parts import bare_month
from assessment.intake.load_report import RefusedRow
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile, RecognisedTable
from assessment.intake.mapping.columns.record_fields import is_kept
from assessment.intake.mapping.rows.dates import date_order, short_years
from assessment.intake.personal_forms import looks_personal

# Records are counted by the first of these that a row fills.
COUNTED_FIELDS = ("recorded", "date_from")
NOT_KEPT = "not kept: the file has columns that are left out, which could not be told apart here"
IN_ONE_CELL = (
    "a date in one cell, such as 3 July 2025 or July 2025: where its parts stand in columns of "
    "their own, put them together in one"
)
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


def ragged_references(recognised: RecognisedFile, told_apart_by: str) -> Iterator[tuple[str, str]]:
    """Yield what may be the reference of each row with too many or too few cells.

    Beside it stands what tells it apart from the same reference elsewhere, '' for nothing. The
    cell too many may stand before either or behind, so that each may be in one of two places.
    """
    for table in recognised.tables:
        if "reference" not in table.fields:
            continue
        for _, row in rows_of(table.file_table):
            if surplus := len(row) - len(table.fields):
                apart = _told_apart(table, row, surplus, told_apart_by)
                yield from product(_cells(table, row, surplus, "reference"), apart)


def _told_apart(
    table: RecognisedTable, row: Sequence[str], surplus: int, told_apart_by: str
) -> list[str]:
    if told_apart_by == "table":
        return [table.file_table.sheet or table.file_table.name]
    return _cells(table, row, surplus, told_apart_by) if told_apart_by else [""]


def _cells(table: RecognisedTable, row: Sequence[str], surplus: int, field: str) -> list[str]:
    at = table.fields.index(field)
    return [row[place] for place in (at, at + surplus) if 0 <= place < len(row)]


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
        _expected(text),
        NOT_SHOWN if is_personal else text if bare_month(text) else as_quotable(text),
        NOT_KEPT if is_personal else as_line(compress(row, kept)),
        "" if is_personal else as_line(compress(table.file_table.header, kept)),
    )


def _expected(text: str) -> str:
    if bare_month(text):
        return IN_ONE_CELL
    return short_years.WHOLE if short_years.is_short_month(text) else date_order.EXPECTED
