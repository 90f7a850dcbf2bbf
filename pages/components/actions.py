"""Carrying out what a button asks for, asking once more where it cannot be taken back.

The result is shown when the page is drawn anew.
"""

from collections.abc import Callable

import streamlit as st

from assessment.errors import AssessmentError
from assessment.outputs.escaping import Markdown, markdown

REFUSED, DONE = "change-refused", "change-done"


def done(change: Callable[[], object], message: str = "", *, at: str = "") -> bool:
    """Make a change; keep its message, or why it was refused, for the next drawing.

    `at` is where it is shown: below a form far down a page, the top of the page is not seen.
    """
    try:
        change()
    except AssessmentError as fault:
        refuse(str(fault), at=at)
        return False
    if message:
        st.session_state[f"{DONE}{at}"] = message
    return True


def refuse(why: str, *, at: str = "") -> None:
    """Keep, for the next drawing, why something was not done."""
    st.session_state[f"{REFUSED}{at}"] = why


def was_refused(at: str) -> bool:
    """Tell whether something was refused here that has not been shown yet."""
    return f"{REFUSED}{at}" in st.session_state


def tell(at: str = "") -> None:
    """Show once what was refused or done here.

    Its place stays when it is gone: a field that moves on the page loses what is being typed.
    """
    with st.container():
        if refusal := st.session_state.pop(f"{REFUSED}{at}", None):
            st.error(markdown(refusal, 2000), icon=":material/error:")
        if message := st.session_state.pop(f"{DONE}{at}", None):
            st.success(markdown(message, 1000), icon=":material/check:")


def confirmed(
    key: str, question: Markdown, agree: Markdown, icon: str = ":material/delete:"
) -> bool:
    """Ask; return whether the answer was yes. Either answer ends the question."""
    st.markdown(question)
    with st.container(horizontal=True):
        agreed = st.button(agree, type="primary", icon=icon, key=f"{key}-yes")
        cancelled = st.button("Cancel", icon=":material/close:", key=f"{key}-no")
    if agreed or cancelled:
        st.session_state.pop(key)
    if cancelled:
        st.rerun()
    return agreed
