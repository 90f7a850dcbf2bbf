"""The counts are the same in whatever order files are loaded."""

from collections import Counter
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.intake.extract_loading import load
from assessment.people import local_person
from assessment.workspace import Workspace
from tests.conftest import NewStore
from tests.extracts import street_row, write_csv
from tests.properties import examples
from tests.stored import CURRENT, assert_sound, stored

PLACES = {
    "Bedfordshire Police": ("E01015700", "Luton 001A"),
    "Hertfordshire Constabulary": ("E01023500", "Stevenage 001A"),
}
BEDS = "Bedfordshire Police"

# reference, month, force, outcome
Record = tuple[str, str, str, str]


def held_after(new_store: NewStore, files: list[list[Record]]) -> Counter[tuple[str, ...]]:
    """Load files of one source, one after another, and return the records that stand."""
    with TemporaryDirectory() as folder:
        workspace = Workspace(new_store(Path(folder) / "s.duckdb"), local_person())
        for number, rows in enumerate(files):
            written = [
                street_row(reference, month, "Drugs", PLACES[force], outcome, force)
                for reference, month, force, outcome in rows
            ]
            load(workspace, write_csv(Path(folder) / f"{number}.csv", written))
        assert_sound(workspace)
        current = stored(workspace, CURRENT).fillna({"outcome": ""})
        months = current.counted_on.dt.strftime("%Y-%m")
        columns = (current.reference, months, current.force, current.outcome)
        held: list[tuple[str, ...]] = list(zip(*columns, strict=True))
        workspace.store.close()
    return Counter(held)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["January first", "February first"])
def test_an_id_in_two_months_stands_in_the_later(new_store: NewStore, order: list[int]) -> None:
    """Case 10: of 30 in January and 35 in February, five have the same ID."""
    january = [(f"id{n}", "2024-01", BEDS, "") for n in range(30)]
    february = [(f"id{n}", "2024-02", BEDS, "") for n in range(25, 60)]
    held = held_after(new_store, [[january, february][at] for at in order])
    assert Counter(month for _, month, *_ in held) == {"2024-01": 25, "2024-02": 35}


def test_a_month_sent_again_does_not_take_back_what_a_later_one_has(new_store: NewStore) -> None:
    january = [(f"id{n}", "2024-01", BEDS, "") for n in range(30)]
    february = [(f"id{n}", "2024-02", BEDS, "") for n in range(25, 60)]
    revised = [(reference, month, force, "Charged") for reference, month, force, _ in january]
    held = held_after(new_store, [january, february, revised])
    assert Counter((month, outcome) for _, month, _, outcome in held) == {
        ("2024-01", "Charged"): 25,
        ("2024-02", ""): 35,
    }


def test_a_file_that_speaks_of_both_months_moves_a_record_back(new_store: NewStore) -> None:
    february = [("id1", "2024-02", BEDS, ""), ("id2", "2024-02", BEDS, "")]
    both = [("id1", "2024-01", BEDS, ""), ("id2", "2024-02", BEDS, "")]
    held = held_after(new_store, [february, both])
    assert {(reference, month) for reference, month, *_ in held} == {
        ("id1", "2024-01"),
        ("id2", "2024-02"),
    }


def files_of(months: list[str]) -> st.SearchStrategy[list[list[Record]]]:
    """Draw a file for each month and one of another force, with references from a small pool."""
    references = st.lists(st.integers(1, 8), min_size=1, max_size=6, unique=True)

    def written(month: str, force: str) -> st.SearchStrategy[list[Record]]:
        outcome = st.sampled_from(["", "Charged"])
        return st.tuples(references, outcome).map(
            lambda drawn: [(f"id{n}", month, force, drawn[1]) for n in drawn[0]]
        )

    forces = [BEDS, BEDS, "Hertfordshire Constabulary"]
    return st.tuples(*map(written, months, forces)).map(list)


@settings(max_examples=examples(2))
@given(
    st.sampled_from([["2024-01", "2024-02", "2024-03"], ["2024-01", "2024-02", "2024-02"]]).flatmap(
        files_of
    )
)
def test_any_order_of_three_files_gives_the_same(
    new_store: NewStore, files: list[list[Record]]
) -> None:
    first, *others = [held_after(new_store, list(order)) for order in permutations(files)]
    assert all(other == first for other in others)
