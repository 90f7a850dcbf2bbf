"""What is uploaded leaves nothing behind; what cannot be removed is tried again, and told."""

import logging
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assessment.errors import StoreUnavailable
from assessment.intake.extract_loading import load
from assessment.intake.load_status import LoadStatus
from assessment.people import Person, Role
from assessment.store import Store
from assessment.store.beside import scratch
from assessment.workspace import Workspace
from tests.extracts import street_row, write_csv

Holds = Callable[[int], None]


@pytest.fixture
def holds(monkeypatch: pytest.MonkeyPatch) -> Iterator[Holds]:
    """Let another program hold what is to be removed for so many tries, as Windows does."""
    left, rmtree = [0], shutil.rmtree

    def remove(folder: Path) -> None:
        if left[0] > 0:
            left[0] -= 1
            raise PermissionError(13, "The process cannot access the file", str(folder))
        rmtree(folder)

    monkeypatch.setattr(shutil, "rmtree", remove)
    monkeypatch.setattr(scratch, "PAUSES", (0.0, 0.0))  # three tries
    monkeypatch.setattr(scratch, "LONG_PAUSE", 0.01)
    yield lambda tries: left.__setitem__(0, tries)
    left[0] = 0
    assert is_soon(lambda: not scratch.still_held())


def is_soon(holds_true: Callable[[], bool]) -> bool:
    until = time.monotonic() + 10
    while not holds_true() and time.monotonic() < until:
        time.sleep(0.01)
    return holds_true()


@pytest.mark.skipif(sys.platform == "win32", reason="there a folder is its owner's by its place")
def test_what_waits_is_for_its_owner_alone(store: Store) -> None:
    assert stat.S_IMODE(store.incoming.stat().st_mode) == 0o700
    assert stat.S_IMODE(scratch.new_folder(store.incoming).stat().st_mode) == 0o700


def test_a_scanner_that_lets_go_at_once_is_not_worth_a_word(
    tmp_path: Path, holds: Holds, caplog: pytest.LogCaptureFixture
) -> None:
    holds(2)
    with scratch.scratch_folder(tmp_path) as folder:
        (folder / "rows.csv").write_text("a personal record")
    assert (list(tmp_path.iterdir()), scratch.still_held(), caplog.messages) == ([], (), [])


def test_what_is_held_is_told_until_it_is_gone(
    tmp_path: Path, holds: Holds, caplog: pytest.LogCaptureFixture
) -> None:
    holds(10**6)
    with scratch.scratch_folder(tmp_path) as folder:
        (folder / "rows.csv").write_text("a personal record")
    (notice,) = scratch.still_held()
    assert caplog.messages == [notice]
    assert f"is still in {folder}: it could not be removed (The process cannot access" in notice
    holds(0)
    assert is_soon(lambda: not scratch.still_held())
    assert not folder.exists()


def test_a_load_is_a_load_though_its_copy_is_held(
    store: Store, tmp_path: Path, holds: Holds, caplog: pytest.LogCaptureFixture
) -> None:
    workspace = Workspace(store, Person("Test analyst", Role.ANALYST))
    file = write_csv(tmp_path / "2024-01-bedfordshire-street.csv", [street_row()])
    holds(4)
    assert load(workspace, file).status is LoadStatus.LOADED
    assert is_soon(lambda: not list(store.incoming.glob("*/")))
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


def test_a_store_does_not_open_on_what_an_earlier_upload_left(store: Store, holds: Holds) -> None:
    store.close()
    store.incoming.mkdir()
    (store.incoming / "rows.csv").write_text("a personal record")
    holds(3)
    with pytest.raises(StoreUnavailable, match="Close the program that has it open") as caught:
        Store.open(store.path)
    assert str(store.incoming) in str(caught.value)
    # Followed, the advice helps.
    opened = Store.open(store.path)
    assert not (opened.incoming / "rows.csv").exists()
    opened.close()


def test_what_is_held_as_the_store_is_closed_is_told_and_left_to_its_next_opening(
    store: Store, holds: Holds, caplog: pytest.LogCaptureFixture
) -> None:
    holds(3)
    store.close()
    assert f"is still in {store.incoming}" in caplog.messages[0]
    # Nobody goes on trying: it would be the folder of whoever opens the store by then.
    opened = Store.open(store.path)
    time.sleep(0.1)
    assert opened.incoming.is_dir()
    opened.close()
