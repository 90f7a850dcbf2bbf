"""The facilitator's view: how to join, who has come how far, and what happens next."""

from collections.abc import Sequence

import streamlit as st

from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.risk_matrix.evidence_tables import spread as spread_of
from assessment.outputs.risk_matrix.risk_table import file_name
from assessment.outputs.risk_matrix.scorer_tables import spread_table, widest_first
from assessment.outputs.risk_matrix.wording import agency_wording
from assessment.risk_matrix.evidence_base import EvidenceBase
from assessment.risk_matrix.matrix import Matrix, matrix_from, matrix_of_agencies
from assessment.risk_matrix.workshop.scorer_agreement import Spread, spreads
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


def scoring_together(workspace: Workspace, basis: EvidenceBase) -> None:
    """Show the workshop of an assessment, or open one."""
    if basis.assessment is None:
        return
    seen = workshop(workspace, basis.assessment.id)
    if seen is None:
        _offer(workspace, basis.assessment.id)
        return
    # Told on the page: what is drawn every other second would be gone before it is read.
    tell(HERE)
    _follow(workspace, basis, seen)
    if given := spreads(workspace, seen.assessment):
        _show_both_ways(workspace, basis)
        _show_spreads(basis, given, _differing(seen))


def _show_both_ways(workspace: Workspace, basis: EvidenceBase) -> None:
    """Say what comes first counting people, and what changes counting agencies."""
    by_person, by_agency = matrix_from(workspace, basis), matrix_of_agencies(workspace, basis)
    st.header("The result, by people and by agencies", anchor=False)
    st.caption(markdown(f"{agency_wording.who_scored(by_person)} scored."))
    for line in agency_wording.both_ways(by_person, by_agency):
        st.markdown(f"- {markdown(line, 2000)}")


def _differing(seen: Workshop) -> Markdown:
    """Name what is shown: while a second round is open, it is still the first."""
    if seen.state is WorkshopState.OPEN:
        return f"Where people differed in round {seen.round - 1:d}"
    return "Where people differ"


def scored_together(matrix: Matrix) -> None:
    """Show how far the scorers of an agreed year had agreed."""
    given = [effective.spread for effective in matrix.effective_scores.values() if effective.spread]
    if given:
        _show_spreads(matrix, given, "Where people differed")
    else:
        st.info(
            "Nobody scored this assessment together; agreed, it is not scored again.",
            icon=":material/info:",
        )


def _show_spreads(basis: EvidenceBase, given: Sequence[Spread], title: Markdown) -> None:
    """Show what is worth talking about under a title, then the rest, one click away."""
    differing = widest_first(given)
    agreed = [spread for spread in given if spread not in differing]
    st.header(title, anchor=False)
    if differing:
        st.html(spread_table(basis, differing, "Issues to talk about, the widest spread first"))
    else:
        st.markdown("Nowhere by so much that it needs talking about.")
    if agreed:
        with st.expander(f"Where people agree ({len(agreed)})", icon=":material/check:"):
            st.html(spread_table(basis, agreed, "Issues on which people agree"))
    download(file_name(basis, "spread"), lambda: spread_of(basis, given), key="spread")


def _offer(workspace: Workspace, number: int) -> None:
    st.markdown(
        "Several people score on their phones or laptops, alone first; then you show how far they "
        "agree, and a second round can follow. They join with a code, an agency and a role."
    )
    if st.button("Open the scoring to others", type="primary"):
        open_workshop(workspace, number)
        st.rerun()


@st.fragment(run_every=LOOK_AGAIN)
def _follow(workspace: Workspace, basis: EvidenceBase, seen: Workshop) -> None:
    """Show where the workshop stands, ever anew; the page again when somebody has moved it."""
    with messages.told():
        _stands(workspace, basis, seen)


def _stands(workspace: Workspace, basis: EvidenceBase, seen: Workshop) -> None:
    now = workshop(workspace, seen.assessment)
    has_moved = now is None or (now.round, now.state) != (seen.round, seen.state)
    if has_moved or was_refused(HERE):
        st.rerun()
    # Once scores are shown they are what the wall is for.
    if seen.state is WorkshopState.OPEN:
        show_way_in(seen)
    st.markdown(f"**Round {seen.round}** is {STATES[seen.state]}.")
    with st.container(horizontal=True, key="moves"):
        for next_move in seen.moves():
            st.button(
                LABELS[next_move],
                key=f"move-{next_move.name}",
                help=HELP[next_move],
                type="primary"
                if next_move in (WorkshopMove.REVEAL, WorkshopMove.SECOND_ROUND)
                else "secondary",
                on_click=_move,
                args=(workspace, seen, next_move),
            )
    scorers_list(workspace, basis, seen, at=HERE)


def _move(workspace: Workspace, seen: Workshop, wanted: WorkshopMove) -> None:
    done(lambda: move(workspace, seen, wanted), at=HERE)
