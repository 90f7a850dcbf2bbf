"""How the columns of dates of a file are read, as a sample of each shows.

Most files write dates that a format fits as they stand, and these are read at once. Weekday names,
fractions of a second, zones and Excel's serial numbers take longer, and are looked for only where
the sample, or a date that could not be read, shows them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from assessment.errors import UploadRefused
from assessment.intake.file_choices import DateOrder
from assessment.intake.files.file_tables import in_quotes, rows_of
from assessment.intake.files.workbook_reader import COUNTED_FROM_1904
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile
from assessment.intake.mapping.rows.dates import date_order
from assessment.intake.mapping.rows.dates.short_years import (
    THREE,
    ShortYears,
    are_short_months,
    short_years,
    unsure_of,
    without_year,
)
from assessment.intake.mapping.rows.dates.utc_times import DATE_FIELDS, utc_fields
from assessment.store import Writer

SAMPLE_ROWS = 200
# A ZIP may hold a table for each month, and each may write its dates in a way of its own.
SAMPLED_TABLES = 24
PLAIN, TIDIED, SERIAL, SERIAL_1904 = "plain", "tidied", "serial", "serial 1904"
# The same where the times are in UTC; no text of them is plain.
IN_UTC = {PLAIN: "utc", TIDIED: "utc", SERIAL: "serial utc", SERIAL_1904: "serial 1904 utc"}
# Excel counts days from here; a time is a fraction of one. Workbooks that were begun on a Mac may
# count from 1904, and say so.
SERIAL_ZERO, ZERO_1904 = date(1899, 12, 30), date(1904, 1, 1)
SERIAL_TEXT = re.compile(r"[2-9]\d{4}(\.\d+)?")
EARLIEST = date(1980, 1, 1)


@dataclass(frozen=True)
class DateReading:
    """The formats of dates, the likeliest first, and how each column of dates is read with them.

    `unsure` asks, where it is, whether dates begin with the day or a year of two digits. In the
    columns `short_months` "Apr-03" is April 2003; elsewhere it is a slip, which may be 3 April.
    """

    formats: tuple[str, ...]
    read_as: Mapping[str, str]
    unsure: str = ""
    short_months: frozenset[str] = frozenset()

    def tidied(self) -> "DateReading":
        """Return the same where every column may hold dates that have to be tidied."""
        read_as = {field: TIDIED if how == PLAIN else how for field, how in self.read_as.items()}
        return replace(self, read_as=read_as)

    def turned(self) -> "DateReading":
        """Return the same where day and month of true dates have changed places."""
        return replace(self, formats=(*date_order.TURNED, *self.formats))


def date_reading(
    writer: Writer, recognised: RecognisedFile, order: DateOrder | None, latest: date
) -> DateReading:
    """Look at some dates of each column and say how they are read.

    Raises UploadRefused where they say no year.
    """
    # Tried before any other where they were chosen: a date may fit both.
    american = date_order.AMERICAN if order is DateOrder.MONTH_FIRST else ()
    known = (*american, *date_order.FORMATS)
    read_as: dict[str, str] = {}
    samples: list[list[str]] = []
    short_months: set[str] = set()
    for field in DATE_FIELDS:
        counts = _sample(recognised, field)
        texts = list(counts)
        short_months |= {field} if are_short_months(counts) else set()
        if serial := _serial(recognised, field, texts, latest):
            read_as[field] = serial
            continue
        tidied = _tidied(writer, texts, known)
        read_as[field] = TIDIED if tidied else PLAIN
        samples.append(tidied or texts)
    read_as |= {field: IN_UTC[read_as[field]] for field in utc_fields(recognised)}
    texts = _with_short_years(recognised, samples)
    if why := without_year(texts, latest):
        raise UploadRefused(recognised.tables[0].file_table.file, [why])
    short = short_years(texts, latest)
    if order is not None and short is not ShortYears.NONE:
        is_first = order is DateOrder.YEAR_FIRST
        short = ShortYears.FIRST if is_first else ShortYears.LAST
    parts = (american, short.formats, date_order.FORMATS)
    likeliest = tuple(style for part in parts for style in _likeliest(samples, part))
    unsure = unsure_of(texts) if short is ShortYears.UNSURE else ""
    return DateReading(likeliest, read_as, unsure, frozenset(short_months))


def _with_short_years(recognised: RecognisedFile, samples: Sequence[Sequence[str]]) -> list[str]:
    """Return the dates that a sample has; every one of a file where years have two digits."""
    sampled = [text for texts in samples for text in texts]
    if not any(map(THREE.match, sampled)):
        return sampled
    every = (
        _cells((row for _, row in rows_of(table.file_table)), table.fields.index(field))
        for table in recognised.tables
        for field in DATE_FIELDS
        if field in table.fields
    )
    return list(dict.fromkeys(text for cells in every for text in cells))


def told_of_1904(recognised: RecognisedFile, reading: DateReading) -> RecognisedFile:
    """Add to what is said of a file which of its numbers were read as days counted from 1904."""
    fields = [field for field, how in reading.read_as.items() if "1904" in how]
    if not fields:
        return recognised
    columns = in_quotes(dict.fromkeys(name for at in fields for name in recognised.headings_of(at)))
    told = (
        f"The workbook counts its days from 1904, as Excel did on a Mac: the numbers in {columns} "
        "were read as such days. If they came from elsewhere, they are four years too late."
    )
    return replace(recognised, notices=(*recognised.notices, told))


def _serial(
    recognised: RecognisedFile, field: str, texts: Sequence[str], latest: date
) -> str | None:
    """Return how a column of Excel's numbers is read; None where it is no such column."""
    tables = [table.file_table for table in recognised.tables if field in table.fields]
    zeros = {SERIAL: SERIAL_ZERO}
    if all(COUNTED_FROM_1904 in table.notes for table in tables):
        zeros = {SERIAL_1904: ZERO_1904, **zeros}
    for how, zero in zeros.items():
        if texts and all(_is_serial(text, zero, latest) for text in texts):
            return how
    return None


