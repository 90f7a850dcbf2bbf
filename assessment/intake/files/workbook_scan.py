"""What the parts of a workbook tell before its sheets are read: errors, and what is hidden.

An .xls or .xlsb says neither in a way that is looked for here.
"""

import re
import zipfile
from collections.abc import Iterator

from assessment.intake.files.archive import Unpacking, opened, unpacked
from assessment.intake.files.file_tables import Upload
from assessment.numbers import count_of

ERROR_CELL = b' t="e"'
# Everything to the right of a table is hidden in many a printed report: nothing is there.
HIDDEN = re.compile(
    rb'<row\b[^>]*\shidden="(?:1|true)"|<col\b(?![^>]*max="16384")[^>]*\shidden="(?:1|true)"'
)
# A formula whose value was never stored: a program wrote it, and Excel has not opened it since. One
# whose value is an empty text has the type of a text.
NOT_WORKED_OUT = re.compile(
    rb'<c\b(?![^>]*\st="str")[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>'
)
FROM_1904 = re.compile(rb'<workbookPr\b[^>]*\sdate1904="(?:1|true)"')
# An element that begins in one piece of the file may end in the next.
LONGEST_ELEMENT = 400


def scan_workbook(upload: Upload, budget: Unpacking) -> Iterator[str]:
    """Unpack a workbook without keeping it, as an archive would be, and say what was seen."""
    errors, has_hidden = 0, False
    lacks_values = False
    if zipfile.is_zipfile(upload.path):
        with opened(upload) as archive:
            for member in archive.infolist():
                in_sheet = member.filename.startswith("xl/worksheets/")
                end = b""
                for piece in unpacked(archive, member, budget):
                    errors += piece.count(ERROR_CELL) * in_sheet
                    has_hidden = has_hidden or (in_sheet and bool(HIDDEN.search(end + piece)))
                    if in_sheet and b"<f" in piece:
                        lacks_values = lacks_values or bool(NOT_WORKED_OUT.search(end + piece))
                    end = piece[-LONGEST_ELEMENT:]
    if lacks_values:
        raise upload.refused(
            "holds formulas whose values were not saved, so that their cells would be read as "
            "empty. Open it in Excel, save it there, and upload it again."
        )
    if errors:
        cells = count_of(errors, "cell")
        yield f"{cells} of {upload.label} with an error such as #REF! read as empty."
    if has_hidden:
        yield (
            f"Rows or columns of {upload.label} are hidden, by a filter perhaps: they were read "
            "like the others. If they are not wanted, delete them and upload the file again."
        )


def counts_from_1904(upload: Upload) -> bool:
    """Tell whether a workbook counts its days from 1904, as Excel did on a Mac."""
    if not zipfile.is_zipfile(upload.path):
        return False
    with opened(upload) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            return False
        return FROM_1904.search(archive.read("xl/workbook.xml")) is not None
