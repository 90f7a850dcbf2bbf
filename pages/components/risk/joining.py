"""Joining a workshop, and coming back to one's own scores: both with a code and without a name."""

import streamlit as st

from assessment.errors import AskedWrongly
from assessment.risk_matrix.codes import WORKSHOP_LENGTH, as_typed
from assessment.risk_matrix.scorers import LONGEST_NAME, Scorer, join, scorer
from assessment.risk_matrix.workshop import Workshop
from assessment.workspace import Workspace
from pages.components import messages

# In the address: the workshop's code, from the QR code, and then the scorer's own.
CODE, OWN = "code", "scorer"
# The responsible authorities, and who else sits at the table.
AGENCIES = (
    "Police",
    "District, borough or unitary council",
    "County council",
    "Fire and rescue",
    "Probation",
    "Health (integrated care board)",
    "Police and crime commissioner",
    "Housing",
    "Youth justice",
    "Voluntary sector",
    "Councillor",
)


def whoever_scores(workspace: Workspace) -> tuple[Scorer, Workshop] | None:
    """Return who the address belongs to, with their workshop; without one, let them join."""
    if token := st.query_params.get(OWN):
        try:
            return scorer(workspace, token)
        except AskedWrongly as fault:
            messages.error(fault)
    _ask_to_join(workspace)
    return None


def _ask_to_join(workspace: Workspace) -> None:
    st.markdown(
        "Type the code from the screen. You score alone first; the facilitator then shows how far "
        "everybody agrees, by agency and role. **Do not give your name.**"
    )
    with st.form("join", border=False):
        code = st.text_input(
            "Code", value=st.query_params.get(CODE, ""), key="join-code", autocomplete="off"
        )
        agency = st.selectbox(
            "Your agency",
            AGENCIES,
            index=None,
            key="join-agency",
            placeholder="Choose, or type another",
            accept_new_options=True,
        )
        role = st.text_input(
            "Your role",
            key="join-role",
            max_chars=LONGEST_NAME,
            placeholder="e.g. inspector, housing officer",
        )
        if st.form_submit_button("Start scoring", type="primary", width="stretch"):
            _enter(workspace, code, agency or "", role)
    st.caption(
        "Coming back on another phone? Type your own code into **Code**; agency and role can stay "
        "empty."
    )


def _enter(workspace: Workspace, code: str, agency: str, role: str) -> None:
    try:
        # A scorer's own code is longer than a workshop's: either leads in.
        if len(as_typed(code)) > WORKSHOP_LENGTH:
            who, _ = scorer(workspace, code)
        else:
            who = join(workspace, code, agency, role)
    except AskedWrongly as fault:
        messages.error(fault)
        return
    st.query_params.from_dict({OWN: who.token})
    st.rerun()
