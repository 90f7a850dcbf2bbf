"""The store: one owner, one writer, changes whole or not at all, and plain words when shut."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from threading import Event, Thread
from typing import Any

import duckdb
import pytest

from assessment.errors import DefinitionFault, StoreUnavailable
from assessment.store import Store, Writer
from assessment.store import connection as connection_module
from assessment.store import opening as opening_module
from assessment.store.beside.incoming import ACKNOWLEDGED, incoming_of, spill_of
from assessment.store.copies.missing_changes import wal_of
from assessment.store.migrations import migrations
from assessment.store.opening import connect


def note(writer: Writer, subject: str) -> None:
    writer.run("record_audit_event", person="p", role="r", action="a", subject=subject)


def events(store: Store) -> int:
    with store._connection.cursor() as cursor:
        return int(cursor.execute("SELECT count(*) FROM audit_event").fetchall()[0][0])


def test_every_commit_raises_the_data_version(store: Store, tmp_path: Path) -> None:
    assert store.data_version == 0
    with store.writing() as writer:
        note(writer, "one")
    assert store.data_version == 1
    store.close()
    again = Store.open(store.path)
    assert (again.data_version, events(again)) == (1, 1)
    again.close()


def test_a_change_that_fails_leaves_nothing(store: Store) -> None:
    def change_half() -> None:
        with store.writing() as writer:
            note(writer, "one")
            raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        change_half()
    assert (store.data_version, events(store)) == (0, 0)


def test_what_is_tried_writes_nothing_into_the_store(store: Store) -> None:
    with (
        pytest.raises(duckdb.TransactionException, match="read-only"),
        store.trying() as writer,
    ):
        note(writer, "one")
    assert (store.data_version, events(store)) == (0, 0)


def test_others_save_while_something_is_tried(store: Store) -> None:
    with store.trying() as trying:
        trying.run("create_staged")
        with store.writing() as writer:
            note(writer, "one")
        assert events(store) == 1
        store.checkpoint()
        assert trying.value("count_staged") == 0
    assert (store.data_version, events(store)) == (1, 1)


def test_threads_get_their_own_answers_while_one_writes(store: Store) -> None:
    def read(subject: int) -> bool:
        return store.rows("extract_with_hash", sha256=str(subject), source="s") == []

    def write(subject: int) -> bool:
        with store.writing() as writer:
            note(writer, str(subject))
        return True

    with ThreadPoolExecutor(8) as pool:
        futures = [pool.submit(write if n % 10 == 0 else read, n) for n in range(200)]
        assert all(future.result() for future in futures)
    assert (store.data_version, events(store)) == (20, 20)


def test_another_program_is_told_who_holds_the_store(store: Store) -> None:
    opening = (
        "import sys; from pathlib import Path; from assessment.store import Store; "
        "Store.open(Path(sys.argv[1]))"
    )
    other = subprocess.run(
        [sys.executable, "-c", opening, str(store.path)], capture_output=True, text=True
    )
    assert "IsOpenElsewhere: The store" in other.stderr
    assert "is open in another program" in other.stderr
    assert "It is probably the dashboard, or a command that is at work. Close that" in other.stderr


def missing(_path: Path) -> None:
    pass


def not_a_store(path: Path) -> None:
    path.write_bytes(b"Crime ID,Month\n" * 1000)


def cut_short(path: Path) -> None:
    Store.open(path, create=True).close()
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def from_a_newer_version(path: Path) -> None:
    Store.open(path, create=True).close()
    with duckdb.connect(path) as connection:
        number = max(number for number, _ in migrations()) + 1
        connection.execute(
            "INSERT INTO migration VALUES ($number, now()::TIMESTAMP)", {"number": number}
        )


UNUSABLE = [
    (missing, "There is no store at .* Make one with: .venv/bin/python -m assessment init"),
    (not_a_store, "is no store: it is not a DuckDB file but something else, or is damaged"),
    (cut_short, "cannot be read as a store: it is damaged, or is something else"),
    (from_a_newer_version, "made by a newer version of the dashboard"),
]


@pytest.mark.parametrize(("spoil", "words"), UNUSABLE)
def test_an_unusable_store_says_so(
    tmp_path: Path, spoil: Callable[[Path], None], words: str
) -> None:
    path = tmp_path / "assessment.duckdb"
    spoil(path)
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(StoreUnavailable, match=words):
        Store.open(path)
    assert (path.read_bytes() if path.exists() else None) == before


def a_table(path: Path) -> None:
    path.write_text("Crime ID,Month\n1,2024-04\n")


def of_another_program(path: Path) -> None:
    """With a log, which opening and closing it would put into the file."""
    killed = (
        "import duckdb, os, sys; c = duckdb.connect(sys.argv[1]); "
        "c.execute('CREATE TABLE theirs (number INT)'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", killed, str(path)], check=True)
    assert wal_of(path).exists()


FOREIGN = [
    (a_table, "notes.csv", "is no store: it is not a DuckDB file but something else"),
    (not_a_store, "notes.txt", "is no store: it is not a DuckDB file but something else"),
    (of_another_program, "theirs.duckdb", "is a DuckDB file but not a store of this dashboard"),
    (from_a_newer_version, "newer.duckdb", "made by a newer version of the dashboard"),
]


@pytest.mark.parametrize(("make", "name", "words"), FOREIGN)
def test_what_is_not_ours_is_left_as_it_is_with_its_mode(
    tmp_path: Path, make: Callable[[Path], None], name: str, words: str
) -> None:
    make(tmp_path / name)
    for file in tmp_path.iterdir():
        file.chmod(0o644)
    before = {file: (file.read_bytes(), file.stat()) for file in tmp_path.iterdir()}
    for create in (True, False):
        with pytest.raises(StoreUnavailable, match=words):
            Store.open(tmp_path / name, create=create)
    assert {*tmp_path.iterdir()} == {*before}
    for file, (content, stat) in before.items():
        now = file.stat()
        assert file.read_bytes() == content
        assert (now.st_mode, now.st_mtime_ns) == (stat.st_mode, stat.st_mtime_ns)


def test_a_store_that_is_open_here_stays_locked_when_it_is_asked_for_again(store: Store) -> None:
    """Closing a file once lets go of all locks that a process has on it."""
    with suppress(duckdb.Error):
        Store.open(store.path)
    test_another_program_is_told_who_holds_the_store(store)


def test_nobody_looks_into_a_file_that_another_thread_opens(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    looked = Event()
    monkeypatch.setattr(opening_module, "must_be_a_store", lambda _path: looked.set())

    def open_again() -> None:
        with suppress(duckdb.Error):
            Store.open(store.path).close()

    def connect_slowly(*given: Any) -> duckdb.DuckDBPyConnection:
        monkeypatch.setattr(connection_module, "connect", connect)
        looked.clear()
        other.start()
        assert not looked.wait(0.3)
        return connect(*given)

    other = Thread(target=open_again)
    monkeypatch.setattr(connection_module, "connect", connect_slowly)
    Store.open(store.path).close()
    other.join()


def test_nothing_outside_can_be_read_and_no_setting_changed(store: Store, tmp_path: Path) -> None:
    outside = tmp_path / "outside.csv"
    outside.write_text("a\n1\n")
    with store._connection.cursor() as cursor:
        with pytest.raises(duckdb.PermissionException):
            cursor.execute("SELECT * FROM read_csv($file)", {"file": str(outside)})
        for setting in ("enable_external_access = true", "allowed_directories = ['/']"):
            with pytest.raises(
                duckdb.InvalidInputException, match=r"locked|Cannot (change|enable)"
            ):
                cursor.execute(f"SET {setting}")
        if not duckdb.__version__.startswith("1."):
            with pytest.raises(duckdb.InvalidInputException, match="locked"):
                cursor.execute("SET threads = 1")


def test_the_store_is_written_for_both_supported_versions(store: Store) -> None:
    with store._connection.cursor() as cursor:
        tags = cursor.execute("SELECT tags FROM duckdb_databases() WHERE NOT internal").fetchall()[
            0
        ][0]
    assert tags["storage_version"].startswith("v1.5.0")


def test_what_a_killed_load_left_behind_is_cleared(store: Store) -> None:
    store.close()
    for left in (incoming_of(store.path), spill_of(store.path)):
        left.mkdir()
        (left / "left.csv").write_text("a personal record")
    again = Store.open(store.path)
    assert [file.name for file in again.incoming.iterdir()] == [ACKNOWLEDGED]
    assert not spill_of(again.path).exists()
    again.close()
    assert not again.incoming.exists()


@pytest.mark.parametrize(
    ("names", "numbers"),
    [
        (["001_one", "002_two"], [1, 2]),
        (["001_one", "003_three"], None),  # a store could be at 3 and lack what 002 will bring
        (["001_one", "001_other"], None),  # which comes first?
        (["001_one", "two"], None),
    ],
)
def test_migrations_have_a_number_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: list[str], numbers: list[int] | None
) -> None:
    (tmp_path / "schema").mkdir()
    for name in names:
        (tmp_path / "schema" / f"{name}.sql").touch()
    monkeypatch.setattr(import_module("assessment.store.migrations"), "QUERIES", tmp_path)
    if numbers is not None:
        assert [number for number, _ in migrations()] == numbers
        return
    with pytest.raises(DefinitionFault, match="without gaps"):
        migrations()
