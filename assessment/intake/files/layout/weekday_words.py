"""Sheets that count by weekday and hour, of which no month can be made."""

from collections.abc import Sequence

from assessment.intake.files.file_tables import Rows

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FEWEST = 5
BY_WEEKDAY = (
    "It seems to count by weekday and hour, of which no month can be made: ask for a row for each "
    "record with its date and time, or for counts by month."
)


def is_by_weekday(rows: Rows) -> bool:
    """Tell whether weekdays head most columns of some rows, or begin most rows."""
    beginnings = [row[0] for row in rows if row]
    return any(_weekdays(row) >= FEWEST for row in rows) or _weekdays(beginnings) >= FEWEST


def _weekdays(cells: Sequence[str]) -> int:
    return len({cell.strip().lower()[:3] for cell in cells} & {*WEEKDAYS})
