"""The facilitator's view: how to join, who has come how far, and what happens next."""

import streamlit as st

from assessment.outputs.escaping import Markdown
from assessment.outputs.risk_matrix.evidence_tables import spread as spread_of
from assessment.outputs.risk_matrix.risk_table import file_name
from assessment.risk_matrix.evidence_base import EvidenceBase
from assessment.risk_matrix.matrix import Matrix
from assessment.risk_matrix.workshop.scorer_agreement import spreads
from assessment.risk_matrix.workshop.workshops import (
    Workshop,
    WorkshopMove,
    WorkshopState,
    move,
    open_workshop,
    workshop,
)
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.actions import done, tell, was_refused
from pages.components.downloads import download
from pages.risk_matrix.agreement_table import spread_tables
from pages.risk_matrix.scorers_list import scorers_list
from pages.risk_matrix.way_in import show_way_in

LOOK_AGAIN = 2
HERE = "workshop"
LABELS = {
    WorkshopMove.REVEAL: "Show the scores",
    WorkshopMove.SECOND_ROUND: "Begin a second round",
    WorkshopMove.CLOSE: "Close the scoring",
    WorkshopMove.REOPEN: "Open it again",
}
HELP = {
    WorkshopMove.REVEAL: "Ends this round: everybody's scores are shown below, without names.",
    WorkshopMove.SECOND_ROUND: "Everybody can change their scores once more.",
    WorkshopMove.CLOSE: "Nobody can score any more. What was given is kept.",
    WorkshopMove.REOPEN: "The round goes on where it was closed.",
}
STATES = {
    WorkshopState.OPEN: "open: people score alone, and nobody sees another's scores",
    WorkshopState.REVEALED: "shown: look at where people differ, and talk about it",
    WorkshopState.CLOSED: "closed",
}


def scoring_together(workspace: Workspace, held: EvidenceBase) -> None:
    """Show the workshop of an assessment, or open one."""
    if held.assessment is None:
        return
    there = workshop(workspace, held.assessment.id)
    if there is None:
        _offer(workspace, held.assessment.id)
        return
    # Told on the page: what is drawn every other second would be gone before it is read.
    tell(HERE)
    _follow(workspace, held, there)
    if found := spreads(workspace, there.assessment):
        spread_tables(held, found, _differing(there))
        download(file_name(held, "spread"), lambda: spread_of(held, found), key="spread")


def _differing(there: Workshop) -> Markdown:
    """Name what is shown: while a second round is open, it is still the first."""
    if there.state is WorkshopState.OPEN:
        return f"Where people differed in round {there.round - 1:d}"
    return "Where people differ"


def scored_together(found: Matrix) -> None:
    """Show how far the scorers of an agreed year had agreed."""
    every = [each.spread for each in found.effective_scores.values() if each.spread]
    if not every:
        st.info(
            "Nobody scored this assessment together; agreed, it is not scored again.",
            icon=":material/info:",
        )
        return
    spread_tables(found, every, "Where people differed")
    download(file_name(found, "spread"), lambda: spread_of(found, every), key="spread")


def _offer(workspace: Workspace, number: int) -> None:
    st.markdown(
        "Several people score on their phones or laptops, alone first; then you show how far they "
        "agree, and a second round can follow. They join with a code, an agency and a role."
    )
    if st.button("Open the scoring to others", type="primary"):
        open_workshop(workspace, number)
        st.rerun()


@st.fragment(run_every=LOOK_AGAIN)
def _follow(workspace: Workspace, held: EvidenceBase, shown: Workshop) -> None:
    """Show where the workshop stands, ever anew; the page again when somebody has moved it."""
    with messages.told():
        _stands(workspace, held, shown)


def _stands(workspace: Workspace, held: EvidenceBase, shown: Workshop) -> None:
    now = workshop(workspace, shown.assessment)
    has_moved = now is None or (now.round, now.state) != (shown.round, shown.state)
    if has_moved or was_refused(HERE):
        st.rerun()
    # Once scores are shown they are what the wall is for.
    if shown.state is WorkshopState.OPEN:
        show_way_in(shown)
    st.markdown(f"**Round {shown.round}** is {STATES[shown.state]}.")
    with st.container(horizontal=True, key="moves"):
        for each in shown.moves():
            st.button(
                LABELS[each],
                key=f"move-{each.name}",
                help=HELP[each],
                type="primary"
                if each in (WorkshopMove.REVEAL, WorkshopMove.SECOND_ROUND)
                else "secondary",
                on_click=_move,
                args=(workspace, shown, each),
            )
    scorers_list(workspace, held, shown, at=HERE)


def _move(workspace: Workspace, seen: Workshop, wanted: WorkshopMove) -> None:
    done(lambda: move(workspace, seen, wanted), at=HERE)
