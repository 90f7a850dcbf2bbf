"""Programs run as somebody who may not write into every folder, which root may."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WITHOUT = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]


def without_privilege(*arguments: str, **given: str) -> subprocess.CompletedProcess[str]:
    """Run Python; the test is skipped where nobody can be kept from writing."""
    if sys.platform == "win32":
        pytest.skip("a folder's mode says nothing on Windows")
    prefix = WITHOUT if os.getuid() == 0 else []
    if prefix and not shutil.which("setpriv"):
        pytest.skip("root can only be kept from writing by setpriv")
    return subprocess.run(
        [*prefix, sys.executable, *arguments],
        cwd=ROOT,
        env=os.environ | given,
        capture_output=True,
        text=True,
        timeout=60,  # a dashboard that starts after all would run for ever
    )


@contextmanager
def not_to_be_written(folder: Path) -> Iterator[None]:
    """Let nobody write into a folder."""
    folder.chmod(0o555)
    try:
        yield
    finally:
        folder.chmod(0o755)
