"""Four square wards of two districts, and files of rows that name no district."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from assessment.intake.boundaries.area_loading import load_areas
from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices
from assessment.intake.load_report import LoadReport
from assessment.workspace import Workspace
from tests.areas.squares import feature, square, write
from tests.extracts import write_csv
from tests.stored import stored

LUTON, BEDFORD = "E06000032", "E06000055"
SIDE = 0.02
# Each with the corner in its south-west, in degrees.
CORNERS = {
    ("Barnfield", LUTON): (-0.44, 51.90),
    ("Central", LUTON): (-0.42, 51.90),
    ("Central", BEDFORD): (-0.48, 52.12),
    ("Castle and Newnham", BEDFORD): (-0.46, 52.12),
}
Loads = Callable[..., LoadReport]
Counted = Callable[[], dict[tuple[str | None, str | None], int]]


@pytest.fixture
def with_wards(workspace: Workspace, tmp_path: Path) -> Path:
    """Load the wards; return the file that they came in."""
    wards = [
        feature(
            square(*corner, SIDE),
            WD25CD=f"E0500000{number}",
            WD25NM=name,
            WD25NMW="Canolog" if (name, district) == ("Central", LUTON) else " ",
            LAD25CD=district,
        )
        for number, ((name, district), corner) in enumerate(CORNERS.items(), start=1)
    ]
    path = write(tmp_path / "wards.geojson", wards)
    load_areas(workspace, path)
    return path


@pytest.fixture
def loads(workspace: Workspace, tmp_path: Path) -> Loads:
    """Load rows, each of one burglary in October 2025, under headings of their own."""

    def loads_rows(
        headings: Sequence[str],
        rows: Sequence[Sequence[object]],
        choices: FileChoices | None = None,
        *,
        name: str = "own.csv",
        dry_run: bool = False,
    ) -> LoadReport:
        whole = [
            (f"r{n}", f"{n % 31 + 1:02}/10/2025", "Burglary", *row) for n, row in enumerate(rows)
        ]
        path = write_csv(tmp_path / name, whole, ("Reference", "Date", "Offence", *headings))
        return load(workspace, path, choices=choices, dry_run=dry_run)

    return loads_rows


@pytest.fixture
def counted(workspace: Workspace) -> Counted:
    """Return records by district and ward, as they are counted."""

    def by_district_and_ward() -> dict[tuple[str | None, str | None], int]:
        held = stored(
            workspace,
            "SELECT coalesce(district, '') AS district, coalesce(ward, '') AS ward, "
            "sum(n)::INT AS n FROM monthly_count GROUP BY ALL",
        )
        rows = zip(held["district"], held["ward"], held["n"], strict=True)
        return {(district or None, ward or None): n for district, ward, n in rows}

    return by_district_and_ward
