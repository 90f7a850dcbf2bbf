"""Several empty stores in one test, to load the same counts into in several ways."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assessment.people import Person, Role
from assessment.store import Store
from assessment.workspace import Workspace
from tests.conftest import NewStore

NewWorkspace = Callable[[], Workspace]


@pytest.fixture
def store_of(new_store: NewStore, tmp_path: Path) -> Iterator[NewWorkspace]:
    """Make a new store at each call."""
    opened: list[Store] = []

    def make() -> Workspace:
        opened.append(new_store(tmp_path / f"store-{len(opened)}.duckdb"))
        return Workspace(opened[-1], Person("Test analyst", Role.ANALYST))

    yield make
    for store in opened:
        store.close()
