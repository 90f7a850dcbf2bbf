"""What a draft would do to the ranks of one assessment, before it is saved."""

import streamlit as st

from assessment.definitions import Scheme
from assessment.errors import AssessmentError
from assessment.outputs.risk_matrix.risk_wording import assessment_name
from assessment.outputs.schemes.scheme_rankings import rankings_table
from assessment.partnerships import partnerships
from assessment.risk_matrix.assessments import Assessment, assessments
from assessment.risk_matrix.matrix import matrix_from
from assessment.workspace import Workspace
from pages.components import cached_evidence, messages
from pages.schemes.scheme_drafts import Draft


def preview(workspace: Workspace, draft: Draft) -> None:
    """Let an assessment be chosen, and show how its issues would move under the draft."""
    there = named(workspace, assessments(workspace))
    if not there:
        st.info("There is no assessment yet to try it on.", icon=":material/info:")
        return
    names = list(there)
    own = [name for name, each in there.items() if each.scheme == draft.scheme.id]
    chosen = there[
        st.selectbox(
            "Try it on", names, names.index(own[0]) if own else 0, key="preview-of", width=560
        )
    ]
    if draft.faults():
        st.info("As soon as nothing is wrong with it any more.", icon=":material/info:")
        return
    show_moves(workspace, chosen, draft.wanted, "With this draft")


def show_moves(workspace: Workspace, of: Assessment, wanted: Scheme, name: str) -> None:
    """Show how every issue of an assessment would move under another scheme."""
    messages.synthetic_banner(of.synthetic)
    try:
        now = matrix_from(workspace, cached_evidence.basis(workspace, of.id))
        then = matrix_from(workspace, cached_evidence.basis(workspace, of.id, wanted))
    except AssessmentError as fault:
        messages.error(fault)
        return
    as_is = f"Now: {now.scheme.label}, version {now.scheme.version}"
    st.html(rankings_table((now, then), (as_is, name)))
    st.caption(
        "Looking at this changes nothing. What people have scored counts where the criterion and "
        "its steps are the same; a dash means that too little is known for a score."
    )


def named(workspace: Workspace, some: tuple[Assessment, ...]) -> dict[str, Assessment]:
    """Return assessments by a name that says whose they are and how far they have come."""
    places = {each.id: each.name for each in partnerships(workspace)}
    return {
        f"{places[each.partnership]}, {assessment_name(each)}, {each.status}": each
        for each in some
        if each.partnership in places
    }
