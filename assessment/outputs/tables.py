"""Tables as files: CSV and XLSX in which no text can ever become a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from assessment.changes import Change, YearOnYear

Cell = str | int | float | None

# A spreadsheet that opens a CSV runs a cell that begins with one of these.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|")
NOT_IN_A_WORKBOOK = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True)
class Table:
    """A table to download: its title, what must be known to read it, and its rows."""

    title: str
    notes: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


HEADER = (
    "Measure",
    "Measure id",
    "Area",
    "Area code",
    "Period",
    "Compared with",
    "Count before",
    "Count now",
    "Difference",
    "Change (%)",
    "Interval low (%)",
    "Interval high (%)",
    "p",
    "p adjusted",
    "Verdict",
    "Status",
    "Reason",
    "Synthetic",
)


def year_on_year_table(answer: YearOnYear) -> Table:
    """Return the rows of an answer, each with its own dates so that it can stand alone."""
    question = answer.question
    synthetic = ("Synthetic example records: not real.",) if answer.is_synthetic else ()
    files = ", ".join(extract.file_name for extract in answer.working.extracts) or "none"
    return Table(
        f"{question.place.label}: {question.period.dates} and {question.comparison.dates}",
        (*synthetic, *answer.caveats, f"Extracts behind these figures: {files}."),
        HEADER,
        tuple(_row(answer, change) for change in answer.changes),
    )


def _row(answer: YearOnYear, change: Change) -> tuple[Cell, ...]:
    return (
        change.measure.label,
        change.measure.id,
        change.area,
        change.area_code,
        answer.question.period.dates,
        answer.question.comparison.dates,
        change.previous,
        change.current,
        change.difference,
        *map(_rounded, (change.percent, change.interval_low, change.interval_high)),
        change.p_value,
        change.p_adjusted,
        change.verdict.value,
        change.status.value,
        change.reason,
        "yes" if answer.is_synthetic else "no",
    )


def _rounded(percent: float | None) -> float | None:
    return None if percent is None else round(percent, 3)


def as_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Write rows as CSV that Excel opens with its letters and its text as they are."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([_harmless(cell) for cell in header])
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    # The mark at the start tells Excel that this is UTF-8.
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: object) -> object:
    """Put an apostrophe before text that a spreadsheet would run; numbers stay numbers."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(FORMULA_STARTS):
        return f"'{cell}"
    return cell


def as_workbook(table: Table) -> bytes:
    """Write a table as a workbook: the rows, and on a second sheet what must be known of them."""
    book = Workbook(write_only=True)
    _write_rows(book, table)
    about = book.create_sheet("About")
    about.column_dimensions["A"].width = 110
    for line in (table.title, *table.notes):
        about.append([_text(about, line, wrap=True)])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _write_rows(book: Workbook, table: Table) -> None:
    sheet = book.create_sheet("Table")
    sheet.freeze_panes = "B2"
    sheet.column_dimensions["A"].width = 44
    sheet.append([_text(sheet, name, bold=True) for name in table.header])
    for row in table.rows:
        sheet.append([_text(sheet, cell) if isinstance(cell, str) else cell for cell in row])


def _text(sheet: object, text: str, *, bold: bool = False, wrap: bool = False) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=NOT_IN_A_WORKBOOK.sub("", text))
    # Without this, openpyxl takes text that begins with "=" for a formula.
    cell.data_type = "s"
    cell.font = Font(bold=bold)
    cell.alignment = Alignment(wrap_text=wrap, vertical="top")
    return cell
