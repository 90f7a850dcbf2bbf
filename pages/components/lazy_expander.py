"""What is folded away and drawn only once it is opened: few look, and every page waits for it.

A block of code alone makes the browser fetch and run a highlighter half as large as all the rest.
"""

from collections.abc import Callable

import streamlit as st

from assessment.outputs.escaping import Markdown


@st.fragment
def folded(label: Markdown, icon: str, draw: Callable[[], None]) -> None:
    """Offer something to be opened; opening it draws it, and nothing else of the page anew.

    No two on a page have the same label, which is also the key that says whether one is open.
    """
    with st.expander(label, icon=icon, key=label, on_change="rerun") as expander:
        if expander.open:
            draw()
