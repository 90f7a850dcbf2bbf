"""A backup is the store at one moment, made while it is in use; the latest stay."""

import errno
import json
import shutil
import stat
import subprocess
import sys
import threading
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from assessment.__main__ import main
from assessment.errors import InvalidRequest, StoreUnavailable
from assessment.store import Store
from assessment.store.backup import backup_request as asking_module
from assessment.store.backup.backup_request import NOT_MADE, Request
from assessment.store.backup.housekeeping import a_day_has_passed
from assessment.store.backup.make_backup import KEEP_VARIABLE, back_up, own_mark, to_keep
from assessment.store.backup.restore import restore
from assessment.store.copies import copy_store as copying_module
from assessment.store.copies.backup_copies import NAME, VARIABLE, backups, regular
from tests.store.test_connection import events, note

ROOT = Path(__file__).parents[2]
Captured = pytest.CaptureFixture[str]
OBJECTS = (
    "SELECT table_name, column_name, data_type, is_nullable, column_default FROM duckdb_columns() "
    "WHERE database_name = current_database() AND NOT internal ORDER BY ALL",
    "SELECT table_name, constraint_text FROM duckdb_constraints() "
    "WHERE database_name = current_database() ORDER BY ALL",
    "SELECT view_name, sql FROM duckdb_views() "
    "WHERE database_name = current_database() AND NOT internal ORDER BY ALL",
)


def write(store: Store, times: int = 1) -> None:
    for number in range(times):
        with store.writing() as writer:
            note(writer, str(number))


def test_what_is_written_meanwhile_is_in_the_copy_whole_or_not_at_all(
    store: Store, tmp_path: Path
) -> None:
    write(store, 20)
    ended = threading.Event()

    def go_on() -> None:
        while not ended.is_set():
            write(store)

    def empty_the_log() -> None:
        while not ended.is_set():
            store.checkpoint()

    writers = [threading.Thread(target=go_on) for _ in range(3)]
    writers += [threading.Thread(target=empty_the_log)]
    for writer in writers:
        writer.start()
    made = [back_up(store, tmp_path / "copies", keep=9) for _ in range(3)]
    ended.set()
    for writer in writers:
        writer.join()
    assert events(store) == store.data_version
    for backup, contents in made:
        copy = Store.open(backup.path)
        assert events(copy) == copy.data_version == contents.data_version == backup.change
        assert copy.data_version >= 20
        copy.close()


def test_a_place_with_odd_letters(tmp_path: Path) -> None:
    folder = tmp_path / 'Ann\'s "own" höhe; x'
    store = Store.open(folder / "odd' name.duckdb", create=True)
    made, _ = back_up(store)
    store.close()
    restore(made.path, store.path)
    assert len(backups(store.path)) == 2


def test_a_copy_has_every_table_constraint_and_view(store: Store, tmp_path: Path) -> None:
    made, _ = back_up(store, tmp_path / "copies")
    with duckdb.connect(made.path, read_only=True) as copy, store._connection.cursor() as cursor:
        for objects in OBJECTS:
            assert copy.execute(objects).fetchall() == cursor.execute(objects).fetchall() != []


