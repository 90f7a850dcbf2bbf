"""The mapping grid: many categories at once, suggestions, what was said, and lists."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.intake.categories.category_meanings import map_categories
from assessment.intake.extract_loading import load
from assessment.intake.mapping.categories.said_meanings import CategoryMeaning
from assessment.people import local_person
from assessment.store import Store
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.pages.conftest import UPLOAD, Opens, as_read, beside_the_page, press, rows_of, text_of
from tests.stored import CURRENT, stored

OFFENCES = {"Violence with injury": 40, "[28E]": 5, "Possess with intent to supply": 3, "Odd": 9}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with one file, three of whose categories nobody knows."""
    rows = [
        [f"{offence}{n}", f"{n % 28 + 1:02d}/01/2024", offence, "Luton"]
        for offence, records in OFFENCES.items()
        for n in range(records)
    ]
    file = write_csv(tmp_path / "own.csv", rows, ["Crime ref", "Date", "Offence", "District"])
    store = Store.open(tmp_path / "assessment.duckdb", create=True)
    load(Workspace(store, local_person()), file, source="own")
    store.close()
    return tmp_path / "assessment.duckdb"


def choose(at: AppTest, *categories: str) -> AppTest:
    return at.multiselect(key="unmapped-categories").set_value(list(categories)).run()


def kept() -> dict[str, str]:
    current = stored(beside_the_page("Somebody"), CURRENT)
    return dict(zip(current.category, current.measure, strict=True))


def test_categories_are_listed_by_their_records_with_suggestions(
    path: Path, open_page: Opens
) -> None:
    at = open_page(path, UPLOAD)
    assert at.multiselect(key="unmapped-categories").options == [
        "Odd (own, 9)",
        "[28E] (own, 5)",
        "Possess with intent to supply (own, 3)",
    ]
    assert "17 records are of 3 categories that nobody has given a meaning yet" in text_of(at)
    rows = rows_of(at)
    assert "<td>Residential burglary</td><td>28, 28A, 28B, 28C and 28D are counted so</td>" in rows


def test_suggestions_are_taken_many_at_once(path: Path, open_page: Opens) -> None:
    at = choose(open_page(path, UPLOAD), "[28E] (own, 5)", "Possess with intent to supply (own, 3)")
    at.selectbox(key="unmapped-measure").set_value("What is suggested for each").run()
    at = press(at, "Save the meanings")
    assert as_read(at.success[0].value) == "2 meanings saved: 8 records of own were counted anew."
    assert at.multiselect(key="unmapped-categories").options == ["Odd (own, 9)"]
    measures = kept()
    assert measures["[28E]"] == "residential-burglary"
    assert measures["Possess with intent to supply"] == "trafficking-of-drugs"


def test_what_is_no_crime_is_left_out_for_every_source(path: Path, open_page: Opens) -> None:
    at = choose(open_page(path, UPLOAD), "Odd (own, 9)")
    # Nothing is suggested of it, so nothing suggested can be taken.
    assert "What is suggested for each" not in at.selectbox(key="unmapped-measure").options
    at.checkbox(key="unmapped-any-source").check()
    at.selectbox(key="unmapped-measure").set_value(
        "No crime or incident: left out of every figure"
    ).run()
    at = press(at, "Save the meanings")
    assert kept()["Odd"] == "left-out"


def test_what_was_said_is_seen_and_taken_back(path: Path, open_page: Opens) -> None:
    store = Store.open(path)
    map_categories(
        Workspace(store, local_person()), [CategoryMeaning("own", "Odd", "violence-with-injury")]
    )
    store.close()
    at = open_page(path, UPLOAD)
    at.session_state["Meanings that were given, to see or change"] = True
    at = at.run()
    assert '<th scope="row">Odd</th><td>own</td><td>9</td><td>Violence with injury</td>' in rows_of(
        at
    )
    at.multiselect(key="said-categories").set_value(["Odd (own)"]).run()
    measures = at.selectbox(key="said-measure")
    assert "Violence without injury" in measures.options, "of the set of its records"
    measures.set_value("As if nothing had been said").run()
    at = press(at, "Save the change")
    assert kept()["Odd"] == "unmapped"


def test_a_list_is_loaded_and_one_with_faults_is_not(path: Path, open_page: Opens) -> None:
    at = open_page(path, UPLOAD)
    at.session_state["As a list"] = True
    at = at.run()
    uploader = next(each for each in at.file_uploader if each.label == "A list of categories")
    bad = b"source,category,measure\nown,Odd,robery\n"
    at = uploader.upload("list.csv", bad, "text/csv").run()
    assert "'robery' is no measure" in at.error[0].value
    uploader = next(each for each in at.file_uploader if each.label == "A list of categories")
    good = b"source,category,measure\nown,Odd,rape\nown,[28E],Residential burglary\n"
    at = uploader.upload("list.csv", good, "text/csv").run()
    assert "The list gives 2 categories a meaning" in text_of(at)
    at = press(at, "Save what the list says")
    assert (kept()["Odd"], kept()["[28E]"]) == ("rape", "residential-burglary")
