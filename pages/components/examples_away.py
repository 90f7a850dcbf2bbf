"""Taking the example partnerships out again."""

import streamlit as st

from assessment.examples import examples_loaded, remove_examples
from assessment.workspace import Workspace


def examples_away(workspace: Workspace) -> None:
    """Offer to remove the examples while they are there."""
    if not examples_loaded(workspace):
        return
    st.header("Example partnerships", anchor=False)
    st.markdown(
        "The example partnerships hold synthetic records. Removing them keeps everything that you "
        "have loaded yourself."
    )
    with st.popover("Remove the examples", icon=":material/delete:"):
        st.markdown("Remove the example partnerships and all their records?")
        if st.button("Yes, remove them", type="primary"):
            remove_examples(workspace)
            st.rerun()
