"""What the checks of the store found, as a table."""

from collections.abc import Sequence

from assessment.outputs.tables import COUNT, Column, Table, marked
from assessment.sources.store_checks import CheckResult

COLUMNS = (
    Column("Check", 60),
    Column("Finding", 70),
    Column("Cases", 8, COUNT),
    Column("What to do", 80),
)


def checks_table(results: Sequence[CheckResult]) -> Table:
    """Return every check with its finding and what to do about it."""
    rows = tuple(
        (result.check.question, result.finding, result.faults, what_to_do(result) or None)
        for result in results
    )
    columns, with_mark = marked(COLUMNS, rows, synthetic=False)
    return Table("Checks of the store", (), columns, with_mark, sheet="Checks")


def what_to_do(result: CheckResult) -> str:
    """Return what to do about a finding; nothing where nothing is wrong."""
    return "" if result.is_sound else result.check.what_to_do
