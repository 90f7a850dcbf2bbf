"""Removing a partnership of one's own."""

import streamlit as st

from assessment.errors import AssessmentError
from assessment.outputs.escaping import markdown
from assessment.partnerships import partnerships, remove_partnership
from assessment.periods import joined
from assessment.workspace import Workspace
from pages.components.actions import confirmed
from pages.components.messages import error
from pages.components.partnership_form import ADDED

ASKED, GONE = "partnership-to-go", "partnership-gone"


def partnership_away(workspace: Workspace) -> None:
    """Offer to remove a partnership that is no example, and say when it has gone."""
    if gone := st.session_state.pop(GONE, None):
        st.success(
            f"{markdown(gone)} was removed. The records of its districts stay.",
            icon=":material/check_circle:",
        )
    own = {
        partnership.id: partnership
        for partnership in partnerships(workspace)
        if not partnership.synthetic
    }
    if not own:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            "Partnership to remove", list(own), format_func=lambda id_: own[id_].name
        )
        if st.button("Remove the partnership", icon=":material/delete:"):
            st.session_state[ASKED] = chosen
    if st.session_state.get(ASKED) != chosen:
        return
    question = (
        f"**Remove {markdown(own[chosen].name)}?** The records of "
        f"{joined([markdown(name) for name in own[chosen].districts])} stay."
    )
    if confirmed(ASKED, question, "Yes, remove it"):
        _remove(workspace, chosen)


def _remove(workspace: Workspace, chosen: str) -> None:
    try:
        st.session_state[GONE] = remove_partnership(workspace, chosen).name
    except AssessmentError as fault:
        error(fault)
        return
    st.session_state.pop(ADDED, None)
    st.rerun()
