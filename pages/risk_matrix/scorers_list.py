"""Who has joined a workshop and come how far, and who may have joined twice."""

import streamlit as st

from assessment.outputs.escaping import markdown
from assessment.outputs.risk_matrix.scorer_tables import scorers_progress
from assessment.risk_matrix.evidence_base import EvidenceBase
from assessment.risk_matrix.workshop.duplicate_scorers import (
    duplicate_scorers,
    remove_duplicate,
    scores,
)
from assessment.risk_matrix.workshop.taken_out import let_in, take_out
from assessment.risk_matrix.workshop.workshops import Progress, Workshop, WorkshopState, progress
from assessment.workspace import Workspace
from pages.components.actions import done


def scorers_list(workspace: Workspace, basis: EvidenceBase, workshop: Workshop, *, at: str) -> None:
    """List everybody; `at` is where a refusal to remove somebody is shown."""
    scorers = progress(workspace, workshop)
    st.html(scorers_progress(basis, scorers, workshop.round))
    if workshop.state is not WorkshopState.CLOSED:
        _twice(workspace, workshop, duplicate_scorers(scorers), at)
        _anyone(workspace, workshop, scorers, at)


def _twice(
    workspace: Workspace, workshop: Workshop, scorers: tuple[Progress, ...], at: str
) -> None:
    """Name those who may be one person who joined twice; one who has scored nothing can go."""
    if not scorers:
        return
    st.markdown("**Joined twice, or two people?** Ask them; whoever has scored nothing can go.")
    for scorer in scorers:
        who = f"{markdown(scorer.agency)}, {markdown(scorer.role)}"
        label = f"{who}, joined at {scorer.joined_at:%H:%M}: {scores(scorer.scored)}"
        if scorer.scored:
            st.markdown(label)
        else:
            st.button(
                f"Remove {label}",
                key=f"remove-{scorer.joined_at.timestamp()}",
                on_click=_remove,
                args=(workspace, workshop, scorer, at),
            )


def _anyone(
    workspace: Workspace, workshop: Workshop, scorers: tuple[Progress, ...], at: str
) -> None:
    """Let anybody be taken out, or in again; everybody in the workshop is told."""
    names = {
        f"{scorer.agency}, {scorer.role}, joined at {scorer.joined_at:%H:%M:%S}": scorer
        for scorer in scorers
    }
    if not names:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="take-out"):
        named = st.selectbox(
            "Take somebody out, or let them in again",
            list(names),
            index=None,
            placeholder="whose scores are not to count",
            help="Everybody is told, on the wall and on their phones. What they gave is kept.",
            width=420,
        )
        chosen = names.get(named or "")
        st.button(
            "Let them in again" if chosen and chosen.is_out else "Take them out",
            disabled=chosen is None,
            on_click=_turn,
            args=(workspace, workshop, chosen, at),
        )


def _turn(workspace: Workspace, workshop: Workshop, who: Progress, at: str) -> None:
    change = let_in if who.is_out else take_out
    done(lambda: change(workspace, workshop, who), at=at)


def _remove(workspace: Workspace, workshop: Workshop, double: Progress, at: str) -> None:
    done(lambda: remove_duplicate(workspace, workshop, double), at=at)
