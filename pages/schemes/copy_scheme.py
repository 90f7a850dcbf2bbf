"""Copying a scheme under a name of one's own, to be changed."""

import streamlit as st

from assessment.definitions import Scheme
from assessment.errors import AssessmentError
from assessment.outputs.escaping import markdown
from assessment.risk_matrix import copy_scheme, list_schemes
from assessment.risk_matrix.schemes.scheme_editing import id_of
from assessment.workspace import Workspace
from pages.components import messages
from pages.schemes.scheme_filter import CHANGE, turn_to_scheme


def copy(workspace: Workspace, shown: Scheme) -> None:
    """Ask for a name; the copy is then there to be changed."""
    st.markdown(
        f"The copy begins as {markdown(shown.label)}, version {shown.version}, is. It is yours to "
        "change; the original stays as it is."
    )
    with st.form("scheme-copy", border=False):
        label = st.text_input("Name of the copy", placeholder="e.g. Our matrix 2027")
        if not st.form_submit_button("Copy it", type="primary", icon=":material/content_copy:"):
            return
    if not id_of(label):
        st.error("Give the copy a name, of letters or digits.", icon=":material/error:")
        return
    taken = [known.id for known in list_schemes(workspace)]
    try:
        copied = copy_scheme(workspace, shown, id_of(label, taken), " ".join(label.split()))
    except AssessmentError as fault:
        messages.error(fault)
        return
    turn_to_scheme(copied, CHANGE)
    st.rerun()
