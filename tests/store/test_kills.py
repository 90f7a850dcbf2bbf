"""Killed by the hundred at moments of chance: whatever was acknowledged is there afterwards."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from assessment.store import Store
from assessment.store.copies.missing_changes import wal_of
from tests.store.test_connection import events

ROOT = Path(__file__).parents[2]
# Saves as fast as it can and says so, while its log is emptied and copies are made.
SAVING = """
import sys, threading
from pathlib import Path
from assessment.store import Store
from assessment.store.backup.make_backup import back_up
from tests.store.test_backups import write
store = Store.open(Path(sys.argv[1]))
def others():
    while True:
        store.checkpoint()
        back_up(store, keep=2)
threading.Thread(target=others, daemon=True).start()
while True:
    write(store)
    print(store.data_version, flush=True)
"""


def killed_while_saving(path: Path, seconds: float) -> int:
    """Return the last change that was acknowledged before the kill."""
    command = [sys.executable, "-c", SAVING, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as saving:
        assert saving.stdout is not None
        first = int(saving.stdout.readline())
        time.sleep(seconds)
        os.kill(saving.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        return max([first, *map(int, saving.stdout.read().split())])


def kill(path: Path, times: int) -> int:
    """Kill so many times, looking each time; returns how many changes were acknowledged."""
    random = np.random.default_rng(times)
    Store.open(path, create=True).close()
    for _ in range(times):
        acknowledged = killed_while_saving(path, random.uniform(0, 0.5))
        store = Store.open(path)
        assert store.data_version >= acknowledged
        assert events(store) == store.data_version
        assert store.interruptions() == []
        store.close()
        assert not wal_of(path).exists()
    return acknowledged


def test_killed_a_few_times(tmp_path: Path) -> None:
    assert kill(tmp_path / "assessment.duckdb", 3) > 3


@pytest.mark.slow
def test_killed_by_the_hundred(tmp_path: Path) -> None:
    assert kill(tmp_path / "assessment.duckdb", 200) > 200
