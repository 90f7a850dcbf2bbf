"""Adding a partnership: any list of districts under a name."""

import streamlit as st

from assessment.definitions import districts
from assessment.errors import AssessmentError
from assessment.partnerships import add_partnership, partnerships
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.html_table import html_table

ADDED = "partnership-added"


def partnership_form(workspace: Workspace) -> None:
    """List the partnerships and offer to add one."""
    st.header("Partnerships", anchor=False)
    if added := st.session_state.pop(ADDED, None):
        st.success(added, icon=":material/check_circle:")
    rows = [(each.name, ", ".join(each.districts)) for each in partnerships(workspace)]
    if rows:
        st.html(html_table("Partnerships in this store", ("Partnership", "Districts"), rows))
    with st.form("partnership", border=True):
        name = st.text_input(
            "Name", placeholder="e.g. Castle Point and Rochford", key="partnership-name"
        )
        chosen = st.multiselect(
            "Districts", [each.name for each in districts().all()], key="partnership-districts"
        )
        if st.form_submit_button("Add the partnership"):
            _add(workspace, name, chosen)


def _add(workspace: Workspace, name: str, chosen: list[str]) -> None:
    try:
        added = add_partnership(workspace, name.strip(), chosen)
    except AssessmentError as fault:
        messages.error(fault)
        return
    st.session_state[ADDED] = f"{added.name} was added with {', '.join(added.districts)}."
    st.rerun()
