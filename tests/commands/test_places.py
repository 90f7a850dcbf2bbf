"""`places`, as other programs call it: the counts of `changes`, in every area of the map."""

import json
from datetime import date
from typing import Any

import pytest

from assessment.__main__ import main
from tests.areas.squares import lsoa, square, ward, write
from tests.changes.given import months
from tests.extracts import street_row, write_csv

KEYS = [
    *("period", "comparison", "methods_version", "synthetic", "measure", "measure_set", "areas"),
    *("finding", "withheld", "notes", "no_map", "total", "total_before"),
    *("without_area", "without_area_before", "residents_of", "holding_half"),
    *("holding_half_by_chance", "hot_spots_by", "places"),
]
PLACE_KEYS = [
    *("area", "codes", "district", "count", "previous", "rank", "share", "residents"),
    *("rate", "verdict", "unusual", "hot_spot", "hot_spot_before", "on_map", "shown"),
]
YEAR = ["--partnership", "luton", "--period", "rolling-12"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Luton for two years to January 2024, in two of its three wards."""
    folder = tmp_path_factory.mktemp("places")
    path = str(folder / "assessment.duckdb")
    rows = []
    for n, month in enumerate(months(date(2022, 2, 1), date(2024, 1, 1))):
        said = f"{month:%Y-%m}"
        for k in range(6 if n < 12 else 9):
            where = ("E01000001", "Luton 001A") if k % 3 else ("E01000002", "Luton 002A")
            rows.append(street_row(f"s{n}-{k}", said, "Shoplifting", lsoa=where))
    wards = [ward(n, f"Ward {n}", square(-0.5 + 0.02 * n, 51.9, 0.02)) for n in (1, 2, 3)]
    lsoas = [lsoa(n, square(-0.495 + 0.02 * n, 51.905, 0.005)) for n in (1, 2, 3)]
    assert main(["--store", path, "init", "--empty"]) == 0
    for name, features in (("wards", wards), ("lsoas", lsoas)):
        file = write(folder / f"{name}.geojson", features)
        assert main(["--store", path, "areas", "load", str(file)]) == 0
    file = write_csv(folder / "2024-01-bedfordshire-street.csv", rows)
    assert main(["--store", path, "load", str(file)]) == 0
    assert main(["--store", path, "partnership", "add", "Luton", "--district", "Luton"]) == 0
    return path


def answer(capsys: pytest.CaptureFixture[str], *asked: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main([*asked, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize("by", ["ward", "lsoa"])
def test_counts_are_those_of_changes(
    store: str, by: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--store", store, *YEAR, "--measure", "shoplifting"]
    found = answer(capsys, "places", *asked, "--areas", by, "--show", "change")
    assert list(found) == KEYS
    assert all(list(place) == PLACE_KEYS for place in found["places"])
    rows = answer(capsys, "changes", *asked, "--by", by)["rows"]
    places = {place["area"]: place for place in found["places"]}
    assert len(places) == 3
    for row in rows:
        own = places.pop(row["area"])
        assert (own["previous"], own["count"]) == (row["previous"], row["current"])
        assert (own["verdict"], own["unusual"]) == (row["verdict"], row["unusual"])
    ((_, empty),) = places.items()
    assert (empty["count"], empty["previous"], empty["verdict"]) == (0, 0, None)
    assert found["total"] == sum(place["count"] for place in found["places"]) == 108


def test_text_says_the_finding_and_every_area(
    store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["--store", store, "places", *YEAR, "--measure", "shoplifting"]) == 0
    said = capsys.readouterr().out
    assert "Shoplifting: 1 of 3 wards holds half; random scatter would take 2" in said
    assert "   1  Ward 1: 72 offences" in said
    assert "   3  Ward 3: 0 offences" in said


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--areas", "district"], "--areas takes ward or lsoa, not 'district'."),
        (["--show", "harm"], "--show takes count, rate, change, hot-spots, not 'harm'."),
    ],
)
def test_what_there_is_not_is_refused(
    store: str, asked: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--store", store, "places", *YEAR, *asked]) != 0
    assert said in capsys.readouterr().err
