"""What charts and pages import, and when: neither half of a library, nor one that is not needed."""

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from assessment.store.beside.location import VARIABLE
from tests.pages.conftest import DASHBOARD

# Plotly takes pandas from wherever Python keeps what is imported, and fails on half of it: another
# page that imports it first, at the same moment as a chart is drawn, leaves half of it there.
HELD = 'import sys, pages.components.figure; print(hasattr(sys.modules.get("pandas"), "Series"))'


def test_whoever_draws_a_chart_has_the_whole_of_pandas() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", HELD],
        cwd=DASHBOARD.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "True", ran.stderr


# It takes as long to import as everything else on the first page, which shows no chart.
FIRST = """
import sys
from streamlit.testing.v1 import AppTest
assert not AppTest.from_file("dashboard.py", default_timeout=60).run().exception
print([name for name in ("pandas", "openpyxl") if name in sys.modules])
"""


@pytest.mark.skipif(version("duckdb") < "2", reason="DuckDB 1.5 imports pandas by itself")
def test_the_first_page_waits_for_nothing_that_it_does_not_show(example_store: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", FIRST],
        cwd=DASHBOARD.parent,
        env=os.environ | {VARIABLE: str(example_store)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "[]", ran.stderr
