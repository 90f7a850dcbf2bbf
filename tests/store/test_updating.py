"""A store of an earlier version is copied, brought up to date, and what was done is said."""

import shutil
from pathlib import Path

import duckdb
import pytest

from assessment.errors import StoreUnavailable
from assessment.store import Store
from assessment.store import migrations as migrations_module
from assessment.store.copies.backup_copies import backups
from assessment.store.copies.place_copy import keep_copy
from assessment.store.migrations import migrations, purpose
from tests.store.test_backups import write

EARLIER = 8


@pytest.fixture
def earlier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store as version 8 of its tables made it, with 3 changes."""
    path = tmp_path / "assessment.duckdb"
    with monkeypatch.context() as patch:
        patch.setattr(migrations_module, "migrations", lambda: migrations()[:EARLIER])
        store = Store.open(path, create=True)
        with store._connection.cursor() as cursor:
            cursor.execute("UPDATE store_state SET data_version = 3")
        store._cursors.stop()
        store._connection.close()
    shutil.rmtree(store.incoming)
    return path


def test_it_is_copied_first_and_each_step_is_said(earlier: Path) -> None:
    said: list[str] = []
    store = Store.open(earlier, say=said.append)
    (copy,) = backups(earlier)
    missing = migrations()[EARLIER:]
    assert said == [
        f"The store is brought up to date; a copy of it as it was is {copy.path}.",
        *(
            f"{place} of {len(missing)}: {purpose(file.read_text())}"
            for place, (_, file) in enumerate(missing, 1)
        ),
    ]
    assert store.brought_up_to_date == said
    write(store)
    store.close()
    # The version that made it can go back to it: what came since is not in it.
    shutil.copyfile(copy.path, earlier)
    again = Store.open(earlier)
    assert again.data_version == 3
    again.close()
    assert len(backups(earlier)) == 2


def test_a_new_store_and_one_up_to_date_say_nothing(tmp_path: Path) -> None:
    path, said = tmp_path / "assessment.duckdb", list[str]()
    for create in (True, False):
        Store.open(path, create=create, say=said.append).close()
    assert said == []
    assert backups(path) == []


def test_a_store_that_cannot_be_copied_first_stays_as_it_was(earlier: Path) -> None:
    (earlier.parent / "backups").write_text("a file where the folder goes")
    before = earlier.read_bytes()
    with pytest.raises(StoreUnavailable, match="No copy has been made"):
        Store.open(earlier)
    assert earlier.read_bytes() == before


def test_every_migration_says_what_it_does() -> None:
    for _, file in migrations():
        said = purpose(file.read_text())
        assert len(said) > 20, file.name
        assert said.endswith("."), file.name
        assert "--" not in said, file.name


def test_at_most_three_such_copies_stay(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "assessment.duckdb", create=True)
    theirs = tmp_path / "backups" / "assessment-2020-01-01-000000-before-update-9.duckdb"
    theirs.parent.mkdir()
    theirs.write_text("of nobody knows which store")
    store.close()
    with duckdb.connect(store.path) as connection:
        for number in range(20, 25):
            keep_copy(connection, store.path, f"before-update-{number}")
    there = [copy.what.removeprefix("before-update-") for copy in backups(store.path)]
    assert there == ["24", "23", "22", "9"]
