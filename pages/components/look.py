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


@cache
def _style() -> str:
    return f"<style>{(HERE / 'look.css').read_text(encoding='utf-8')}</style>"


def ink() -> Ink:
    """Return the colours of a chart's text on the page as this visitor has it, light or dark."""
    return ON_DARK if st.context.theme.type == "dark" else ON_LIGHT


def wear() -> None:
    """Put the style sheet on the page."""
    st.html(_style())
