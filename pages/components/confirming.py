"""Asking once more before something that cannot be taken back."""

import streamlit as st

from assessment.outputs.escaping import Markdown


def confirmed(
    key: str, question: Markdown, agree: Markdown, icon: str = ":material/delete:"
) -> bool:
    """Ask; return whether it was agreed to. What was asked is forgotten with either answer."""
    st.markdown(question)
    with st.container(horizontal=True):
        agreed = st.button(agree, type="primary", icon=icon, key=f"{key}-yes")
        cancelled = st.button("Cancel", icon=":material/close:", key=f"{key}-no")
    if agreed or cancelled:
        st.session_state.pop(key)
    if cancelled:
        st.rerun()
    return agreed
