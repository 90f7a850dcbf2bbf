"""Luton's real records in the wards of the ONS: counted by ward, against a slow second way."""

import csv
import io
import json
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pyproj import Transformer

from assessment.areas.outlines import from_grid
from assessment.intake.boundaries.area_loading import load_areas
from assessment.intake.extract_loading import load
from assessment.workspace import Workspace
from tests.areas.squares import Ring, centroid, encloses
from tests.extracts import write_csv
from tests.stored import assert_sound, stored

LUTON = "E06000032"
MONTHS = ("2024-03", "2024-04")


def features(real_data: Path, kind: str) -> list[dict[str, Any]]:
    path = real_data / "boundaries" / kind / f"{LUTON}.geojson"
    return list(json.loads(path.read_text(encoding="utf-8"))["features"])


def rings(feature: dict[str, Any]) -> list[Ring]:
    geometry = feature["geometry"]
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    return [[(x, y) for x, y, *_ in ring] for polygon in polygons for ring in polygon]


def ward_at(wards: list[tuple[str, list[Ring]]], x: float, y: float) -> str | None:
    """Return the ward that a place is in, by counting crossings."""
    # Inside an odd number of rings: a hole takes away what surrounds it.
    inside = (name for name, own in wards if sum(encloses(ring, x, y) for ring in own) % 2 == 1)
    return next(inside, None)


def ward_of_lsoa(real_data: Path) -> dict[str, str]:
    """Place the middle of every LSOA by counting crossings, without any library of shapes."""
    wards = [(ward["properties"]["WD25NM"], rings(ward)) for ward in features(real_data, "ward")]
    placed = {}
    for lsoa in features(real_data, "lsoa21"):
        (outer,) = rings(lsoa)
        ward = ward_at(wards, *centroid(outer))
        assert ward
        placed[lsoa["properties"]["LSOA21CD"]] = ward
    return placed


@pytest.fixture
def street_rows(real_data: Path) -> list[list[str]]:
    (path,) = (real_data / "police_uk").glob("*.zip")
    rows = []
    with zipfile.ZipFile(path) as archive:
        for month in MONTHS:
            name = f"{month}/{month}-bedfordshire-street.csv"
            with archive.open(name) as member:
                rows += list(csv.reader(io.TextIOWrapper(member, "utf-8")))[1:]
    return rows


def test_luton_by_ward(
    workspace: Workspace, real_data: Path, tmp_path: Path, street_rows: list[list[str]]
) -> None:
    load(workspace, write_csv(tmp_path / "2024-street.csv", street_rows))
    for kind in ("lsoa21", "ward"):
        report = load_areas(workspace, real_data / "boundaries" / kind / f"{LUTON}.geojson")
    placed = ward_of_lsoa(real_data)
    assert report.with_ward == len(placed) == 125
    held = stored(
        workspace,
        "SELECT ward, sum(n)::INT AS n FROM monthly_count "
        "WHERE ward IS NOT NULL AND measure NOT LIKE 'all-%' GROUP BY ward",
    )
    by_ward = dict(zip(held["ward"], held["n"], strict=True))
    # Rows that share a Crime ID and say the same are one record.
    seen = {(row[0] or number, row[7]) for number, row in enumerate(street_rows)}
    expected = Counter(placed[lsoa] for _, lsoa in seen if lsoa in placed)
    assert by_ward == dict(expected)
    assert len(by_ward) == 20
    assert_sound(workspace)


@pytest.mark.parametrize("on_grid", [False, True])
def test_luton_by_ward_by_its_points(
    workspace: Workspace,
    real_data: Path,
    tmp_path: Path,
    street_rows: list[list[str]],
    on_grid: bool,
) -> None:
    """Records with a position and nothing else, in degrees or metres, without district and LSOA."""
    load_areas(workspace, real_data / "boundaries" / "ward" / f"{LUTON}.geojson")
    positions = [(float(row[4]), float(row[5])) for row in street_rows if row[4]]
    wards = [(ward["properties"]["WD25NM"], rings(ward)) for ward in features(real_data, "ward")]
    placed = {place: ward_at(wards, *place) for place in set(positions)}
    expected = Counter(ward for place in positions if (ward := placed[place]))
    written = positions
    if on_grid:
        to_grid = Transformer.from_crs(4326, 27700, always_xy=True)
        written = [(round(x), round(y)) for x, y in (to_grid.transform(*at) for at in positions)]
    rows = [
        (f"r{n}", f"{n % 28 + 1:02}/03/2024", "Burglary", *place) for n, place in enumerate(written)
    ]
    load(workspace, write_csv(tmp_path / "points.csv", rows, ("Ref", "Date", "Offence", "X", "Y")))
    held = stored(
        workspace,
        "SELECT ward, sum(n)::INT AS n FROM monthly_count WHERE district = 'Luton' GROUP BY ward",
    )
    by_ward = dict(zip(held["ward"], held["n"], strict=True))
    assert len(by_ward) == 20
    if on_grid:  # whole metres, and the grid brought to degrees by some metres
        assert sum(abs(by_ward[ward] - expected[ward]) for ward in expected) < 0.01 * len(rows)
    else:
        assert by_ward == dict(expected)
    assert_sound(workspace)


def test_the_grid_is_brought_to_where_the_ons_says(real_data: Path) -> None:
    """Every ward comes with a point in both, of eight districts from Luton to Maldon."""
    for path in sorted((real_data / "boundaries" / "ward").glob("*.geojson")):
        wards = [ward["properties"] for ward in json.loads(path.read_text())["features"]]
        longitudes, latitudes = from_grid(
            np.array([float(ward["BNG_E"]) for ward in wards]),
            np.array([float(ward["BNG_N"]) for ward in wards]),
        )
        # A ten-thousandth of a degree is some ten metres.
        assert np.abs(longitudes - [ward["LONG"] for ward in wards]).max() < 0.0001
        assert np.abs(latitudes - [ward["LAT"] for ward in wards]).max() < 0.0001
