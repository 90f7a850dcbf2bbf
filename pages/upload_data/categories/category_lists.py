"""What categories mean as a list: downloaded, filled in elsewhere, and loaded."""

from collections.abc import Sequence

import streamlit as st

from assessment.errors import AssessmentError
from assessment.intake.categories.category_list import COLUMNS as CATEGORY_COLUMNS
from assessment.intake.categories.category_list import category_rows, read_category_list
from assessment.intake.categories.category_meanings import MeaningSaid, UnmappedCategory
from assessment.intake.mapping.categories.said_meanings import CategoryMeaning
from assessment.numbers import count_of
from assessment.outputs.tables import as_csv
from assessment.store.beside.scratch import scratch_folder
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.downloads import download_file
from pages.components.lazy_expander import folded
from pages.upload_data.categories.saved_meanings import save

ROUND = "category-list-round"


def category_lists(
    workspace: Workspace, unmapped: Sequence[UnmappedCategory], said: Sequence[MeaningSaid]
) -> None:
    """Offer the list, folded away, and take one in."""
    folded("As a list", ":material/table:", lambda: _lists(workspace, unmapped, said))


def _lists(
    workspace: Workspace, unmapped: Sequence[UnmappedCategory], said: Sequence[MeaningSaid]
) -> None:
    st.markdown(
        "Download the list, write a measure or *left-out* beside each category, and load it. A row "
        "without a measure says nothing; with `*` as its source it holds for every source."
    )
    download_file(
        "Download the categories",
        lambda: as_csv(CATEGORY_COLUMNS, category_rows(unmapped, said)),
        "categories.csv",
        "text/csv",
        key="categories-list",
    )
    key = f"category-list-{st.session_state.setdefault(ROUND, 0)}"
    upload = st.file_uploader("A list of categories", ["csv"], key=key)
    if upload is None:
        return
    try:
        meanings = _read(workspace, upload.name, upload.getvalue())
    except AssessmentError as fault:
        messages.error(fault)
        return
    st.markdown(f"The list gives {count_of(len(meanings), 'category', 'categories')} a meaning.")
    if meanings and st.button("Save what the list says", type="primary"):
        st.session_state[ROUND] += 1
        save(workspace, meanings)


def _read(workspace: Workspace, name: str, content: bytes) -> tuple[CategoryMeaning, ...]:
    with scratch_folder(workspace.store.incoming) as folder:
        path = folder / "categories"
        path.write_bytes(content)
        return read_category_list(path, name)
