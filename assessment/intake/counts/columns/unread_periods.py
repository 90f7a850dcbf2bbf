"""Periods that may be either of two, or are no month: said, with a way on.

A table whose only periods are these is not read as counts, and as records it would be asked for a
date that it has not.
"""

import re
from collections.abc import Iterator, Sequence

from assessment.intake.counts.columns.table_columns import TableColumns
from assessment.intake.file_choices import FileChoices
from assessment.intake.files.file_tables import FileTable, in_quotes
from assessment.intake.files.layout.weekday_words import BY_WEEKDAY, is_by_weekday
from assessment.intake.headings.count_names import is_period_name
from assessment.intake.headings.day_words import day_of
from assessment.intake.headings.footnote_marks import without_marks
from assessment.intake.headings.period_words import MONTH_NAME, read_span

YEAR = r"'?(?:(?:19|20)\d\d|\d\d)"
KINDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            rf"(?:(?:f?ytd|year[ -]to[ -]date|cumulative|apr(?:il)?|total|up)\b[ ,:-]*)*(?:to\b)?"
            rf"[ -]*(?:the )?(?:end of )?(?:{MONTH_NAME})[ /-]*{YEAR}",
            re.I,
        ),
        "seem to count from the beginning of the year to that month. Take from each number the one "
        "before it, name the months that are left ('May-24', or 'Jul-Sep 2024' for three), and "
        "load the file again. If each is of twelve months, write '12 months to Jun-24'.",
    ),
    (
        re.compile(
            r"(?:q|qtr|quarter) ?[1-4][ ,:/-]*(?:of )?(?:19|20)\d\d|(?:19|20)\d\d[ ,:/-]*"
            r"(?:q|qtr|quarter) ?[1-4]",
            re.I,
        ),
        "may be quarters of the financial or of the calendar year. Write 'Q1 2024/25' for April to "
        "June 2024, or 'Jan-Mar 2024' for January to March, and load the file again.",
    ),
    (
        re.compile(r"(?:p|period|per|month|m)\.? ?0?(?:[1-9]|1[0-3])", re.I),
        "say which month of a year, and not of which year. Write the year behind each, as in 'P1 "
        "2025/26', which is April 2025, or write the month ('Apr-25'), and load the file again.",
    ),
)
# A column of which so much is read so is one of these.
MOSTLY = 0.8


def unread_periods(table: FileTable, choices: FileChoices) -> Iterator[str]:
    """Yield what stands in the way of a table that nothing else could read as counts."""
    columns = TableColumns(table, choices, range(len(table.header)))
    if _has_periods(columns):
        return
    if is_by_weekday([table.header]):
        yield f"{table.label} cannot be counted. {BY_WEEKDAY}"
        return
    yield from _days_between_rows(columns)
    headings = [
        heading for at, heading in enumerate(columns.header) if heading and columns.has_numbers(at)
    ]
    for kind, why in KINDS:
        if len(across := [heading for heading in headings if _is(kind, heading)]) > 1:
            yield f"{table.label} cannot be counted yet: its headings {in_quotes(across)} {why}"
            return
        for at, heading in enumerate(columns.header):
            cells = columns.cells(at)
            read_so = sum(_is(kind, cell) for cell in cells)
            if is_period_name(heading) and cells and read_so >= MOSTLY * len(cells):
                some = in_quotes(dict.fromkeys(cells), most=3)
                yield (
                    f"{table.label} cannot be counted yet: the periods in its column "
                    f"{in_quotes([heading])}, such as {some}, {why}"
                )
                return


def _is(kind: re.Pattern[str], text: str) -> bool:
    return read_span(text) is None and kind.fullmatch(without_marks(text).strip()) is not None


def _has_periods(columns: TableColumns) -> bool:
    """Tell whether something says when: a column of days or months, or headings of months."""
    in_rows = (at for at in range(len(columns.header)) if columns.header[at])
    return bool(columns.spans) or any(
        columns.are_spans(at) or _are_days(columns.cells(at)) for at in in_rows
    )


def _are_days(cells: Sequence[str]) -> bool:
    """Tell whether most cells begin with a day, whatever time stands behind it."""
    days = [cell for cell in cells if day_of(cell) or day_of(cell[:10]) or _is_long_day(cell)]
    return bool(days) and 2 * len(days) > len(cells)


def _is_long_day(cell: str) -> bool:
    return re.match(r"\d\d?(?:st|nd|rd|th)?[ /.-].*\b(?:19|20)\d\d\b", cell) is not None


def _days_between_rows(columns: TableColumns) -> Iterator[str]:
    """Say that days stand as headings between the rows, as in the log of a control room."""
    days = [
        filled[0]
        for row in columns.rows
        if len(filled := [cell.strip() for cell in row if cell.strip()]) == 1
        and day_of(re.sub(r"^[A-Za-z]+,? (?=\d)|(?<=\d)(?:st|nd|rd|th)\b", "", filled[0]))
    ]
    if days:
        yield (
            f"In {columns.table.label} days stand as headings between the rows, such as "
            f"{in_quotes(days[:1])}. Add a column 'Date', write in each row the day that it stands "
            "below, delete the headings, and load the file again."
        )
