"""The look of the pages on which people score and see what came of it."""

from functools import cache
from pathlib import Path

import streamlit as st

# It keeps nobody out of the other pages: that is for who may reach the dashboard at all.
NO_MENU = """<style>
[data-testid="stSidebar"], [data-testid="stExpandSidebarButton"] { display: none; }
[data-testid="stMainBlockContainer"] { padding-top: 2.5rem; max-width: 46rem; }
</style>"""


@cache
def _style() -> str:
    style = Path(__file__).with_name("risk.css").read_text(encoding="utf-8")
    return f"<style>{style}</style>"


def wear() -> None:
    """Put the style sheet of these pages on the page."""
    st.html(_style())


def without_menu() -> None:
    """Leave out the menu: whoever scores has come for nothing else."""
    st.html(NO_MENU)