def _likeliest(samples: Sequence[Sequence[str]], known: Sequence[str]) -> Sequence[str]:
    """Order formats: those of the dates that records are counted by, the likeliest of others next.

    Whatever stands before the right one is tried for each of millions of rows in vain.
    """
    orders = [date_order.formats_for(texts, known) for texts in samples if texts]
    firsts = dict.fromkeys(order[0] for order in orders if order)
    return list(firsts | dict.fromkeys(orders[0] if orders else known))


def are_readable(writer: Writer, texts: Sequence[str], reading: DateReading) -> bool:
    """Tell whether any of some dates that could not be read could be when tidied."""
    dates = writer.rows(
        "readable_dates", texts=list(texts[:SAMPLE_ROWS]), formats=list(reading.formats)
    )
    return any(readable and not plain for _, _, plain, readable in dates)


def _tidied(writer: Writer, texts: Sequence[str], known: Sequence[str]) -> list[str]:
    """Return dates as they are when tidied, where some can be read only so; none where all can."""
    if date_order.fits_all(texts, date_order.formats_for(texts, known)[0]):
        return []
    dates = writer.rows("readable_dates", texts=list(texts), formats=list(known))
    is_needed = any(readable and not plain for _, _, plain, readable in dates)
    return [tidied for _, tidied, *_ in dates] if is_needed else []


def _sample(recognised: RecognisedFile, field: str) -> Counter[str]:
    tables = [table for table in recognised.tables if field in table.fields][:SAMPLED_TABLES]
    texts: Counter[str] = Counter()
    for table in tables:
        first = islice(rows_of(table.file_table), 1 + SAMPLE_ROWS // len(tables))
        texts.update(_cells((row for _, row in first), table.fields.index(field)))
    return texts


def _cells(rows: Iterable[Sequence[str]], column: int) -> Iterable[str]:
    cells = (row[column].strip() for row in rows if column < len(row))
    return (cell for cell in cells if cell)


def _is_serial(text: str, zero: date, latest: date) -> bool:
    if not SERIAL_TEXT.fullmatch(text):
        return False
    return EARLIEST <= zero + timedelta(days=float(text)) <= latest + timedelta(days=1)
