"""One issue after another on a phone: what is known of each, and what is still to be scored."""

from collections.abc import Mapping

import streamlit as st

from assessment.risk_matrix.evidence_base import EvidenceBase
from assessment.risk_matrix.explanations import explanations
from assessment.risk_matrix.issues import Issue
from assessment.risk_matrix.workshop.scorers import Given, Scorer, scores_of
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.actions import was_refused
from pages.components.address.invalid_address import Unusable, asks, option_of, refuse
from pages.components.evidence_card import evidence_card
from pages.score.issue_navigation import CHOSEN, onwards
from pages.score.scale_buttons import HERE, ask_reasons, ask_score

# In the address.
ISSUE = "issue"


@st.fragment
def score_issue(workspace: Workspace, who: Scorer, held: EvidenceBase, *, is_open: bool) -> None:
    """Let one issue after another be scored; each score is saved as it is given.

    A fragment: a tap runs this again and no more of the page, for thirty people tap at once.
    """
    with messages.told():
        if was_refused(HERE):
            # The page is of before whatever refused it; run whole, it says why.
            st.rerun()
        try:
            _score(workspace, who, held, is_open=is_open)
        except Unusable as fault:  # it would not leave the fragment
            refuse(fault)


def _score(workspace: Workspace, who: Scorer, held: EvidenceBase, *, is_open: bool) -> None:
    given = scores_of(workspace, who)
    st.html(_how_far(held, given))
    issue = _choose_issue(held, given)
    said = explanations(workspace, who.assessment).get(issue.id)
    st.html(evidence_card(held, issue.id, said, sees_places=False))
    criteria = held.judged(issue.id)
    for criterion in criteria:
        before = given.get((issue.id, criterion.id))
        ask_score(workspace, who, issue, criterion, before, is_open=is_open)
    if is_open:
        ask_reasons(workspace, who, issue, criteria, given)
    onwards(held, issue)


def _how_far(held: EvidenceBase, given: Mapping[tuple[str, str], Given]) -> str:
    asked = [(issue.id, each.id) for issue in held.issues for each in held.judged(issue.id)]
    done = sum(cell in given for cell in asked)
    label = "All scored" if done == len(asked) else f"{done} of {len(asked)} scored"
    share = 100 * done / max(len(asked), 1)
    return (
        f'<div class="how-far"><strong>{label}</strong>'
        f'<span class="bar"><i style="width:{share:.1f}%"></i></span></div>'
    )


def _choose_issue(held: EvidenceBase, given: Mapping[tuple[str, str], Given]) -> Issue:
    """Let an issue be chosen; those that are done are marked, and the address says which it is."""
    asks("Issue", ISSUE)
    issues = {issue.id: issue for issue in held.issues}
    names = {
        found: f"{'✓ ' if _is_done(held, found, given) else ''}{number}. {issue.label}"
        for number, (found, issue) in enumerate(issues.items(), 1)
    }
    if st.session_state.get(CHOSEN) not in issues:
        texts = st.query_params.get_all(ISSUE)
        asked = option_of("Issue", ISSUE, texts, names) if texts else _first_open(held, given)
        st.session_state[CHOSEN] = asked
    chosen = st.selectbox("Issue", list(issues), key=CHOSEN, format_func=names.__getitem__)
    if st.query_params.get(ISSUE) != chosen:
        st.query_params[ISSUE] = chosen
    return issues[chosen]


def _is_done(held: EvidenceBase, issue: str, given: Mapping[tuple[str, str], Given]) -> bool:
    return all((issue, each.id) in given for each in held.judged(issue))


def _first_open(held: EvidenceBase, given: Mapping[tuple[str, str], Given]) -> str:
    """Return the first issue that is not done yet: where someone who comes back goes on."""
    left = (each.id for each in held.issues if not _is_done(held, each.id, given))
    return next(left, held.issues[0].id)
