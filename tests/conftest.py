"""What every test may ask for. The real store is out of reach."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from assessment.definitions.measures.own_sets import NONE_OWN, knowing
from assessment.examples import load_examples
from assessment.people import Person, Role
from assessment.store import Store
from assessment.store.beside.location import VARIABLE
from assessment.workspace import Workspace
from tests.made_once import made_once
from tests.orders import shared_out
from tests.properties import QUICK, TIMES

# How long an example takes says more about the machine than about the code.
settings.register_profile("patient", deadline=None, max_examples=QUICK)
settings.register_profile("thorough", deadline=None, max_examples=TIMES * QUICK)
settings.load_profile("patient")

REAL_DATA = Path(__file__).parents[2] / "shared" / "data"
# The types of the whole product are checked in one go.
TAKES_LONG = "test_house.py"

NewStore = Callable[[Path], Store]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what a quick run leaves out."""
    parser.addoption("--both-themes", action="store_true", help="look at pages in the dark too")
    parser.addoption(
        "--slow",
        action="store_true",
        help=f"run what takes long instead, and properties on {TIMES} times as many examples",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Draw more examples where there is time for them, and let programs be told to stop."""
    hear_signals()
    if config.getoption("slow"):
        settings.load_profile("thorough")


def hear_signals() -> None:
    """Hear what tells a program to stop, which one that is started with nohup does not hear.

    The programs that tests start and stop would not hear it either.
    """
    for name, usual in (("SIGHUP", signal.SIG_DFL), ("SIGINT", signal.default_int_handler)):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, usual)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Run one file in this process: it is done sooner than others are ready.

    Else one worker more than there are processors: who waits for a browser leaves its own idle.
    """
    asked = [name.partition("::")[0] for name in config.args]
    alone = len({*asked}) == 1 and asked[0].endswith(".py")
    return 0 if alone else 1 + (os.cpu_count() or 1)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name no test by the bytes of a file: those of a ZIP hold the time at which it was made."""
    return argname if isinstance(val, bytes) else None


@pytest.hookimpl(trylast=True)  # once the tests of properties are marked as such
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep what is quick or else what is slow, and begin with what takes long."""
    wanted = _is_slow if config.getoption("slow") else _is_quick
    config.hook.pytest_deselected(items=[item for item in items if not wanted(item)])
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    items[:] = shared_out([item for item in items if wanted(item)], workers, takes_long)
    if os.environ.get("CI"):
        for item in filter(in_browser, items):
            # A machine that stands still for seconds is no fault of a page; the summary counts it.
            item.add_marker(pytest.mark.flaky(reruns=1))


def takes_long(item: pytest.Item) -> bool:
    return item.path.name == TAKES_LONG or in_browser(item)


def in_browser(item: pytest.Item) -> bool:
    return item.get_closest_marker("browser") is not None


def _is_quick(item: pytest.Item) -> bool:
    return item.get_closest_marker("slow") is None


def _is_slow(item: pytest.Item) -> bool:
    return not _is_quick(item) or item.get_closest_marker("hypothesis") is not None


@pytest.fixture(scope="session", autouse=True)
def never_the_real_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep it out of reach of what is made for many tests too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(tmp_path_factory.mktemp("none") / "no-such-store.duckdb"))
        yield


@pytest.fixture(autouse=True)
def no_real_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "no-such-store.duckdb"))


@pytest.fixture(autouse=True)
def own_sets_of_no_other_test() -> Iterator[None]:
    """Forget the store whose own data sets a page or a command came to know: it is closed."""
    with knowing(lambda: NONE_OWN):
        yield


@pytest.fixture(scope="session")
def new_store(tmp_path_factory: pytest.TempPathFactory) -> NewStore:
    """Make an empty store at a path: a copy of one that was made once, migration by migration."""
    empty = tmp_path_factory.mktemp("empty") / "assessment.duckdb"
    Store.open(empty, create=True).close()

    def new(path: Path) -> Store:
        return Store.open(Path(shutil.copy(empty, path)))

    return new


@pytest.fixture
def store(new_store: NewStore, tmp_path: Path) -> Iterator[Store]:
    """A new, empty store."""
    opened = new_store(tmp_path / "assessment.duckdb")
    yield opened
    opened.close()


@pytest.fixture
def workspace(store: Store) -> Workspace:
    return Workspace(store, Person("Test analyst", Role.ANALYST))


@pytest.fixture(scope="session")
def example_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of a store that holds the examples; whatever writes to it writes to a copy."""
    made = made_once(tmp_path_factory, "examples.duckdb", _with_examples)
    # One process owns a store: every worker has a file of its own.
    return Path(shutil.copy(made, tmp_path_factory.mktemp("examples") / "assessment.duckdb"))


@pytest.fixture
def own_store(example_store: Path, tmp_path: Path) -> Path:
    """The path of a copy of that store, to be changed."""
    return Path(shutil.copy(example_store, tmp_path / "own.duckdb"))


def _with_examples(path: Path) -> None:
    store = Store.open(path, create=True)
    load_examples(Workspace(store, Person("Test analyst", Role.ANALYST)))
    store.close()


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Real public data, which is not part of the project."""
    if not REAL_DATA.is_dir():
        pytest.skip(f"the real public data are not at {REAL_DATA.name}/ beside the project")
    return REAL_DATA
