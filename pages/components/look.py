"""How every page looks, beyond what the theme in .streamlit/config.toml says."""

from functools import cache
from pathlib import Path

import streamlit as st

from assessment.outputs.charts import ON_DARK, ON_LIGHT, Ink

HERE = Path(__file__).parent
# A file of our own: a named icon would be fetched from the internet.
ICON = HERE / "icon.svg"
# Pixels: as narrow as the names of the filters allow, to leave the room to the figures.
SIDEBAR = 305
ABOUT = (
    "**Strategic assessment dashboard**: from police and partner extracts to agreed priorities. "
    "Nothing leaves this machine."
)

# It keeps nobody out of the other pages: that is decided by who may reach the dashboard at all.
NO_MENU = """<style>
[data-testid="stSidebar"], [data-testid="stExpandSidebarButton"] { display: none; }
[data-testid="stMainBlockContainer"] { padding-top: 2.5rem; max-width: 46rem; }
</style>"""


@cache
def _style(name: str) -> str:
    return f"<style>{(HERE / name).read_text(encoding='utf-8')}</style>"


def ink() -> Ink:
    """Return the colours of a chart's text on the page as this visitor has it, light or dark."""
    return ON_DARK if st.context.theme.type == "dark" else ON_LIGHT


def set_page() -> None:
    """Set what the browser shows around every page, and put the style sheet on it."""
    st.set_page_config(
        page_title="Strategic assessment",
        page_icon=ICON,
        layout="wide",
        initial_sidebar_state=SIDEBAR,
        menu_items={"About": ABOUT},
    )
    st.html(_style("look.css"))


def wear_scoring() -> None:
    """Put that of the pages on the page on which people score and see what came of it."""
    st.html(_style("risk.css"))


def as_in_a_hall() -> None:
    """Leave out all that is there to choose by, and make the letters large."""
    st.html(_style("hall.css"))


def without_menu() -> None:
    """Leave out the menu: a scorer has come for nothing else."""
    st.html(NO_MENU)
