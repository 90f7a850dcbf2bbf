"""Joining a workshop, and coming back to one's own scores: both with a code and without a name."""

import streamlit as st

from assessment.errors import InvalidRequest
from assessment.outputs.escaping import markdown
from assessment.risk_matrix.workshop.duplicate_scorers import JoinedAlready
from assessment.risk_matrix.workshop.join_codes import WORKSHOP_LENGTH, as_typed
from assessment.risk_matrix.workshop.scorers import LONGEST_NAME, Scorer, join, scorer
from assessment.risk_matrix.workshop.workshops import Workshop
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.address.dashboard_address import CODE, OWN
from pages.components.address.invalid_address import asks
from pages.components.known_or_new import known_or_new
from pages.score.remembered_phone import ANOTHER, remembered

IN_ADDRESS = {"Code": CODE, "Own code": OWN, "Another person": ANOTHER}
# Who has said that they are another person than the one of their agency and role.
IS_ANOTHER = "joins-as-another"
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


def join_or_return(workspace: Workspace) -> tuple[Scorer, Workshop] | None:
    """Return who scores here, by the address or as the browser remembers; else let them join."""
    for label, key in IN_ADDRESS.items():
        asks(label, key)
    if token := st.query_params.get(OWN):
        try:
            return scorer(workspace, token)
        except InvalidRequest as fault:
            messages.error(fault)
    elif joined := remembered(workspace, st.query_params.get(CODE, "")):
        st.query_params.from_dict({OWN: joined[0].token})
        return joined
    _ask_to_join(workspace)
    return None


def somebody_else(workshop: Workshop) -> None:
    """Let another person join on the same phone."""
    st.button(
        "Somebody else scores on this phone", on_click=_let_another_join, args=(workshop.code,)
    )


def _let_another_join(code: str) -> None:
    st.query_params.from_dict({CODE: code, ANOTHER: "yes"})


def _ask_to_join(workspace: Workspace) -> None:
    st.markdown(
        "Type the code from the screen. You score alone first; the facilitator then shows how far "
        "everybody agrees, by agency and role. **Do not give your name.**"
    )
    if entered := st.session_state.pop(IS_ANOTHER, None):
        _enter(workspace, *entered, is_another=True)
    with st.form("join", border=False):
        code = st.text_input(
            "Code", value=st.query_params.get(CODE, ""), key="join-code", autocomplete="off"
        )
        agency = known_or_new(
            "Your agency",
            "Or another agency",
            AGENCIES,
            "join-agency",
            most=LONGEST_NAME,
            example="where the list has not got yours",
        )
        role = st.text_input(
            "Your role",
            key="join-role",
            max_chars=LONGEST_NAME,
            placeholder="e.g. inspector, housing officer",
        )
        is_ready = st.form_submit_button("Start scoring", type="primary", width="stretch")
    if is_ready:
        _enter(workspace, code, agency, role)
    st.caption(
        "Coming back on another phone? Type your own code into **Code**; agency and role can stay "
        "empty."
    )


def _enter(
    workspace: Workspace, code: str, agency: str, role: str, *, is_another: bool = False
) -> None:
    try:
        # A scorer's own code is longer than a workshop's: either leads in.
        if len(as_typed(code)) > WORKSHOP_LENGTH:
            joined, _ = scorer(workspace, code)
        else:
            joined = join(workspace, code, agency, role, is_another=is_another)
    except JoinedAlready as fault:
        st.warning(markdown(str(fault), 1000), icon=":material/group:")
        entered = (code, agency, role)
        st.button("I am another person: join", on_click=_say_another, args=entered, width="stretch")
    except InvalidRequest as fault:
        messages.error(fault)
    else:
        st.query_params.from_dict({OWN: joined.token})
        st.rerun()


def _say_another(*entered: str) -> None:
    st.session_state[IS_ANOTHER] = entered
