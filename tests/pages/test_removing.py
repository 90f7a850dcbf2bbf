"""The examples are removed through the page; what was loaded stays."""

import shutil
from pathlib import Path

from tests.pages.conftest import UPLOAD, YEAR_ON_YEAR, Opens, press, text_of


def test_examples_are_removed(example_store: Path, tmp_path: Path, open_page: Opens) -> None:
    path = tmp_path / "copy.duckdb"
    shutil.copy(example_store, path)
    at = open_page(path, UPLOAD)
    assert "Rochford" in text_of(at)
    at = press(press(at, "Remove the examples"), "Cancel")
    assert "Rochford" in text_of(at)
    at = press(press(at, "Remove the examples"), "Yes, remove them")
    shown = text_of(at)
    assert "were removed" in at.success[0].value
    assert "Rochford" not in shown
    assert "Nothing yet." in shown
    assert "Yes, remove them" not in [button.label for button in at.button]
    for page in ("pages/overview.py", YEAR_ON_YEAR):
        assert "Nothing has been loaded yet" in text_of(at.switch_page(page).run())
