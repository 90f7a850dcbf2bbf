"""Which assessments use a scheme, and letting a draft go over to it."""

import streamlit as st

from assessment.definitions import Scheme
from assessment.outputs.escaping import markdown
from assessment.outputs.html_table import html_table
from assessment.people import Permission
from assessment.risk_matrix.assessments import Assessment, AssessmentStatus, assessments
from assessment.risk_matrix.scheme_use import Loss, in_words, losses, use_scheme, used_by
from assessment.workspace import Workspace
from pages.components.actions import done, tell
from pages.components.what_first import lead_to_an_assessment
from pages.schemes.preview import named, show_moves

USED = "scheme-used"


def use(workspace: Workspace, shown: Scheme) -> None:
    """List who uses it, and let a draft assessment be scored by this version."""
    tell(USED)
    by_name = named(workspace, used_by(workspace, shown.id))
    if by_name:
        rows = [
            (name, f"version {assessment.scheme_version}") for name, assessment in by_name.items()
        ]
        st.html(html_table(f"Assessments that use {shown.label}", ("Assessment", "In"), rows))
    else:
        st.markdown("No assessment uses it.")
    st.caption("One that has been agreed or signed off keeps its scheme for good.")
    if workspace.may(Permission.RUN_ASSESSMENTS):
        _go_over(workspace, shown)


def _go_over(workspace: Workspace, shown: Scheme) -> None:
    st.header(f"Use version {shown.version} for an assessment", anchor=False)
    others = tuple(
        assessment for assessment in assessments(workspace) if _could_use(assessment, shown)
    )
    options = named(workspace, others)
    if not options:
        st.markdown("There is no other draft to use it for.")
        lead_to_an_assessment(workspace)
        return
    name = st.selectbox("Assessment", list(options), key="use-for", width=560)
    lost = losses(workspace, options[name].id, shown)
    agreed = True
    if lost:
        st.warning(markdown(in_words(lost), 2000), icon=":material/warning:")
        agreed = st.checkbox("Do it all the same", key=f"use-anyway-{options[name].id}")
    else:
        st.markdown("Every score that people have given it goes on counting.")
    # What is done is what was shown: by the time of the press another may have been quicker.
    st.button(
        f"Use version {shown.version} for this assessment",
        type="primary",
        on_click=_move,
        args=(workspace, options[name], shown, lost if agreed else ()),
    )
    show_moves(workspace, options[name], shown, f"With version {shown.version}")


def _move(
    workspace: Workspace, seen: Assessment, shown: Scheme, accepted: tuple[Loss, ...]
) -> None:
    (name,) = named(workspace, (seen,))
    used = f"{name} now uses {shown.label}, version {shown.version}."
    done(lambda: use_scheme(workspace, seen, shown, accepted), used, at=USED)


def _could_use(assessment: Assessment, shown: Scheme) -> bool:
    in_use = (assessment.scheme, assessment.scheme_version) == (shown.id, shown.version)
    return assessment.status is AssessmentStatus.DRAFT and not in_use
