"""Made-up files by the hundred: read or refused in words, nothing half-loaded, in little time."""

import resource
import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from assessment.errors import UploadRefused
from assessment.intake.extract_loading import load
from assessment.intake.load_report import LoadReport
from assessment.intake.mapping.rows.refused_rows import LONGEST_KEPT
from assessment.people import Person, Role
from assessment.store import Store
from assessment.workspace import Workspace
from tests.intake.made_up_files import made_up_file
from tests.properties import examples

MOST_SECONDS = 10.0
MIB = 1 << 20
SEEDS = st.integers(0, 2**40)
# A seed leads to no smaller file: there is nothing to be made simpler.
by_seed = settings(
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
    deadline=None,
)


@pytest.fixture(scope="module")
def one_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """One store for all of them: nothing may be left in it that was not loaded whole."""
    store = Store.open(tmp_path_factory.mktemp("made-up") / "store.duckdb", create=True)
    yield Workspace(store, Person("Test analyst", Role.ANALYST))
    store.close()


def processor_time() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def most_memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def outcome(workspace: Workspace, name: str, content: bytes) -> LoadReport | UploadRefused:
    path = workspace.store.path.with_name("uploaded")
    path.write_bytes(content)
    try:
        return load(workspace, path, name=name)
    except UploadRefused as refused:
        return refused


def is_read_or_refused(workspace: Workspace, seed: int, *, is_workbook: bool) -> None:
    began, version = processor_time(), workspace.store.counted_version
    what = outcome(workspace, *made_up_file(seed, is_workbook=is_workbook))
    assert processor_time() - began < MOST_SECONDS
    assert workspace.store.rows("extracts_out_of_balance") == []
    if isinstance(what, UploadRefused):
        assert all(what.faults)
        assert len(workspace.store.rows("extracts")) == len(loaded)
    else:
        assert what.rows.read > 0
        if what.extract is not None and workspace.store.counted_version != version:
            loaded.add(what.extract)
    assert {entry.name for entry in workspace.store.incoming.iterdir()} <= {"acknowledged"}


loaded: set[int] = set()


@given(seed=SEEDS)
@settings(by_seed, max_examples=examples(200))
def test_a_text_or_an_archive_is_read_or_refused(one_store: Workspace, seed: int) -> None:
    is_read_or_refused(one_store, seed, is_workbook=False)


@given(seed=SEEDS)
@settings(by_seed, max_examples=examples(25))
def test_a_workbook_is_read_or_refused(one_store: Workspace, seed: int) -> None:
    is_read_or_refused(one_store, seed, is_workbook=True)


def test_enormous_rows_take_neither_memory_nor_time(one_store: Workspace) -> None:
    header, record = "Reference,Offence,Date,District", "x1,Burglary,2025-10-09,Luton"
    wide = "\n".join([record + ",x" * 40_000] * 16)
    before, began = most_memory(), processor_time()
    what = outcome(one_store, "wide.csv", f"{header}\n{wide}\n{record}\n".encode())
    assert isinstance(what, LoadReport)
    assert (what.rows.read, what.rows.rejected) == (17, 16)
    assert all(len(row.raw) <= LONGEST_KEPT for row in what.refused_rows)
    assert processor_time() - began < MOST_SECONDS
    assert most_memory() - before < 500 * MIB
    if what.extract is not None:
        loaded.add(what.extract)
