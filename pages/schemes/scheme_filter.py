"""Which scheme is looked at, in which version, and what is done with it: all in the address."""

from collections.abc import Mapping

import streamlit as st

from assessment.definitions import Scheme
from assessment.risk_matrix import list_schemes, versions
from assessment.workspace import Workspace
from pages.components.address.choices import choose, choose_part, turn_to

SCHEME, VERSION, DO = "scheme", "version", "do"
READ, COPY, CHANGE, USE = "Read", "Copy", "Change", "Use"
LAST, NEXT = "scheme-last", "scheme-next"


def ask(workspace: Workspace) -> Scheme:
    """Let a scheme and one of its versions be chosen."""
    turn_to(st.session_state.pop(NEXT, {}))
    chosen = choose("Scheme", SCHEME, {known.label: known for known in list_schemes(workspace)})
    by_version = {str(known.version): known for known in versions(workspace, chosen.id)}
    # Another scheme's versions are others, though they may have the same numbers.
    if st.session_state.get(LAST, chosen.id) != chosen.id or (
        st.session_state.get(VERSION, str(chosen.version)) not in by_version
    ):
        st.session_state[VERSION] = str(chosen.version)
    st.session_state[LAST] = chosen.id
    return choose("Version", VERSION, by_version, default=str(chosen.version))


def choose_doing() -> str:
    """Let it be chosen what to do with the scheme."""
    return choose_part("What to do", DO, (READ, COPY, CHANGE, USE))


def turn_to_scheme(of: Scheme, doing: str) -> None:
    """Show a scheme in a version when the page is next drawn."""
    st.session_state[NEXT] = {SCHEME: of.label, VERSION: str(of.version), DO: doing}
    st.session_state[LAST] = of.id


def address_of(shown: Scheme, doing: str) -> Mapping[str, str]:
    """Return what is shown as a query."""
    return {SCHEME: shown.label, VERSION: str(shown.version), DO: doing}
