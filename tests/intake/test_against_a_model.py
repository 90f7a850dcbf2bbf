"""Any sequence of street files leaves what a slow and obvious model says that it should."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

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
ASB = "Anti-social behaviour"

# reference ("" for none), month, force, crime type, outcome
Record = tuple[str, str, str, str, str]
records = st.builds(
    lambda number, month, force, kind, outcome: (
        "" if kind == ASB else f"{force[0]}{number}",
        month,
        force,
        kind,
        outcome,
    ),
    st.integers(1, 5),
    st.sampled_from(["2024-01", "2024-02"]),
    st.sampled_from(list(PLACES)),
    st.sampled_from([ASB, "Burglary", "Drugs"]),
    st.sampled_from(["", "Charged"]),
)
# A reference stands once in a file: what is done with repeats is tested by itself.
files = st.lists(records, min_size=1, max_size=8).map(
    lambda rows: list({row[0] or number: row for number, row in enumerate(rows)}.values())
)


def subject(kind: str) -> str:
    return "asb" if kind == ASB else "offence"


# A record that stands, and the last month of the file that brought it.
Standing = tuple[Record, str]


def model(held: list[Standing], file: list[Record]) -> list[Standing]:
    """Return what stands after a file: all of it, and of what stood before what it leaves alone.

    A file speaks for every force, month and subject that it has rows of, taken together, because
    with so few rows none is a true zero; and for every reference that it carries, unless that
    stands in a month or force that it does not speak of and came with a file that reaches further.
    """
    forces = {force for _, _, force, _, _ in file}
    months = {month for _, month, _, _, _ in file}
    subjects = {subject(kind) for _, _, _, kind, _ in file}
    carried = {row[0]: row for row in file if row[0]}
    until = max(months)
    brought = dict(held)
    left_alone, superseded = [], []
    for row, last in held:
        is_spoken_of = row[1] in months and row[2] in forces
        if is_spoken_of and subject(row[3]) in subjects:
            continue
        again = carried.get(row[0])
        if again and (is_spoken_of or (last, row[1], row[2]) <= (until, again[1], again[2])):
            continue
        left_alone.append((row, last))
        superseded += [again] if again else []
    return left_alone + [
        (row, brought.get(row, until) if row[0] else until) for row in file if row not in superseded
    ]


@settings(max_examples=examples(15))
@given(st.lists(files, min_size=1, max_size=4))
def test_any_sequence_of_files(new_store: NewStore, sent: list[list[Record]]) -> None:
    expected: list[Standing] = []
    with TemporaryDirectory() as folder:
        workspace = Workspace(new_store(Path(folder) / "s.duckdb"), local_person())
        for number, rows in enumerate(sent):
            written = [
                street_row(reference, month, kind, PLACES[force], outcome, force)
                for reference, month, force, kind, outcome in rows
            ]
            load(workspace, write_csv(Path(folder) / f"{number}.csv", written))
            expected = model(expected, rows)
        assert Counter(held(workspace)) == Counter(row for row, _ in expected)
        assert_sound(workspace)
        workspace.store.close()


def held(workspace: Workspace) -> list[Record]:
    current = stored(workspace, CURRENT).fillna({"reference": "", "outcome": ""})
    months = current.counted_on.dt.strftime("%Y-%m")
    columns = (current.reference, months, current.force, current.category, current.outcome)
    return list(zip(*columns, strict=True))
