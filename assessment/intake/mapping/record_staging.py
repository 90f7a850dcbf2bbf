"""Reading the rows of an arrival into the store's staging table, losing none.

DuckDB reads the text; every row it sets aside is found again in the file by Python, so that it can
be shown with its number, and the numbers must add up to the rows counted when the file arrived.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice

from assessment.errors import UploadRefused
from assessment.intake.files.file_reader import Arrival, Part
from assessment.intake.files.file_tables import rows_of
from assessment.intake.load_report import RefusedRow
from assessment.intake.mapping import date_order
from assessment.intake.mapping.recipe_recognition import PartReading, Reading
from assessment.store import Writer

SAMPLE_ROWS = 200
# More refused rows than this are counted, not kept one by one: the fault is in the whole file.
MOST_KEPT = 10_000
DATE_FIELDS = ("recorded", "date_from")
NOT_KEPT = "not kept: the file has columns that are left out, which could not be told apart here"


@dataclass(frozen=True)
class Staged:
    """What staging found: rows in the files, and those that could not be read."""

    rows_read: int
    rows_refused: int
    refused: tuple[RefusedRow, ...]  # the first of them, at most MOST_KEPT
    ambiguous: bool  # every date could be read day first or month first


def stage(writer: Writer, arrival: Arrival, reading: Reading, today: date) -> Staged:
    """Read every part into `staged`; raises UploadRefused where its dates make no sense."""
    formats = date_order.formats_for(_sample_dates(reading))
    writer.run("create_staged")
    for (fields, skip), parts in _alike(reading):
        writer.run(
            "stage_rows",
            files=[str(part.path) for part in parts],
            columns=dict.fromkeys(fields, "VARCHAR"),
            skip=skip,
            formats=formats,
            latest=today,
        )
    texts = [text for text, _ in writer.rows("refused_dates")]
    _refuse_month_first(writer, arrival, texts)
    read = sum(reading_part.part.rows for reading_part in reading.parts)
    kept = _remove_refused(writer)
    refused = tuple(islice(_find_refused(reading, set(texts)), MOST_KEPT)) if kept < read else ()
    if kept + len(refused) != read and len(refused) < MOST_KEPT:
        raise UploadRefused(
            arrival.file,
            [
                f"It holds {read:,} rows, but only {kept + len(refused):,} could be accounted "
                "for; open it and save it again as CSV."
            ],
        )
    writer.run("mark_month_only_dates")
    ambiguous = date_order.is_numeric_day_first(formats[0]) and not _after_twelfth(writer)
    return Staged(read, read - kept, refused, ambiguous)


def _after_twelfth(writer: Writer) -> int:
    """Count dates that cannot be read month first; where there are none, the order is in doubt."""
    rows: int = writer.value("staged_after_day", after=12)
    return rows


def _alike(reading: Reading) -> Iterator[tuple[tuple[tuple[str, ...], int], list[Part]]]:
    """Group the parts that can be read in one go: same columns, same lines above the data."""

    def key(item: PartReading) -> tuple[tuple[str, ...], int]:
        return item.fields, item.part.skip

    for shared, items in groupby(sorted(reading.parts, key=key), key=key):
        yield shared, [item.part for item in items]


def _sample_dates(reading: Reading) -> list[str]:
    sample = []
    for item in reading.parts[:1]:
        columns = [item.fields.index(field) for field in DATE_FIELDS if field in item.fields]
        for _, row in islice(rows_of(item.part), SAMPLE_ROWS):
            sample += [row[column] for column in columns[:1] if column < len(row)]
    return sample


def _refuse_month_first(writer: Writer, arrival: Arrival, refused: Sequence[str]) -> None:
    american = date_order.looks_month_first(refused)
    if american and not _after_twelfth(writer):
        raise UploadRefused(
            arrival.file,
            [
                f"Its dates are written month first, e.g. '{american[0]}'. Expected "
                f"{date_order.EXPECTED}: change the date format and save the file again."
            ],
        )


def _remove_refused(writer: Writer) -> int:
    writer.run("remove_refused_rows")
    kept: int = writer.value("count_staged")
    return kept


def _find_refused(reading: Reading, texts: set[str]) -> Iterator[RefusedRow]:
    for item in reading.parts:
        for number, row in rows_of(item.part):
            if len(row) != len(item.fields):
                yield _ragged(item, number, row)
            elif (text := _date_text(item, row)) in texts:
                yield _undated(item, number, row, text)


def _date_text(item: PartReading, row: Sequence[str]) -> str:
    values = (row[item.fields.index(field)] for field in DATE_FIELDS if field in item.fields)
    return next((value for value in values if value), "").strip()


def _ragged(item: PartReading, number: int, row: Sequence[str]) -> RefusedRow:
    # In a row with too many or too few cells nobody knows which cells are personal details.
    raw = ",".join(row) if all(_is_kept(field) for field in item.fields) else NOT_KEPT
    return RefusedRow(
        item.part.name,
        item.part.sheet,
        number,
        None,
        f"{len(item.fields)} cells",
        f"{len(row)} cells",
        raw,
    )


def _undated(item: PartReading, number: int, row: Sequence[str], text: str) -> RefusedRow:
    field = next(field for field in DATE_FIELDS if field in item.fields)
    column = item.part.header[item.fields.index(field)]
    # A column that is left out of records, a name for instance, is left out here too.
    cells = (cell for field, cell in zip(item.fields, row, strict=True) if _is_kept(field))
    return RefusedRow(
        item.part.name, item.part.sheet, number, column, date_order.EXPECTED, text, ",".join(cells)
    )


def _is_kept(field: str) -> bool:
    return not field.startswith("unused_")
