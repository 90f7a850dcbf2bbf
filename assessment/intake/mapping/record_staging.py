"""Reading the rows of a file into the store's staging table, losing none.

DuckDB reads the text; every row it sets aside is found again in the file by Python, so that it can
be shown with its number, and the numbers must add up to the rows counted when the file was read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice

from assessment.definitions import flag_columns
from assessment.errors import UploadRefused
from assessment.intake.file_choices import FileChoices, FileQuestion
from assessment.intake.files.file_tables import ArrivedFile, FileTable, rows_of
from assessment.intake.load_report import PrintedTotal, RefusedRow
from assessment.intake.mapping import date_order
from assessment.intake.mapping.printed_totals import checked_totals
from assessment.intake.mapping.recipe_recognition import RecognisedFile, RecognisedTable
from assessment.intake.mapping.record_fields import is_kept
from assessment.store import Writer

SAMPLE_ROWS = 200
# More refused rows than this are counted, not kept one by one: the fault is in the whole file.
MOST_KEPT = 10_000
# A row may be as long as a file: what would fill the store and tell nobody anything is cut.
LONGEST_KEPT = 8_000
DATE_FIELDS = ("recorded", "date_from")
NOT_KEPT = "not kept: the file has columns that are left out, which could not be told apart here"


@dataclass(frozen=True)
class StagedRows:
    """What staging found: rows in the files, and those that could not be read."""

    rows_read: int
    rows_refused: int
    refused: tuple[RefusedRow, ...]  # the first of them, at most MOST_KEPT
    ambiguous: bool  # every date could be read day first or month first
    questions: tuple[FileQuestion, ...] = ()
    totals_checked: tuple[PrintedTotal, ...] = ()


def stage(
    writer: Writer,
    arrived: ArrivedFile,
    recognised: RecognisedFile,
    choices: FileChoices,
    today: date,
) -> StagedRows:
    """Read every table into `staged`.

    Raises UploadRefused where its dates make no sense, or where a total that it prints is not that
    of its rows.
    """
    file_tables = [table.file_table for table in recognised.tables]
    totals = checked_totals(arrived.file, file_tables, choices.row_is)
    formats = date_order.formats_for(_sample_dates(recognised))
    writer.run("create_staged")
    for (fields, skip), alike in _alike(recognised):
        writer.run(
            "stage_rows",
            files=[str(table.path) for table in alike],
            columns=dict.fromkeys(map(_staged_name, fields), "VARCHAR"),
            flags=list(flag_columns()),
            skip=skip,
            formats=formats,
            latest=today,
        )
    texts = [text for text, _ in writer.rows("refused_dates")]
    _refuse_month_first(writer, arrived, texts)
    read = sum(table.file_table.rows for table in recognised.tables)
    kept = _remove_refused(writer)
    refused = tuple(islice(_find_refused(recognised, set(texts)), MOST_KEPT)) if kept < read else ()
    if kept + len(refused) != read and len(refused) < MOST_KEPT:
        raise UploadRefused(
            arrived.file,
            [
                f"It holds {read:,} rows, but only {kept + len(refused):,} could be accounted "
                "for; open it and save it again as CSV."
            ],
        )
    writer.run("mark_month_only_dates")
    ambiguous = date_order.is_numeric_day_first(formats[0]) and not _after_twelfth(writer)
    return StagedRows(read, read - kept, refused, ambiguous, totals_checked=totals)


def _staged_name(field: str) -> str:
    """Name a column as the query does: those that mark records by their place among the flags."""
    flags = list(flag_columns())
    return f"flag_{flags.index(field) + 1}" if field in flags else field


def _after_twelfth(writer: Writer) -> int:
    """Count dates that cannot be read month first; where there are none, the order is in doubt."""
    rows: int = writer.value("staged_after_day", after=12)
    return rows


def _alike(
    recognised: RecognisedFile,
) -> Iterator[tuple[tuple[tuple[str, ...], int], list[FileTable]]]:
    """Group the tables that can be read in one go: same columns, same lines above the data."""

    def key(table: RecognisedTable) -> tuple[tuple[str, ...], int]:
        return table.fields, table.file_table.skip

    for shared, items in groupby(sorted(recognised.tables, key=key), key=key):
        yield shared, [table.file_table for table in items]


def _sample_dates(recognised: RecognisedFile) -> list[str]:
    sample = []
    for table in recognised.tables[:1]:
        columns = [table.fields.index(field) for field in DATE_FIELDS if field in table.fields]
        for _, row in islice(rows_of(table.file_table), SAMPLE_ROWS):
            sample += [row[column] for column in columns[:1] if column < len(row)]
    return sample


def _refuse_month_first(writer: Writer, arrived: ArrivedFile, refused: Sequence[str]) -> None:
    american = date_order.looks_month_first(refused)
    if american and not _after_twelfth(writer):
        raise UploadRefused(
            arrived.file,
            [
                f"Its dates are written month first, e.g. '{american[0]}'. Expected "
                f"{date_order.EXPECTED}: change the date format and save the file again."
            ],
        )


def _remove_refused(writer: Writer) -> int:
    writer.run("remove_refused_rows")
    kept: int = writer.value("count_staged")
    return kept


def _find_refused(recognised: RecognisedFile, texts: set[str]) -> Iterator[RefusedRow]:
    for table in recognised.tables:
        for number, row in rows_of(table.file_table):
            if len(row) != len(table.fields):
                yield _ragged(table, number, row)
            elif (text := _date_text(table, row)) in texts:
                yield _undated(table, number, row, text)


def _date_text(table: RecognisedTable, row: Sequence[str]) -> str:
    values = (row[table.fields.index(field)] for field in DATE_FIELDS if field in table.fields)
    return next((value for value in values if value), "").strip()


def _ragged(table: RecognisedTable, number: int, row: Sequence[str]) -> RefusedRow:
    # In a row with too many or too few cells it is unknown which are personal details.
    raw = ",".join(row)[:LONGEST_KEPT] if all(map(is_kept, table.fields)) else NOT_KEPT
    return RefusedRow(
        table.file_table.name,
        table.file_table.sheet,
        number,
        None,
        f"{len(table.fields)} cells",
        f"{len(row)} cells",
        raw,
    )


def _undated(table: RecognisedTable, number: int, row: Sequence[str], text: str) -> RefusedRow:
    field = next(field for field in DATE_FIELDS if field in table.fields)
    column = table.file_table.header[table.fields.index(field)]
    # A column that is left out of records, a name for instance, is left out here too.
    cells = (cell for field, cell in zip(table.fields, row, strict=True) if is_kept(field))
    return RefusedRow(
        table.file_table.name,
        table.file_table.sheet,
        number,
        column,
        date_order.EXPECTED,
        text,
        ",".join(cells),
    )
