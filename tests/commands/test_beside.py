"""`beside`, as other programs call it: every field is documented, and two data sets are asked."""

import json
from datetime import date
from pathlib import Path

import pytest

from assessment.__main__ import main
from tests.changes.given import months
from tests.extracts import street_row, write_csv

ASKED = ["beside", "--partnership", "luton", "--period", "rolling-12", "--measure", "robbery"]
GUIDE = Path(__file__).parents[2] / "docs" / "user-guide.md"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Luton for two years: robberies of data.police.uk, and an ambulance service's calls."""
    folder = tmp_path_factory.mktemp("beside")
    path = str(folder / "assessment.duckdb")
    every = list(enumerate(months(date(2022, 2, 1), date(2024, 1, 1))))
    streets = [street_row(f"r{n}-{k}", f"{m:%Y-%m}", "Robbery") for n, m in every for k in range(5)]
    calls = [
        [f"C{n}-{k}", f"{m:%Y-%m}-15 10:00", "Assault", "Luton"] for n, m in every for k in range(3)
    ]
    assert main(["--store", path, "init", "--empty"]) == 0
    header = ("CAD No", "Call Date/Time", "Chief Complaint", "District")
    for file in (
        write_csv(folder / "2024-01-bedfordshire-street.csv", streets),
        write_csv(folder / "calls.csv", calls, header),
    ):
        assert main(["--store", path, "load", str(file)]) == 0
    assert main(["--store", path, "partnership", "add", "Luton", "--district", "Luton"]) == 0
    return path


def test_beside_as_json(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["--store", store, *ASKED, "--with", "ambulance:assaults", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["own"]["current"], told["other"]["current"]) == (60, 36)
    assert told["other"]["recorded_by"] == "the ambulance service"
    assert told["months"]["scale"] == "count"
    assert [len(told["months"]["months"]), told["areas"][0]["other"]] == [24, 36]
    guide = GUIDE.read_text(encoding="utf-8")
    section = guide[guide.index("`beside --json`") :].split("\n\n")[0]
    names = {*told, *told["own"], *told["months"], *told["months"]["months"][0], *told["areas"][0]}
    assert {name for name in names if f"`{name}`" not in section} == set()


def test_beside_in_words_and_refused(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--store", store, *ASKED, "--with", "ambulance"]) == 0
    assert "the ambulance service recorded 36 calls" in capsys.readouterr().out
    assert main(["--store", store, *ASKED, "--with", "police-uk:burglary"]) == 2
    assert "count the same records" in capsys.readouterr().err
