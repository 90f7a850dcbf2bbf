"""Whether a page is shown to a hall, large and with nothing around it: its address says so."""

from dataclasses import replace

import streamlit as st

from assessment.people import Audience
from assessment.workspace import Workspace
from pages.components.address.invalid_address import asks

PRESENT = "present"
# What the address says of a page that is one view, and has no slides.
WHOLE = "yes"


def is_presented() -> bool:
    """Tell whether the page is shown to a hall."""
    return PRESENT in st.query_params


def asks_for_it() -> bool:
    """Take note that every page can be shown to a hall; tell whether this one is."""
    if is_presented():
        asks("Presentation", PRESENT)
    return is_presented()


def for_a_hall(workspace: Workspace) -> Workspace:
    """Return the same for whoever sits in a hall: what is projected, partners see."""
    return replace(workspace, audience=Audience.PARTNER)
