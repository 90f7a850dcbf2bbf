"""The refused rows of an extract as a table to put right, and to load again."""

import csv
from itertools import chain

from assessment.intake.extract_register import RejectedRows
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace

# Which refused row a row puts right: "3/12" is the twelfth of extract 3.
REFUSED_ROW, REASON = "Refused row", "Refused because"


@needs(Permission.SEE_REFUSED_ROWS)
def rows_to_correct(workspace: Workspace, extract: int) -> RejectedRows:
    """Return the refused rows of an extract as a table to put right and load again.

    Each has the columns of its file that are kept, its number, and why it was refused.
    """
    rows = workspace.store.rows("rows_to_correct", extract=extract)
    cells = [dict(zip(_cells(header), _cells(raw), strict=True)) for _, header, raw, *_ in rows]
    columns = tuple(dict.fromkeys(chain.from_iterable(cells)))
    return RejectedRows(
        (*columns, REFUSED_ROW, REASON),
        [
            (
                *(row.get(column, "") for column in columns),
                f"{extract}/{number}",
                f"{column_name}: expected {expected}, found '{found}'",
            )
            for row, (number, _, _, column_name, expected, found) in zip(cells, rows, strict=True)
        ],
    )


def _cells(line: str) -> list[str]:
    return next(csv.reader([line]), [])
