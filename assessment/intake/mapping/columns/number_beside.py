"""A column that may say how many a row stands for, in a file that was taken for one of records."""

import re
from collections.abc import Iterator

from assessment.definitions.spelling import plain
from assessment.errors import UploadRefused
from assessment.intake.file_choices import FileQuestion, RowIs
from assessment.intake.files.file_tables import FileTable, rows_of, shown
from assessment.intake.headings.count_names import THINGS
from assessment.intake.mapping.columns.header_matching import Match

HOW_MANY = re.compile(
    r"(?:total |number|no|num|count|quantity|volume)s?(?: of)?(?: recorded| notifiable)? ?"
    rf"{THINGS}s?|{THINGS} (?:count|volume|total)|count"
)
NUMBER = re.compile(r"\d{1,6}(?:\.0+)?")


def number_beside(match: Match, table: FileTable) -> Iterator[FileQuestion]:
    """Ask whether a row counts as many as one of its columns says, if any says none or several."""
    for at, heading in match.unknown_places.items():
        if HOW_MANY.fullmatch(plain(heading)) and _says_none_or_several(table, at):
            yield FileQuestion(
                "row_is",
                f"Does a row stand for as many as '{shown(heading)}' says, or for one record? Not "
                "all say one.",
                (
                    (RowIs.RECORD.value, "one record, whatever the number says"),
                    (RowIs.COUNT.value, "as many as the number says; references are not kept"),
                ),
                "--row-is",
            )
            return


def _says_none_or_several(table: FileTable, at: int) -> bool:
    """Tell whether half or more of what a column says are numbers, and any is another than one."""
    said = numbers = others = 0
    try:
        for _, row in rows_of(table):
            cell = row[at].strip() if at < len(row) else ""
            said += bool(cell)
            if NUMBER.fullmatch(cell):
                numbers += 1
                others += int(cell.partition(".")[0]) != 1
    except UploadRefused:  # a cell without end; staging refuses its row
        return others > 0
    return 2 * numbers >= said and others > 0
