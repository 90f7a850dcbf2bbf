"""Carrying out what a button asks for; what was refused is told when the page is drawn anew."""

from collections.abc import Callable

import streamlit as st

from assessment.errors import AssessmentError
from pages.components import messages

REFUSED = "change-refused"


def done(change: Callable[[], object]) -> bool:
    """Make a change; where it is refused, keep the reason for the next drawing of the page."""
    try:
        change()
    except AssessmentError as fault:
        st.session_state[REFUSED] = str(fault)
        return False
    return True


def tell() -> None:
    """Say what was refused."""
    if refused := st.session_state.pop(REFUSED, None):
        st.error(messages.plain(refused, 2000), icon=":material/error:")
