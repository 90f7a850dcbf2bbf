"""What each column of a file was read as, for the analyst to check before anything is kept."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from assessment.errors import UploadRefused
from assessment.intake.files.file_tables import FileTable, rows_of, shown
from assessment.intake.load_report import ColumnRead
from assessment.intake.mapping.columns.personal_columns import is_personal
from assessment.intake.mapping.columns.recipe_recognition import RecognisedTable
from assessment.intake.mapping.columns.record_fields import (
    STATUSES,
    VICTIM_FIELDS,
    field_in_words,
    is_kept,
)
from assessment.intake.mapping.rows.record_staging import DATE_FIELDS, SAMPLE_ROWS
from assessment.intake.personal_forms import looks_personal

SAMPLES = 2
NOT_USED = "not used"
LOOKED_THROUGH = "looked through for records that were cancelled, and not kept"
PERSONAL = "left out: personal detail"


def columns_read(
    tables: Sequence[RecognisedTable], hidden: Collection[str] = ()
) -> tuple[ColumnRead, ...]:
    """Say what every named column was read as; what several tables say alike is said once.

    Of `hidden` fields no values are shown.
    """
    by_header: dict[tuple[str, ...], RecognisedTable] = {}
    for table in tables:
        by_header.setdefault(table.file_table.header, table)
    read_as: dict[tuple[str, str], ColumnRead] = {}
    for table in by_header.values():
        for column in _columns(table, hidden):
            read_as.setdefault((column.header, column.read_as), column)
    return tuple(read_as.values())


def _columns(table: RecognisedTable, hidden: Collection[str]) -> Iterator[ColumnRead]:
    rows = _first_rows(table.file_table)
    for at, (header, field) in enumerate(zip(table.file_table.header, table.fields, strict=True)):
        if not header:
            continue
        if is_kept(field):
            sure = table.confidences[at] if table.confidences else 1.0
            read_as = _read_as(field, table.fields)
            samples = () if field in {*hidden, *VICTIM_FIELDS} else _samples(rows, at)
            yield ColumnRead(shown(header), read_as, samples, sure, field)
        elif field in STATUSES:
            yield ColumnRead(shown(header), LOOKED_THROUGH)
        else:
            # What is left out is not shown either: it may be anybody's name.
            yield ColumnRead(shown(header), PERSONAL if is_personal(header) else NOT_USED)


def _read_as(field: str, fields: Sequence[str]) -> str:
    dates = [date_field for date_field in DATE_FIELDS if date_field in fields]
    counted_by = len(dates) > 1 and field == dates[0]
    words = field_in_words(field)
    return f"{words} (records are counted by it)" if counted_by else words


def _samples(rows: Sequence[Sequence[str]], at: int) -> tuple[str, ...]:
    values = (shown(row[at]) for row in rows if at < len(row) and not looks_personal(row[at]))
    return tuple(dict.fromkeys(filter(None, values)))[:SAMPLES]


def _first_rows(table: FileTable) -> list[list[str]]:
    try:
        # A row with too many or too few cells is refused, as its cells cannot be told apart.
        first = (row for _, row in islice(rows_of(table), SAMPLE_ROWS))
        return [row for row in first if len(row) == len(table.header)]
    except UploadRefused:  # a cell without end; staging refuses its row
        return []
