"""What a draft would do to the ranks of one assessment, before it is saved."""

import streamlit as st

from assessment.definitions import Scheme
from assessment.errors import AssessmentError
from assessment.outputs.risk_matrix.wording.risk_wording import assessment_name
from assessment.outputs.schemes.scheme_rankings import rankings_table
from assessment.partnerships import partnerships
from assessment.risk_matrix.assessments import Assessment, assessments
from assessment.risk_matrix.matrix import matrix_from
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.caches import cached_evidence
from pages.schemes.scheme_drafts import SchemeDraft


def preview(workspace: Workspace, draft: SchemeDraft) -> None:
    """Let an assessment be chosen, and show how its issues would move under the draft."""
    by_name = named(workspace, assessments(workspace))
    if not by_name:
        st.info("There is no assessment yet to try it on.", icon=":material/info:")
        return
    names = list(by_name)
    own = [name for name, assessment in by_name.items() if assessment.scheme == draft.scheme.id]
    chosen = by_name[
        st.selectbox(
            "Try it on", names, names.index(own[0]) if own else 0, key="preview-of", width=560
        )
    ]
    if draft.faults():
        st.info("As soon as nothing is wrong with it any more.", icon=":material/info:")
        return
    show_moves(workspace, chosen, draft.wanted, "With this draft")


def show_moves(workspace: Workspace, assessment: Assessment, wanted: Scheme, name: str) -> None:
    """Show how every issue of an assessment would move under another scheme."""
    messages.synthetic_banner(assessment.synthetic)
    try:
        now = matrix_from(workspace, cached_evidence.basis(workspace, assessment.id))
        then = matrix_from(workspace, cached_evidence.basis(workspace, assessment.id, wanted))
    except AssessmentError as fault:
        messages.error(fault)
        return
    as_is = f"Now: {now.scheme.label}, version {now.scheme.version}"
    st.html(rankings_table((now, then), (as_is, name)))
    st.caption(
        "Looking at this changes nothing. What people have scored counts where the criterion and "
        "its steps are the same; a dash means that too little is known for a score."
    )


def named(workspace: Workspace, listed: tuple[Assessment, ...]) -> dict[str, Assessment]:
    """Return assessments by a name that says whose they are and how far they have come."""
    places = {partnership.id: partnership.name for partnership in partnerships(workspace)}
    return {
        f"{places[known.partnership]}, {assessment_name(known)}, {known.status}": known
        for known in listed
        if known.partnership in places
    }
