"""A copy is put back whole or not at all; what was there before is kept."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from assessment.__main__ import main
from assessment.errors import StoreUnavailable
from assessment.store import Store
from assessment.store.backup import restore as restoring_module
from assessment.store.backup.make_backup import back_up
from assessment.store.backup.restore import restore
from assessment.store.copies.backup_copies import backups
from assessment.store.copies.copy_store import StoreContents, copy_file
from assessment.store.copies.missing_changes import wal_of
from assessment.store.copies.unfinished_copies import draft_of
from tests.store.test_backups import owner, write
from tests.store.test_connection import events, from_a_newer_version
from tests.store.unprivileged import not_to_be_written, without_privilege

Captured = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]
# Makes so many changes, of which all or none are in the file itself, and is killed.
KILLED = """
import os, signal, sys
from pathlib import Path
from assessment.store import Store
from tests.store.test_backups import write
store = Store.open(Path(sys.argv[1]), create=True)
write(store, int(sys.argv[2]))
store.checkpoint()
write(store, int(sys.argv[3]))
os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store at change 5, whose copy `copy.duckdb` is of change 2."""
    path = tmp_path / "assessment.duckdb"
    store = Store.open(path, create=True)
    write(store, 2)
    made, _ = back_up(store, tmp_path / "made")
    made.path.rename(tmp_path / "copy.duckdb")
    write(store, 3)
    store.close()
    return path


def killed(path: Path, in_file: int, in_log: int) -> None:
    command = [sys.executable, "-c", KILLED, str(path), str(in_file), str(in_log)]
    subprocess.run(command, cwd=ROOT, check=False)
    assert wal_of(path).exists()


def changes(path: Path) -> int:
    store = Store.open(path)
    try:
        assert events(store) == store.data_version
        return store.data_version
    finally:
        store.close()


def test_a_copy_takes_the_place_and_what_was_there_is_put_aside(
    path: Path, capsys: Captured
) -> None:
    copy = path.with_name("copy.duckdb")
    before = copy.read_bytes()
    assert main(["restore", str(copy), "--store", str(path)]) == 0
    assert changes(path) == 2
    (aside,) = backups(path)
    assert changes(aside.path) == 5
    assert copy.read_bytes() == before
    printed = capsys.readouterr()
    assert f"put aside: {aside.path}." in printed.out
    assert "change 2." in printed.out
    assert not printed.err  # nobody is told that changes are missing: that was meant


def test_there_need_be_no_store(path: Path) -> None:
    path.unlink()
    contents, aside = restore(path.with_name("copy.duckdb"), path)
    assert (contents.data_version, aside, changes(path)) == (2, None, 2)


def test_what_the_present_store_had_only_in_its_log_is_put_aside_too(path: Path) -> None:
    killed(path, 1, 4)
    _, aside = restore(path.with_name("copy.duckdb"), path)
    assert aside is not None
    assert (changes(path), changes(aside)) == (2, 10)


def test_a_damaged_store_is_replaced_and_kept(path: Path) -> None:
    path.write_bytes(b"not a store" * 1000)
    wal_of(path).write_bytes(b"nor its log")
    _, aside = restore(path.with_name("copy.duckdb"), path)
    assert aside is not None
    assert changes(path) == 2
    assert aside.read_bytes() == b"not a store" * 1000
    assert wal_of(aside).read_bytes() == b"nor its log"


def test_what_a_restore_puts_aside_stays_however_often_it_is_done(path: Path) -> None:
    copy = path.with_name("copy.duckdb")
    asides = []
    for done in range(5):
        store = Store.open(path)
        write(store, done)
        store.close()
        asides.append(restore(copy, path)[1])
    store = Store.open(path)
    back_up(store, keep=1)
    store.close()
    assert [changes(aside) for aside in asides if aside] == [5, 3, 4, 5, 6]


def test_a_store_that_is_opened_while_the_copy_is_read_is_not_replaced(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holders = []

    def slowly(source: Path, target: Path) -> StoreContents:
        holders.append(owner(path, "dashboard"))
        assert holders[0].stdout is not None
        holders[0].stdout.readline()
        return copy_file(source, target)

    monkeypatch.setattr(restoring_module, "copy_file", slowly)
    with pytest.raises(StoreUnavailable, match="is open in another program"):
        restore(path.with_name("copy.duckdb"), path)
    holders[0].communicate("\n")
    assert (changes(path), backups(path)) == (5, [])


# --- Killed half way

# Is killed as soon as the copy is beside the store, or as the store is put aside on another disk.
RESTORING = """
import os, shutil, signal, sys
from pathlib import Path
from assessment.store.backup import restore as restoring
def killed(*_given):
    if sys.argv[3] == "held":
        print("held", flush=True)
        input()
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
def cut_short(_source, target):
    Path(target).write_bytes(b"half of it")
    killed()
