"""`extracts` and `undo` from the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from assessment.__main__ import main
from assessment.intake.extract_loading import load
from assessment.workspace import Workspace
from tests.extracts import street_row, write_csv


@pytest.fixture
def store(workspace: Workspace, tmp_path: Path) -> str:
    """Return the address of a store with a file and its revision, which nobody has open."""
    rows = [street_row(f"{n}", "2024-01", "Burglary") for n in range(5)]
    load(workspace, write_csv(tmp_path / "first.csv", rows))
    load(workspace, write_csv(tmp_path / "revised.csv", rows[1:]))
    workspace.store.close()
    return str(workspace.store.path)


def _json(store: str, capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert main(["--store", store, *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_every_extract_is_listed(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    latest, first = _json(store, capsys, "extracts")
    assert (first["id"], first["file"], first["months"]) == (1, "first.csv", ["2024-01"])
    assert (latest["rows_withdrawn"], latest["status"]) == (1, "loaded")
    assert main(["--store", store, "extracts"]) == 0
    assert "1  first.csv (police-uk): January 2024, 5 rows" in capsys.readouterr().out


def test_a_load_is_undone_and_says_first_what_that_does(
    store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    checked = _json(store, capsys, "undo", "2", "--dry-run")
    assert (checked["restored"], checked["status"]) == (1, "checked")
    undone = _json(store, capsys, "undo", "2")
    assert {**undone, "status": "checked"} == checked
    assert [extract["status"] for extract in _json(store, capsys, "extracts")] == [
        "undone",
        "loaded",
    ]


def test_what_must_be_undone_first_is_named(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--store", store, "undo", "1"]) == 2
    assert "Undo extract 2 (revised.csv) first, or all of them" in capsys.readouterr().err


def test_an_extract_is_undone_with_what_rests_on_it(
    store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (named,) = _json(store, capsys, "undo", "1", "--with-later", "--dry-run")
    assert named == {"extract": 2, "file": "revised.csv", "status": "checked"}
    assert main(["--store", store, "undo", "1", "--with-later", "--dry-run"]) == 0
    assert "2  revised.csv would be undone first\nNothing" in capsys.readouterr().out
    assert [each["status"] for each in _json(store, capsys, "extracts")] == ["loaded"] * 2
    assert main(["--store", store, "undo", "1", "--with-later"]) == 0
    assert "5 records removed" in capsys.readouterr().out
    assert [each["status"] for each in _json(store, capsys, "extracts")] == ["undone"] * 2
