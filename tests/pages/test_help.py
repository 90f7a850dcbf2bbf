"""Help is the user guide, read from the product's own files."""

from pathlib import Path

from assessment.store import Store
from tests.pages.conftest import Opens, text_of


def test_help_is_the_user_guide(tmp_path: Path, open_page: Opens) -> None:
    path = tmp_path / "assessment.duckdb"
    Store.open(path, create=True).close()
    shown = text_of(open_page(path, "pages/help/page.py"))
    assert shown.startswith("Help\n")
    assert "## Load a police extract" in shown
    # A link to a file that the dashboard does not serve would lead nowhere.
    assert "](deployment.md" not in shown
    assert "(in `docs/deployment.md`)" in shown
