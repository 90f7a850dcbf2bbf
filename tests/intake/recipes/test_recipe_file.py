"""A recipe goes to a file that can be changed by hand, and is read again with every fault told."""

from pathlib import Path

import pytest

from assessment.errors import UploadRefused
from assessment.intake.file_choices import DateOrder, FileChoices
from assessment.intake.recipes.recipe_file import read_recipe_file, recipe_as_toml
from assessment.intake.recipes.recipe_store import (
    remove_recipe,
    save_recipe,
    saved_recipe,
    saved_recipes,
)
from assessment.intake.recipes.saved_recipe import SavedRecipe
from assessment.workspace import Workspace
from tests.intake.recipes.conftest import Sends, crimes

RECIPE = SavedRecipe(
    "rochford-council",
    "rochford-council",
    "council-cases",
    ("Case ref", 'What "kind"', "On = off"),
    FileChoices(
        columns={'What "kind"': "category"},
        place="Rochford",
        date_order=DateOrder.DAY_FIRST,
        tables=("Data",),
        categories={"Theft": "all-theft"},
        read_as={"Case ref": "reference", "On = off": "unused"},
        victim_reason="repeat victims of “fraud”",
    ),
)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_says_what_the_recipe_says(tmp_path: Path) -> None:
    path = written(tmp_path / "r.toml", recipe_as_toml(RECIPE))
    assert read_recipe_file(path, "r.toml") == RECIPE


def test_the_store_gives_back_what_it_was_given(workspace: Workspace) -> None:
    save_recipe(workspace, RECIPE)
    kept = saved_recipe(workspace, RECIPE.name)
    assert (kept.choices, kept.headings, kept.layout) == (
        RECIPE.choices,
        RECIPE.headings,
        RECIPE.layout,
    )
    assert kept.saved_at is not None
    assert kept.saved_by


def test_a_loads_recipe_is_exported_changed_and_kept(
    sends: Sends, workspace: Workspace, tmp_path: Path
) -> None:
    sends(crimes(1), source="essex-police")
    text = recipe_as_toml(saved_recipe(workspace, "essex-police"))
    assert '"Ward" = "ward"' in text
    path = written(tmp_path / "r.toml", text.replace('"Ward" = "ward"', '"Ward" = "unused"'))
    save_recipe(workspace, read_recipe_file(path, "r.toml"))
    assert sends(crimes(2)).wards == ()


def test_a_removed_recipe_is_not_known_again(sends: Sends, workspace: Workspace) -> None:
    sends(crimes(1), source="essex-police")
    remove_recipe(workspace, "essex-police")
    assert saved_recipes(workspace) == ()
    assert sends(crimes(2)).source == "essex-police"


FAULTS = """
name = "Essex Police"
source = "example-rochford"
layout = "nothing"
headings = []
place = "Atlantis"
date_order = "sideways"
colour = "blue"
[columns]
"Ward" = "colour"
"""


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(UploadRefused) as refused:
        read_recipe_file(written(tmp_path / "r.toml", FAULTS), "r.toml")
    said = "\n".join(refused.value.faults)
    assert len(refused.value.faults) == 8
    for part in ("'Essex Police'", "'example-rochford'", "'nothing'", "'Atlantis'", "'sideways'"):
        assert part in said
    assert "'colour' is not known" in said
    assert "columns, Ward: expected one of" in said


@pytest.mark.parametrize("text", ["name = ", "\x00", "[a]\n[a]\n", ""])
def test_what_is_no_recipe_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UploadRefused):
        read_recipe_file(written(tmp_path / "r.toml", text), "r.toml")
