"""Each record or count that a checked load would change, written to a file."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from assessment.commands.new_file import refuse_existing, write_file
from assessment.intake.load_report import LoadReport
from assessment.outputs.differences_table import differences_table
from assessment.outputs.tables import as_csv
from assessment.outputs.workbook import as_workbook

ADVICE = "Name a new file for the differences: --differences FILE."


def must_be_new(path: Path) -> None:
    """Raise InvalidRequest where the file for the differences is there already."""
    refuse_existing(path, ADVICE)


def write_differences(path: Path, reports: Sequence[LoadReport]) -> None:
    """Write a table as CSV, or as a workbook where the file's name says so.

    Raises InvalidRequest where the file is there already.
    """
    table = differences_table(reports)
    is_workbook = path.suffix.lower() == ".xlsx"
    content = as_workbook(table, date.today()) if is_workbook else as_csv(table.header, table.rows)
    write_file(path, content, ADVICE)
