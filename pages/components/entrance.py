"""The dashboard is the only way in to a page."""

import runpy
from pathlib import Path

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"


def through_dashboard() -> None:
    """Run the dashboard where Streamlit has run a page without it, and no more of the page.

    Until `st.navigation` has been called once in a process, Streamlit takes every file of a folder
    named pages for a page of its own. Whoever opens a shared link first would get the bare page,
    without its look and its error messages.
    """
    if PagesManager.uses_pages_directory:
        runpy.run_path(str(DASHBOARD), run_name="__main__")
        st.stop()
