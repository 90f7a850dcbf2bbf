"""Who has joined a workshop and come how far, and who may have joined twice."""

import streamlit as st

from assessment.outputs.escaping import html, markdown
from assessment.outputs.risk_matrix import risk_wording
from assessment.risk_matrix.evidence_base import EvidenceBase
from assessment.risk_matrix.workshop.duplicate_scorers import (
    duplicate_scorers,
    remove_duplicate,
    scores,
)
from assessment.risk_matrix.workshop.workshops import Progress, Workshop, WorkshopState, progress
from assessment.workspace import Workspace
from pages.components.actions import done


def scorers_list(workspace: Workspace, held: EvidenceBase, shown: Workshop, *, at: str) -> None:
    """List everybody; `at` is where it is told that somebody could not be removed."""
    people = progress(workspace, shown)
    st.html(_who(held, people, shown.round))
    if shown.state is not WorkshopState.CLOSED:
        _twice(workspace, shown, duplicate_scorers(people), at)


def _who(held: EvidenceBase, people: tuple[Progress, ...], number_of_round: int) -> str:
    asked = sum(len(held.judged(issue.id)) for issue in held.issues)
    if not people:
        return '<p class="quiet">Nobody has joined yet.</p>'
    finished = sum(each.scored >= asked for each in people)
    rows = "".join(_person(each, asked, number_of_round) for each in people)
    joined = f"{len(people)} {'person has' if len(people) == 1 else 'people have'} joined"
    return f'<div class="who"><h3>{joined}, {finished} finished</h3><ul>{rows}</ul></div>'


def _person(each: Progress, asked: int, number_of_round: int) -> str:
    share = 100 * min(each.scored / max(asked, 1), 1)
    said = risk_wording.progress(each.scored, asked, each.in_round, number_of_round)
    return (
        f"<li><span>{html(each.agency)}, {html(each.role)}</span>"
        f'<span class="bar"><i style="width:{share:.1f}%"></i></span><strong>{said}</strong></li>'
    )


def _twice(workspace: Workspace, shown: Workshop, found: tuple[Progress, ...], at: str) -> None:
    """Name those who may be one person who joined twice; whoever has scored nothing can go."""
    if not found:
        return
    st.markdown("**Joined twice, or two people?** Ask them; whoever has scored nothing can go.")
    for each in found:
        who = f"{markdown(each.agency)}, {markdown(each.role)}"
        said = f"{who}, joined at {each.joined_at:%H:%M}: {scores(each.scored)}"
        if each.scored:
            st.markdown(said)
        else:
            st.button(
                f"Remove {said}",
                key=f"remove-{each.joined_at.timestamp()}",
                on_click=_remove,
                args=(workspace, shown, each, at),
            )


def _remove(workspace: Workspace, seen: Workshop, double: Progress, at: str) -> None:
    done(lambda: remove_duplicate(workspace, seen, double), at=at)
