"""A dashboard that is stopped has let go of everything: DuckDB reports no leaks."""

import os
import subprocess
import sys
from pathlib import Path

from assessment.store.beside.location import VARIABLE
from tests.pages.conftest import DASHBOARD

VISIT = """
from streamlit.testing.v1 import AppTest
at = AppTest.from_file("dashboard.py", default_timeout=60).run()
assert not at.exception, at.exception
"""


def test_nothing_is_said_to_have_leaked(example_store: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", VISIT],
        cwd=DASHBOARD.parent,
        env=os.environ | {VARIABLE: str(example_store)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert "leaked" not in ended.stderr
