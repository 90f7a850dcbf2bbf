"""Incidents in the layout of a records system: references, times, subgroups, LSOAs, flags."""

import csv
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import openpyxl

HEADER = ("Crime Number", "Committed From", "Offence Subgroup", "District", "LSOA code", "DA")
SUBGROUPS = (
    "Violence with injury",
    "Violence without injury",
    "Stalking and harassment",
    "Shoplifting",
    "Criminal damage",
    "Residential burglary",
    "Theft from the person",
    "Public order offences",
)
DISTRICTS = ("Basildon", "Chelmsford", "Colchester", "Maldon", "Rochford", "Tendring")
FIRST, DAYS, LSOAS, CHUNK = datetime(2021, 1, 1), 1095, 1200, 100_000
Row = tuple[str, str, str, str, str, str]


def incidents(rows: int, first: int = 0) -> Iterator[Row]:
    """Yield so many incidents from the given number on; the same number is the same incident."""
    for start in range(first, first + rows, CHUNK):
        random = np.random.default_rng(start)
        size = min(CHUNK, first + rows - start)
        minutes = random.integers(0, DAYS * 24 * 60, size)
        subgroup = random.integers(0, len(SUBGROUPS), size)
        lsoa = random.integers(0, LSOAS, size)
        flagged = random.random(size) < 0.15
        for at in range(size):
            moment = FIRST + timedelta(minutes=int(minutes[at]))
            yield (
                f"42/{start + at}/21",
                f"{moment:%d/%m/%Y %H:%M}",
                SUBGROUPS[subgroup[at]],
                DISTRICTS[lsoa[at] % len(DISTRICTS)],
                f"E0102{lsoa[at]:04d}",
                "Y" if flagged[at] else "N",
            )


def written(path: Path, rows: Iterator[Row]) -> Path:
    """Write incidents as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(rows)
    return path


def revised(rows: Iterator[Row], every: int) -> Iterator[Row]:
    """Yield incidents of which one in so many has another subgroup."""
    for at, row in enumerate(rows):
        yield row if at % every else (*row[:2], _another(row[2]), *row[3:])


def workbook(path: Path, rows: Iterator[Sequence[str]]) -> Path:
    """Write incidents as XLSX."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Export")
    sheet.append(HEADER)
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def look_up(path: Path) -> Path:
    """Write which ward each LSOA is in, as the Office for National Statistics lays it out."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("LSOA21CD", "LSOA21NM", "WD24CD", "WD24NM", "LAD24CD", "LAD24NM"))
        for lsoa in range(LSOAS):
            place = lsoa % len(DISTRICTS)
            ward = f"E0500{place}{lsoa % 20:03d}"
            district = DISTRICTS[place]
            writer.writerow(
                (f"E0102{lsoa:04d}", f"{district} {lsoa}", ward, f"Ward {ward}", "", district)
            )
    return path


def _another(subgroup: str) -> str:
    return SUBGROUPS[(SUBGROUPS.index(subgroup) + 1) % len(SUBGROUPS)]
