"""Which partnership's assessment is looked at, and how: all of it in the address."""

from dataclasses import dataclass

import streamlit as st

from assessment.outputs.risk_wording import assessment_name
from assessment.partnerships import Partnership, partnerships
from assessment.risk_matrix.assessments import Assessment, assessments
from assessment.workspace import Workspace
from pages.components.address import exact_link
from pages.components.carrying import LAST, PARTNERSHIP
from pages.components.choices import choose

NEW = "Start another assessment"
VIEWS = ("Result", "Scoring together", "Issue by issue", "Other schemes", "How firm")
VIEW = "view"


@dataclass(frozen=True)
class Asked:
    """A partnership, and one of its assessments; None: one is to be started."""

    partnership: Partnership
    assessment: Assessment | None


def ask(workspace: Workspace, notices: list[str]) -> Asked | None:
    """Put the choices; None while there is no partnership."""
    there = {each.name: each for each in partnerships(workspace)}
    if not there:
        return None
    # The pages of figures know whole forces too; a force has no priorities of its own.
    if st.session_state.get(PARTNERSHIP) not in (None, *there):
        st.session_state.pop(PARTNERSHIP)
    last = st.session_state.get(LAST)
    chosen = choose("Partnership", PARTNERSHIP, there, notices, default=last)
    st.session_state[LAST] = chosen.name
    held = assessments(workspace, chosen.id)
    options: dict[str, Assessment | None] = {assessment_name(each): each for each in held}
    if not options:
        return Asked(chosen, None)
    # Another partnership has other assessments: what was chosen among the last one's is gone.
    if st.session_state.get("assessment") not in (None, NEW, *options):
        st.session_state.pop("assessment")
    return Asked(chosen, choose("Assessment", "assessment", {**options, NEW: None}, notices))


def choose_view() -> str:
    """Let one view be chosen, which is all that is then drawn."""
    chosen: str = st.segmented_control(
        "View",
        VIEWS,
        default=VIEWS[0],
        key=VIEW,
        label_visibility="collapsed",
        required=True,
        bind="query-params",
    )
    return chosen


def link(asked: Asked, **more: str) -> None:
    """Offer the address of exactly this view of an assessment."""
    named = {"assessment": assessment_name(asked.assessment)} if asked.assessment else {}
    chosen = {"partnership": asked.partnership.name, **named, **more}
    exact_link({**st.query_params.to_dict(), **chosen})
