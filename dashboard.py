"""The dashboard: page settings, the store, and the pages; and the server around them.

`streamlit run` imports this file once, for its `app`; Streamlit then runs it for every visitor.
"""

import sys

import streamlit as st
from starlette.middleware import Middleware

from assessment.errors import AssessmentError, StoreUnavailable
from pages.components import cache, entrance, look, messages, unusable
from pages.components.carrying import carry_over, remember_address
from pages.components.cut_short import say_what_was_cut_short
from pages.components.known_hosts import KnownHosts
from pages.components.server_life import server_life


def show() -> None:
    """Show a visitor the page that the address asks for."""
    # A page that waits for a file being read gets its turn after 1 ms, and not after Python's 5.
    sys.setswitchinterval(0.001)

    st.set_page_config(
        page_title="Strategic assessment",
        page_icon=look.ICON,
        layout="wide",
        initial_sidebar_state=look.SIDEBAR,
        menu_items=look.MENU,
    )
    look.wear()

    page = st.navigation(
        [
            st.Page(
                "pages/overview.py", title="Overview", icon=":material/dashboard:", default=True
            ),
            st.Page(
                "pages/year_on_year.py", title="Year on year", icon=":material/compare_arrows:"
            ),
            st.Page("pages/survey.py", title="Survey", icon=":material/forum:"),
            st.Page("pages/risk_matrix.py", title="Risk matrix", icon=":material/grid_view:"),
            st.Page("pages/schemes.py", title="Schemes", icon=":material/rule:"),
            st.Page("pages/priorities.py", title="Priorities", icon=":material/flag:"),
            # Scorers come by its address, and see nothing else.
            st.Page("pages/score.py", title="Score", visibility="hidden"),
            st.Page("pages/upload_data.py", title="Upload data", icon=":material/upload_file:"),
            st.Page("pages/load_survey.py", title="Load a survey", icon=":material/how_to_vote:"),
            st.Page("pages/help.py", title="Help", icon=":material/help:"),
        ]
    )
    carry_over(page.url_path)
    refused = unusable.begin()
    try:
        cache.workspace()
        if page.url_path != "score":
            say_what_was_cut_short(cache.workspace())
        if refused:
            unusable.show(page, refused)
        with entrance.inside():
            page.run()
        unusable.check_nothing_else_is_said()
        remember_address()
        cache.settle(page.url_path)
    except unusable.Unusable as fault:
        unusable.refuse(fault)
    except StoreUnavailable as fault:
        # The makers of the examples take longer to import than the first page with all on it.
        from pages.components import no_store

        no_store.show(fault)
    except AssessmentError as fault:
        messages.error(fault)


if __name__ == "__main__":
    show()
else:
    app = st.App(__file__, middleware=[Middleware(KnownHosts)], lifespan=server_life)
