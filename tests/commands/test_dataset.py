"""`dataset`: a data set of one's own from a file, listed, loaded, compared and removed."""

import json
from pathlib import Path

import pytest

from assessment.__main__ import main
from tests.conftest import NewStore
from tests.sources.test_data_sets import FILE, NOISE, visits


@pytest.fixture
def named(new_store: NewStore, tmp_path: Path) -> list[str]:
    new_store(tmp_path / "s.duckdb").close()
    (tmp_path / "noise.toml").write_text(FILE, encoding="utf-8")
    named = ["--store", str(tmp_path / "s.duckdb")]
    assert main([*named, "partnership", "add", "Luton", "--district", "Luton"]) == 0
    return named


def test_from_a_file_to_a_figure(
    named: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    of_luton = ["--partnership", "luton"]
    assert main([*named, "dataset", "add", str(tmp_path / "noise.toml"), *of_luton]) == 0
    assert "load FILE --as own-noise-patrols" in capsys.readouterr().out
    columns = ["Visit number=reference", "Visit date=date_from", "Type=category"]
    said = [part for column in columns for part in ("--column", column)]
    file = str(visits(tmp_path))
    load = ["load", file, "--source", "noise", "--as", NOISE.id, *said]
    assert main([*named, *load]) == 0
    assert main([*named, "changes", *of_luton, "--period", "calendar-year", "--set", NOISE.id]) == 0
    assert "Party noise in Luton increased by 100% (24 more visits)" in capsys.readouterr().out
    assert main([*named, "dataset", "remove", NOISE.id, *of_luton]) == 2
    assert "noise has records in it" in capsys.readouterr().err


def test_they_are_listed(
    named: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    of_luton = ["--partnership", "luton"]
    assert main([*named, "dataset", "list", *of_luton]) == 0
    assert "luton has defined no data set." in capsys.readouterr().out
    assert main([*named, "dataset", "add", str(tmp_path / "noise.toml"), *of_luton, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == NOISE.id
    assert main([*named, "dataset", "list", *of_luton, "--json"]) == 0
    (defined,) = json.loads(capsys.readouterr().out)
    assert (defined["id"], defined["partnership"]) == (NOISE.id, "luton")
    assert [measure["direction"] for measure in defined["measures"]] == ["down", "up"]
    assert main([*named, "dataset", "remove", NOISE.id, *of_luton]) == 0
    assert capsys.readouterr().out == "Noise patrols was removed.\n"


def test_a_recipe_of_one_is_kept_from_a_file(named: list[str], tmp_path: Path) -> None:
    recipe = tmp_path / "recipe.toml"
    said = (
        ("name", "noise"),
        ("source", "noise"),
        ("layout", "incidents"),
        ("measure_set", NOISE.id),
    )
    lines = [f'{name} = "{value}"' for name, value in said]
    recipe.write_text("\n".join([*lines, 'headings = ["Type"]']), encoding="utf-8")
    assert main([*named, "recipe", "save", str(recipe)]) == 2
    add = ["dataset", "add", str(tmp_path / "noise.toml"), "--partnership", "luton"]
    assert main([*named, *add]) == 0
    assert main([*named, "recipe", "save", str(recipe)]) == 0


def test_one_store_knows_nothing_of_anothers(
    named: list[str], new_store: NewStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add = ["dataset", "add", str(tmp_path / "noise.toml"), "--partnership", "luton"]
    assert main([*named, *add]) == 0
    new_store(tmp_path / "other.duckdb").close()
    other = ["--store", str(tmp_path / "other.duckdb")]
    file = str(visits(tmp_path))
    assert main([*other, "load", file, "--source", "noise", "--as", NOISE.id]) == 2
    assert f"'{NOISE.id}'" in capsys.readouterr().err


def test_a_file_that_is_not_there(named: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*named, "dataset", "add", "none.toml", "--partnership", "luton"]) == 2
    assert "There is no file none.toml." in capsys.readouterr().err
