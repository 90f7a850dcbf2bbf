"""What every test may ask for. The real store is out of reach."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from assessment.people import Person, Role
from assessment.store import Store
from assessment.store.location import VARIABLE
from assessment.workspace import Workspace

# How long an example takes says more about the machine than about the code.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

REAL_DATA = Path(__file__).parents[2] / "shared" / "data"


@pytest.fixture(autouse=True)
def no_real_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "no-such-store.duckdb"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new, empty store."""
    opened = Store.open(tmp_path / "assessment.duckdb", create=True)
    yield opened
    opened.close()


@pytest.fixture
def workspace(store: Store) -> Workspace:
    return Workspace(store, Person("Test analyst", Role.ANALYST))


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Real public data, which is not part of the project."""
    if not REAL_DATA.is_dir():
        pytest.skip(f"the real public data are not at {REAL_DATA.name}/ beside the project")
    return REAL_DATA
