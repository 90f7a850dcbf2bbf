"""A store that is missing, locked, damaged or empty gives a message: never an empty chart."""

import subprocess
import sys
from pathlib import Path

import pytest

from assessment.store import Store
from tests.pages.conftest import UPLOAD, YEAR_ON_YEAR, Opens, text_of
from tests.store.test_connection import from_a_newer_version

HOLD = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); input()"


def test_missing_store_can_be_made_empty(tmp_path: Path, open_page: Opens) -> None:
    path = tmp_path / "new.duckdb"
    at = open_page(path)
    assert "There is no store" in at.error[0].value
    at.button[1].click().run()
    assert path.exists()
    assert "Nothing has been loaded" in text_of(at)


def test_missing_store_can_be_made_with_the_examples(tmp_path: Path, open_page: Opens) -> None:
    at = open_page(tmp_path / "new.duckdb")
    at.button[0].click().run()
    assert "Castle Point and Rochford" in text_of(at)


def test_a_store_that_cannot_be_made_says_what_can(
    tmp_path: Path, open_page: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = open_page(tmp_path / "folder" / "new.duckdb")

    def read_only(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "/srv/folder")

    monkeypatch.setattr(Path, "mkdir", read_only)
    at.button[1].click().run()
    assert not at.exception
    said = at.error[-1].value.replace("\\", "")
    assert "/srv/folder cannot be opened or made: Permission denied." in said
    # A dashboard that is open knows nothing of options of commands.
    assert "or in the environment variable ASSESSMENT_STORE" in said


def test_damaged_store_is_left_alone(tmp_path: Path, open_page: Opens) -> None:
    path = tmp_path / "damaged.duckdb"
    path.write_bytes(b"not a store" * 1000)
    at = open_page(path)
    assert "damaged" in at.error[0].value
    assert not at.button
    assert path.read_bytes() == b"not a store" * 1000


def test_locked_store_says_who_holds_it(tmp_path: Path, open_page: Opens) -> None:
    path = tmp_path / "held.duckdb"
    Store.open(path, create=True).close()
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        at = open_page(path)
        holder.communicate(b"\n")
    assert "is open in another program" in at.error[0].value
    assert not at.html or "<table" not in text_of(at)


def test_store_of_a_newer_version_says_to_update(tmp_path: Path, open_page: Opens) -> None:
    path = tmp_path / "newer.duckdb"
    from_a_newer_version(path)
    for page in (None, YEAR_ON_YEAR, UPLOAD):
        at = open_page(path, page)
        assert "made by a newer version of the dashboard" in at.error[0].value
        assert not at.button


def test_empty_store_points_to_the_upload_page(tmp_path: Path, open_page: Opens) -> None:
    path = tmp_path / "empty.duckdb"
    Store.open(path, create=True).close()
    for page in (None, YEAR_ON_YEAR):
        assert "Nothing has been loaded yet" in text_of(open_page(path, page))
    assert "Nothing yet." in text_of(open_page(path, UPLOAD))


def test_page_opened_first_by_a_shared_link_has_the_dashboard_around_it(
    tmp_path: Path, open_page: Opens
) -> None:
    at = open_page(tmp_path / "none.duckdb", YEAR_ON_YEAR)
    assert "There is no store" in at.error[0].value
    assert "<style>" in at.html[0].proto.body


def test_page_opened_first_has_the_dashboard_around_it_once(
    example_store: Path, open_page: Opens
) -> None:
    at = open_page(example_store, YEAR_ON_YEAR, partnership="Maldon")
    assert [title.value for title in at.title] == ["Year on year"]
    assert "**Maldon**" in text_of(at)
    at.selectbox(key="by").set_value("district").run()
    assert [title.value for title in at.title] == ["Year on year"]
