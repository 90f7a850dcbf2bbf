"""What is taken away through the page, asked about first: examples, a load, a partnership."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.intake.extract_loading import load
from assessment.intake.extract_undo import undo_load
from assessment.intake.file_choices import NO_RECIPE, FileChoices
from assessment.partnerships import add_partnership
from assessment.people import Person, Role
from assessment.store import Store
from assessment.workspace import Workspace
from tests.extracts import street_row, write_csv
from tests.pages.conftest import UPLOAD, YEAR_ON_YEAR, Opens, press, rows_of, text_of, turn_to

SEE = "See what undoing it does"


@pytest.fixture
def loaded_store(tmp_path: Path) -> Path:
    """The path of a store with three files: the second revises one record and withdraws one."""
    path = tmp_path / "assessment.duckdb"
    store = Store.open(path, create=True)
    workspace = Workspace(store, Person("Test analyst", Role.ANALYST))
    first = [street_row(f"{n}", "2024-01", "Burglary") for n in range(4)]
    second = [street_row("0", "2024-01", "Robbery"), *first[1:3], street_row("x", "when?")]
    third = [street_row(f"later{n}", "2024-03", "Drugs") for n in range(5)]
    for name, rows in (("first", first), ("second", second), ("third", third)):
        load(workspace, write_csv(tmp_path / f"{name}.csv", rows))
    add_partnership(workspace, "South Bedfordshire", ["Luton", "Bedford"])
    add_partnership(workspace, "Medway", ["Medway"], synthetic=True)
    store.close()
    return path


def see(at: AppTest, extract: int) -> AppTest:
    """Choose an extract and ask what undoing it would do."""
    box = at.selectbox(key="undo-of")
    box.set_value(next(each for each in box.options if each.startswith(f"{extract}: ")))
    return press(at, SEE)


def folded(at: AppTest) -> list[str]:
    """Return what is folded away of the extracts."""
    return [each.label for each in at.expander if "xtract" in each.label or "Undone" in each.label]


def test_examples_are_removed(example_store: Path, tmp_path: Path, open_page: Opens) -> None:
    path = tmp_path / "copy.duckdb"
    shutil.copy(example_store, path)
    at = open_page(path, UPLOAD)
    assert "Rochford" in text_of(at)
    at = press(press(at, "Remove the examples"), "Cancel")
    assert "Rochford" in text_of(at)
    at = press(press(at, "Remove the examples"), "Yes, remove them")
    shown = text_of(at)
    assert "were removed" in at.success[0].value
    assert "Rochford" not in shown
    assert "Nothing yet." in shown
    assert "Yes, remove them" not in [button.label for button in at.button]
    for page in ("pages/overview/page.py", YEAR_ON_YEAR):
        assert "Nothing has been loaded yet" in text_of(turn_to(at, page))


def test_a_load_is_undone_after_it_was_said_what_goes(loaded_store: Path, open_page: Opens) -> None:
    at = press(open_page(loaded_store, UPLOAD), SEE)
    told = text_of(at)
    assert "**Undo extract 3 (third.csv) of source police-uk?** 5 records that it brought" in told
    assert "would go (March 2024)." in told
    at = press(at, "Yes, undo it")
    assert (
        r"Extract 3 (third\.csv) was undone. 5 records that it brought went (March 2024)."
        in at.success[0].value
    )
    told = text_of(see(at, 2))
    assert "2 that it had changed or withdrawn would come back as before" in told
    assert "and 1 refused row would go (January 2024)." in told
    at = press(at, "Yes, undo it")
    assert "2 that it had changed or withdrawn came back as before" in at.success[0].value
    assert folded(at) == ["Undone (2)"]
    assert '<th scope="row">2: second.csv' in rows_of(at)
    assert at.selectbox(key="undo-of").options == ["1: first.csv"]
    at = press(press(at, SEE), "Yes, undo it")
    assert "Nothing yet." in text_of(at)


def test_undoing_can_be_left_alone(loaded_store: Path, open_page: Opens) -> None:
    at = press(press(open_page(loaded_store, UPLOAD), SEE), "Cancel")
    assert "would go" not in text_of(at)
    assert not folded(at)
    assert len(at.selectbox(key="undo-of").options) == 3


def test_what_a_later_file_rests_on_is_not_undone(loaded_store: Path, open_page: Opens) -> None:
    at = see(open_page(loaded_store, UPLOAD), 1)
    assert "Undo extract 2 (second.csv) first, or all of them together?" in text_of(at)
    assert "Yes, undo it" not in [button.label for button in at.button]
    # Another one chosen is another question.
    box = at.selectbox(key="undo-of")
    at = box.set_value("3: third.csv").run()
    assert "all of them together" not in text_of(at)


def test_what_rests_on_a_load_is_undone_with_it(loaded_store: Path, open_page: Opens) -> None:
    at = press(see(open_page(loaded_store, UPLOAD), 1), "Yes, undo all 2")
    told = at.success[0].value
    assert r"Undone, the latest first: extract 2 (second\.csv) and extract 1" in told
    assert at.selectbox(key="undo-of").options == ["3: third.csv"]


def test_examples_are_not_offered_to_be_undone(example_store: Path, open_page: Opens) -> None:
    at = open_page(example_store, UPLOAD)
    assert SEE not in [button.label for button in at.button]
    assert "Remove the partnership" not in [button.label for button in at.button]


def test_many_extracts_are_folded(loaded_store: Path, open_page: Opens, tmp_path: Path) -> None:
    store = Store.open(loaded_store)
    workspace = Workspace(store, Person("Test analyst", Role.ANALYST))
    for number in range(9):
        rows = [street_row(f"{number}", f"201{number}-05", "Drugs")]
        path = write_csv(tmp_path / f"more-{number}.csv", rows)
        load(workspace, path, source="more", choices=FileChoices(recipe=NO_RECIPE))
    undo_load(workspace, 12)
    store.close()
    at = open_page(loaded_store, UPLOAD)
    assert folded(at) == ["Earlier extracts (1)", "Undone (1)"]
    assert "The latest 10 of 11 extracts in the store" in text_of(at)


def test_a_partnership_is_removed_and_its_records_stay(
    loaded_store: Path, open_page: Opens
) -> None:
    at = press(open_page(loaded_store, UPLOAD), "Remove the partnership")
    assert "**Remove South Bedfordshire?** The records of Bedford and Luton stay." in text_of(at)
    at = press(press(at, "Cancel"), "Remove the partnership")
    at = press(at, "Yes, remove it")
    assert "South Bedfordshire was removed" in at.success[0].value
    assert "South Bedfordshire" not in rows_of(at)
    assert '<th scope="row">Medway</th>' in rows_of(at)
    assert "3: third.csv" in rows_of(at)
    assert "Remove the partnership" not in [button.label for button in at.button]
