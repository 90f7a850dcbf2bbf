"""What each column of a file was read as, for the analyst to check before anything is kept."""

from collections.abc import Iterator, Sequence
from itertools import islice

from assessment.errors import UploadRefused
from assessment.intake.files.file_tables import Part, rows_of, shown
from assessment.intake.load_report import ColumnRead
from assessment.intake.mapping.personal_columns import is_personal
from assessment.intake.mapping.recipe_recognition import PartReading
from assessment.intake.mapping.record_fields import WORDS
from assessment.intake.mapping.record_staging import DATE_FIELDS, SAMPLE_ROWS

SAMPLES = 2
NOT_USED = "not used"
PERSONAL = "left out: personal detail"


def columns_read(parts: Sequence[PartReading]) -> tuple[ColumnRead, ...]:
    """Say what every named column was read as; what several parts say alike is said once."""
    by_header: dict[tuple[str, ...], PartReading] = {}
    for item in parts:
        by_header.setdefault(item.part.header, item)
    said: dict[tuple[str, str], ColumnRead] = {}
    for column in (column for item in by_header.values() for column in _columns(item)):
        said.setdefault((column.header, column.read_as), column)
    return tuple(said.values())


def _columns(item: PartReading) -> Iterator[ColumnRead]:
    rows = _first_rows(item.part)
    for at, (header, field) in enumerate(zip(item.part.header, item.fields, strict=True)):
        if not header:
            continue
        if field in WORDS:
            yield ColumnRead(shown(header), _read_as(field, item.fields), _samples(rows, at))
        else:
            # What is left out is not shown either: it may be anybody's name.
            yield ColumnRead(shown(header), PERSONAL if is_personal(header) else NOT_USED)


def _read_as(field: str, fields: Sequence[str]) -> str:
    dates = [each for each in DATE_FIELDS if each in fields]
    counted_by = len(dates) > 1 and field == dates[0]
    return f"{WORDS[field]} (records are counted by it)" if counted_by else WORDS[field]


def _samples(rows: Sequence[Sequence[str]], at: int) -> tuple[str, ...]:
    values = (shown(row[at]) for row in rows if at < len(row))
    return tuple(dict.fromkeys(filter(None, values)))[:SAMPLES]


def _first_rows(part: Part) -> list[list[str]]:
    try:
        # A row with too many or too few cells is refused: nobody knows which cell is which.
        first = (row for _, row in islice(rows_of(part), SAMPLE_ROWS))
        return [row for row in first if len(row) == len(part.header)]
    except UploadRefused:  # a cell without end, which refuses its row and is told there
        return []
