"""The key of victims' marks: in a backup only when asked for, and missed when it is lacking."""

import os
from pathlib import Path

import pytest

from assessment.__main__ import main
from assessment.store import Store
from assessment.store.beside.victim_key import (
    VictimKey,
    key_file,
    lost_keys,
    make_key,
    standing_key,
)
from tests.extracts import write_csv

ROWS = [(f"C{n}", f"{n:02}/01/2025", "Robbery", "Luton", f"V-{n % 9}") for n in range(1, 20)]
HEADER = ("Crime ref", "Date", "Offence", "District", "Vic ref")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a store that holds marks of victims, closed, with its key beside it."""
    path = tmp_path / "own.duckdb"
    Store.open(path, create=True).close()
    file = write_csv(tmp_path / "victims.csv", ROWS, HEADER)
    said = ["--column", "Vic ref=victim_reference", "--reason", "repeat victims"]
    assert main(["--store", str(path), "load", str(file), "--source", "kent", *said]) == 0
    return path


def test_a_key_is_made_once(tmp_path: Path) -> None:
    store = tmp_path / "a.duckdb"
    assert standing_key(store) is None
    assert make_key(store) == make_key(store) == standing_key(store)
    assert make_key(tmp_path / "b.duckdb") != make_key(store)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_key_is_its_owners_alone(path: Path) -> None:
    assert key_file(path).stat().st_mode & 0o777 == 0o600


def test_the_name_of_a_key_gives_nothing_of_it_away() -> None:
    key = VictimKey(b"k" * 32)
    assert key.name not in key.secret.hex()
    assert (len(key.inner), len(key.outer)) == (64, 64)


def test_a_backup_has_the_key_only_when_asked(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    backup = ["--store", str(path), "backup", str(folder)]
    assert main(backup) == 0
    assert not list(folder.glob("*key*"))
    assert main([*backup, "--with-key"]) == main([*backup, "--with-key"]) == 0
    (copied,) = folder.glob("*.victims-key")
    assert copied.read_text() == key_file(path).read_text()
    assert copied.name == f"own-{make_key(path).name}.victims-key"


def test_a_restored_store_says_that_its_key_is_lacking_until_it_is_there(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, other = tmp_path / "copies", tmp_path / "elsewhere" / "other.duckdb"
    main(["--store", str(path), "backup", str(folder), "--with-key"])
    (copy,) = folder.glob("*.duckdb")
    (key,) = folder.glob("*.victims-key")
    assert main(["--store", str(other), "restore", str(copy)]) == 0
    assert "whose key is not beside it" in capsys.readouterr().out
    key_file(other).write_bytes(key.read_bytes())
    assert main(["--store", str(other), "restore", str(copy)]) == 0
    assert "whose key is not beside it" not in capsys.readouterr().out


def test_a_store_without_marks_lacks_no_key(tmp_path: Path) -> None:
    assert lost_keys(tmp_path / "a.duckdb", ()) is None
