"""`recipe` and `load --recipe`: listed, shown, exported, changed, kept and removed."""

import json
from pathlib import Path
from typing import Any

import pytest

from assessment.__main__ import main
from tests.extracts import write_csv
from tests.intake.recipes.conftest import HEADER, crimes

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A store in which a source has sent its first month."""
    path = str(tmp_path / "assessment.duckdb")
    first = write_csv(tmp_path / "first.csv", crimes(1), HEADER)
    assert main(["--store", path, "init", "--empty"]) == 0
    assert main(["--store", path, "load", str(first), "--source", "essex-police"]) == 0
    return path


def told(capsys: Capture, store: str, *arguments: str, status: int = 0) -> Any:
    capsys.readouterr()
    assert main(["--store", store, *arguments, "--json"]) == status
    return json.loads(capsys.readouterr().out)


def test_saved_recipes_are_told_from_shipped_ones(store: str, capsys: Capture) -> None:
    kinds = {recipe["name"]: recipe["kind"] for recipe in told(capsys, store, "recipe", "list")}
    assert (kinds["essex-police"], kinds["police-uk"]) == ("saved", "shipped")
    assert main(["--store", store, "recipe", "list"]) == 0
    out = capsys.readouterr().out
    assert "essex-police: source essex-police, 6 columns, as incidents" in out
    assert "Shipped: ambulance" in out


def test_a_recipe_goes_out_and_comes_back(store: str, tmp_path: Path, capsys: Capture) -> None:
    file = str(tmp_path / "essex.toml")
    assert told(capsys, store, "recipe", "export", "essex-police", "--out", file)["file"] == file
    before = told(capsys, store, "recipe", "show", "essex-police")
    assert told(capsys, store, "recipe", "remove", "essex-police")["removed"]
    assert main(["--store", store, "recipe", "show", "essex-police"]) == 2
    after = told(capsys, store, "recipe", "save", file)
    assert {**before, "saved_at": None} == {**after, "saved_at": None}


def test_an_export_replaces_no_file_unasked(store: str, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "essex.toml"
    file.write_text("mine")
    arguments = ["--store", store, "recipe", "export", "essex-police", "--out", str(file)]
    assert main(arguments) == 2
    assert (file.read_text(), "--replace" in capsys.readouterr().err) == ("mine", True)
    assert main([*arguments, "--replace"]) == 0
    assert file.read_text().startswith("# How the files of a source are read.")


def test_an_export_never_replaces_a_store(store: str, capsys: Capture) -> None:
    before = Path(store).read_bytes()
    arguments = ["--store", store, "recipe", "export", "essex-police", "--out", store, "--replace"]
    assert main(arguments) == 2
    assert "not a file that can be replaced" in capsys.readouterr().err
    assert Path(store).read_bytes() == before


def test_a_question_is_answered_by_recipe(store: str, tmp_path: Path, capsys: Capture) -> None:
    second = str(write_csv(tmp_path / "second.csv", crimes(2), HEADER))
    (asks,) = told(capsys, store, "load", second, "--source", "esex-police", status=2)
    (question,) = asks["questions"]
    assert (question["about"], question["option"]) == ("recipe", "--recipe")
    assert asks["status"] == "asks"
    (done,) = told(capsys, store, "load", second, "--recipe", "essex-police")
    assert (done["status"], done["source"], done["recipe"]) == (
        "loaded",
        "essex-police",
        "essex-police",
    )


def test_a_shown_recipe_is_what_is_exported(store: str, capsys: Capture) -> None:
    capsys.readouterr()
    assert main(["--store", store, "recipe", "show", "essex-police"]) == 0
    out = capsys.readouterr().out
    assert '"Crime ref" = "reference"' in out
    assert "with extract 1" in out


def test_months_without_rows_are_said(store: str, tmp_path: Path, capsys: Capture) -> None:
    second = str(write_csv(tmp_path / "second.csv", crimes(2), HEADER))
    (done,) = told(capsys, store, "load", second, "--covers", "2025-02..2025-03")
    assert (done["status"], done["months"]) == ("loaded", ["2025-02", "2025-03"])
    assert main(["--store", store, "load", second, "--covers", "spring"]) == 2
    assert "Write them as 2025-10" in capsys.readouterr().err
