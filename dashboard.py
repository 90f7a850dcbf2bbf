"""The dashboard: page settings, the store, and the pages; and the server around them.

`streamlit run` imports this file once, for its `app`; Streamlit then runs it for every visitor.
"""

import sys

import streamlit as st
from starlette.middleware import Middleware

from assessment.errors import AssessmentError, StoreUnavailable
from pages.components import cache, look, messages
from pages.components.address import invalid_address
from pages.components.address.carried_choices import carry_over, remember_address
from pages.server.cut_short import say_what_was_cut_short
from pages.server.known_hosts import KnownHosts
from pages.server.server_life import server_life, settle


def show() -> None:
    """Show a visitor the page that the address asks for."""
    # A page that waits for a file being read gets its turn after 1 ms, and not after Python's 5.
    sys.setswitchinterval(0.001)
    st.set_page_config(
        page_title="Strategic assessment",
        page_icon=look.ICON,
        layout="wide",
        initial_sidebar_state=look.SIDEBAR,
        menu_items={"About": look.ABOUT},
    )
    look.wear()
    page = st.navigation(
        [
            page_of("overview", "Overview", "dashboard"),
            page_of("year_on_year", "Year on year", "compare_arrows"),
            page_of("survey", "Survey", "forum"),
            page_of("risk_matrix", "Risk matrix", "grid_view"),
            page_of("schemes", "Schemes", "rule"),
            page_of("priorities", "Priorities", "flag"),
            # Scorers come by its address, and see nothing else.
            page_of("score", "Score", visible=False),
            page_of("upload_data", "Upload data", "upload_file"),
            page_of("load_survey", "Load a survey", "how_to_vote"),
            page_of("help", "Help", "help"),
        ]
    )
    carry_over(page.url_path)
    refused = invalid_address.begin()
    try:
        run(page, refused)
    except invalid_address.Unusable as fault:
        invalid_address.refuse(fault)
    except StoreUnavailable as fault:
        # The makers of the examples take longer to import than the first page with all on it.
        from pages.server import no_store

        no_store.show(fault)
    except AssessmentError as fault:
        messages.error(fault)


def page_of(name: str, title: str, icon: str = "", *, visible: bool = True) -> st.Page:
    """Return a page, which keeps the address that it had when each page was a single file."""
    return st.Page(
        f"pages/{name}/page.py",
        title=title,
        icon=f":material/{icon}:" if icon else None,
        url_path=name,
        default=name == "overview",
        visibility="visible" if visible else "hidden",
    )


def run(page: st.Page, refused: invalid_address.Unusable | None) -> None:
    """Run a page on the open store, or say what its address asks for in vain."""
    workspace = cache.workspace()
    if page.url_path != "score":
        say_what_was_cut_short(workspace)
    if refused:
        invalid_address.show(page, refused)
    page.run()
    invalid_address.check_nothing_else_is_said()
    remember_address()
    settle(page.url_path)


if __name__ == "__main__":
    show()
else:
    app = st.App(__file__, middleware=[Middleware(KnownHosts)], lifespan=server_life)
