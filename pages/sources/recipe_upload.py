"""A recipe taken from a file: looked at, and then kept or not."""

from collections.abc import Sequence

import streamlit as st

from assessment.errors import AssessmentError
from assessment.intake.recipes.recipe_file import read_recipe_file
from assessment.intake.recipes.recipe_store import save_recipe
from assessment.intake.recipes.saved_recipe import SavedRecipe
from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.sources.recipe_wording import (
    COLUMNS_HEADER,
    columns_in_words,
    decisions_in_words,
)
from assessment.store.beside.scratch import scratch_folder
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.actions import done

ROUND = "recipe-upload-round"


def recipe_upload(workspace: Workspace, recipes: Sequence[SavedRecipe]) -> None:
    """Take a recipe from a file, show what it says, and keep it once that is wanted."""
    st.header("A recipe from a file", anchor=False)
    st.markdown(
        "Download one, change what is wrong in a text editor, and load it here or in another "
        "partnership's dashboard."
    )
    key = f"recipe-file-{st.session_state.setdefault(ROUND, 0)}"
    upload = st.file_uploader("A file with a recipe (TOML)", ["toml"], key=key)
    if upload is None:
        return
    try:
        recipe = _read(workspace, upload.name, upload.getvalue())
    except AssessmentError as fault:
        messages.error(fault)
        return
    st.markdown(_in_words(recipe, recipes))
    st.html(
        html_table(
            f"Columns that {upload.name} says", COLUMNS_HEADER, list(columns_in_words(recipe))
        )
    )
    if st.button("Keep this recipe", type="primary", icon=":material/save:"):
        kept = done(
            lambda: save_recipe(workspace, recipe),
            f"The recipe {recipe.name} is kept: files like it are read as of {recipe.source}.",
        )
        st.session_state[ROUND] += int(kept)
        st.rerun()


def _in_words(recipe: SavedRecipe, recipes: Sequence[SavedRecipe]) -> Markdown:
    before = next((known for known in recipes if known.name == recipe.name), None)
    replaces = " It takes the place of the one of that name." if before else ""
    moves = (
        f" **Files like it would no longer be of {markdown(before.source)}.**"
        if before and before.source != recipe.source
        else ""
    )
    return (
        f"The recipe **{markdown(recipe.name)}** is for files of **{markdown(recipe.source)}**."
        f"{replaces}{moves} Decided for all of them: "
        f"{markdown(decisions_in_words(recipe.choices), 2000)}."
    )


def _read(workspace: Workspace, name: str, content: bytes) -> SavedRecipe:
    with scratch_folder(workspace.store.incoming) as folder:
        path = folder / "recipe"
        path.write_bytes(content)
        return read_recipe_file(path, name)
