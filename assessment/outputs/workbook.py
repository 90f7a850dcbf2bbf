"""A table as a workbook fit for a committee: its rows, and the notes on a sheet of their own.

No text in it can ever become a formula.
"""

import io
from collections.abc import Iterable
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import Cell as Written
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from assessment.outputs.escaping import sheet_text
from assessment.outputs.tables import Cell, Column, Table
from assessment.periods import in_words

PLAIN, BOLD, TITLE = Font(), Font(bold=True), Font(bold=True, size=14)
HEADER_FILL = PatternFill("solid", fgColor="DCE6F0")
HEADER_LINE = Border(bottom=Side(style="thin"))
WRAPPED, WHOLE = Alignment(wrap_text=True, vertical="top"), Alignment(vertical="top")


def as_workbook(table: Table, made: date) -> bytes:
    """Write a table as a workbook: its rows, and on a second sheet what must be known."""
    book = Workbook(write_only=True)
    _write_rows(book, table, made)
    _write_notes(book, table)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _write_rows(book: Workbook, table: Table, made: date) -> None:
    sheet = book.create_sheet(table.sheet)
    above = (*table.about, f"Made: {in_words(made)}")
    shown = [index for index, column in enumerate(table.columns) if not column.for_programs]
    columns = [table.columns[index] for index in shown]
    # All that is written over the rows, an empty line, and the header.
    sheet.freeze_panes = f"B{len(above) + 4}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.append([_text(sheet, table.title, TITLE)])
    for line in above:
        sheet.append([_text(sheet, line)])
    sheet.append([])
    sheet.append([_header(sheet, column) for column in columns])
    for row in table.rows:
        sheet.append(_cells(sheet, columns, (row[index] for index in shown)))


def _write_notes(book: Workbook, table: Table) -> None:
    sheet = book.create_sheet("Notes")
    sheet.column_dimensions["A"].width = 110
    sheet.append([_text(sheet, table.title, TITLE)])
    for heading, lines in table.notes:
        sheet.append([])
        sheet.append([_text(sheet, heading, BOLD)])
        for line in lines:
            sheet.append([_text(sheet, line, alignment=WRAPPED)])


def _header(sheet: object, column: Column) -> Written:
    cell = _text(sheet, column.name, BOLD, WRAPPED)
    cell.fill, cell.border = HEADER_FILL, HEADER_LINE
    return cell


def _cells(
    sheet: object, columns: Iterable[Column], values: Iterable[Cell]
) -> list[Written | None]:
    return [_cell(sheet, column, value) for column, value in zip(columns, values, strict=True)]


def _cell(sheet: object, column: Column, value: Cell) -> Written | None:
    if value is None:
        return None
    if isinstance(value, str):
        return _text(sheet, value, alignment=WRAPPED)
    cell = WriteOnlyCell(sheet, value=value)
    cell.alignment = WHOLE
    if column.number_format:
        cell.number_format = column.number_format
    return cell


def _text(sheet: object, text: str, font: Font = PLAIN, alignment: Alignment = WHOLE) -> Written:
    cell = WriteOnlyCell(sheet, value=sheet_text(text))
    # Without this, openpyxl takes text that begins with "=" for a formula.
    cell.data_type = "s"
    cell.font = font
    cell.alignment = alignment
    return cell
