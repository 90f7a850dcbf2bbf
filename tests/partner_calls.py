"""An ambulance service's extract beside the records that tell their hours."""

from pathlib import Path

from assessment.intake.extract_loading import load
from assessment.intake.load_status import LoadStatus
from assessment.periods import add_months, month_start
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.timed import BEGINS, PLACE

HEADER = ["CAD No", "Call Date/Time", "Chief Complaint", "District"]


def with_partner_calls(workspace: Workspace, folder: Path) -> None:
    """Load two years of calls, the same in each month."""
    rows = [
        [f"C{step}-{n}", f"{add_months(month_start(BEGINS.date()), step)} 10:00", "Assault", PLACE]
        for step in range(24)
        for n in range(4)
    ]
    report = load(workspace, write_csv(folder / "calls.csv", rows, HEADER), source="999")
    assert report.status is LoadStatus.LOADED, report
