"""Charts drawn while another page is still importing what plotly looks into."""

import subprocess
import sys

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
