"""Help: the user guide, from the file that comes with the product, so that it is there offline."""

import re
from pathlib import Path

import streamlit as st

from assessment.outputs.escaping import Markdown

GUIDE = Path(__file__).parents[2] / "docs" / "user-guide.md"
# Another document is not a page of the dashboard: its file is named instead.
ELSEWHERE = re.compile(r"\[([^\]]+)\]\(([\w-]+\.md)(#[\w-]+)?\)")


def guide() -> Markdown:
    """Return the guide's text below its title."""
    text = GUIDE.read_text(encoding="utf-8")
    _, _, body = text.partition("\n")
    return ELSEWHERE.sub(r"\1 (in `docs/\2`)", body)


st.title("Help", anchor=False)
with st.container(width=900, key="guide"):
    st.markdown(guide())
