"""Taking the example partnerships out again."""

import streamlit as st

from assessment.examples import examples_loaded, remove_examples
from assessment.workspace import Workspace
from pages.components.actions import confirmed

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
        question = "**Remove the example partnerships and all their records?**"
        if confirmed(ASKED, question, "Yes, remove them"):
            remove_examples(workspace)
            st.session_state[GONE] = True
            st.rerun()
    elif st.button("Remove the examples", icon=":material/delete:"):
        st.session_state[ASKED] = True
        st.rerun()
