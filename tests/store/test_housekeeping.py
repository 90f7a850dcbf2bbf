"""The log is emptied soon after something has been saved, and not while the disk is nearly full."""

import time
from collections import namedtuple
from pathlib import Path

import pytest

from assessment.errors import StoreUnavailable
from assessment.store import Store
from assessment.store.backup import housekeeping as housekeeping_module
from assessment.store.backup.housekeeping import AT_LATEST, QUIET, is_due, keep_house, look_after
from assessment.store.copies.missing_changes import wal_of
from tests.store.test_backups import write

Usage = namedtuple("Usage", ["free"])
# When the first and the last unsettled change were saved, seconds ago; whether it is time.
MOMENTS = [
    (None, 0.0, False),
    (QUIET - 1, QUIET - 1, False),
    (QUIET + 1, QUIET + 1, True),
    (AT_LATEST - 1, 0.0, False),  # thirty people are scoring
    (AT_LATEST + 1, 0.0, True),
]


@pytest.mark.parametrize(("first", "last", "due"), MOMENTS)
def test_when_the_log_is_emptied(store: Store, first: float | None, last: float, due: bool) -> None:
    now = 1000.0
    store.transactions.unsettled_since = None if first is None else now - first
    store.transactions.last_commit = now - last
    assert is_due(store, now) is due


def test_what_was_saved_is_in_the_file_itself_soon_after(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(housekeeping_module, "QUIET", 0.0)
    write(store)
    assert wal_of(store.path).exists()
    look_after(store)
    assert not wal_of(store.path).exists()
    assert store.transactions.unsettled_since is None


def test_a_thread_does_it_until_the_store_is_closed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(housekeeping_module, "QUIET", 0.0)
    monkeypatch.setattr(housekeeping_module, "TICK", 0.01)
    thread = keep_house(store)
    write(store)
    until = time.monotonic() + 30
    while wal_of(store.path).exists() and time.monotonic() < until:
        time.sleep(0.01)
    assert not wal_of(store.path).exists()
    store.close()
    thread.join(30)
    assert not thread.is_alive()


@pytest.mark.parametrize("fault", [RuntimeError, StoreUnavailable, OSError])
def test_a_fault_does_not_end_it(
    store: Store, monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    looked: list[Store] = []

    def fail(seen: Store) -> None:
        looked.append(seen)
        raise fault("it went wrong")

    monkeypatch.setattr(housekeeping_module, "look_after", fail)
    monkeypatch.setattr(housekeeping_module, "TICK", 0.01)
    monkeypatch.setattr(housekeeping_module, "AFTER_A_FAULT", 0.0)
    thread = keep_house(store)
    until = time.monotonic() + 30
    while len(looked) < 3 and time.monotonic() < until:
        time.sleep(0.01)
    assert len(looked) >= 3
    store.close()
    thread.join(30)


def test_a_disk_that_is_nearly_full_leaves_the_log_as_it_is(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(store)
    with monkeypatch.context() as patch:
        patch.setattr("shutil.disk_usage", lambda _folder: Usage(1000))
        with pytest.raises(StoreUnavailable, match=r"nearly full. Everything saved is safe"):
            store.checkpoint()
    assert wal_of(store.path).exists()
    assert store.is_usable
    write(store)
    assert store.data_version == 2


def test_a_closed_store_needs_nothing(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "assessment.duckdb", create=True)
    assert store.is_usable
    store.close()
    assert not store.is_usable
