"""Two versions of the store: one that every commit raises, and one that scores leave as it is."""

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from assessment.store import Store
from assessment.store.named_queries import queries
from tests.store.test_connection import note

ROOT = Path(__file__).parents[2]
# Changes a count, gives a score, and is killed with another of the kind that is named in hand.
KILLED = """
import os, signal, sys
from pathlib import Path
from assessment.store import Store

store = Store.open(Path(sys.argv[1]))
for leaves_counts in (False, True):
    with store.writing(leaves_counts=leaves_counts):
        pass
with store.writing(leaves_counts=sys.argv[2] == "score"):
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
"""


def versions(store: Store) -> tuple[int, int]:
    return store.data_version, store.counted_version


def test_a_score_raises_one_of_them_and_a_load_both(store: Store) -> None:
    seen = []
    for leaves_counts in (True, True, False, True, False):
        with store.writing(leaves_counts=leaves_counts):
            pass
        seen.append(versions(store))
    assert seen == [(1, 0), (2, 0), (3, 3), (4, 3), (5, 5)]


def test_what_is_kept_of_counts_is_read_again_after_a_load_and_not_after_a_score(
    store: Store,
) -> None:
    asked: list[str] = []

    def read(of: Store, what: str) -> tuple[str, int]:
        asked.append(what)
        return what, of.counted_version

    found = []
    for leaves_counts in (None, True, False):
        if leaves_counts is not None:
            with store.writing(leaves_counts=leaves_counts):
                pass
        found += [store.kept(read, each) for each in ("months", "months", "names")]
    assert found == [("months", 0), ("months", 0), ("names", 0)] * 2 + [
        ("months", 2),
        ("months", 2),
        ("names", 2),
    ]
    assert asked == ["months", "names"] * 2


def test_what_partnerships_have_said_is_kept_over_a_load_and_over_nothing_else(
    store: Store,
) -> None:
    def put(of: Store) -> None:
        with of.writing() as writer:
            writer._cursor.execute("INSERT INTO partnership_district VALUES ('p', 'Luton')")

    asked = [store.said_rows("districts_by_partnership")]
    for leaves in ({"leaves_said": True}, {"leaves_counts": True}):
        before = store.said_version
        with store.writing(**leaves):
            pass
        assert store.said_version == before
        assert store.said_rows("districts_by_partnership") is asked[0]
    put(store)
    assert store.said_version == store.data_version
    assert store.said_rows("districts_by_partnership") == [("p", ["Luton"])]


def test_rows_are_kept_by_every_value_they_were_asked_with(store: Store) -> None:
    with store.writing() as writer:
        for code in ("E1", "E2"):
            writer._cursor.execute("INSERT INTO area VALUES ($code, 'lsoa', $code)", {"code": code})
    for codes in (["E1"], ["E2"], ["E1", "E2"], ["E1"]):
        rows = store.kept_rows("area_names", codes=codes)
        assert sorted(rows) == sorted(store.rows("area_names", codes=codes)), codes
        assert len(rows) == len(codes)


@pytest.mark.parametrize("leaves_counts", [True, False])
def test_what_fails_raises_neither(store: Store, leaves_counts: bool) -> None:
    def half_way() -> None:
        with store.writing(leaves_counts=leaves_counts) as writer:
            note(writer, "one")
            raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        half_way()
    assert versions(store) == (0, 0)


@pytest.mark.parametrize("in_hand", ["score", "load"])
def test_a_killed_process_leaves_both_right(tmp_path: Path, in_hand: str) -> None:
    path = tmp_path / "assessment.duckdb"
    Store.open(path, create=True).close()
    killed = subprocess.run([sys.executable, "-c", KILLED, str(path), in_hand], cwd=ROOT)
    assert killed.returncode != 0
    again = Store.open(path)
    # Nothing that was kept outlives the process, so the later number is as right as the one before.
    assert versions(again) == (2, 2)
    again.close()


@pytest.mark.parametrize("seed", range(5))
def test_no_version_stands_for_two_states_of_what_is_counted(tmp_path: Path, seed: int) -> None:
    chance, path = np.random.default_rng(seed), tmp_path / "assessment.duckdb"
    store, loads, stands_for = Store.open(path, create=True), 0, {0: 0}
    for _ in range(40):
        match chance.choice(["load", "score", "score", "score", "reopen"]):
            case "load":
                with store.writing():
                    loads += 1
            case "score":
                with store.writing(leaves_counts=True):
                    pass
            case "reopen":
                store.close()
                store = Store.open(path)
        # What is kept by it is of the same counts.
        assert stands_for.setdefault(store.counted_version, loads) == loads
    assert len(set(stands_for.values())) == loads + 1
    store.close()


def test_what_loads_and_undoes_extracts_asks_for_nothing_that_writes_what_was_said() -> None:
    tables = ("data_set", "data_set_measure", "lead_source", "partnership_district")
    said = "|".join((*tables, "recording_event", "own_variation"))
    writes = re.compile(rf"^(INSERT INTO|UPDATE|DELETE FROM) ({said})\b", re.MULTILINE)
    writing = {name for name, query in queries().items() if writes.search(query.sql)}
    assert {"put_data_set", "insert_lead_source", "insert_recording_event"} <= writing
    for module in sorted((ROOT / "assessment" / "intake").rglob("*.py")):
        asked = set(re.findall(r"\w+", module.read_text(encoding="utf-8")))
        assert not asked & writing, module.name
