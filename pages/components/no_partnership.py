"""Figures of a whole force while no partnership has been added: the way to one's own."""

import streamlit as st

from assessment.people import Permission
from assessment.workspace import Workspace
from pages.components import cache
from pages.components.address.carried_choices import FORCE


def offer_a_partnership(workspace: Workspace) -> None:
    """Offer to add a partnership where only whole forces can be looked at."""
    if not workspace.may(Permission.EDIT_PARTNERSHIPS):
        return
    if all(name.startswith(FORCE) for name in cache.places(workspace)):
        st.page_link(
            "pages/upload_data/page.py",
            label="Add your partnership: its districts, under Upload data",
            icon=":material/add_location:",
        )
