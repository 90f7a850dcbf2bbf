"""Records that were no crime after all: told, with how many and what to do."""

from pathlib import Path

import pytest

from assessment.intake import load
from assessment.workspace import Workspace
from tests.extracts import write_csv

HEADER = ("Crime ref", "Date recorded", "Offence", "District", "Crime status")
CASES = [
    (("Recorded", "Cancelled", "No crime", "Cancelled - transferred"), 3),
    (("Recorded", "Charged", "Under investigation", ""), 0),
]


@pytest.mark.parametrize(("statuses", "told"), CASES)
def test_cancelled_records_are_told(
    workspace: Workspace, tmp_path: Path, statuses: tuple[str, ...], told: int
) -> None:
    rows = [
        (f"r{n}", "02/01/2024", "Burglary", "Luton", status) for n, status in enumerate(statuses)
    ]
    problems = load(workspace, write_csv(tmp_path / "a.csv", rows, HEADER)).problems
    sentences = [problem for problem in problems if "there was no crime" in problem]
    assert len(sentences) == bool(told)
    assert all(
        sentence.startswith(f"{told} rows say in column 'Crime status'") for sentence in sentences
    )
