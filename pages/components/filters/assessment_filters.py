"""Which partnership's assessment is looked at, and how: all of it in the address."""

from dataclasses import dataclass

import streamlit as st

from assessment.outputs.risk_matrix.wording.risk_wording import assessment_name
from assessment.partnerships import Partnership, partnerships
from assessment.periods import joined
from assessment.risk_matrix.assessments import Assessment, assessments
from assessment.workspace import Workspace
from pages.components.address.carried_choices import (
    ASSESSMENT,
    LAST,
    PARTNERSHIP,
    WRITTEN,
    chosen_for,
)
from pages.components.address.choices import choose_by_id, choose_part
from pages.components.address.invalid_address import Unusable, asks, meant, quoted
from pages.components.exact_link import exact_link

NEW = "Start another assessment"
VIEWS = ("Result", "Scoring together", "Issue by issue", "Other schemes", "How firm")
VIEW = "view"


@dataclass(frozen=True)
class AssessmentChoice:
    """A partnership, and one of its assessments; None: one is to be started."""

    partnership: Partnership
    assessment: Assessment | None


def ask(workspace: Workspace) -> AssessmentChoice | None:
    """Put the choices; None while there is no partnership."""
    by_name = {partnership.name: partnership for partnership in partnerships(workspace)}
    if not by_name:
        return None
    # The pages of figures know whole forces too; a force has no priorities of its own.
    last = st.session_state.get(LAST)
    names = {name: name for name in by_name}
    partnership = by_name[choose_by_id("Partnership", PARTNERSHIP, names, default=last)]
    st.session_state[LAST] = partnership.name
    known = {
        assessment_name(assessment): assessment
        for assessment in assessments(workspace, partnership.id)
    }
    if not known:
        _refuse_any(partnership)
        return AssessmentChoice(partnership, None)
    options = {name: name for name in (*known, NEW)}
    before = str(chosen_for(partnership.name).get(ASSESSMENT))
    return AssessmentChoice(
        partnership,
        known.get(choose_by_id("Assessment", ASSESSMENT, options, default=before)),
    )


def _refuse_any(of: Partnership) -> None:
    """Where there is no assessment yet, let the address ask for none but a new one."""
    texts = asks("Assessment", ASSESSMENT) or st.query_params.get_all(ASSESSMENT)
    # What the page itself wrote is of the partnership that was shown until now.
    is_asked = texts != [st.session_state.get(WRITTEN, {}).get(ASSESSMENT)]
    if is_asked and [text for text in texts if meant(text, {NEW: NEW}) is None]:
        raise Unusable(
            f"The address asks for assessment {joined(quoted(texts))}, which there is not. "
            f"{of.name} has none yet.",
            {"Start an assessment": {ASSESSMENT: None}},
            ASSESSMENT,
        )
    if texts:
        # Once it has been started, it is the one that is shown.
        del st.query_params[ASSESSMENT]


def turn_to_latest(of: Partnership) -> None:
    """Show a partnership's latest assessment when the page is next drawn."""
    chosen_for(of.name).pop(ASSESSMENT, None)
    st.session_state.pop(ASSESSMENT, None)


def choose_view() -> str:
    """Let one view be chosen, which is all that is then drawn."""
    return choose_part("View", VIEW, VIEWS)


def link(choice: AssessmentChoice, **more: str) -> None:
    """Offer the address of exactly this view of an assessment."""
    named = {"assessment": assessment_name(choice.assessment)} if choice.assessment else {}
    chosen = {"partnership": choice.partnership.name, **named, **more}
    exact_link({**st.query_params.to_dict(), **chosen})
