"""Small extracts for tests, written as the real ones are."""

import csv
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

STREET_HEADER = [
    "Crime ID",
    "Month",
    "Reported by",
    "Falls within",
    "Longitude",
    "Latitude",
    "Location",
    "LSOA code",
    "LSOA name",
    "Crime type",
    "Last outcome category",
    "Context",
]


def street_row(
    crime_id: str = "",
    month: str = "2024-01",
    crime_type: str = "Anti-social behaviour",
    lsoa: tuple[str, str] = ("E01015700", "Luton 001A"),
    outcome: str = "",
    force: str = "Bedfordshire Police",
) -> list[str]:
    """Write one row of a street file of data.police.uk."""
    place = ["-0.41", "51.88", "On or near High Street", *lsoa] if lsoa[0] else ["", "", "", "", ""]
    return [crime_id, month, force, force, *place, crime_type, outcome, ""]


def write_csv(
    path: Path, rows: Iterable[Sequence[object]], header: Sequence[str] = STREET_HEADER
) -> Path:
    """Write a CSV as most systems do."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
    return path


def street_zip(path: Path, months: dict[str, list[list[str]]], force: str = "bedfordshire") -> Path:
    """Write a ZIP of monthly folders as data.police.uk hands it out."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for month, rows in months.items():
            part = write_csv(path.with_suffix(".part"), rows)
            archive.write(part, f"{month}/{month}-{force}-street.csv")
            archive.writestr(f"{month}/{month}-{force}-stop-and-search.csv", "Type,Date\n")
    path.with_suffix(".part").unlink(missing_ok=True)
    return path
