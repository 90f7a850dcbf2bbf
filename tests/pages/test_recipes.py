"""Sources, Recipes: listed, taken out and loaded as a file, and removed once that is confirmed."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices
from assessment.intake.recipes.recipe_file import recipe_as_toml
from assessment.intake.recipes.recipe_store import saved_recipe, saved_recipes
from assessment.partnerships import add_partnership
from assessment.people import Person, Role
from assessment.store import Store
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.intake.recipes.conftest import HEADER, crimes
from tests.pages.conftest import UPLOAD, Opens, as_read, beside_the_page, press, rows_of, text_of

PAGE = "pages/sources/page.py"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store in which Essex Police have sent a month."""
    file = write_csv(tmp_path / "first.csv", crimes(1), HEADER)
    store = Store.open(tmp_path / "assessment.duckdb", create=True)
    workspace = Workspace(store, Person("Ana", Role.ANALYST))
    add_partnership(workspace, "Rochford", ["Rochford"])
    load(workspace, file, source="essex-police", choices=FileChoices(place="Rochford"))
    store.close()
    return tmp_path / "assessment.duckdb"


@pytest.fixture
def at(path: Path, open_page: Opens) -> AppTest:
    return open_page(path, PAGE, part="Recipes")


def give(at: AppTest, text: str) -> AppTest:
    return at.file_uploader[0].upload("own.toml", text.encode(), "application/toml").run()


def told(at: AppTest) -> str:
    return " ".join(as_read(message.value) for message in at.success)


def test_a_recipe_is_listed_with_its_columns(at: AppTest) -> None:
    shown = rows_of(at)
    assert "<small>6 columns, as incidents</small></th><td>essex-police</td>" in shown
    assert "by Ana, with extract 1" in shown
    assert '<th scope="row">Team code</th><td>not used</td>' in shown
    assert '<th scope="row">Crime ref</th><td>reference</td>' in shown


def test_a_recipe_is_loaded_from_a_file_that_was_changed(at: AppTest) -> None:
    text = recipe_as_toml(saved_recipe(beside_the_page("x"), "essex-police"))
    changed = text.replace('source = "essex-police"', 'source = "essex-crime"\nrow_is = "record"')
    at = give(at, changed)
    shown = text_of(at)
    assert "It takes the place of the one of that name." in shown
    assert "Files like it would no longer be of essex-police." in shown
    assert "A row is one offence, incident or case. Every row belongs to Rochford." in shown
    at = press(at, "Keep this recipe")
    assert "The recipe essex-police is kept: files like it are read as of essex-crime." in told(at)
    kept = saved_recipe(beside_the_page("x"), "essex-police")
    assert (kept.source, kept.choices.row_is, kept.extract) == ("essex-crime", "record", None)


def test_a_file_that_is_no_recipe_is_refused_with_every_fault(at: AppTest) -> None:
    at = give(at, 'name = "A B"\nplace = "Atlantis"\n')
    (refusal,) = at.error
    for fault in ("name: expected", "source: expected", "place: expected", "headings: expected"):
        assert fault in as_read(refusal.value)
    assert "Keep this recipe" not in {button.label for button in at.button}


def test_a_recipe_is_removed_once_that_is_confirmed(at: AppTest) -> None:
    at = press(at, "Remove this recipe")
    assert "choose its source when you upload it" in text_of(at)
    assert saved_recipes(beside_the_page("x"))
    at = press(press(press(at, "Cancel"), "Remove this recipe"), "Yes, remove it")
    assert "The recipe essex-police was removed. What was loaded by it stays." in told(at)
    assert "There is none yet" in text_of(at)
    assert saved_recipes(beside_the_page("x")) == ()


def test_what_a_file_names_its_columns_is_only_text(path: Path, open_page: Opens) -> None:
    at = open_page(path, PAGE, part="Recipes")
    text = recipe_as_toml(saved_recipe(beside_the_page("x"), "essex-police"))
    at = give(at, text.replace("Team code", "<b>![x](y)</b>"))
    assert "&lt;b&gt;![x](y)&lt;/b&gt;" in rows_of(at)
    at = press(at, "Keep this recipe")
    assert "&lt;b&gt;![x](y)&lt;/b&gt;" in rows_of(at)
    assert "<b>![x]" not in rows_of(at)


def test_what_a_recipe_decided_stands_in_the_form_of_the_next_file(
    path: Path, tmp_path: Path, open_page: Opens
) -> None:
    second = write_csv(tmp_path / "second.csv", crimes(2), HEADER).read_bytes()
    at = open_page(path, UPLOAD)
    at = at.file_uploader[0].upload("second.csv", second, "text/csv").run()
    assert at.selectbox(key="place-0").value == "Rochford"
    assert at.selectbox(key="measure_set-0").value == "police"
    at.selectbox(key="date_order-0").set_value("day-first")
    at = press(at, "Check again")
    said = at.session_state["files-waiting"].choices[0]
    # What is only left as it stands is of the recipe, not of this file.
    assert (said.date_order, said.place, said.measure_set) == ("day-first", None, None)
    assert at.selectbox(key="place-0").value == "Rochford"
    at.selectbox(key="place-0").set_value("Castle Point")
    at = press(at, "Check again")
    assert "all of Castle Point, but its rows name Rochford (28 rows)" in text_of(at)
