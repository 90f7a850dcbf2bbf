"""How the files of each source are read: seen, taken out as a file, loaded from one, removed."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from assessment.intake.recipes.recipe_file import recipe_as_toml
from assessment.intake.recipes.recipe_store import remove_recipe, saved_recipes
from assessment.intake.recipes.saved_recipe import SavedRecipe
from assessment.outputs.escaping import markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.sources.recipe_wording import (
    COLUMNS_HEADER,
    columns_counted,
    columns_in_words,
    decisions_in_words,
    kept_in_words,
)
from assessment.workspace import Workspace
from pages.components.actions import confirmed, done
from pages.components.downloads import download_file
from pages.sources.recipe_upload import recipe_upload

ASKED = "recipe-to-remove"
HEADER = ("Recipe", "Source", "Decided for all its files", "Kept")


def recipe_list(workspace: Workspace) -> None:
    """List every recipe; let one be looked at, downloaded and removed, and one be loaded."""
    st.markdown(
        "A recipe is how the files of a source are read. Each load keeps one, and the next file "
        "with these columns is read alike."
    )
    recipes = saved_recipes(workspace)
    if recipes:
        st.html(html_table("Recipes", HEADER, map(_row, recipes)))
        _one(workspace, recipes)
    else:
        st.markdown("There is none yet: load a file on *Upload data*.")
    recipe_upload(workspace, recipes)


def _row(recipe: SavedRecipe) -> tuple[object, ...]:
    return (
        (recipe.name, f"{columns_counted(recipe)}, as {recipe.layout}"),
        recipe.source,
        decisions_in_words(recipe.choices),
        kept_in_words(recipe),
    )


def _one(workspace: Workspace, recipes: Sequence[SavedRecipe]) -> None:
    """Show what one recipe says of columns, with what can be done with it."""
    st.header("One recipe", anchor=False)
    by_name = {recipe.name: recipe for recipe in recipes}
    recipe = by_name[st.selectbox("Recipe", list(by_name), key="recipe-shown", width=420)]
    st.html(html_table(f"Columns of {recipe.name}", COLUMNS_HEADER, list(columns_in_words(recipe))))
    with st.container(horizontal=True):
        with st.container(width="content"):
            download_file(
                "Download this recipe",
                partial(recipe_as_toml, recipe),
                f"{recipe.name}.toml",
                "application/toml",
                key="recipe-toml",
            )
        if st.button("Remove this recipe", icon=":material/delete:"):
            st.session_state[ASKED] = recipe.name
    # If another has been chosen since, that is another question.
    if st.session_state.get(ASKED) == recipe.name:
        _remove(workspace, recipe)


def _remove(workspace: Workspace, recipe: SavedRecipe) -> None:
    question = (
        f"**Remove the recipe {markdown(recipe.name)}?** What was loaded by it stays. The next "
        f"file of {markdown(recipe.source)} is then read anew, and not known by its columns: "
        "choose its source when you upload it."
    )
    if confirmed(ASKED, question, "Yes, remove it"):
        done(
            lambda: remove_recipe(workspace, recipe.name),
            f"The recipe {recipe.name} was removed. What was loaded by it stays.",
        )
        st.rerun()
