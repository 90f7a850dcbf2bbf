"""An extract whose records tell their hours: assaults on Friday nights, some around the week."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from assessment.intake.extract_loading import load
from assessment.intake.load_status import LoadStatus
from assessment.partnerships import add_partnership
from assessment.workspace import Workspace
from tests.extracts import write_csv

HEADER = ["Crime ref", "Committed from", "Committed to", "Offence", "District"]
BEGINS, WEEKS = datetime(2022, 4, 4), 104  # a Monday; to 31 March 2024
ASSAULT, BURGLARY = "Assault with injury", "Burglary - Residential"
PLACE = "Basildon"


def _of_week(monday: datetime) -> Iterator[tuple[datetime, datetime | None, str]]:
    friday = monday + timedelta(days=4, hours=22, minutes=30)
    for _ in range(3):
        yield friday, friday + timedelta(hours=3), ASSAULT
    for day in range(7):
        hour = (5 * day + monday.day) % 23 + 1
        yield monday + timedelta(days=day, hours=hour, minutes=10), None, ASSAULT
    # Midnight: a day without an hour.
    yield monday + timedelta(days=2), None, ASSAULT
    gone = monday + timedelta(days=monday.day % 7, hours=9)
    yield gone, gone + timedelta(hours=8), BURGLARY
    if monday.day < 8:
        yield gone, gone + timedelta(days=9), BURGLARY
        yield gone, gone - timedelta(hours=2), BURGLARY


def timed_extract(path: Path) -> Path:
    """Write two years of records to a CSV file."""
    weeks = (BEGINS + timedelta(days=7 * week) for week in range(WEEKS))
    spans = [span for monday in weeks for span in _of_week(monday)]
    rows = [
        [f"42/{number}", _text(start), _text(end), offence, PLACE]
        for number, (start, end, offence) in enumerate(spans)
    ]
    return write_csv(path, rows, HEADER)


def _text(moment: datetime | None) -> str:
    return moment.strftime("%d/%m/%Y %H:%M") if moment else ""


def with_timed_records(workspace: Workspace, folder: Path) -> None:
    """Load the extract, and add the partnership that it is of."""
    report = load(workspace, timed_extract(folder / "timed.csv"), source="timed-police")
    assert report.status is LoadStatus.LOADED, report
    add_partnership(workspace, PLACE, [PLACE])
