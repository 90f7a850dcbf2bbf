"""Files that wait for Load lie beside the store, and nowhere once they are loaded or put away."""

import errno
import shutil
import tempfile
from importlib import import_module
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from assessment.store import Store
from tests.extracts import street_row, write_csv
from tests.pages.conftest import UPLOAD, Opens, press, text_of

SURVEY = "pages/load_survey/page.py"
EXPORT = b"ID,How safe do you feel after dark?\n1,Very safe\n2,Fairly safe\n"


@pytest.fixture
def empty_store(tmp_path: Path) -> Path:
    path = tmp_path / "store" / "assessment.duckdb"
    Store.open(path, create=True).close()
    return path


@pytest.fixture
def extract(tmp_path: Path) -> bytes:
    return write_csv(tmp_path / "street.csv", [street_row()]).read_bytes()


def waiting(store: Path) -> list[bytes]:
    """Return what every file holds that waits beside a store."""
    beside = store.with_name(f"{store.name}.incoming")
    return [path.read_bytes() for path in beside.glob("*/*")]


def put_in(at: AppTest, content: bytes) -> AppTest:
    return at.file_uploader[0].upload("2024-01-beds-street.csv", content, "text/csv").run()


@pytest.mark.parametrize("button", ["Load", "Do not load"])
def test_an_extract_waits_until_it_is_decided(
    empty_store: Path, extract: bytes, open_page: Opens, button: str
) -> None:
    at = put_in(open_page(empty_store, UPLOAD), extract)
    assert waiting(empty_store) == [extract]
    press(at, button)
    assert waiting(empty_store) == []


def test_another_extract_takes_the_place_of_the_first(
    empty_store: Path, extract: bytes, open_page: Opens
) -> None:
    at = put_in(open_page(empty_store, UPLOAD), extract)
    put_in(at, extract + b"\n")
    assert waiting(empty_store) == [extract + b"\n"]


def test_a_survey_waits_until_it_is_decided(empty_store: Path, open_page: Opens) -> None:
    at = put_in(open_page(empty_store, SURVEY), EXPORT)
    assert waiting(empty_store) == [EXPORT]
    press(at, "Do not load")
    assert waiting(empty_store) == []


@pytest.mark.parametrize("page", [UPLOAD, SURVEY])
def test_the_page_says_what_becomes_of_a_file(
    empty_store: Path, open_page: Opens, page: str
) -> None:
    shown = text_of(open_page(empty_store, page))
    assert "Until then a file waits beside the store" in shown
    assert "soon after you have closed the page" in shown


@pytest.mark.parametrize("page", [UPLOAD, SURVEY])
def test_what_is_gone_meanwhile_is_asked_for_again(
    empty_store: Path, extract: bytes, open_page: Opens, page: str
) -> None:
    at = put_in(open_page(empty_store, page), extract)
    for file in empty_store.with_name(f"{empty_store.name}.incoming").glob("*/*"):
        shutil.rmtree(file.parent)
    assert "Choose it again" in text_of(at.run())
    assert "Choose it again" not in text_of(at.run())


@pytest.mark.parametrize("page", [UPLOAD, SURVEY])
def test_no_room_beside_the_store_is_said(
    empty_store: Path,
    extract: bytes,
    open_page: Opens,
    page: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_room(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    at = open_page(empty_store, page)
    monkeypatch.setattr(shutil, "copyfileobj", no_room)
    put_in(at, extract)
    assert "No space left on device" in at.error[0].value
    assert waiting(empty_store) == []


@pytest.mark.parametrize("page", [UPLOAD, SURVEY])
def test_what_another_program_holds_is_told_on_the_page(
    empty_store: Path, open_page: Opens, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = {Path("/store/a.incoming/b"): "Access is denied"}
    monkeypatch.setattr("assessment.store.beside.scratch._still_there", held)
    at = open_page(empty_store, page)
    assert "Access is denied" in at.warning[0].value
    held.clear()
    assert not at.run().warning


def test_what_the_server_spools_lies_beside_the_store_too(
    empty_store: Path, open_page: Opens
) -> None:
    before = tempfile.gettempdir()
    open_page(empty_store, UPLOAD)
    assert Path(tempfile.gettempdir()) == empty_store.with_name(f"{empty_store.name}.incoming")
    st.cache_resource.clear()
    assert tempfile.gettempdir() == before


class Clock:
    """Time that passes while somebody sleeps, and not otherwise."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.mark.parametrize(
    ("away", "goes", "why"),
    [
        (119, False, "the visit can be taken up again"),
        (120, False, "it still can: only afterwards does Streamlit forget it"),
        (122, True, "nobody can come back to it"),
    ],
)
def test_a_file_goes_with_the_visit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, away: int, goes: bool, why: str
) -> None:
    module, clock = import_module("pages.components.waiting"), Clock()
    monkeypatch.setattr(module, "time", clock)
    folder = tmp_path / "waiting"
    folder.mkdir()
    # Read for three minutes, twice away as long, and back for good.
    seen = iter([*2 * [*[True] * 180, *[False] * away], *[True] * 180])

    def is_visited() -> bool:
        is_there = next(seen, None)
        if is_there is None:
            folder.rmdir()
        return bool(is_there)

    module.let_go_once_left(folder, is_visited, 120)
    assert (clock.now < 600) == goes, why