def test_the_latest_stay_and_nothing_else_is_touched(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    theirs = [
        "other-2020-01-01-000000-change-1.duckdb",  # another store's
        "assessment-2020-01-01-000000-before-update-7.duckdb",  # not asked for by anybody
        "assessment-old.duckdb",  # a person's
        "assessment-2020-01-01-000000-change-1.duckdb.zip",
        "assessment-2020-01-01-000000-change-1-no-1-of-00000000.duckdb",  # another's of our name
    ]
    for name in theirs:
        (folder / name).write_text("kept")
    mark = own_mark(store)
    old = folder / f"assessment-2020-01-01-000000-change-1-no-1-of-{mark}.duckdb"
    old.write_text("an older copy of ours")
    for kept in (1, 2):
        write(store)
        back_up(store, folder, keep=2)
        own = regular(store.path, mark, folder)
        assert [copy.change for copy in own][:kept] == [*range(kept, 0, -1)]
        assert len(own) == 2
    assert not old.exists()
    assert {*theirs} <= {file.name for file in folder.iterdir()}


def test_what_cannot_be_removed_and_what_a_person_named_stop_nothing(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    folder = store.path.with_name("backups")
    mark = own_mark(store)
    stays = folder / f"assessment-2020-01-01-000000-change-1-no-1-of-{mark}.duckdb"
    stays.mkdir(parents=True)
    (folder / f"assessment-2020-13-45-000000-change-2-no-2-of-{mark}.duckdb").write_text("theirs")
    made, _ = back_up(store, keep=1)
    assert [copy.path for copy in regular(store.path, mark)] == [made.path, stays]
    assert f"{stays} could not be removed" in caplog.text


def test_of_a_mistake_of_ours_there_is_an_answer_too(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(asking_module, "make_backup", fails)
    request = Request(store.incoming / "backup-1.request")
    request.ask(None, None)
    with pytest.raises(ZeroDivisionError):
        request.answer(store)
    (answer,) = (file for file in store.incoming.iterdir() if file.name.startswith("backup-"))
    assert json.loads(answer.read_text()) == {"said": NOT_MADE, "failed": True}


def test_stores_of_one_name_that_share_a_folder_keep_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "copies"))
    first = Store.open(tmp_path / "first" / "assessment.duckdb", create=True)
    write(first, 2)
    first.close()
    # Another place, the same name: one of its own, and one that was copied by hand.
    (tmp_path / "third").mkdir()
    shutil.copyfile(first.path, tmp_path / "third" / "assessment.duckdb")
    there: list[Path] = []
    for place in ("first", "second", "third"):
        store = Store.open(tmp_path / place / "assessment.duckdb", create=True)
        assert a_day_has_passed(store, datetime.now())
        made = [back_up(store, keep=1)[0].path for _ in range(2)]
        there.append(made[1])
        store.close()
        assert sorted((tmp_path / "copies").iterdir()) == sorted(there)


def test_a_restored_store_goes_on_with_its_copies(store: Store) -> None:
    write(store, 3)
    made, _ = back_up(store)
    write(store, 3)
    later, _ = back_up(store)
    store.close()
    restore(made.path, store.path)
    again = Store.open(store.path)
    write(again)
    newest, _ = back_up(again, keep=2)
    own = regular(again.path, own_mark(again))
    again.close()
    # The latest made stay, though the restore has set the changes back.
    assert [copy.path for copy in own] == [newest.path, later.path]
    assert [copy.change for copy in own] == [4, 6]


@pytest.mark.parametrize("hours", [1, 24 * 365 * 20])
def test_copies_stamped_later_than_now_do_not_push_out_newer_ones(store: Store, hours: int) -> None:
    stamp = f"{datetime.now() + timedelta(hours=hours):%Y-%m-%d-%H%M%S}"
    for _ in range(3):
        write(store)
        made, _ = back_up(store, keep=9)
        found = NAME.fullmatch(made.path.name)
        assert found
        made.path.rename(made.path.with_name(made.path.name.replace(found["made"], stamp)))
    write(store)
    assert a_day_has_passed(store, datetime.now())
    made, _ = back_up(store, keep=2)
    assert [copy.change for copy in backups(store.path)] == [4, 3]
    assert backups(store.path)[0] == made
    made, _ = back_up(store, keep=1)
    assert backups(store.path) == [made]


def test_none_to_keep_is_refused(store: Store) -> None:
    with pytest.raises(InvalidRequest, match="At least 1"):
        back_up(store, keep=0)


@pytest.mark.parametrize(("given", "kept"), [("3", 3), ("0", 10), ("many", 10), ("", 10)])
def test_how_many_stay(monkeypatch: pytest.MonkeyPatch, given: str, kept: int) -> None:
    monkeypatch.setenv(KEEP_VARIABLE, given)
    assert to_keep() == kept


@pytest.mark.skipif(sys.platform == "win32", reason="Windows folders say who may read")
def test_nobody_else_can_read_store_log_copies_or_what_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "new" / "assessment.duckdb"
    store = Store.open(path, create=True)
    write(store)
    back_up(store)
    there = [path.parent, *path.parent.rglob("*")]
    assert {"assessment.duckdb.wal", "assessment.duckdb.incoming", "backups"} <= {
        file.name for file in there
    }
    for file in there:
        assert not stat.S_IMODE(file.stat().st_mode) & 0o077, file
    store.close()
    path.chmod(0o644)
    Store.open(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_disk_that_is_full_is_told_and_no_half_copy_stays(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "move", full)
    with pytest.raises(StoreUnavailable, match=r"No copy has been made.*No space left on device"):
        back_up(store, tmp_path / "copies")
    assert not list((tmp_path / "copies").iterdir())
    assert not list(store.incoming.glob("*.duckdb*"))


def test_a_copy_that_does_not_hold_the_same_is_not_kept(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sums = iter(["what the store holds", "what the copy holds"])
    monkeypatch.setattr(copying_module, "contents", lambda _cursor: next(sums))
    with pytest.raises(StoreUnavailable, match="does not hold what the store holds"):
        back_up(store, tmp_path / "copies")
    assert not (tmp_path / "copies").exists()
    assert not list(store.incoming.glob("*.duckdb*"))
    assert store.rows("data_version") == [(0,)]


# --- The command, alone and beside a program that has the store open


def test_the_command_makes_a_copy_that_opens(path: Path, capsys: Captured) -> None:
    assert main(["backup", "--store", str(path), "--keep", "1"]) == 0
    printed = capsys.readouterr().out
    (made,) = backups(path)
    assert str(made.path) in printed
    assert "opened and compared with it" in printed
    assert main(["backup", str(path.parent / "else where"), "--store", str(path)]) == 0
    assert len(backups(path, path.parent / "else where")) == 1


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "assessment.duckdb"
    store = Store.open(path, create=True)
    write(store)
    store.close()
    return path


OWNER = """
import sys
from pathlib import Path
from assessment.store import Store
from assessment.store.backup.housekeeping import keep_house
store = Store.open(Path(sys.argv[1]))
if sys.argv[2] == "dashboard":
    keep_house(store)
print("open", flush=True)
input()
store.close()
"""


def test_the_command_asks_the_program_that_has_it_open(path: Path, capsys: Captured) -> None:
    with owner(path, "dashboard") as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        at = ["--store", str(path)]
        assert main(["backup", *at]) == 0
        assert "opened and compared with it" in capsys.readouterr().out
        (path.parent / "a file").write_text("")
        assert main(["backup", str(path.parent / "a file"), *at]) == 2
        assert "No copy has been made." in capsys.readouterr().err
        assert [file.name for file in (path.parent / f"{path.name}.incoming").iterdir()] == [
            "acknowledged"
        ]
        holder.communicate("\n")
    assert len(backups(path)) == 1


def test_a_program_that_makes_no_backups_is_named(
    path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking_module, "HEARD_WITHIN", 0.5)
    with owner(path, "load") as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        assert main(["backup", "--store", str(path)]) == 2
        holder.communicate("\n")
    assert "is open in another program (" in capsys.readouterr().err
    assert not backups(path)


def owner(path: Path, kind: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", OWNER, str(path), kind],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


# --- Killed half way

# Is killed as it flushes what it has put into the folder under another name.
KILLED = """
import os, signal, sys
from pathlib import Path
import duckdb
from assessment.store import Store
from assessment.store.backup.make_backup import back_up
from assessment.store.copies.place_copy import keep_copy
path, folder = map(Path, sys.argv[1:3])
os.fsync = lambda _number: os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
if sys.argv[3] == "update":
    os.environ["ASSESSMENT_BACKUPS"] = str(folder)
    keep_copy(duckdb.connect(path), path, "before-update-9")
back_up(Store.open(path), folder)
"""


def killed_making(kind: str, path: Path, folder: Path) -> Path:
    command = [sys.executable, "-c", KILLED, str(path), str(folder), kind]
    subprocess.run(command, cwd=ROOT, check=False)
    (left,) = folder.iterdir()
    assert left.suffix == ".part"
    return left


@pytest.mark.parametrize("kind", ["backup", "update"])
def test_what_a_killed_backup_has_left_goes_with_the_next(path: Path, kind: str) -> None:
    folder = path.parent / "else where"
    left = killed_making(kind, path, folder)
    theirs = folder / "assessment-2020-01-01-000000-change-1-no-1-of-00000000.part"
    theirs.write_text("another store's, which may be writing it now")
    store = Store.open(path)
    assert left.exists()  # nobody has said that this folder is the store's
    made, _ = back_up(store, folder)
    store.close()
    assert {*folder.iterdir()} == {made.path, theirs}


def test_what_a_killed_backup_has_left_goes_when_the_store_is_opened(path: Path) -> None:
    left = killed_making("backup", path, path.parent / "backups")
    Store.open(path).close()
    assert not left.exists()


# --- One a day

HOUR = timedelta(hours=1)
DAYS = [
    (None, 0, True),  # there is none yet
    (23 * HOUR, 1, False),
    (24 * HOUR, 1, True),
    (100 * HOUR, 0, False),  # nothing has changed since
]


@pytest.mark.parametrize(("ago", "changes", "due"), DAYS)
def test_a_backup_a_day_while_something_changes(
    store: Store, monkeypatch: pytest.MonkeyPatch, ago: timedelta | None, changes: int, due: bool
) -> None:
    monkeypatch.setenv(VARIABLE, str(store.path.parent / "daily"))
    now = datetime.now()
    if ago is not None:
        made, _ = back_up(store)
        now = made.made + ago
    write(store, changes)
    assert a_day_has_passed(store, now) is due
