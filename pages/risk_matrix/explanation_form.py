"""Writing why an issue changed: what people know that no record says."""

import streamlit as st

from assessment.outputs.escaping import as_label
from assessment.risk_matrix.explanations import LONGEST, Explanation, explain
from assessment.risk_matrix.issues import Issue
from assessment.workspace import Workspace
from pages.components.actions import done, tell

HERE = "explaining"


def explain_it(
    workspace: Workspace, assessment: int, issue: Issue, said: Explanation | None
) -> None:
    """Ask for an explanation, or for another in the place of the one there is."""
    st.subheader("Why it changed", anchor=False)
    with st.form(f"explain-{issue.id}", border=False):
        text = st.text_area(
            f"What explains the figures of {as_label(issue.label)}",
            said.text if said else "",
            max_chars=LONGEST,
            placeholder="e.g. A gang of three was arrested in May; reports stopped then.",
            help="It is shown with the evidence, to scorers too, and kept with what is agreed. No "
            "names of people.",
        )
        if st.form_submit_button("Keep this explanation"):
            kept = f"The explanation of {issue.label} is kept."
            done(lambda: explain(workspace, assessment, issue.id, text, said), kept, at=HERE)
            st.rerun()
    tell(HERE)
