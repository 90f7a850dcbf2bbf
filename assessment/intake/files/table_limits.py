"""How large a line and a table may be: what is larger is no table, and could stop the machine."""

from collections.abc import Sequence

from assessment.intake.files.file_tables import Upload
from assessment.intake.files.sheet_writer import MOST_CELLS

MIB = 1 << 20
LONGEST_LINE = MIB
MOST_COLUMNS = 4_000


def refuse_long_lines(upload: Upload, longest: int) -> None:
    """Raise UploadRefused where a line of a text file is longer than any record."""
    if longest > LONGEST_LINE:
        raise upload.refused(
            f"has a line of {longest / MIB:,.1f} MiB: expected lines of at most 1 MiB, one for "
            "each record. Make the extract again with a line for each record."
        )


def refuse_many_columns(upload: Upload, names: Sequence[str]) -> None:
    """Raise UploadRefused where a table has more columns than any export."""
    if len(names) > MOST_COLUMNS:
        raise upload.refused(
            f"has {len(names):,} columns: at most {MOST_COLUMNS:,} are read. Delete what stands "
            "to the right of the table."
        )


def refuse_far_cells(upload: Upload, sheet: str, rows: int, columns: int) -> None:
    """Raise UploadRefused where a sheet has more cells than the program that writes them takes."""
    if rows * columns > MOST_CELLS:
        raise upload.refused(
            f"has a sheet '{sheet}' of {rows:,} rows and {columns:,} columns, which is more than "
            f"can be read ({MOST_CELLS:,} cells). Delete what stands far from the table, or save "
            "the table as CSV."
        )
