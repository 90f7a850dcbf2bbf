"""A column that may say how many a record stands for: "Number of offences" beside a reference."""

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
    rf"{THINGS}s?"
    rf"|{THINGS} (?:count|volume|total)|count"
)
MANY = re.compile(r"[1-9]\d{0,3}(?:\.0+)?")


def number_beside(match: Match, table: FileTable) -> Iterator[FileQuestion]:
    """Ask whether a row counts as many as a column beside its reference says, if any says more."""
    if "reference" not in match.columns:
        return
    for at, heading in match.unknown_places.items():
        if HOW_MANY.fullmatch(plain(heading)) and _says_more_than_one(table, at):
            yield FileQuestion(
                "row_is",
                f"Does a row stand for as many as '{shown(heading)}' says, or for one record? Some "
                "say more than one, and each has a reference.",
                (
                    (RowIs.RECORD.value, "one record, whatever the number says"),
                    (RowIs.COUNT.value, "as many as the number says; references are not kept"),
                ),
                "--row-is",
            )
            return


def _says_more_than_one(table: FileTable, at: int) -> bool:
    """Tell whether every cell of a column is a small number, or blank, and any is above one."""
    some = False
    try:
        for _, row in rows_of(table):
            cell = row[at].strip() if at < len(row) else ""
            if cell not in ("", "0") and not MANY.fullmatch(cell):
                return False
            some = some or cell.partition(".")[0] not in ("", "0", "1")
    except UploadRefused:  # a cell without end; staging refuses its row
        return some
    return some
