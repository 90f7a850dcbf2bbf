"""Schemes: ways to score issues, read in plain words, copied, changed, and put to use."""

import streamlit as st

from assessment.outputs.escaping import markdown
from pages.components import cache
from pages.components.address import exact_link
from pages.components.entrance import through_dashboard
from pages.components.risk.wearing import wear
from pages.components.schemes import choosing
from pages.components.schemes.changing import SAVED, change
from pages.components.schemes.copying import copy
from pages.components.schemes.shown import head, show
from pages.components.schemes.using import use

through_dashboard()
wear()
st.title("Schemes", anchor=False)
workspace = cache.workspace()
with st.sidebar:
    shown = choosing.ask(workspace)
st.markdown(head(workspace, shown))
doing = choosing.choose_doing()
with st.container():
    if saved := st.session_state.pop(SAVED, None):
        st.success(
            f"{markdown(saved)} Assessments keep the version that they have: here you can let one "
            "go over to it.",
            icon=":material/check_circle:",
        )
match doing:
    case choosing.COPY:
        copy(workspace, shown)
    case choosing.CHANGE:
        change(workspace, shown)
    case choosing.USE:
        use(workspace, shown)
    case _:
        show(workspace, shown)
exact_link(choosing.address_of(shown, doing))
