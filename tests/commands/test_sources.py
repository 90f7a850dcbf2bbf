"""`sources lead`: naming a lead source, listing and taking back."""

import json
from pathlib import Path

import pytest

from assessment.__main__ import main
from assessment.store import Store
from tests.conftest import NewStore
from tests.extracts import street_row, write_csv


@pytest.fixture
def told(new_store: NewStore, tmp_path: Path) -> list[str]:
    """Return how a command names a store with one source and one partnership."""
    store: Store = new_store(tmp_path / "s.duckdb")
    store.close()
    named = ["--store", str(tmp_path / "s.duckdb")]
    extract = write_csv(tmp_path / "a.csv", [street_row("a1")])
    assert main([*named, "load", str(extract)]) == 0
    assert main([*named, "partnership", "add", "Luton", "--district", "Luton"]) == 0
    return [*named, "sources", "lead", "--partnership", "luton"]


def test_a_lead_is_named_listed_and_taken_back(
    told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*told, "--set", "police-uk", "--source", "police-uk"]) == 0
    assert capsys.readouterr().out.endswith("police-uk: police-uk\n")
    assert main([*told, "--json"]) == 0
    (lead,) = json.loads(capsys.readouterr().out)
    assert (lead["partnership"], lead["source"]) == ("luton", "police-uk")
    assert main([*told, "--set", "police-uk", "--none"]) == 0
    assert "has named no lead source" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--source", "police-uk"], "Say with --set what the source leads for"),
        (["--set", "police-uk", "--source", "other"], "There are: police-uk."),
        (["--set", "none-such", "--source", "police-uk"], "There is no measure set"),
    ],
)
def test_what_cannot_be_named_is_told(
    told: list[str], options: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*told, *options]) == 2
    assert why in capsys.readouterr().err
