"""Adding a partnership: any list of districts under a name."""

import streamlit as st

from assessment.definitions import districts
from assessment.errors import AssessmentError
from assessment.intake.extract_register import districts_recorded
from assessment.outputs.escaping import markdown
from assessment.outputs.html_table import html_table
from assessment.partnerships import Partnership, add_partnership, partnerships
from assessment.periods import joined
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.caches.cache import KEYS

ADDED, TO_CLEAR = "partnership-added", "partnership-to-clear"
NAME, DISTRICTS = "partnership-name", "partnership-districts"
# Where it was added, and so where that is said: as the next step after a load, or below the list.
ADDED_AT, NEXT, LIST = "partnership-added-at", "next", "list"
FAR_AWAY = (
    "Districts with the most records stand first; distant ones are among them because a force's "
    "file holds some records whose location is far from its own districts."
)


def partnership_list(workspace: Workspace) -> None:
    """List the partnerships there are."""
    rows = [
        (partnership.name, ", ".join(partnership.districts))
        for partnership in partnerships(workspace)
    ]
    if rows:
        st.html(html_table("Partnerships in this store", ("Partnership", "Districts"), rows))


def partnership_form(workspace: Workspace, first: tuple[str, ...] = (), *, at: str = LIST) -> None:
    """Offer to add a partnership; some districts can stand first among those to choose from."""
    if st.session_state.pop(TO_CLEAR, False):
        st.session_state[NAME], st.session_state[DISTRICTS] = "", []
    names = [district.name for district in districts().all()]
    recorded = _recorded(workspace)
    ahead = [name for name in dict.fromkeys((*first, *recorded)) if name in names]
    with st.form("partnership-form", border=True):
        chosen = st.multiselect(
            "Districts",
            [*ahead, *(name for name in names if name not in ahead)],
            key=DISTRICTS,
            placeholder="Choose one or more",
            select_all=False,
        )
        if recorded:
            st.caption(FAR_AWAY)
        name = st.text_input(
            "Name (left empty: its districts)",
            placeholder="e.g. Castle Point and Rochford",
            key=NAME,
        )
        if st.form_submit_button("Add the partnership"):
            _add(workspace, name.strip() or joined(chosen), chosen, at)


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=8)
def _recorded(workspace: Workspace) -> tuple[str, ...]:
    """Return the districts that records name, those with the most records first."""
    return districts_recorded(workspace)


def just_added(at: str) -> None:
    """Say, where it was added, which partnership has just been, and lead to its figures."""
    added: Partnership | None = st.session_state.get(ADDED)
    if added is None or st.session_state.get(ADDED_AT, NEXT) != at:
        return
    name, names = markdown(added.name), joined(added.districts)
    districts = "" if names == added.name else f" with {markdown(names, 1000)}"
    st.success(f"{name} was added{districts}.", icon=":material/check_circle:")
    for page, title, icon in (
        ("pages/year_on_year/page.py", "Year on year", ":material/compare_arrows:"),
        ("pages/overview/page.py", "Overview", ":material/dashboard:"),
    ):
        label = f"{title} of {name}"
        st.page_link(page, label=label, icon=icon, query_params={"partnership": added.name})


def _add(workspace: Workspace, name: str, chosen: list[str], at: str) -> None:
    if not chosen:
        st.error(
            "Choose at least one district: a partnership's figures are those of its districts.",
            icon=":material/error:",
        )
        return
    try:
        st.session_state[ADDED] = add_partnership(workspace, name, chosen)
    except AssessmentError as fault:
        messages.error(fault)
        return
    st.session_state[TO_CLEAR], st.session_state[ADDED_AT] = True, at
    st.rerun()
