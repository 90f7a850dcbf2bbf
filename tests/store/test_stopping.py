"""A program that is told to stop in the middle of a load keeps nothing of it, and says so later."""

import signal
import subprocess
import sys
import threading
from pathlib import Path
from weakref import WeakSet

import pytest

from assessment.__main__ import main
from assessment.errors import StoreUnavailable
from assessment.intake.extract_loading import load
from assessment.people import Person, Role, local_person
from assessment.safekeeping import put_away, what_was_cut_short
from assessment.store import Store
from assessment.store import connection as connection_module
from assessment.store.copies.missing_changes import wal_of
from assessment.workspace import Workspace
from tests.benchmarks.generated import generate
from tests.extracts import street_row, write_csv

ROWS = 60_000
ROOT = Path(__file__).parents[2]
Captured = pytest.CaptureFixture[str]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a program on the spot")
# The command, told to stop by its own process as soon as rows are being read.
COMMAND = """
import os, signal, sys
from assessment.__main__ import main
from assessment.intake import record_loading
stage = record_loading.stage
def stop(*given):
    os.kill(os.getpid(), int(sys.argv[1]))
    return stage(*given)
record_loading.stage = stop
sys.exit(main(sys.argv[2:]))
"""
# A load in a thread of which nobody waits for the end, as a page's is, when Python ends.
IN_A_THREAD = """
import sys, threading
from pathlib import Path
from assessment.intake.extract_loading import load
from assessment.people import local_person
from assessment.store import Store
from assessment.workspace import Workspace
store, reading = Store.open(Path(sys.argv[1])), threading.Event()
def told(share, _text):
    if share >= 0.15:
        reading.set()
def work():
    load(Workspace(store, local_person()), Path(sys.argv[2]), progress=told)
threading.Thread(target=work, daemon=True).start()
reading.wait()
"""


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate(tmp_path_factory.mktemp("extract") / "street.csv", ROWS)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "assessment.duckdb"
    Store.open(path, create=True).close()
    return path


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=ROOT, capture_output=True, text=True
    )


def left_in_order(path: Path, size: int) -> None:
    """Nothing of the load is in the folder: no log, no files coming in, no blocks."""
    assert {file.name for file in path.parent.iterdir()} == {path.name}
    assert path.stat().st_size < size + 2**20


@POSIX
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_command_told_to_stop_leaves_nothing_and_the_next_one_says_so(
    path: Path, extract: Path, capsys: Captured, name: str
) -> None:
    number, size = getattr(signal, name), path.stat().st_size
    ended = run(COMMAND, str(int(number)), "load", str(extract), "--store", str(path))
    assert (ended.returncode, ended.stderr) == (128 + number, "Stopped.\n")
    left_in_order(path, size)
    assert main(["partnership", "list", "--store", str(path)]) == 0
    said = capsys.readouterr().err
    assert f"The load of {extract.name}, begun by " in said
    assert "was stopped before it was finished. Nothing of it was kept." in said


@POSIX
def test_what_was_started_with_nohup_goes_on(path: Path, extract: Path) -> None:
    ignoring = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n" + COMMAND
    hangup = str(int(getattr(signal, "SIGHUP", 1)))
    ended = run(ignoring, hangup, "load", str(extract), "--store", str(path))
    assert ended.returncode == 0
    assert f"{ROWS:,} loaded" in ended.stdout


def test_a_load_in_a_thread_does_not_abort_the_process(path: Path, extract: Path) -> None:
    size = path.stat().st_size
    ended = run(IN_A_THREAD, str(path), str(extract))
    assert ended.returncode == 0, ended.stderr
    left_in_order(path, size)
    store = Store.open(path)
    assert len(what_was_cut_short(Workspace(store, local_person()))) == 1
    assert store.rows("extracts") == []
    store.close()


