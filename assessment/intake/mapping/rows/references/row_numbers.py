"""References that are row numbers: they begin again on each sheet, and tell no records apart."""

from assessment.intake.files.file_tables import in_quotes, rows_of
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile, RecognisedTable
from assessment.intake.mapping.rows.changed_columns import headings_of


def are_row_numbers(recognised: RecognisedFile) -> bool:
    """Tell whether the references of every table are 1, 2, 3 … in the order of its rows."""
    return len(recognised.tables) > 1 and all(map(_counts_its_rows, recognised.tables))


def _counts_its_rows(table: RecognisedTable) -> bool:
    if "reference" not in table.fields:
        return False
    at = table.fields.index("reference")
    numbers = (row[at].strip() if at < len(row) else "" for _, row in rows_of(table.file_table))
    return all(text == str(number) for number, text in enumerate(numbers, start=1))


def said_of_row_numbers(recognised: RecognisedFile) -> str:
    """Say that what was taken for references are row numbers."""
    return (
        f"{in_quotes(headings_of(recognised, 'reference'))} counts the rows of each sheet or file "
        "from 1: it is a row number and no reference, so every row is a record of its own."
    )
