"""Schemes: ways to score issues, read in plain words, copied, changed, and put to use."""

import streamlit as st

from assessment.outputs.escaping import markdown
from pages.components import look
from pages.components.caches import cache
from pages.components.exact_link import exact_link
from pages.schemes import scheme_filter
from pages.schemes.copy_scheme import copy
from pages.schemes.scheme_form import SAVED, change
from pages.schemes.scheme_in_words import head, show
from pages.schemes.scheme_users import use

look.wear_scoring()
st.title("Schemes", anchor=False)
workspace = cache.workspace()
with st.sidebar:
    shown = scheme_filter.ask(workspace)
st.markdown(head(workspace, shown))
doing = scheme_filter.choose_doing()
with st.container():
    if saved := st.session_state.pop(SAVED, None):
        st.success(
            f"{markdown(saved)} Assessments keep the version that they have: here you can let one "
            "go over to it.",
            icon=":material/check_circle:",
        )
match doing:
    case scheme_filter.COPY:
        copy(workspace, shown)
    case scheme_filter.CHANGE:
        change(workspace, shown)
    case scheme_filter.USE:
        use(workspace, shown)
    case _:
        show(workspace, shown)
exact_link(scheme_filter.address_of(shown, doing), first=None)
