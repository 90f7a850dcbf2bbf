"""A disk that is full at a commit: told, and everything saved before is there afterwards."""

import subprocess
import sys
from pathlib import Path

import pytest

from assessment.errors import UploadRefused
from assessment.intake.files.upload_folder import own_folder
from assessment.store import Store
from tests.store.test_connection import events

ROOT = Path(__file__).parents[2]
# No file may grow beyond a limit, as on a disk that is full; then the limit goes, as room is made.
FILLED = """
import os, resource, signal, sys
from pathlib import Path
from assessment.errors import StoreUnavailable
from assessment.store import Store
from tests.store.test_backups import write
from tests.store.test_connection import note

def save():
    with store.writing() as writer:
        for _ in range(50):
            note(writer, os.urandom(400).hex())

def limit(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

path = Path(sys.argv[1])
store = Store.open(path, create=True)
limit(path.stat().st_size + 300_000)
saved = 0
try:
    while True:
        save()
        saved += 1
except StoreUnavailable as fault:
    print(fault)
print(saved, store.data_version, store.rows("data_version")[0][0])
limit(resource.RLIM_INFINITY)
save()
print(store.data_version)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit to set on a file's size")
def test_a_commit_that_finds_no_room_is_told_and_nothing_saved_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "assessment.duckdb"
    filled = subprocess.run(
        [sys.executable, "-c", FILLED, str(path)], cwd=ROOT, capture_output=True, text=True
    )
    said, counted, after = filled.stdout.splitlines()
    assert "too little memory or room on its disk for this. Nothing has been changed." in said
    saved, version, read = map(int, counted.split())
    assert saved == version == read > 0
    assert int(after) == saved + 1
    store = Store.open(path)
    assert store.data_version == saved + 1
    assert events(store) == 50 * (saved + 1)
    assert store.interruptions() == []
    store.close()


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")
def test_a_disk_full_in_taking_a_file_in_is_told_as_such(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "assessment.duckdb", create=True)
    with (
        pytest.raises(UploadRefused, match=r"too little room on the disk. Make room where"),
        own_folder(store, "x.csv"),
        FULL.open("w") as file,
    ):
        file.write("x" * 100_000)
    store.close()
