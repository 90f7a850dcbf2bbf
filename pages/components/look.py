"""How every page looks, beyond what the theme in .streamlit/config.toml says."""

from functools import cache
from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent
# A file of our own: a named icon would be fetched from the internet.
ICON = HERE / "icon.svg"
MENU = {
    "About": "**Strategic assessment dashboard**: from police and partner extracts to agreed "
    "priorities. Nothing leaves this machine."
}


@cache
def _style() -> str:
    return f"<style>{(HERE / 'look.css').read_text(encoding='utf-8')}</style>"


def wear() -> None:
    """Put the style sheet on the page."""
    st.html(_style())
