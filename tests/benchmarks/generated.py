"""Extracts in the layout of data.police.uk, of any size, the same for the same size."""

from pathlib import Path

import numpy as np

from tests.extracts import STREET_HEADER

CATEGORIES = (
    ("Anti-social behaviour", 19),
    ("Bicycle theft", 1),
    ("Burglary", 4),
    ("Criminal damage and arson", 7),
    ("Drugs", 3),
    ("Other crime", 2),
    ("Other theft", 7),
    ("Possession of weapons", 1),
    ("Public order", 8),
    ("Robbery", 1),
    ("Shoplifting", 6),
    ("Theft from the person", 1),
    ("Vehicle crime", 8),
    ("Violence and sexual offences", 32),
)
OUTCOMES = ("Unable to prosecute suspect", "Status update unavailable", "Under investigation", "")
DISTRICTS = ("Basildon", "Chelmsford", "Colchester", "Maldon", "Rochford", "Tendring")
MONTHS = [f"{year}-{month:02d}" for year in (2021, 2022, 2023) for month in range(1, 13)]
LSOAS = 1200
CHUNK = 100_000


def generate(path: Path, rows: int) -> Path:
    """Write a street file of so many rows over 36 months and 1,200 LSOAs."""
    random = np.random.default_rng(rows)
    with path.open("w", encoding="utf-8") as file:
        file.write(",".join(STREET_HEADER) + "\n")
        for start in range(0, rows, CHUNK):
            file.write(_chunk(random, min(CHUNK, rows - start)))
    return path


def _chunk(random: np.random.Generator, rows: int) -> str:
    weights = np.array([weight for _, weight in CATEGORIES], dtype=float)
    category = random.choice(len(CATEGORIES), rows, p=weights / weights.sum())
    month = random.integers(0, len(MONTHS), rows)
    lsoa = random.integers(0, LSOAS, rows)
    outcome = random.integers(0, len(OUTCOMES), rows)
    longitude = random.uniform(0.2, 1.0, rows)
    latitude = random.uniform(51.4, 52.0, rows)
    ids = random.bytes(32 * rows).hex()
    lines = []
    for n in range(rows):
        name = CATEGORIES[category[n]][0]
        is_crime = category[n] > 0
        crime_id = ids[64 * n : 64 * n + 64] if is_crime else ""
        district = DISTRICTS[lsoa[n] % len(DISTRICTS)]
        lines.append(
            f"{crime_id},{MONTHS[month[n]]},Essex Police,Essex Police,"
            f"{longitude[n]:.6f},{latitude[n]:.6f},On or near Street {lsoa[n]},"
            f"E0102{lsoa[n]:04d},{district} {lsoa[n] // 8:03d}{'ABCDEFGH'[lsoa[n] % 8]},{name},"
            f"{OUTCOMES[outcome[n]] if is_crime else ''},\n"
        )
    return "".join(lines)