def not_linked(*_given):
    raise OSError
if sys.argv[3] == "aside":
    os.link, shutil.copyfile = not_linked, cut_short
else:
    restoring._put_aside = killed
restoring.restore(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def restoring(path: Path, moment: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", RESTORING, str(path.with_name("copy.duckdb")), str(path)]
    return subprocess.Popen(
        [*command, moment], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


@pytest.mark.parametrize("moment", ["beside", "aside"])
@pytest.mark.parametrize("again", [False, True])
def test_what_a_killed_restore_has_left_goes(path: Path, moment: str, again: bool) -> None:
    restoring(path, moment).communicate()
    assert draft_of(path).exists()
    assert moment == "beside" or list((path.parent / "backups").glob("*.part"))
    assert not backups(path)  # half of a file is not among them
    wal_of(draft_of(path)).write_bytes(b"")
    if again:
        restore(path.with_name("copy.duckdb"), path)
    else:
        assert changes(path) == 5
    assert not list(path.parent.glob("*.restoring*"))
    assert not list(path.parent.rglob("*.part"))


def test_a_restore_that_is_under_way_keeps_what_it_has_and_others_wait(path: Path) -> None:
    with restoring(path, "held") as living:
        assert living.stdout is not None
        living.stdout.readline()
        for other in (changes, lambda path: restore(path.with_name("copy.duckdb"), path)):
            with pytest.raises(StoreUnavailable, match="Try again when `restore` has ended"):
                other(path)
            assert draft_of(path).exists()
        living.communicate("\n")
    assert changes(path) == 5


# --- Copies that cannot be used: the store stays as it is


def missing(copy: Path) -> None:
    copy.unlink()


def not_a_store(copy: Path) -> None:
    copy.write_bytes(b"Crime ID,Month\n" * 1000)


def cut_short(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])


def damaged_inside(copy: Path) -> None:
    """A block that only reading every row meets."""
    content = copy.read_bytes()
    store = Store.open(copy)
    with store.writing() as writer:
        writer.run("record_audit_event", person="UNMISTAKEN" * 9, role="", action="", subject="")
    store.close()
    content = copy.read_bytes()
    assert b"UNMISTAKEN" in content
    copy.write_bytes(content.replace(b"UNMISTAKEN", b"MISTAKENUN"))


def of_another_program(copy: Path) -> None:
    copy.unlink()
    with duckdb.connect(copy) as connection:
        connection.execute("CREATE TABLE theirs (number INTEGER)")


def of_a_newer_version(copy: Path) -> None:
    copy.unlink()
    from_a_newer_version(copy)


def with_another_log(copy: Path) -> None:
    other = copy.with_name("other.duckdb")
    killed(other, 1, 1)
    shutil.copyfile(wal_of(other), wal_of(copy))


WRONG = [
    (missing, "There is no file"),
    (not_a_store, "cannot be read whole: it is damaged, or is no store. Nothing"),
    (cut_short, "cannot be read whole: it is damaged, or is no store. Nothing"),
    (damaged_inside, "cannot be read whole: it is damaged, or is no store. Nothing"),
    (of_another_program, "is a DuckDB file but not a store of this dashboard. Nothing"),
    (of_a_newer_version, "made by a newer version of the dashboard"),
    (with_another_log, "copy.duckdb.wal beside it is of another moment. Move that file away"),
]


@pytest.mark.parametrize(("spoil", "words"), WRONG)
def test_a_wrong_copy_is_refused_for_the_right_reason(
    path: Path, spoil: Callable[[Path], None], words: str
) -> None:
    copy = path.with_name("copy.duckdb")
    spoil(copy)
    with pytest.raises(StoreUnavailable, match=words):
        restore(copy, path)
    assert changes(path) == 5
    assert not backups(path)
    assert not list(path.parent.glob("*.restoring*"))


@pytest.mark.parametrize(
    ("name", "content"),
    [("notes.csv", b"Crime ID,Month\n1,2024-04\n"), ("theirs.db", b"SQLite format 3\0" * 99)],
)
def test_what_duckdb_would_read_as_something_else_is_no_copy(
    path: Path, name: str, content: bytes
) -> None:
    """A table, and a database for which an extension would be looked for outside."""
    copy = path.with_name(name)
    copy.write_bytes(content)
    with pytest.raises(StoreUnavailable, match="is damaged, or is no store") as caught:
        restore(copy, path)
    assert "xtension" not in str(caught.value.__cause__)
    assert changes(path) == 5


def test_the_store_itself_is_no_copy(path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="is the store itself"):
        restore(path, path)
    assert changes(path) == 5


def test_a_store_that_is_open_is_not_replaced(path: Path, capsys: Captured) -> None:
    with owner(path, "dashboard") as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        assert main(["restore", str(path.with_name("copy.duckdb")), "--store", str(path)]) == 2
        holder.communicate("\n")
    assert "is open in another program" in capsys.readouterr().err
    assert changes(path) == 5


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_that_cannot_be_written_is_not_blamed_on_the_copy(path: Path, there: bool) -> None:
    folder = path.parent / "store"
    folder.mkdir()
    store = folder / path.name
    if there:
        path.rename(store)
    before = store.read_bytes() if there else None
    with not_to_be_written(folder):
        copy = str(path.with_name("copy.duckdb"))
        command = without_privilege("-m", "assessment", "restore", copy, "--store", str(store))
    assert command.returncode == 2
    assert command.stderr.startswith(
        f"The store's folder {folder} cannot be written to: Permission denied. Nothing has been "
        "changed."
    )
    assert "See that you may write there" in command.stderr
    assert "copy" not in command.stderr
    assert (store.read_bytes() if there else None) == before
    assert [*folder.iterdir()] == ([store] if there else [])


def test_a_log_is_put_aside_as_it_is_with_what_cannot_be_read_of_it(path: Path) -> None:
    killed(path, 5, 3)
    log = wal_of(path)
    log.write_bytes(log.read_bytes()[:-30])
    there = log.read_bytes()
    _, aside = restore(path.with_name("copy.duckdb"), path)
    assert aside is not None
    assert wal_of(aside).read_bytes() == there
    assert not log.exists()


# --- Copies put back by hand


@pytest.mark.parametrize("newer", [True, False])
def test_a_copy_beside_what_a_stopped_program_left_is_explained_and_the_advice_works(
    path: Path, newer: bool
) -> None:
    killed(path, 2, 2)
    log = wal_of(path).read_bytes()
    if newer:  # the log is older than the file that is put beside it
        assert changes(path) == 9
        killed(path, 1, 1)
        path.with_name("copy.duckdb").unlink()
        shutil.copyfile(path, path.with_name("copy.duckdb"))
    else:
        log = wal_of(path).read_bytes()
    shutil.copyfile(path.with_name("copy.duckdb"), path)
    wal_of(path).write_bytes(log)
    before = path.read_bytes()
    with pytest.raises(StoreUnavailable, match=r"not of the same moment.*give .* another name"):
        Store.open(path)
    assert (path.read_bytes(), wal_of(path).read_bytes()) == (before, log)
    renamed = path.with_name("renamed.duckdb")
    path.rename(renamed)
    with pytest.raises(StoreUnavailable, match=r"There is no store at .*restore COPY"):
        Store.open(path)
    _, aside = restore(renamed, path)
    assert aside is not None
    assert changes(path) == (10 if newer else 2)
    assert wal_of(aside).read_bytes() == log


def test_a_log_without_a_store_is_not_taken_for_a_new_one(path: Path) -> None:
    killed(path, 1, 1)
    path.unlink()
    with pytest.raises(StoreUnavailable, match=r"assessment.duckdb.wal is there"):
        Store.open(path, create=True)
    assert not path.exists()
