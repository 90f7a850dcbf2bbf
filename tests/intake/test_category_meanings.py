"""What people say that categories mean: many at once, changed, taken back, in any order."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.definitions import LEFT_OUT
from assessment.errors import InvalidRequest, NotPermitted, UploadRefused
from assessment.intake.categories.category_list import category_rows, read_category_list
from assessment.intake.categories.category_meanings import (
    UnmappedCategory,
    map_categories,
    meanings_said,
    unmapped_categories,
)
from assessment.intake.categories.category_suggestions import suggestions
from assessment.intake.extract_loading import load
from assessment.intake.extract_undo import undo_load
from assessment.intake.file_choices import NO_RECIPE, FileChoices
from assessment.intake.load_report import LoadReport
from assessment.intake.mapping.categories.said_meanings import ANY_SOURCE, CategoryMeaning
from assessment.people import Person, Role
from assessment.store import Store
from assessment.workspace import Workspace
from tests.conftest import NewStore
from tests.extracts import street_row, write_csv
from tests.intake.test_extract_undo import PRESENT, an_empty_store, content
from tests.properties import examples
from tests.stored import CURRENT, assert_sound, stored

HEADER = ["Crime ref", "Date", "Offence", "District"]
ASB = "anti-social-behaviour"
Sends = Callable[..., LoadReport]


@pytest.fixture
def sends(workspace: Workspace, tmp_path: Path) -> Sends:
    """Load offences of Luton, so many of each, as a file of a month of its own."""
    months = iter(range(1, 13))

    def send(offences: dict[str, int], source: str = "a") -> LoadReport:
        month = next(months)
        rows = [
            [f"{month}-{offence}-{n}", f"{n % 28 + 1:02d}/{month:02d}/2024", offence, "Luton"]
            for offence, records in offences.items()
            for n in range(records)
        ]
        path = write_csv(tmp_path / f"{source}-{month}.csv", rows, HEADER)
        # Every source's files have the same columns here: none is read as another's.
        return load(workspace, path, source=source, choices=FileChoices(recipe=NO_RECIPE))

    return send


def under(workspace: Workspace) -> dict[str, str]:
    """Return the measure of each category of current records."""
    current = stored(workspace, CURRENT)
    return dict(zip(current.category, current.measure, strict=True))


def subjects(workspace: Workspace) -> set[str]:
    return set(stored(workspace, "SELECT DISTINCT subject FROM coverage").subject)


def test_many_are_said_at_once_and_counted_anew(sends: Sends, workspace: Workspace) -> None:
    sends({"Burglary": 40, "Piracy": 3, "Smuggling": 2})
    done = map_categories(
        workspace,
        [CategoryMeaning("a", "Piracy", "robbery"), CategoryMeaning("a", "Smuggling", "arson")],
    )
    assert (done.meanings, done.records, done.sources) == (2, 5, ("a",))
    assert under(workspace) == {"Burglary": "burglary", "Piracy": "robbery", "Smuggling": "arson"}
    assert not unmapped_categories(workspace)
    assert_sound(workspace)


def test_all_of_them_or_none(sends: Sends, workspace: Workspace) -> None:
    sends({"Burglary": 40, "Piracy": 3})
    good = CategoryMeaning("a", "Piracy", "robbery")
    for bad, said in (
        (CategoryMeaning("a", "Piracy", "all-crime"), "adds others up"),
        (CategoryMeaning("a", "Piracy", "robery"), "Did you mean robbery"),
        (CategoryMeaning("b", "Piracy", "robbery"), "Nothing of source b is loaded"),
        (CategoryMeaning(ANY_SOURCE, "Piracy", "robery"), "is no measure"),
    ):
        with pytest.raises(InvalidRequest, match=said):
            map_categories(workspace, [good, bad])
    assert under(workspace)["Piracy"] == "unmapped"
    assert not meanings_said(workspace)


def test_a_meaning_that_is_changed_takes_its_subject_with_it(
    sends: Sends, workspace: Workspace
) -> None:
    """Else anti-social behaviour would be 0 for ever, where nothing is known of it."""
    sends({"Burglary": 40, "Piracy": 30})
    map_categories(workspace, [CategoryMeaning("a", "Piracy", ASB)])
    assert subjects(workspace) == {"offence", ASB}
    map_categories(workspace, [CategoryMeaning("a", "Piracy", "robbery")])
    assert subjects(workspace) == {"offence"}
    map_categories(workspace, [CategoryMeaning("a", "Piracy", None)])
    assert under(workspace)["Piracy"] == "unmapped"
    assert not meanings_said(workspace)
    assert_sound(workspace)


def test_what_is_no_crime_is_in_no_figure_and_replaces_none(
    sends: Sends, workspace: Workspace
) -> None:
    sends({"Burglary": 40, "Lost property": 30})
    map_categories(workspace, [CategoryMeaning("a", "Lost property", LEFT_OUT)])
    assert not unmapped_categories(workspace)
    later = sends({"Burglary": 40, "lost PROPERTY": 2})
    assert ("Not a crime or incident: left out", 2) in later.measures
    assert any("2 records are left out of every figure" in said for said in later.problems)
    assert not any("missing, not as zero" in said for said in later.problems)
    assert_sound(workspace)


def test_what_is_left_out_is_under_no_flag_either(workspace: Workspace, tmp_path: Path) -> None:
    rows = [
        [f"r{n}", f"{n % 28 + 1:02d}/01/2024", kind, "Luton", "Y"]
        for n, kind in enumerate(["Violence with injury"] * 30 + ["Lost property"] * 9)
    ]
    load(workspace, write_csv(tmp_path / "a.csv", rows, [*HEADER, "DA"]), source="a")
    map_categories(workspace, [CategoryMeaning("a", "Lost property", LEFT_OUT)])
    counted = stored(workspace, "SELECT measure, sum(n)::INT AS n FROM monthly_count GROUP BY ALL")
    assert dict(zip(counted.measure, counted.n, strict=True)) == {
        "violence-with-injury": 30,
        "domestic-abuse": 30,
    }
    assert_sound(workspace)


def test_a_month_of_nothing_but_what_is_no_crime_is_no_month_of_no_crime(
    sends: Sends, workspace: Workspace
) -> None:
    sends({"Lost property": 30, "Burglary": 1})
    sends({"Lost property": 30})
    map_categories(workspace, [CategoryMeaning("a", "Lost property", LEFT_OUT)])
    offences = stored(workspace, "SELECT month FROM coverage WHERE subject = 'offence'")
    assert date(2024, 2, 1) not in {month.date() for month in offences.month}


def test_what_is_said_for_every_source_stands_behind_a_sources_own(
    sends: Sends, workspace: Workspace
) -> None:
    sends({"Burglary - domestic": 40, "Piracy": 3}, source="a")
    sends({"Burglary - domestic": 40, "Piracy": 4}, source="b")
    done = map_categories(workspace, [CategoryMeaning(ANY_SOURCE, "piracy", "robbery")])
    assert (done.records, done.sources) == (7, ("a", "b"))
    map_categories(workspace, [CategoryMeaning("b", "Piracy", "arson")])
    current = stored(workspace, CURRENT)
    kept = set(zip(current.source, current.measure, strict=True))
    assert {("a", "robbery"), ("b", "arson")} <= kept
    assert sends({"Burglary": 30, "Piracy": 1}, source="c").unmapped == ()
    map_categories(workspace, [CategoryMeaning("b", "Piracy", None)])
    assert under(workspace)["Piracy"] == "robbery"


def test_a_meaning_survives_its_extract_being_undone(sends: Sends, workspace: Workspace) -> None:
    sends({"Burglary": 40, "Piracy": 3})
    map_categories(workspace, [CategoryMeaning("a", "Piracy", ASB)])
    map_categories(workspace, [CategoryMeaning("a", "Piracy", "robbery")])
    undo_load(workspace, 1)
    assert content(workspace, (*PRESENT, "SELECT * FROM extract_category")) == [[]] * 5
    assert sends({"Burglary": 40, "Piracy": 3}).unmapped == ()


def test_who_may_say_what_categories_mean(sends: Sends, store: Store) -> None:
    sends({"Burglary": 40, "Piracy": 3})
    partner = Workspace(store, Person("A partner", Role.PARTNER))
    with pytest.raises(NotPermitted):
        map_categories(partner, [CategoryMeaning("a", "Piracy", "robbery")])
    with pytest.raises(NotPermitted):
        meanings_said(partner)


def test_extracts_of_before_are_extended_as_ever(sends: Sends, workspace: Workspace) -> None:
    """What they held of each category is not known: they answer wherever they answer for any."""
    sends({"Burglary": 40, "Piracy": 30})
    with workspace.store.writing() as writer:
        writer.run("remove_categories_of_extract", extract=1)
    map_categories(workspace, [CategoryMeaning("a", "Piracy", ASB)])
    assert subjects(workspace) == {"offence", ASB}


KINDS = ("Burglary", "Anti-social behaviour", "Piracy", "Smuggling")
meant = st.dictionaries(
    st.sampled_from(("Piracy", "Smuggling")),
    st.sampled_from(("robbery", ASB, LEFT_OUT)),
    min_size=1,
)
# A file holds so many records of each kind in each district, in a month of its own.
sent = st.lists(
    st.dictionaries(
        st.tuples(st.sampled_from(KINDS), st.sampled_from(("Luton", "Bedford"))),
        st.integers(1, 12),
        min_size=1,
    ),
    min_size=1,
    max_size=3,
)


@settings(max_examples=examples(6))
@given(sent, meant, meant, st.booleans())
def test_it_does_not_matter_whether_files_or_meanings_come_first(
    new_store: NewStore,
    sent: list[dict[tuple[str, str], int]],
    meant: dict[str, str],
    before: dict[str, str],
    for_any: bool,
) -> None:
    said = [
        CategoryMeaning(ANY_SOURCE if for_any else "police-uk", category, measure)
        for category, measure in meant.items()
    ]
    otherwise = [CategoryMeaning(said[0].source, text, measure) for text, measure in before.items()]
    forgotten = [CategoryMeaning(said[0].source, text, None) for text in before]
    with an_empty_store(new_store) as (workspace, folder):
        for number, rows in enumerate(sent):
            send(workspace, folder, number, rows)
        map_categories(workspace, said)
        expected = content(workspace, PRESENT)
        assert_sound(workspace)
    with an_empty_store(new_store) as (workspace, folder):
        for number, rows in enumerate(sent):
            send(workspace, folder, number, rows)
            # Something else is said and taken back, and then what is meant.
            map_categories(workspace, otherwise)
            map_categories(workspace, forgotten)
            map_categories(workspace, said)
        assert content(workspace, PRESENT) == expected


def send(workspace: Workspace, folder: Path, number: int, rows: dict[tuple[str, str], int]) -> None:
    lsoa = {"Luton": ("E01015700", "Luton 001A"), "Bedford": ("E01017387", "Bedford 001A")}
    written = [
        street_row(f"{number}{kind}{district}{n}", f"2024-{number + 1:02d}", kind, lsoa[district])
        for (kind, district), records in rows.items()
        for n in range(records)
    ]
    load(workspace, write_csv(folder / f"{number}.csv", written))


SUGGESTED = [
    # category, the first suggestion, its reason
    ("[125]", "public-order", "125/9, 125/11 and 125/12 are counted so"),
    ("[28E]", "residential-burglary", "28, 28A, 28B, 28C and 28D are counted so"),
    ("POSSESS WITH INTENT TO SUPPLY COCAINE", "trafficking-of-drugs", "it is spelt like"),
    ("Aggravated burglary in a dwelling by night", "residential-burglary", "it holds 'aggravated"),
    ("NON-CRIME INCIDENT", LEFT_OUT, "it says that it is no crime"),
    ("[NC1] Vulnerable adult", LEFT_OUT, "it says that it is no crime"),
    ("[N200]", LEFT_OUT, "forces number incidents that are no crimes so"),
    ("N/C", LEFT_OUT, "forces number incidents that are no crimes so"),
    ("Non-recordable", LEFT_OUT, "it says that it is no crime"),
    ("Piracy", "robbery", "that was said of it for b"),
]


@pytest.mark.parametrize(("category", "measure", "reason"), SUGGESTED)
def test_what_a_category_may_mean(
    sends: Sends, workspace: Workspace, category: str, measure: str, reason: str
) -> None:
    sends({"Violence with injury": 40, "piracy": 3}, source="b")
    map_categories(workspace, [CategoryMeaning("b", "piracy", "robbery")])
    unknown = UnmappedCategory("a", "home-office", category, 1)
    first, *_ = suggestions(unknown, meanings_said(workspace))
    assert first.measure == measure
    assert first.reason.startswith(reason)


def test_nothing_is_suggested_of_what_is_like_nothing() -> None:
    for category in ("Qwertyuiop", "", "C1", "[]"):
        assert suggestions(UnmappedCategory("a", "home-office", category, 1), ()) == ()


def test_a_list_goes_out_and_comes_back(sends: Sends, workspace: Workspace, tmp_path: Path) -> None:
    sends({"Violence with injury": 40, "Piracy": 3, "=Qwertyuiop": 4})
    map_categories(workspace, [CategoryMeaning("a", "Piracy", LEFT_OUT)])
    rows = list(category_rows(unmapped_categories(workspace), meanings_said(workspace)))
    assert rows == [
        ("a", "=Qwertyuiop", 4, "", "", ""),
        ("a", "Piracy", 3, LEFT_OUT, "", ""),
    ]
    content = "\ufeffsource,category,records,measure\n,'=Qwertyuiop,2,Rape\n*,Piracy,3,\n"
    assert listed(tmp_path, content, "a") == (CategoryMeaning("a", "=Qwertyuiop", "rape"),)


LISTS = [
    # what it holds, what is said of it
    ("category\nPiracy\n", "no column 'measure'"),
    ("measure\nrobbery\n", "no column 'category'"),
    ("", "no column 'category' and 'measure'"),
    ("source,category,measure\na,Piracy,robery\n", "Row 2: 'robery' is no measure"),
    ("source,category,measure\na,Piracy,All crime\n", "Row 2: 'All crime' is no measure"),
    ("category,measure\nPiracy,robbery\n", "Row 2: it says no source"),
    ("a\0b", "It is no list of categories"),
]


@pytest.mark.parametrize(("held", "said"), LISTS)
def test_a_list_that_cannot_be_read(tmp_path: Path, held: str, said: str) -> None:
    with pytest.raises(UploadRefused, match=said):
        listed(tmp_path, held)


def test_a_list_may_say_labels_and_take_back(tmp_path: Path) -> None:
    held = "Measure,Category,Source\nViolence With Injury,Piracy,*\nAs if nothing had been said,X,a"
    assert listed(tmp_path, held) == (
        CategoryMeaning(ANY_SOURCE, "Piracy", "violence-with-injury"),
        CategoryMeaning("a", "X", None),
    )


def listed(folder: Path, content: str, source: str | None = None) -> tuple[CategoryMeaning, ...]:
    path = folder / "list.csv"
    path.write_text(content, encoding="utf-8")
    return read_category_list(path, "list.csv", source)
