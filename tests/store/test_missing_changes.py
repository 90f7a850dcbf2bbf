"""A store that lacks what somebody was told is saved says so; one that lacks nothing does not."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.__main__ import main
from assessment.errors import StoreUnavailable
from assessment.store import Store
from assessment.store.beside.incoming import ACKNOWLEDGED, incoming_of, left_acknowledged
from assessment.store.copies.missing_changes import wal_of
from tests.store.test_restoring import killed

Captured = pytest.CaptureFixture[str]


def as_it_was(_path: Path) -> None:
    pass


def name_changed(path: Path) -> None:
    """In the middle, where it cannot be what a killed program has left half written."""
    content = wal_of(path).read_bytes()
    assert content.count(b"audit_event") > 1
    wal_of(path).write_bytes(content.replace(b"audit_event", b"audit_evens", 1))


def cut_in_the_second(path: Path) -> None:
    content = wal_of(path).read_bytes()
    first = content.index(b"audit_event")
    wal_of(path).write_bytes(content[: content.index(b"audit_event", first + 1) + 20])


def end_cut_off(path: Path) -> None:
    wal_of(path).write_bytes(wal_of(path).read_bytes()[:-5])


def log_gone(path: Path) -> None:
    wal_of(path).unlink()


def more_at_the_end(path: Path) -> None:
    """What was being written when the program was killed, and nobody was told is saved."""
    with wal_of(path).open("ab") as file:
        file.write(b"half a change")


DAMAGE = [
    (as_it_was, 0),
    (more_at_the_end, 0),
    (end_cut_off, 1),
    (cut_in_the_second, 2),
    (log_gone, 3),
]


@pytest.mark.parametrize(("damage", "lost"), DAMAGE)
def test_what_is_missing_is_told_and_what_was_damaged_is_kept(
    tmp_path: Path, capsys: Captured, damage: Callable[[Path], None], lost: int
) -> None:
    path = tmp_path / "assessment.duckdb"
    killed(path, 2, 3)
    damage(path)
    log = wal_of(path).read_bytes() if wal_of(path).exists() else None
    store = Store.open(path)
    assert store.data_version == 5 - lost
    said = [what for what, *_ in store.interruptions()]
    kept = list(tmp_path.glob("*.wal-*"))
    store.close()
    if not lost:
        assert (said, kept) == ([], [])
        return
    (text,) = said
    assert ("1 change that was saved" if lost == 1 else f"{lost} changes that were saved") in text
    if log is None:
        assert "an older one than was last in use here" in text
    else:
        assert [file.read_bytes() for file in kept] == [log]
        assert kept[0].name in text
    assert main(["partnership", "list", "--store", str(path)]) == 0
    assert text in capsys.readouterr().err


def test_a_damaged_log_is_told_and_the_advice_works(tmp_path: Path) -> None:
    path = tmp_path / "assessment.duckdb"
    killed(path, 2, 3)
    name_changed(path)
    before, log = path.read_bytes(), wal_of(path).read_bytes()
    with pytest.raises(StoreUnavailable, match=r"duckdb.wal, which holds .* is damaged"):
        Store.open(path)
    assert (path.read_bytes(), wal_of(path).read_bytes()) == (before, log)
    renamed = path.rename(path.with_name("renamed.duckdb"))
    assert main(["restore", str(renamed), "--store", str(path)]) == 0
    store = Store.open(path)
    assert store.data_version == 2
    store.close()
    assert [file.read_bytes() for file in tmp_path.glob("backups/*.wal")] == [log]


def test_it_is_told_once_found_and_not_found_again(tmp_path: Path) -> None:
    path = tmp_path / "assessment.duckdb"
    killed(path, 2, 3)
    log_gone(path)
    Store.open(path).close()
    again = Store.open(path)
    assert len(again.interruptions()) == 1
    again.forget_interruptions()
    assert again.interruptions() == []
    again.close()


@pytest.mark.parametrize("text", ["", "12", "x" * 20, "0" * 21])
def test_half_a_note_says_nothing(tmp_path: Path, text: str) -> None:
    folder = incoming_of(tmp_path / "assessment.duckdb")
    folder.mkdir()
    (folder / ACKNOWLEDGED).write_text(text)
    assert left_acknowledged(folder) is None
    shutil.rmtree(folder)
    assert left_acknowledged(folder) is None
