"""The dashboard is the only way in to a page."""

import runpy
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"
INSIDE = "inside-the-dashboard"


@contextmanager
def inside() -> Iterator[None]:
    """Let a page know, while it runs, that the dashboard is around it."""
    st.session_state[INSIDE] = True
    try:
        yield
    finally:
        st.session_state[INSIDE] = False


def through_dashboard() -> None:
    """Run the dashboard where Streamlit has run a page without it, and no more of the page.

    Until `st.navigation` has been called once in a process, Streamlit takes every file of a folder
    named pages for a page of its own. Whoever opens a shared link first would get the bare page,
    without its look and its error messages.
    """
    if not st.session_state.get(INSIDE, False):
        runpy.run_path(str(DASHBOARD), run_name="__main__")
        st.stop()
