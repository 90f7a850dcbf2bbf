"""What the store holds after loading: nothing counted twice, nothing lost, nothing half done."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assessment.errors import InvalidRequest, NotPermitted, UploadRefused
from assessment.examples import remove_examples
from assessment.intake import extract_loading, record_loading
from assessment.intake.categories.category_meanings import (
    UnmappedCategory,
    map_category,
    unmapped_categories,
)
from assessment.intake.extract_loading import load
from assessment.intake.extract_register import extracts, rejected_rows
from assessment.intake.file_choices import FileChoices
from assessment.intake.files.file_tables import ArrivedFile
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.intake.mapping.rows.record_staging import stage
from assessment.intake.report.duplicate_upload import same_file
from assessment.people import Person, Role
from assessment.store import Store, Writer
from assessment.workspace import Workspace
from tests.extracts import street_row, street_zip, write_csv
from tests.stored import COUNTS, COVERAGE, CURRENT, assert_sound, stored

LUTON = ("E01015700", "Luton 001A")
BEDFORD = ("E01017440", "Bedford 001A")
NORTH_HERTS = ("E01023500", "North Hertfordshire 001A")
NOWHERE = ("", "")

Loads = Callable[..., LoadReport]


@pytest.fixture
def loads(workspace: Workspace, tmp_path: Path) -> Loads:
    """Write rows as a street file and load it, checking afterwards that the store is sound."""
    files = iter(range(1000))

    def load_rows(rows: list[list[str]], **options: object) -> LoadReport:
        path = write_csv(tmp_path / f"{next(files)}-street.csv", rows)
        report = load(workspace, path, **options)  # type: ignore[arg-type]
        assert_sound(workspace)
        return report

    return load_rows


def test_loads_rows_and_says_what_it_understood(loads: Loads) -> None:
    report = loads(
        [
            street_row("a1", "2024-01", "Shoplifting"),
            street_row("a2", "2024-02", "Burglary", BEDFORD),
            street_row("", "2024-02"),
            street_row("a3", "2024-02", "Burglary", NOWHERE),
        ]
    )
    assert report.status is LoadStatus.LOADED
    assert report.source == "police-uk"
    assert (report.rows.read, report.rows.loaded, report.rows.rejected) == (4, 4, 0)
    assert report.months == ("2024-01", "2024-02")
    assert dict(report.districts) == {"Luton": 2, "Bedford": 1}
    assert dict(report.measures) == {
        "Burglary": 2,
        "Shoplifting": 1,
        "Anti-social behaviour": 1,
    }
    assert report.unlocated == 1
    assert any("1 row has no location" in problem for problem in report.problems)


REPEATS = [
    # rows, loaded, repeated, why
    ([street_row(""), street_row("")], 2, 0, "rows without an ID are never taken for copies"),
    (
        [street_row("a1", crime_type="Drugs"), street_row("a1", crime_type="Drugs")],
        1,
        1,
        "a repeated ID with identical rows is one record",
    ),
    (
        [
            street_row("a1", crime_type="Drugs"),
            street_row("a1", crime_type="Drugs", outcome="Charged"),
        ],
        1,
        1,
        "a repeated ID with different rows is one record",
    ),
    (
        [street_row("a1", crime_type="Drugs"), street_row("a2", crime_type="Drugs")],
        2,
        0,
        "two IDs are two records, however alike",
    ),
]


@pytest.mark.parametrize(("rows", "kept", "repeated", "why"), REPEATS)
def test_repeats(loads: Loads, rows: list[list[str]], kept: int, repeated: int, why: str) -> None:
    report = loads(rows)
    assert (report.rows.loaded, report.rows.repeated) == (kept, repeated), why


def test_differing_repeats_are_reported_and_the_fullest_is_kept(
    loads: Loads, workspace: Workspace
) -> None:
    report = loads([street_row("a1", outcome="Charged"), street_row("a1"), street_row("a2")])
    assert any("1 ID had rows that differ" in problem for problem in report.problems)
    assert not any("0 say the same" in problem for problem in report.problems)
    held = stored(workspace, CURRENT)
    assert held.set_index("reference").outcome["a1"] == "Charged"


def test_the_same_file_twice_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "street.csv", [street_row(""), street_row("a1"), street_row("a1")])
    load(workspace, path)
    before = workspace.store.data_version
    for dry_run in (True, False):
        again = load(workspace, path, name="sent-again.csv", dry_run=dry_run)
        assert again.status is LoadStatus.UNCHANGED
        assert (again.rows.read, again.rows.unchanged, again.rows.loaded) == (3, 2, 0)
        assert workspace.store.data_version == before
        (said,) = again.problems
        assert said.startswith(
            "This very file is here already, as extract 1 (street.csv), loaded on"
        )
        assert said.endswith(
            "by Test analyst. Loading it changes nothing. To have it read otherwise, undo extract "
            "1 first."
        )


def test_a_file_that_somebody_else_loads_meanwhile_is_not_loaded_twice(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_csv(tmp_path / "street.csv", [street_row()])

    def not_yet(
        reader: Store | Writer, arrived: ArrivedFile, source: str, months_said: Sequence[date]
    ) -> LoadReport | None:
        found = same_file(reader, arrived, source, months_said)
        monkeypatch.undo()
        assert load(workspace, path).status is LoadStatus.LOADED
        return found

    monkeypatch.setattr(extract_loading, "same_file", not_yet)
    report = load(workspace, path)
    assert (report.status, report.extract) == (LoadStatus.UNCHANGED, 1)
    assert (len(extracts(workspace)), workspace.store.interruptions()) == (1, [])


def test_an_extract_is_in_the_register_as_it_was_reported(
    loads: Loads, workspace: Workspace
) -> None:
    report = loads([street_row("a1", crime_type="Piracy"), street_row("a2", "2024-99")])
    (extract,) = extracts(workspace)
    assert (extract.id, extract.file, extract.source) == (report.extract, report.file, "police-uk")
    assert (extract.rows, extract.months) == (report.rows, (date(2024, 1, 1),))
    assert (extract.is_synthetic, extract.is_undone) == (False, False)
    assert unmapped_categories(workspace) == (
        UnmappedCategory("police-uk", report.measure_set, "Piracy", 1),
    )
    refused = rejected_rows(workspace, extract.id)
    assert refused.columns == tuple(workspace.store.frame("rejected_rows", extract=1).columns)
    (row,) = (dict(zip(refused.columns, values, strict=True)) for values in refused.rows)
    assert (row["row_number"], row["column_name"], row["found"]) == (3, "Month", "2024-99")


def test_the_same_rows_in_another_wrapping_are_unchanged(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [street_row(""), street_row(""), street_row("a1", crime_type="Drugs")]
    load(workspace, write_csv(tmp_path / "street.csv", rows))
    wrapped = street_zip(tmp_path / "street.zip", {"2024-01": rows[::-1]})
    tried = load(workspace, wrapped, dry_run=True)
    again = load(workspace, wrapped)
    assert (again.rows.unchanged, again.rows.loaded, again.rows.withdrawn) == (3, 0, 0)
    for report in (tried, again):
        assert report.rows.changes_nothing
        assert report.problems[0].startswith(
            "Every record in this file is here already, from extract 1 (street.csv), loaded on"
        )
    assert_sound(workspace)
    third = load(workspace, write_csv(tmp_path / "again.csv", rows[::-1]), dry_run=True)
    assert "from extract 2 (street.zip), loaded" in third.problems[0], "the latest first"


REISSUES = [
    # first, second, (unchanged, loaded, revised, withdrawn), current afterwards, why
    (
        [street_row("a1"), street_row("a2")],
        [street_row("a1", outcome="Charged"), street_row("a2")],
        (1, 0, 1, 0),
        2,
        "a record that changes gets a new version, and is still one record",
    ),
    (
        [street_row("a1"), street_row("a2")],
        [street_row("a2"), street_row("a3")],
        (1, 1, 0, 1),
        2,
        "a later file for the month replaces the month: a1 was no-crimed, a3 came late",
    ),
    (
        [street_row(""), street_row(""), street_row("")],
        [street_row(""), street_row("")],
        (2, 0, 0, 1),
        2,
        "of three rows alike, two remain",
    ),
    (
        [street_row("a1", "2024-01")],
        [street_row("a2", "2024-02")],
        (0, 1, 0, 0),
        2,
        "another month is added",
    ),
    (
        [street_row("a1", "2024-01"), street_row("a2", "2024-01")],
        [street_row("a1", "2024-02")],
        (0, 0, 1, 0),
        2,
        "a record that moved to another month moves; it is not counted in both",
    ),
    (
        [street_row("a1"), street_row("h1", force="Hertfordshire Constabulary", lsoa=NORTH_HERTS)],
        [street_row("h2", force="Hertfordshire Constabulary", lsoa=NORTH_HERTS)],
        (0, 1, 0, 1),
        2,
        "one force's file does not replace another's",
    ),
]


@pytest.mark.parametrize(("first", "second", "fates", "current", "why"), REISSUES)
def test_a_later_file_replaces_what_it_covers(
    loads: Loads,
    workspace: Workspace,
    first: list[list[str]],
    second: list[list[str]],
    fates: tuple[int, int, int, int],
    current: int,
    why: str,
) -> None:
    loads(first)
    rows = loads(second).rows
    assert (rows.unchanged, rows.loaded, rows.revised, rows.withdrawn) == fates, why
    assert len(stored(workspace, CURRENT)) == current, why


def test_neighbours_load_but_are_not_covered(loads: Loads, workspace: Workspace) -> None:
    report = loads([street_row(f"a{n}") for n in range(99)] + [street_row("n", lsoa=NORTH_HERTS)])
    assert report.rows.loaded == 100
    covered = stored(workspace, COVERAGE)
    assert set(covered.area) == {"Bedfordshire Police", "Luton"}


def test_an_unknown_crime_type_is_loaded_as_unmapped_and_can_be_mapped(
    loads: Loads, workspace: Workspace
) -> None:
    report = loads([street_row("a1", crime_type="Cyber mischief"), street_row("a2")])
    assert report.rows.loaded == 2
    assert report.unmapped == (("Cyber mischief", 1),)
    map_category(workspace, "police-uk", "Cyber mischief", "other-crime")
    assert_sound(workspace)
    assert not unmapped_categories(workspace)
    later = loads([street_row("a3", "2024-02", crime_type="Cyber mischief")])
    assert later.unmapped == ()
    with pytest.raises(InvalidRequest, match="not"):
        map_category(workspace, "police-uk", "Cyber mischief", "not-a-measure")


def test_a_dry_run_keeps_nothing(loads: Loads, workspace: Workspace) -> None:
    report = loads([street_row("a1")], dry_run=True)
    assert report.status is LoadStatus.CHECKED
    assert report.rows.loaded == 1
    assert workspace.store.frame("extracts").empty
    assert stored(workspace, CURRENT).empty
    assert workspace.store.data_version == 0


def test_a_score_is_saved_while_a_file_is_checked(
    loads: Loads, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = []

    def save_meanwhile(*args: Any) -> object:
        with workspace.store.writing(leaves_counts=True) as writer:
            workspace.audit(writer, "scored", "meanwhile")
        saved.append(workspace.store.data_version)
        return stage(*args)

    monkeypatch.setattr(record_loading, "stage", save_meanwhile)
    report = loads([street_row("a")], dry_run=True)
    assert (report.status, saved) == (LoadStatus.CHECKED, [1])
    assert workspace.store.rows("extracts") == []


def test_refused_rows_are_kept_with_their_reason(loads: Loads, workspace: Workspace) -> None:
    report = loads(
        [
            street_row("a1", "2024-01"),
            street_row("a2", "2024-13"),  # no such month
            street_row("a3", ""),  # no date at all
            street_row("a4", "2099-01"),  # not yet
            [*street_row("a5"), "one cell too many"],
        ]
    )
    assert (report.rows.read, report.rows.loaded, report.rows.rejected) == (5, 1, 4)
    kept = workspace.store.frame("rejected_rows", extract=report.extract)
    assert kept.row_number.tolist() == [3, 4, 5, 6]
    assert kept.found.tolist() == ["2024-13", "", "2099-01", "13 cells"]
    assert kept.raw[0].startswith("a2,2024-13")


def test_a_file_whose_rows_are_all_refused_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "street.csv", [street_row("a1", "yesterday")])
    with pytest.raises(UploadRefused, match="found 'yesterday' in row 2"):
        load(workspace, path)
    assert workspace.store.frame("extracts").empty


GENERAL = ["Crime ref", "Date", "Offence", "District", "Ward", "Hate crime"]
DATES = [
    # dates as written, days they are, (rejected, ambiguous), why
    (["31/01/2024", "01/02/2024"], ["2024-01-31", "2024-02-01"], (0, False), "day first"),
    (["2024-01-31", "2024-02-01"], ["2024-01-31", "2024-02-01"], (0, False), "ISO"),
    (["01/02/2024", "03/02/2024"], ["2024-02-01", "2024-02-03"], (0, True), "either way: said so"),
    (["31/01/2024 23:59", "1 Feb 2024"], ["2024-01-31", "2024-02-01"], (0, False), "mixed styles"),
    (["31/02/2024", "01/02/2024"], ["2024-02-01"], (1, True), "31 February does not exist"),
    (["13/02/2024", "02/14/2024"], ["2024-02-13"], (1, False), "one month-first row is refused"),
    (["31/01/24", "01/02/24"], ["2024-01-31", "2024-02-01"], (0, False), "two-digit years"),
]


@pytest.mark.parametrize(("written", "read", "said", "why"), DATES)
def test_dates(
    workspace: Workspace,
    tmp_path: Path,
    written: list[str],
    read: list[str],
    said: tuple[int, bool],
    why: str,
) -> None:
    rows = [[f"r{n}", text, "Shoplifting", "Luton", "", ""] for n, text in enumerate(written)]
    report = load(workspace, write_csv(tmp_path / "extract.csv", rows, GENERAL))
    held = stored(workspace, CURRENT).counted_on.dt.date
    assert sorted(held) == [date.fromisoformat(text) for text in read], why
    ambiguous = any("day first or month first" in problem for problem in report.problems)
    assert (report.rows.rejected, ambiguous) == said, why


def test_an_unknown_area_is_told_and_counts_for_no_district(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [
        [f"r{n}", f"{n + 1:02d}/01/2024", "Shoplifting", place, "", ""]
        for n, place in enumerate(["Luton", "Luton", "Bedfrod", "Atlantis", "Atlantis", "Atlantis"])
    ]
    report = load(workspace, write_csv(tmp_path / "extract.csv", rows, GENERAL))
    assert (report.rows.loaded, report.nowhere) == (6, 4)
    assert dict(report.districts) == {"Luton": 2}
    said = "\n".join(report.problems)
    assert (
        "'Bedfrod' (1 row) is not a district of England or Wales that we know, so these rows count "
        "for no district. Did you mean Bedford or Bradford?"
    ) in said
    assert "'Atlantis' (3 rows) is not a district of England or Wales that we know" in said


def test_a_file_of_american_dates_is_asked_about(workspace: Workspace, tmp_path: Path) -> None:
    rows = [
        [f"r{n}", text, "Shoplifting", "Luton", "", ""]
        for n, text in enumerate(["01/31/2024", "02/01/2024"])
    ]
    report = load(workspace, write_csv(tmp_path / "extract.csv", rows, GENERAL))
    assert report.status is LoadStatus.ASKS
    assert "month first" in report.questions[0].text
    assert stored(workspace, CURRENT).empty


def test_flags_are_counted_beside_offences(workspace: Workspace, tmp_path: Path) -> None:
    rows = [
        ["r1", "01/01/2024", "Public order", "Luton", "Central", "Racial"],
        ["r2", "02/01/2024", "Violence with injury", "Luton", "Central", "N"],
        ["r3", "25/01/2024", "Violence with injury", "Rochfrod", "Central", ""],
    ]
    report = load(workspace, write_csv(tmp_path / "extract.csv", rows, GENERAL), source="test")
    assert_sound(workspace)
    counts = stored(workspace, COUNTS).groupby("measure").n.sum()
    assert counts["hate-crime"] == counts["hate-crime-race"] == counts["public-order"] == 1
    assert any("Did you mean Rochford" in problem for problem in report.problems)
    subjects = set(stored(workspace, COVERAGE).subject)
    assert subjects == {"offence", "hate-crime"}


def test_a_district_file_does_not_replace_a_neighbours(
    workspace: Workspace, tmp_path: Path
) -> None:
    def send(name: str, district: str, count: int) -> LoadReport:
        rows = [[f"{district}{n}", "15/01/2024", "Arson", district, "", ""] for n in range(count)]
        return load(workspace, write_csv(tmp_path / name, rows, GENERAL), source="essex")

    send("a.csv", "Castle Point", 3)
    assert send("b.csv", "Rochford", 2).rows.withdrawn == 0
    assert send("c.csv", "Castle Point", 1).rows.withdrawn == 2
    assert len(stored(workspace, CURRENT)) == 3
    assert_sound(workspace)


def test_a_month_that_stops_early_is_partial(workspace: Workspace, tmp_path: Path) -> None:
    days = [(month, day) for month in (1, 2, 3) for day in range(1, 29) if (month, day) < (3, 12)]
    rows = [
        [f"{month}-{day}-{n}", f"{day:02d}/{month:02d}/2024", "Arson", "Luton", "", "No"]
        for month, day in days
        for n in range(3)
    ]
    report = load(workspace, write_csv(tmp_path / "extract.csv", rows, GENERAL))
    assert any("rows of March 2024 do not reach" in problem for problem in report.problems)
    held = stored(workspace, COVERAGE)
    assert held[held.partial].month.dt.month.unique().tolist() == [3]


def test_a_partner_may_not_load(workspace: Workspace, tmp_path: Path) -> None:
    partner = Workspace(workspace.store, Person("A partner", Role.PARTNER))
    with pytest.raises(NotPermitted, match="A partner may not load extracts"):
        load(partner, write_csv(tmp_path / "street.csv", [street_row()]))


def test_a_cell_without_end_is_told(workspace: Workspace, tmp_path: Path) -> None:
    rows = [street_row(f"a{n}") for n in range(300)]
    # A row to be refused makes every line be looked at.
    rows += [street_row("b", "no date"), street_row("x" * 200_000)]
    with pytest.raises(UploadRefused, match="cannot be read at line 303"):
        load(workspace, write_csv(tmp_path / "street.csv", rows))


PLACELESS = ["Date", "Offence", "District"]


def test_a_file_that_no_figure_could_count_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["01/02/2024", "Arson", "Lutton"], ["02/02/2024", "Arson", ""]]
    with pytest.raises(UploadRefused, match=r"no figure would count them \(found: Lutton\)"):
        load(workspace, write_csv(tmp_path / "a.csv", rows, PLACELESS))


def test_a_file_that_says_nothing_of_places_asks_for_one(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [["01/02/2024", "Arson"], ["02/02/2024", "Arson"]]
    path = write_csv(tmp_path / "b.csv", rows, PLACELESS[:2])
    report = load(workspace, path)
    assert (report.status, [question.about for question in report.questions]) == ("asks", ["place"])
    assert not any("nor a force" in problem for problem in report.problems), "asked, not told too"
    assert load(workspace, path, choices=FileChoices(place="luton")).districts == (("Luton", 2),)


def test_rows_that_no_figure_counts_are_told(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["01/02/2024", "Arson", "Luton"], ["02/02/2024", "Arson", "Lutton"]]
    report = load(workspace, write_csv(tmp_path / "a.csv", rows, PLACELESS))
    assert (report.unlocated, report.nowhere) == (0, 1)
    assert any(
        "1 row names neither a district that we know nor a force" in p for p in report.problems
    )


def test_an_extracts_number_is_never_given_twice(loads: Loads, workspace: Workspace) -> None:
    loads([street_row("a1")], dry_run=True)
    assert loads([street_row("a1")], source="example-luton", synthetic=True).extract == 1
    remove_examples(workspace)
    assert loads([street_row("a1")]).extract == 2


@pytest.mark.parametrize(
    ("again", "is_refused", "why"),
    [
        (20, False, "as many can be corrections"),
        (21, True, "more are another file's numbers that start again"),
    ],
)
def test_references_in_use_for_something_else(
    loads: Loads, again: int, is_refused: bool, why: str
) -> None:
    ids = [f"a{number}" for number in range(again)]
    loads([street_row(each, "2024-01", "Burglary") for each in ids])
    rows = [street_row(each, "2024-02", "Shoplifting") for each in ids]
    if is_refused:
        with pytest.raises(UploadRefused, match="21 of its references already belong to records"):
            loads(rows)
    else:
        assert loads(rows).rows.revised == again, why
