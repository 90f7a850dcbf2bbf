"""The dashboard: page settings, the store, and the pages; and the server around them.

`streamlit run` imports this file once, for its `app`; Streamlit then runs it for every visitor.
"""

import sys
from collections.abc import Mapping

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime.pages_manager import PagesManager

from assessment.errors import AssessmentError, StoreUnavailable
from pages.components import look, messages, presentation
from pages.components.address import invalid_address
from pages.components.address.carried_choices import carry_over, remember_address
from pages.components.address.presented import asks_for_it
from pages.components.caches import cache
from pages.server.cut_short import say_what_was_cut_short
from pages.server.forwarded_addresses import ForwardedAddresses
from pages.server.known_hosts import KnownHosts
from pages.server.server_life import server_life, settle

# The menu by its parts, in the order of the process: what the figures say, what is agreed, where
# they come from. Each page has its folder and address, title and icon. Scorers come to theirs by
# its address, and see nothing else.
MENU = (
    ("Overview", (("overview", "Overview", "dashboard"),)),
    ("My ward", (("my_ward", "My ward", "location_home"),)),
    (
        "Explore",
        (
            ("year_on_year", "Year on year", "compare_arrows"),
            ("trend", "Trend", "show_chart"),
            ("places", "Places", "map"),
            ("times", "Times", "schedule"),
            ("harm", "Harm", "personal_injury"),
            ("peers", "Peers", "leaderboard"),
            ("outcomes", "Outcomes", "gavel"),
            ("evaluation", "Project evaluation", "fact_check"),
            ("victims", "Victims", "diversity_3"),
            ("beside", "Partners' data", "handshake"),
            ("findings", "Findings", "slideshow"),
        ),
    ),
    ("Survey", (("survey", "Survey", "forum"),)),
    (
        "Risk matrix",
        (
            ("risk_matrix", "Risk matrix", "grid_view"),
            ("schemes", "Schemes", "rule"),
        ),
    ),
    ("Priorities", (("priorities", "Priorities", "flag"),)),
    (
        "Data",
        (
            ("upload_data", "Upload data", "upload_file"),
            ("sources", "Sources", "source"),
            ("load_survey", "Load a survey", "how_to_vote"),
        ),
    ),
    ("Help", (("help", "Help", "help"),)),
)


def show() -> None:
    """Show a visitor the page that the address asks for."""
    # A page that waits for a file being read gets its turn after 1 ms, and not after Python's 5.
    sys.setswitchinterval(0.001)
    look.set_page()
    pages = {named[0]: _page(*named) for _, names in MENU for named in names}
    page = st.navigation([*pages.values(), _page("score", "Score")], position="hidden")
    carry_over(page.url_path)
    refused = invalid_address.begin()
    if asks_for_it():
        presentation.begin()
    elif page.url_path != "score":
        menu(pages, page)
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


def menu(pages: Mapping[str, st.Page], shown: st.Page) -> None:
    """Show the menu: of the part that is shown every page, of the others the first.

    Streamlit's own, with parts, is always as long as all of them, and no list to a screen reader.
    """
    with st.sidebar.container(gap=None, key="menu"):
        for part, names in MENU:
            those = [pages[name] for name, _, _ in names]
            if shown not in those or len(those) == 1:
                st.page_link(those[0], label=part)
                continue
            st.caption(part)
            with st.container(gap=None, key="menu-part"):
                for each in those:
                    st.page_link(each)


def _page(name: str, title: str, icon: str | None = None) -> st.Page:
    """Return a page with an address of its own; one without an icon is not in the menu."""
    return st.Page(
        f"pages/{name}/page.py",
        title=title,
        icon=icon and f":material/{icon}:",
        url_path=name,
        default=name == "overview",
        visibility="visible" if icon else "hidden",
    )


def run(page: st.Page, refused: invalid_address.Unusable | None) -> None:
    """Run a page on the open store, or say what its address asks for that there is not."""
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
    # As the first st.navigation of a process does. Until then Streamlit looks for pages of its own
    # in a folder of that name, and says of an address that is opened first that it is no page.
    PagesManager.uses_pages_directory = False
    app = st.App(
        __file__,
        middleware=[Middleware(KnownHosts), Middleware(ForwardedAddresses)],
        lifespan=server_life,
    )
