"""Files of sources whose systems have the same columns, month after month."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from assessment.intake.extract_loading import load
from assessment.intake.load_report import LoadReport
from assessment.workspace import Workspace
from tests.extracts import write_csv

HEADER = ("Crime ref", "Offence type", "Date committed", "District", "Ward", "Team code")
CRIMES = ("Burglary", "Arson", "Shoplifting")

Sends = Callable[..., LoadReport]


def crimes(
    month: int, district: str = "Rochford", ward: str = "Hullbridge", prefix: str = "r"
) -> list[list[str]]:
    """Return a month of crimes as HEADER has them."""
    return [
        [
            f"{prefix}{month}-{day}",
            CRIMES[day % 3],
            f"{day:02d}/{month:02d}/2025",
            district,
            ward,
            "T",
        ]
        for day in range(1, 29)
    ]


@pytest.fixture
def sends(workspace: Workspace, tmp_path: Path) -> Sends:
    """Write rows as a file and load it."""
    files = iter(range(1000))

    def send(
        rows: Sequence[Sequence[str]], header: Sequence[str] = HEADER, **options: object
    ) -> LoadReport:
        path = write_csv(tmp_path / f"{next(files)}.csv", rows, header)
        return load(workspace, path, **options)  # type: ignore[arg-type]

    return send
