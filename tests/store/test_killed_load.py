"""A load that is killed half way leaves all of an extract in the store, or none of it."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from assessment.people import local_person
from assessment.store import Store
from assessment.workspace import Workspace
from tests.benchmarks.generated import generate
from tests.stored import CURRENT, assert_sound, stored

ROWS = 60_000
ROOT = Path(__file__).parents[2]
# Loads a file and kills its own process as soon as so much of the work is done.
KILLED_AT = """
import os, signal, sys
from pathlib import Path
from assessment.intake import load
from assessment.people import local_person
from assessment.store import Store
from assessment.workspace import Workspace

def kill_at(share, _text):
    if share >= float(sys.argv[3]):
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

workspace = Workspace(Store.open(Path(sys.argv[1])), local_person())
load(workspace, Path(sys.argv[2]), progress=kill_at)
"""


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate(tmp_path_factory.mktemp("extract") / "street.csv", ROWS)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "assessment.duckdb"
    Store.open(path, create=True).close()
    return path


def held_after(path: Path) -> tuple[int, int]:
    """Open the store again and count records and extracts."""
    workspace = Workspace(Store.open(path), local_person())
    try:
        assert_sound(workspace)
        return len(stored(workspace, CURRENT)), len(workspace.store.frame("extracts"))
    finally:
        workspace.store.close()


STAGES = [
    (0.15, "before any row is read"),
    (0.55, "rows staged, none kept"),
    (0.8, "records written, not yet counted"),
    (1.0, "everything written, not yet committed"),
]


@pytest.mark.parametrize(("share", "stage"), STAGES)
def test_killed_at_a_stage_nothing_is_kept(
    extract: Path, path: Path, share: float, stage: str
) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", KILLED_AT, str(path), str(extract), str(share)], cwd=ROOT
    )
    assert killed.returncode != 0, stage
    assert held_after(path) == (0, 0), stage


# A hundred moments, one after the other, over the time that a load takes.
MOMENTS = [pytest.param(number / 50, marks=pytest.mark.slow) for number in range(100)]


@pytest.mark.parametrize("seconds", [0.1, 0.3, 0.5, *MOMENTS])
def test_killed_at_any_moment_it_is_all_or_nothing(
    extract: Path, path: Path, seconds: float
) -> None:
    command = [sys.executable, "-c", KILLED_AT, str(path), str(extract), "2"]
    load = subprocess.Popen(command, cwd=ROOT)
    # From the moment the load has taken the file in, so that the writing is what is interrupted.
    while load.poll() is None and not list(path.parent.glob("*.incoming/*/*")):
        time.sleep(0.01)
    time.sleep(seconds)
    load.kill()
    load.wait()
    assert held_after(path) in {(0, 0), (ROWS, 1)}
