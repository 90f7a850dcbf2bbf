"""Undoing restores: what is left is what there would be had the file never come."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.errors import InvalidRequest, NotPermitted
from assessment.intake.categories.category_meanings import map_category
from assessment.intake.extract_loading import load
from assessment.intake.extract_register import rejected_rows
from assessment.intake.extract_undo import Undoing, resting_on, undo_load, undo_with_later, undoing
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.people import Person, Role, local_person
from assessment.store import Store
from assessment.workspace import Workspace
from tests.conftest import NewStore
from tests.extracts import street_row, write_csv
from tests.intake.test_against_a_model import ASB, PLACES, Record
from tests.properties import examples
from tests.stored import CURRENT, assert_sound, stored

BURGLARIES = [street_row(f"{n}", "2024-01", "Burglary") for n in range(5)]
HEADER = ["Crime ref", "Date", "Offence", "District", "Force"]
# What undoing gives back, to the row. Numbers of extracts differ between two histories of a store.
HISTORY = (
    "SELECT * FROM incident",
    "SELECT * FROM coverage",
    "SELECT * FROM monthly_count",
    "SELECT * FROM monthly_district_count",
    "SELECT * FROM rejected_row",
)
PRESENT = (
    "SELECT * EXCLUDE (first_extract) FROM incident WHERE last_extract IS NULL",
    "SELECT DISTINCT * EXCLUDE (extract) FROM coverage",
    *HISTORY[2:4],
)
Content = list[list[str]]
Loads = Callable[..., LoadReport]


def content(workspace: Workspace, of: Sequence[str] = HISTORY) -> Content:
    """Return every row as text, in an order that does not depend on how it is stored."""
    return [sorted(map(str, stored(workspace, sql).to_numpy().tolist())) for sql in of]


@pytest.fixture
def loads(workspace: Workspace, tmp_path: Path) -> Loads:
    """Load rows as a street file of a name of its own."""
    numbers = iter(range(100))

    def load_rows(rows: list[list[str]], **options: object) -> LoadReport:
        path = write_csv(tmp_path / f"{next(numbers)}-street.csv", rows)
        return load(workspace, path, **options)  # type: ignore[arg-type]

    return load_rows


def test_a_revision_and_a_withdrawal_are_taken_back(loads: Loads, workspace: Workspace) -> None:
    loads(BURGLARIES)
    before = content(workspace)
    version = workspace.store.data_version
    # One is another offence now, two have gone, one is new, and one row cannot be read.
    revised = [street_row("0", "2024-01", "Robbery"), *BURGLARIES[1:3]]
    report = loads([*revised, street_row("new", "2024-01", "Drugs"), street_row("x", "when?")])
    assert (report.rows.revised, report.rows.withdrawn, report.rows.rejected) == (1, 2, 1)
    told = undoing(workspace, 2)
    assert (told.removed, told.restored, told.refused_rows) == (2, 3, 1)
    assert undo_load(workspace, 2) == told
    assert content(workspace) == before
    assert workspace.store.data_version == version + 2
    assert_sound(workspace)
    assert not rejected_rows(workspace, 2).rows
    extracts = stored(workspace, "SELECT id, status FROM extract ORDER BY id").to_numpy().tolist()
    assert extracts == [[1, "loaded"], [2, "undone"]]
    events = stored(workspace, "SELECT person, action, subject FROM audit_event")
    assert events.iloc[-1].tolist() == ["Test analyst", "undid extract", "2: 1-street.csv"]


def test_the_very_same_file_loads_again(loads: Loads, workspace: Workspace, tmp_path: Path) -> None:
    loads(BURGLARIES)
    undo_load(workspace, 1)
    again = load(workspace, tmp_path / "0-street.csv")
    assert (again.status, again.extract, again.rows.loaded) == (LoadStatus.LOADED, 2, 5)


def test_the_file_before_counts_as_loaded_again(
    loads: Loads, workspace: Workspace, tmp_path: Path
) -> None:
    loads(BURGLARIES)
    loads(BURGLARIES[:3])
    undo_load(workspace, 2)
    assert load(workspace, tmp_path / "0-street.csv").status is LoadStatus.UNCHANGED


@pytest.mark.parametrize(
    ("later", "rests"),
    [
        # Each in a month of its own, and both only added: neither knows of the other.
        ([street_row("b", "2024-02", "Drugs")], False),
        # The same month, of another subject.
        ([street_row("", "2024-01", ASB)], True),
        # A month of its own, with a late record of the first one's that says the same: the record
        # is the first extract's, and would go with it.
        ([street_row(f"b{n}", "2024-03", "Drugs") for n in range(300)] + BURGLARIES[:1], True),
        # A reference that has moved to another month.
        ([street_row("0", "2024-02", "Burglary")], True),
        # A stray row of the first one's month that it has not: added there, and no more.
        (
            [street_row(f"b{n}", "2024-03", "Drugs") for n in range(300)]
            + [street_row("late", "2024-01", "Drugs")],
            False,
        ),
    ],
)
def test_what_a_later_extract_rests_on_stays(
    loads: Loads, workspace: Workspace, later: list[list[str]], rests: bool
) -> None:
    loads(BURGLARIES)
    loads(later)
    before = content(workspace)
    if not rests:
        undo_load(workspace, 1)
        assert set(stored(workspace, CURRENT).first_extract) == {2}
        return
    with pytest.raises(InvalidRequest, match=r"Undo extract 2 \(1-street.csv\) first"):
        undo_load(workspace, 1)
    assert content(workspace) == before
    undo_load(workspace, 2)
    undo_load(workspace, 1)
    assert_empty(workspace)


def test_withdrawn_elsewhere_and_loaded_since_is_not_current_twice(
    loads: Loads, workspace: Workspace
) -> None:
    """A record is withdrawn from January by the second file and comes in March with the third."""
    loads(BURGLARIES)
    loads(BURGLARIES[1:])
    loads([street_row("0", "2024-03", "Burglary")])
    with pytest.raises(InvalidRequest, match="Undo extract 3 "):
        undo_load(workspace, 2)
    undo_load(workspace, 3)
    undo_load(workspace, 2)
    assert_sound(workspace)


def test_a_month_between_others_that_were_revised_can_go(
    loads: Loads, workspace: Workspace
) -> None:
    """January, February, and January again: February knows of neither, nor they of it."""
    loads(BURGLARIES)
    loads([street_row(f"b{n}", "2024-02", "Drugs") for n in range(3)])
    loads([street_row("0", "2024-01", "Robbery"), *BURGLARIES[2:]])
    assert undo_load(workspace, 2).removed == 3
    assert_sound(workspace)
    assert set(stored(workspace, CURRENT).first_extract) == {1, 3}


def test_of_extracts_from_before_it_is_not_known_what_they_found(
    loads: Loads, workspace: Workspace
) -> None:
    loads(BURGLARIES)
    loads([street_row(f"b{n}", "2024-02", "Drugs") for n in range(3)])
    loads(BURGLARIES[1:])
    with workspace.store.writing() as writer:
        writer.run("remove_extract_found", extract=3)
    with pytest.raises(InvalidRequest, match="Undo extract 3 "):
        undoing(workspace, 2)


def test_all_that_must_be_undone_first_are_named(loads: Loads, workspace: Workspace) -> None:
    for rows in (BURGLARIES, BURGLARIES[1:], BURGLARIES[2:]):
        loads(rows)
    loads(BURGLARIES, source="another")
    with pytest.raises(InvalidRequest, match=r"Undo extract 3 \(.*\) and extract 2 \(.*\) first"):
        undo_load(workspace, 1)
    undo_load(workspace, 3)
    with pytest.raises(InvalidRequest, match=r"Undo extract 2 \([^)]*\) first"):
        undoing(workspace, 1)


def test_what_rests_on_what_rests_on_it_goes_too_or_nothing_does(
    loads: Loads, workspace: Workspace
) -> None:
    before = content(workspace)
    loads(BURGLARIES)
    loads([street_row("0", "2024-02", "Burglary"), street_row("z", "2024-02", "Burglary")])
    loads([street_row("z", "2024-03", "Burglary"), street_row("y", "2024-03", "Burglary")])
    assert [later.extract for later in resting_on(workspace, 1)] == [3, 2]
    undo_with_later(workspace, 1)
    assert content(workspace) == before
    with pytest.raises(InvalidRequest, match="already been undone"):
        undo_with_later(workspace, 1)


def test_a_meaning_that_was_said_stays(loads: Loads, workspace: Workspace) -> None:
    rows = [*BURGLARIES, street_row("p", "2024-01", "Piracy")]
    loads(rows)
    revised = loads([*BURGLARIES, street_row("p", "2024-01", "Piracy", outcome="Charged")])
    assert revised.rows.revised == 1
    map_category(workspace, "police-uk", "Piracy", "anti-social-behaviour")
    undo_load(workspace, 2)
    assert_sound(workspace)
    current = stored(workspace, CURRENT).set_index("reference")
    assert current.measure["p"] == "anti-social-behaviour"
    subjects = "SELECT DISTINCT subject FROM coverage ORDER BY subject"
    assert stored(workspace, subjects).subject.tolist() == ["anti-social-behaviour", "offence"]
    undo_load(workspace, 1)
    assert_empty(workspace)
    assert loads(rows).unmapped == ()


def test_a_source_without_extracts_is_free_to_be_counted_in_another_set(
    workspace: Workspace, tmp_path: Path
) -> None:
    def file(name: str, offences: Sequence[str]) -> Path:
        rows = [
            [f"{name}{n}", "15/01/2024", offence, "Luton", ""] for n, offence in enumerate(offences)
        ]
        return write_csv(tmp_path / f"{name}.csv", rows, HEADER)

    theirs = file("theirs", ["Violence and sexual offences", "Piracy"])
    assert load(workspace, theirs, source="a").measure_set == "police-uk"
    map_category(workspace, "a", "Piracy", "violence-and-sexual-offences")
    undo_load(workspace, 1)
    with pytest.raises(InvalidRequest, match="Nothing of source a is loaded"):
        map_category(workspace, "a", "Piracy", "violence-and-sexual-offences")
    ours = file("ours", ["Violence with injury", "Arson", "Piracy"])
    report = load(workspace, ours, source="a")
    # What was said of Piracy is no measure of this set, and says nothing in it.
    assert (report.measure_set, report.unmapped) == ("home-office", (("Piracy", 1),))


@pytest.mark.parametrize(
    ("extract", "said"),
    [(7, "There is no extract 7"), (1, "already been undone"), (2, "is an example's")],
)
def test_what_cannot_be_undone(loads: Loads, workspace: Workspace, extract: int, said: str) -> None:
    loads(BURGLARIES)
    undo_load(workspace, 1)
    loads(BURGLARIES, source="example-luton", synthetic=True)
    version = workspace.store.data_version
    for ask in (undoing, undo_load):
        with pytest.raises(InvalidRequest, match=said):
            ask(workspace, extract)
    assert workspace.store.data_version == version


def test_who_may_undo(loads: Loads, store: Store) -> None:
    loads(BURGLARIES)
    partner = Workspace(store, Person("A partner", Role.PARTNER))
    for ask in (undoing, undo_load):
        with pytest.raises(NotPermitted, match="may not load extracts"):
            ask(partner, 1)


def test_what_is_only_checked_takes_no_number(loads: Loads, workspace: Workspace) -> None:
    for expected in (1, 2):
        rows = [street_row(f"r{expected}", f"2024-0{expected}", "Drugs")]
        loads(rows, dry_run=True)
        assert loads(rows).extract == expected


# A file holds few records, of one month or two, with a category that nobody knows among them.
files = st.lists(
    st.builds(
        lambda number, month, force, kind, outcome: (
            "" if kind == ASB else f"{force[0]}{number}",
            f"2024-0{month}",
            force,
            kind,
            outcome,
        ),
        st.integers(1, 6),
        st.integers(1, 4),
        st.sampled_from(list(PLACES)),
        st.sampled_from([ASB, "Burglary", "Piracy"]),
        st.sampled_from(["", "Charged"]),
    ),
    min_size=1,
    max_size=6,
).map(lambda rows: list({row[0] or number: row for number, row in enumerate(rows)}.values()))
meanings = st.sampled_from(["robbery", "anti-social-behaviour"])


@contextmanager
def an_empty_store(new_store: NewStore) -> Iterator[tuple[Workspace, Path]]:
    with TemporaryDirectory() as folder:
        store = new_store(Path(folder) / "s.duckdb")
        yield Workspace(store, local_person()), Path(folder)
        store.close()


def send(workspace: Workspace, folder: Path, number: int, rows: list[Record]) -> int:
    written = [
        street_row(reference, month, kind, PLACES[force], outcome, force)
        for reference, month, force, kind, outcome in rows
    ]
    report = load(workspace, write_csv(folder / f"{number}.csv", written))
    # A file that says nothing new is the extract that said it.
    assert report.extract is not None
    return report.extract


def say(workspace: Workspace, measure: str) -> None:
    map_category(workspace, "police-uk", "Piracy", measure)


def assert_empty(workspace: Workspace) -> None:
    assert content(workspace) == [[] for _ in HISTORY]


@settings(max_examples=examples(8))
@given(st.lists(files, min_size=1, max_size=4))
def test_undoing_backwards_gives_back_every_step(
    new_store: NewStore, sent: list[list[Record]]
) -> None:
    with an_empty_store(new_store) as (workspace, folder):
        before: dict[int, Content] = {}
        for number, rows in enumerate(sent):
            so_far = content(workspace)
            before.setdefault(send(workspace, folder, number, rows), so_far)
        for extract in sorted(before, reverse=True):
            undo_load(workspace, extract)
            assert content(workspace) == before[extract]
            assert_sound(workspace)
        assert_empty(workspace)


@settings(max_examples=examples(8))
@given(st.lists(files, min_size=2, max_size=4), st.lists(st.integers(1, 4), max_size=3))
def test_what_may_be_undone_is_as_though_it_had_never_come(
    new_store: NewStore, sent: list[list[Record]], asked: list[int]
) -> None:
    with (
        an_empty_store(new_store) as (workspace, folder),
        an_empty_store(new_store) as (other, elsewhere),
    ):
        extracts = [send(workspace, folder, number, rows) for number, rows in enumerate(sent)]
        gone = {extract for extract in asked if may_go(workspace, extract)}
        for number, (extract, rows) in enumerate(zip(extracts, sent, strict=True)):
            if extract not in gone:
                send(other, elsewhere, number, rows)
        assert content(workspace, PRESENT) == content(other, PRESENT)
        assert_sound(workspace)


@settings(max_examples=examples(8))
@given(st.lists(files, min_size=2, max_size=4), st.integers(1, 4))
def test_with_what_rests_on_it_any_extract_goes_as_though_none_had_come(
    new_store: NewStore, sent: list[list[Record]], asked: int
) -> None:
    with (
        an_empty_store(new_store) as (workspace, folder),
        an_empty_store(new_store) as (other, elsewhere),
    ):
        extracts = [send(workspace, folder, number, rows) for number, rows in enumerate(sent)]
        extract = extracts[min(asked, len(extracts)) - 1]
        gone = [undone.extract for undone in undo_with_later(workspace, extract)]
        assert gone == sorted(gone, reverse=True)
        assert gone[-1] == extract
        for number, (brought, rows) in enumerate(zip(extracts, sent, strict=True)):
            if brought not in gone:
                send(other, elsewhere, number, rows)
        assert content(workspace, PRESENT) == content(other, PRESENT)
        assert_sound(workspace)


def may_go(workspace: Workspace, extract: int) -> Undoing | None:
    try:
        return undo_load(workspace, extract)
    except InvalidRequest:
        return None


@settings(max_examples=examples(8))
@given(st.lists(st.tuples(files, st.none() | meanings), min_size=1, max_size=4), st.integers(0, 3))
def test_meanings_outlive_the_extracts_they_were_said_of(
    new_store: NewStore, sent: list[tuple[list[Record], str | None]], kept: int
) -> None:
    with (
        an_empty_store(new_store) as (workspace, folder),
        an_empty_store(new_store) as (other, elsewhere),
    ):
        here, there = set(), set()
        for number, (rows, measure) in enumerate(sent):
            here.add(send(workspace, folder, number, rows))
            if number < kept:
                there.add(send(other, elsewhere, number, rows))
            if measure:
                say(workspace, measure)
            if measure and kept:
                say(other, measure)
        for extract in sorted(here - there, reverse=True):
            undo_load(workspace, extract)
            assert_sound(workspace)
        assert content(workspace, PRESENT) == content(other, PRESENT)