def test_a_closed_store_says_why_it_does_nothing(store: Store) -> None:
    store.close()
    with pytest.raises(StoreUnavailable, match=r"being stopped. Nothing of this has been kept"):
        store.rows("data_version")
    store.close()


def test_a_query_that_ends_in_that_very_moment_stops_nothing(store: Store) -> None:
    with store._cursors.lend() as cursor:
        cursor.close()
        closing = threading.Thread(target=store.close)
        closing.start()
        closing.join(0.5)
        assert closing.is_alive()  # it waits for whoever still has the cursor
    closing.join()
    assert store.is_closed


def test_whoever_closes_it_again_waits_until_it_is_closed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Python's end does: a thread that is inside DuckDB then would abort the process."""
    monkeypatch.setattr(connection_module, "_OPEN", WeakSet([store]))  # other tests' stay open
    both = (store.close, connection_module._close_all)
    closing = [threading.Thread(target=close) for close in both]
    with store._cursors.lend():
        for thread in closing:
            thread.start()
            thread.join(0.3)
            assert thread.is_alive()
        assert store.is_closed  # nobody begins anything on it any more
        assert store.incoming.exists()
    for thread in closing:
        thread.join()
    assert not store.incoming.exists()


# --- What was cut short, and until when it is told


def a_file(folder: Path, name: str, rows: int = 3) -> Path:
    return write_csv(folder / name, [street_row(f"{name}-{n}") for n in range(rows)])


def cut(workspace: Workspace, file: Path) -> None:
    def stop(_share: float, _text: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(workspace, file, progress=stop)


def test_it_is_told_until_the_same_is_done(workspace: Workspace, tmp_path: Path) -> None:
    one, two = a_file(tmp_path, "one.csv"), a_file(tmp_path, "two.csv", 4)
    cut(workspace, one)
    cut(workspace, two)
    load(workspace, one)
    (said,) = what_was_cut_short(workspace)
    assert said.startswith("The load of two.csv, begun by Test analyst on ")


def test_it_is_told_until_somebody_has_read_it(workspace: Workspace, tmp_path: Path) -> None:
    cut(workspace, a_file(tmp_path, "one.csv"))
    put_away(workspace)
    assert what_was_cut_short(workspace) == ()


def test_what_is_under_way_or_refused_was_not_cut_short(
    workspace: Workspace, tmp_path: Path
) -> None:
    told: list[tuple[str, ...]] = []
    file = a_file(tmp_path, "one.csv")
    load(workspace, file, progress=lambda *_: told.append(what_was_cut_short(workspace)))
    assert set(told) == {()}
    assert main(["load", str(write_csv(tmp_path / "empty.csv", []))]) == 2
    with pytest.raises(Exception, match="not loaded"):
        load(workspace, write_csv(tmp_path / "empty.csv", []))
    load(workspace, file)  # the same again changes nothing
    load(workspace, a_file(tmp_path, "two.csv"), dry_run=True)
    assert what_was_cut_short(workspace) == ()


def test_who_scores_is_not_told_and_cannot_put_it_away(store: Store) -> None:
    with pytest.raises(Exception, match="may not make or see copies"):
        put_away(Workspace(store, Person("A partner", Role.PARTNER)))


def test_a_killed_load_is_told(path: Path, extract: Path) -> None:
    kill = str(int(getattr(signal, "SIGKILL", signal.SIGTERM)))
    run(COMMAND, kill, "load", str(extract), "--store", str(path))
    store = Store.open(path)
    assert len(what_was_cut_short(Workspace(store, local_person()))) == 1
    store.close()
    assert not wal_of(path).exists()


def test_a_check_leaves_the_file_as_large_as_it_was(path: Path, extract: Path) -> None:
    workspace = Workspace(Store.open(path), Person("Test analyst", Role.ANALYST))
    before = path.stat().st_size
    load(workspace, extract, dry_run=True)
    assert path.stat().st_size == before
    workspace.store.close()
    assert path.stat().st_size <= before + 2**20
