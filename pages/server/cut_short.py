"""What was stopped before it was finished, or done to the store: shown until it has been read."""

import streamlit as st

from assessment.outputs.escaping import markdown
from assessment.people import Permission
from assessment.safekeeping import put_away, what_was_cut_short
from assessment.workspace import Workspace


def say_what_was_cut_short(workspace: Workspace) -> None:
    """Tell those who answer for the data; a scorer has nothing to do with it."""
    if not workspace.may(Permission.KEEP_COPIES):
        return
    cut_short = what_was_cut_short(workspace)
    updates = workspace.store.brought_up_to_date
    for text in cut_short:
        st.warning(markdown(text, 2000), icon=":material/report:")
    if updates:
        done = "\n\n".join(markdown(text, 1000) for text in updates)
        st.info(done, icon=":material/update:")
    if (cut_short or updates) and st.button("I have read this", icon=":material/check:"):
        put_away(workspace)
        st.rerun()
