"""A file that takes long to make, made once for all the processes that share a test run."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

# Far more than anything takes to make: a machine that many share is sometimes slow.
PATIENCE = 300.0


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a file that the first worker to want it makes, while the others wait for it."""
    folder = factory.getbasetemp()
    # Every worker has a folder of its own in that of the run.
    shared = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    made, making = shared / name, shared / f"{name}.making"
    until = time.monotonic() + PATIENCE
    while not made.exists():
        try:
            making.mkdir()
        except FileExistsError:  # another one makes it
            assert time.monotonic() < until, f"{name} was never made"
            time.sleep(0.1)
        else:
            _make(made, making, make)
    return made


def _make(made: Path, making: Path, make: Callable[[Path], None]) -> None:
    try:
        if not made.exists():  # another one may have made it since
            make(making / made.name)
            (making / made.name).rename(made)
    finally:
        # If it failed, the next one tries, and fails by the same reason rather than by waiting.
        shutil.rmtree(making)
