"""Copies made on the page, and what was cut short, said on whichever page comes next."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from assessment.intake.extract_loading import load
from assessment.people import Person, Role
from assessment.store import Store
from assessment.store.copies.backup_copies import backups
from assessment.workspace import Workspace
from tests.extracts import street_row, write_csv
from tests.pages.conftest import UPLOAD, Opens, press, text_of
from tests.store.test_updating import earlier

__all__ = ["earlier"]
SCORE = "pages/score/page.py"
READ = "I have read this"


@pytest.fixture
def cut_store(tmp_path: Path) -> Path:
    """A store in which a load was stopped half way."""
    store = Store.open(tmp_path / "assessment.duckdb", create=True)
    workspace = Workspace(store, Person("Ann", Role.ANALYST))
    file = write_csv(tmp_path / "cut_off.csv", [street_row("1")])

    def stop(_share: float, _text: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(workspace, file, progress=stop)
    store.close()
    return store.path


@pytest.mark.parametrize("page", [None, UPLOAD])
def test_what_was_cut_short_is_said_until_it_has_been_read(
    cut_store: Path, open_page: Opens, page: str | None
) -> None:
    at = open_page(cut_store, page)
    assert "The load of cut\\_off\\.csv, begun by Ann on" in at.warning[0].value
    press(at, READ)
    assert not at.warning
    assert not open_page(cut_store, page).warning


def test_whoever_scores_is_not_told(cut_store: Path, open_page: Opens) -> None:
    assert "was stopped before" not in text_of(open_page(cut_store, SCORE))


def test_a_store_that_was_brought_up_to_date_says_how(earlier: Path, open_page: Opens) -> None:
    at = open_page(earlier)
    assert "The store is brought up to date; a copy" in at.info[0].value
    assert "What was cut short" in at.info[0].value
    press(at, READ)
    assert "brought up to date" not in text_of(at)


def test_a_backup_is_made_and_named(cut_store: Path, open_page: Opens) -> None:
    at = open_page(cut_store, UPLOAD)
    assert "There is no copy there yet." in text_of(at)
    press(at, "Make a backup")
    (made,) = backups(cut_store)
    assert "opened and compared with it" in at.success[0].value
    assert made.path.name in text_of(at)


def test_a_backup_that_cannot_be_made_is_told(cut_store: Path, open_page: Opens) -> None:
    (cut_store.parent / "backups").write_text("a file where the folder goes")
    at = open_page(cut_store, UPLOAD)
    press(at, "Make a backup")
    assert "No copy has been made" in at.error[0].value


@pytest.mark.parametrize("kind", [duckdb.FatalException, duckdb.InternalException])
def test_a_store_that_duckdb_has_given_up_is_opened_again(
    cut_store: Path,
    open_page: Opens,
    monkeypatch: pytest.MonkeyPatch,
    kind: type[duckdb.Error],
) -> None:
    at = open_page(cut_store)
    before = Store.close
    closed: list[Path] = []

    def close(store: Store) -> None:
        closed.append(store.path)
        before(store)

    with monkeypatch.context() as patch:
        patch.setattr("assessment.store.writer.query", raising(kind))
        at.run()
        assert "No figures can be shown" in text_of(at)
    monkeypatch.setattr(Store, "close", close)
    at.run()
    assert "No figures can be shown" not in text_of(at)
    assert closed
    assert not at.exception


def raising(kind: type[duckdb.Error]) -> Callable[..., None]:
    def query(*_: object) -> None:
        raise kind("database has been invalidated because of a previous fatal error")

    return query
