"""Taking the example partnerships out again."""

import streamlit as st

from assessment.examples import examples_loaded, remove_examples
from assessment.workspace import Workspace

ASKED, GONE = "examples-to-go", "examples-gone"


def examples_away(workspace: Workspace) -> None:
    """Offer to remove the examples while they are there, and say when they have gone."""
    if st.session_state.pop(GONE, False):
        st.success(
            "The example partnerships and all their records were removed.",
            icon=":material/check_circle:",
        )
    if not examples_loaded(workspace):
        return
    st.header("Example partnerships", anchor=False)
    st.markdown(
        "The example partnerships hold synthetic records. Removing them keeps everything that you "
        "have loaded yourself."
    )
    if st.session_state.get(ASKED, False):
        _confirm(workspace)
    elif st.button("Remove the examples", icon=":material/delete:"):
        st.session_state[ASKED] = True
        st.rerun()


def _confirm(workspace: Workspace) -> None:
    st.markdown("**Remove the example partnerships and all their records?**")
    with st.container(horizontal=True):
        remove = st.button("Yes, remove them", type="primary", icon=":material/delete:")
        cancel = st.button("Cancel", icon=":material/close:")
    if remove:
        remove_examples(workspace)
        st.session_state[GONE] = True
    if remove or cancel:
        st.session_state.pop(ASKED)
        st.rerun()
