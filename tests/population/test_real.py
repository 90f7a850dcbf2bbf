"""Bedfordshire's real street files with the real populations of 2019, worked out by hand."""

import csv
import io
import zipfile
from pathlib import Path
from statistics import median

import pytest

from assessment.intake.extract_loading import load
from assessment.partnerships import add_partnership
from assessment.population import populations
from assessment.population.population_loading import load_population
from assessment.risk_matrix.matrix import matrix
from assessment.workspace import Workspace

YEAR = [*(f"2023-{month:02d}" for month in range(5, 13)), *(f"2024-0{n}" for n in range(1, 5))]
DISTRICTS = ("Luton", "Bedford", "Central Bedfordshire")
CODES = {"Luton": "E06000032", "Bedford": "E06000055", "Central Bedfordshire": "E06000056"}


def shopliftings(path: Path) -> dict[str, int]:
    """Count a year's shopliftings by district, each ID once, with nothing of the product."""
    seen: dict[str, str] = {}
    with zipfile.ZipFile(path) as archive:
        for month in YEAR:
            text = archive.read(f"{month}/{month}-bedfordshire-street.csv").decode()
            for row in csv.DictReader(io.StringIO(text)):
                if row["Crime type"] == "Shoplifting":
                    seen.setdefault(row["Crime ID"], row["LSOA name"].rpartition(" ")[0])
    return {name: sum(1 for place in seen.values() if place == name) for name in DISTRICTS}


@pytest.fixture
def bedfordshire(workspace: Workspace, real_data: Path) -> Path:
    streets = real_data / "police_uk" / "bedfordshire-2021-05-to-2024-04.zip"
    load(workspace, streets)
    load_population(workspace, real_data / "population" / "lsoa11_population_2019.csv")
    return streets


def test_rates_of_luton_and_bedford(workspace: Workspace, bedfordshire: Path) -> None:
    people = {name: populations(workspace)[code, 2019].number for name, code in CODES.items()}
    # Luton is as ONS published it for mid-2019. Of the others the edges are missing: 173,292 and
    # 288,648 were published.
    assert people == {"Luton": 213_052, "Bedford": 170_029, "Central Bedfordshire": 281_178}
    counted = shopliftings(bedfordshire)
    rates = {name: 1000 * counted[name] / people[name] for name in DISTRICTS}
    for name in ("Luton", "Bedford"):
        add_partnership(workspace, name, [name])
        others = [rates[other] for other in DISTRICTS if other != name]
        found = matrix(workspace, name.lower()).evidence["shoplifting", "peers"]
        assert found.value == pytest.approx(rates[name] / median(others))
        assert found.in_words.startswith(f"{rates[name]:.2f}")
        assert "for each 1,000 residents here" in found.in_words
        assert f"Residents here: {people[name]:,} in mid-2019" in found.in_words
        assert "4 years or more away" in found.caveats[0]
