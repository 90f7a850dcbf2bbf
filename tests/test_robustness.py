"""Whatever the machine does to the command line, it leaves with one plain message."""

import getpass
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from assessment.__main__ import main
from assessment.errors import StoreUnavailable
from assessment.people import local_person
from assessment.store import Store
from tests.extracts import street_row, write_csv

ROOT = Path(__file__).parents[1]
NAME = "Luton Partnership"
DAMAGED = "cannot be read as a store: it is damaged"
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def path(tmp_path: Path, capsys: Captured) -> Path:
    """A store with Luton's shoplifting twice as high in January 2024 as the year before."""
    path = tmp_path / "assessment.duckdb"
    counts = {"2023-01": 30, "2024-01": 60}
    rows = [
        street_row(f"{month}-{n}", month, "Shoplifting")
        for month, count in counts.items()
        for n in range(count)
    ]
    file = write_csv(tmp_path / "2024-01-bedfordshire-street.csv", rows)
    at = ["--store", str(path)]
    assert main(["init", *at]) == 0
    assert main(["load", str(file), *at]) == 0
    assert main(["partnership", "add", NAME, "--district", "Luton", *at]) == 0
    capsys.readouterr()
    return path


def refused(capsys: Captured, *arguments: str) -> str:
    """Carry out a command that must fail, and return its one line of complaint."""
    assert main([*arguments]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    return line


def python(*arguments: str, **given: str) -> subprocess.CompletedProcess[str]:
    """Run Python as someone at a terminal does."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=os.environ | given,
        capture_output=True,
        encoding="utf-8",
    )


def no_permission(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied", "kept/from/you")


# --- Where the store is to be


def below_a_file(folder: Path) -> Path:
    (folder / "file").write_text("not a folder")
    return folder / "file" / "assessment.duckdb"


def deep_below_a_file(folder: Path) -> Path:
    return below_a_file(folder).parent / "deep" / "assessment.duckdb"


def a_folder(folder: Path) -> Path:
    (folder / "folder").mkdir()
    return folder / "folder"


def with_incoming_in_the_way(folder: Path) -> Path:
    (folder / "assessment.duckdb.incoming").write_text("a file where the folder goes")
    return folder / "assessment.duckdb"


PLACES = [
    (below_a_file, "The store's folder "),
    (deep_below_a_file, "deep cannot be made: "),
    (a_folder, "is a folder. Name a file in it with --store, or in the environment variable"),
    (with_incoming_in_the_way, "assessment.duckdb.incoming cannot be opened or made: "),
]


@pytest.mark.parametrize(("place", "words"), PLACES)
def test_a_store_cannot_be_made_everywhere(
    tmp_path: Path, capsys: Captured, place: Callable[[Path], Path], words: str
) -> None:
    assert words in refused(capsys, "init", "--store", str(place(tmp_path)))


@pytest.mark.parametrize("what", ["exists", "mkdir"])
def test_a_folder_without_permission(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, what, no_permission)
        said = refused(capsys, "init", "--store", str(tmp_path / "assessment.duckdb"))
    assert f"{Path('kept/from/you')} cannot be opened or made: Permission denied." in said


def test_a_store_that_may_not_be_read_is_not_called_damaged(
    path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect(*_: object, **__: object) -> None:
        raise duckdb.IOException(f'IO Error: Cannot open file "{path}": Permission denied')

    monkeypatch.setattr(duckdb, "connect", connect)
    said = refused(capsys, "partnership", "list", "--store", str(path))
    assert f"{path} cannot be opened or made: Permission denied. See that you may read" in said
    assert "damaged" not in said


# --- Someone else's database


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "theirs.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute("CREATE TABLE theirs (number INTEGER)")
    before = path.read_bytes()
    for command in (["init", "--examples"], ["partnership", "list"]):
        said = refused(capsys, *command, "--store", str(path))
        assert "is a DuckDB file but not a store of this dashboard; nothing was changed" in said
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["theirs.duckdb"]


def test_another_programs_list_of_migrations_is_not_ours(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "theirs.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute("CREATE TABLE migration (version VARCHAR)")
    assert "not a store of this dashboard" in refused(capsys, "init", "--store", str(path))


def test_a_database_with_no_tables_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "new.duckdb"
    duckdb.connect(path).close()
    assert main(["init", "--store", str(path)]) == 0


# --- Damage that only a query meets


def test_damage_among_the_records_is_told(path: Path, capsys: Captured) -> None:
    content = path.read_bytes()
    assert NAME.encode() in content
    path.write_bytes(content.replace(NAME.encode(), NAME.upper().encode()))
    assert DAMAGED in refused(capsys, "partnership", "list", "--store", str(path))


# Classes and texts: an error that a list kept would keep hold of the store that raised it.
MEANT = [
    (duckdb.Error, "Corrupt database file: computed checksum 1 does not match 2", DAMAGED),
    (duckdb.SerializationException, "Serialization Error: field id mismatch", DAMAGED),
    (duckdb.IOException, "IO Error: Could not read all bytes from file", DAMAGED),
    (duckdb.FatalException, "FATAL Error: database has been invalidated", DAMAGED),
    (duckdb.InternalException, "INTERNAL Error: Attempted to access index 1", DAMAGED),
    (duckdb.IOException, "IO Error: Could not write: No space left on device", "room on its disk"),
    (duckdb.OutOfMemoryException, "Out of Memory Error: failed to allocate", "too little memory"),
    (duckdb.IOException, 'IO Error: Cannot open file "x.wal": Permission denied', "x.wal cannot"),
]


def failures(store: Store) -> list[Callable[[], object]]:
    """Every way to ask the store something."""

    def write() -> None:
        with store.writing() as writer:
            writer.run("data_version")

    def try_out() -> None:
        with store.trying() as writer:
            writer.rows("data_version")

    return [lambda: store.rows("data_version"), lambda: store.frame("data_version"), write, try_out]


@pytest.mark.parametrize(("kind", "text", "words"), MEANT)
def test_what_befalls_a_query_is_told_in_plain_words(
    store: Store, monkeypatch: pytest.MonkeyPatch, kind: type[duckdb.Error], text: str, words: str
) -> None:
    for failing in failures(store):
        with monkeypatch.context() as patch:
            patch.setattr("assessment.store.writer.query", raising(kind, text))
            with pytest.raises(StoreUnavailable, match=words):
                failing()
    assert store.rows("data_version") == [(0,)]


@pytest.mark.parametrize(
    "kind", [duckdb.BinderException, duckdb.ParserException, duckdb.CatalogException, RuntimeError]
)
def test_a_mistake_of_ours_shows_as_one(
    store: Store, monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    monkeypatch.setattr("assessment.store.writer.query", raising(kind, "no such column"))
    for failing in failures(store):
        with pytest.raises(kind, match="no such column"):
            failing()


def test_an_error_that_ended_the_transaction_is_the_one_told(store: Store) -> None:
    def end_it() -> None:
        with store.writing() as writer:
            writer._cursor.execute("ROLLBACK")
            raise RuntimeError("what went wrong")

    with pytest.raises(RuntimeError, match="what went wrong"):
        end_it()


def raising(kind: type[BaseException], text: str = "") -> Callable[..., None]:
    def query(*_: object) -> None:
        raise kind(text)

    return query


# --- Leaving early, files that cannot be read, terminals and Pythons that lack something


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal for a closed pipe")
def test_a_closed_pipe_ends_it_quietly(path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "assessment", "partnership", "list", "--store", str(path)]
    ended = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (141, b"")


@pytest.mark.parametrize(
    ("kind", "text"), [(KeyboardInterrupt, ""), (RuntimeError, "Query interrupted")]
)
def test_stopped_at_the_keyboard(
    path: Path,
    capsys: Captured,
    monkeypatch: pytest.MonkeyPatch,
    kind: type[BaseException],
    text: str,
) -> None:
    monkeypatch.setattr("assessment.store.writer.query", raising(kind, text))
    assert main(["partnership", "list", "--store", str(path)]) == 130
    assert capsys.readouterr().err == "Stopped.\n"


def test_an_extract_that_may_not_be_read(
    path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract = next(path.parent.glob("*.csv"))
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", no_permission)
        said = refused(capsys, "load", str(extract), "--store", str(path))
    assert said == f"{extract.name} was not loaded. It could not be read: Permission denied."


def test_a_pipe_of_a_windows_code_page_carries_every_sign(path: Path) -> None:
    asked = ["--partnership", "luton-partnership", "--period", "custom"]
    days = ["--from", "2024-01-01", "--to", "2024-01-31", "--set", "police-uk"]
    said = python(
        *("-m", "assessment", "changes", "--store", str(path), *asked, *days),
        PYTHONIOENCODING="cp1252",
    )
    assert (said.returncode, said.stderr) == (0, "")
    assert "⊘ not comparable" in said.stdout
    assert "●" in said.stdout


def test_a_python_that_lacks_the_requirements() -> None:
    said = python("-S", "-m", "assessment", "partnership", "list", PYTHONPATH="")
    assert said.returncode == 2
    assert said.stderr == (
        "This Python lacks duckdb: use the project's own, .venv/bin/python -m assessment "
        "(Windows: .venv\\Scripts\\python).\n"
    )


@pytest.mark.parametrize("kind", [ImportError, KeyError, OSError])
def test_nobody_knows_who_is_at_the_machine(
    monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    monkeypatch.setattr(getpass, "getuser", raising(kind))
    assert local_person().name == "local user"
