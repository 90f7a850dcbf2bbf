"""One issue after another on a phone: what is known of each, and what is still to be scored."""

from collections.abc import Mapping

import streamlit as st

from assessment.outputs.risk_matrix.evidence_card import evidence_card
from assessment.risk_matrix.evidence_base import EvidenceBase
from assessment.risk_matrix.explanations import explanations
from assessment.risk_matrix.issues import Issue
from assessment.risk_matrix.workshop.scorers import Given, Scorer, scores_of
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.actions import was_refused
from pages.components.address.invalid_address import Unusable, asks, option_of, refuse
from pages.score.scale_buttons import HERE, ask_reasons, ask_score

# In the address.
ISSUE = "issue"
CHOSEN = "issue-to-score"
# A phone would stay at the foot of the page, where one issue looks like the other. It waits for
# the other issue, and brings its name into view, and to people who listen.
TO_ITS_NAME = """<script>
const name = () => document.querySelector(".evidence h2");
const turn = (pressed) => {
  if (!pressed.target.closest(".st-key-onwards button")) return;
  const before = name()?.textContent;
  const looking = setInterval(() => {
    if (name()?.textContent === before) return;
    clearInterval(looking);
    if (name()) { name().tabIndex = -1; name().focus(); }
    document.querySelector(".how-far")?.scrollIntoView();
  }, 100);
  setTimeout(() => clearInterval(looking), 30000);
};
if (!window.turnsToIssues) document.addEventListener("click", turn);
window.turnsToIssues = true;
</script>"""


@st.fragment
def score_issue(
    workspace: Workspace, scorer: Scorer, basis: EvidenceBase, *, is_open: bool
) -> None:
    """Let one issue after another be scored; each score is saved as it is given.

    A fragment: a tap runs this again and no more of the page, for thirty people tap at once.
    """
    with messages.told():
        if was_refused(HERE):
            # The page is of before whatever refused it; run whole, it says why.
            st.rerun()
        try:
            _score(workspace, scorer, basis, is_open=is_open)
        except Unusable as fault:  # it would not leave the fragment
            refuse(fault)


def _score(workspace: Workspace, scorer: Scorer, basis: EvidenceBase, *, is_open: bool) -> None:
    scores = scores_of(workspace, scorer)
    st.html(_how_far(basis, scores))
    issue = _choose_issue(basis, scores)
    explanation = explanations(workspace, scorer.assessment).get(issue.id)
    st.html(evidence_card(basis, issue.id, explanation, sees_places=False))
    criteria = basis.judged(issue.id)
    for criterion in criteria:
        before = scores.get((issue.id, criterion.id))
        ask_score(workspace, scorer, issue, criterion, before, is_open=is_open)
    if is_open:
        ask_reasons(workspace, scorer, issue, criteria, scores)
    _onwards(basis, issue)


def _how_far(basis: EvidenceBase, scores: Mapping[tuple[str, str], Given]) -> str:
    wanted = [
        (issue.id, criterion.id) for issue in basis.issues for criterion in basis.judged(issue.id)
    ]
    given_number = sum(cell in scores for cell in wanted)
    label = (
        "All scored" if given_number == len(wanted) else f"{given_number} of {len(wanted)} scored"
    )
    share = 100 * given_number / max(len(wanted), 1)
    return (
        f'<div class="how-far"><strong>{label}</strong>'
        f'<span class="bar"><i style="width:{share:.1f}%"></i></span></div>'
    )


def _choose_issue(basis: EvidenceBase, scores: Mapping[tuple[str, str], Given]) -> Issue:
    """Let an issue be chosen; those that are done are marked, and the address says which it is."""
    asks("Issue", ISSUE)
    issues = {issue.id: issue for issue in basis.issues}
    names = {
        issue_id: f"{'✓ ' if _is_done(basis, issue_id, scores) else ''}{number}. {issue.label}"
        for number, (issue_id, issue) in enumerate(issues.items(), 1)
    }
    if st.session_state.get(CHOSEN) not in issues:
        texts = st.query_params.get_all(ISSUE)
        first = option_of("Issue", ISSUE, texts, names) if texts else _first_open(basis, scores)
        st.session_state[CHOSEN] = first
    chosen = st.selectbox("Issue", list(issues), key=CHOSEN, format_func=names.__getitem__)
    if st.query_params.get(ISSUE) != chosen:
        st.query_params[ISSUE] = chosen
    return issues[chosen]


def _is_done(basis: EvidenceBase, issue: str, scores: Mapping[tuple[str, str], Given]) -> bool:
    return all((issue, criterion.id) in scores for criterion in basis.judged(issue))


def _first_open(basis: EvidenceBase, scores: Mapping[tuple[str, str], Given]) -> str:
    """Return the first issue that is not done yet: where someone who comes back goes on."""
    left = (known.id for known in basis.issues if not _is_done(basis, known.id, scores))
    return next(left, basis.issues[0].id)


def _onwards(basis: EvidenceBase, issue: Issue) -> None:
    """Offer the issues before and after this one, each shown from its beginning."""
    ids = [known.id for known in basis.issues]
    place = ids.index(issue.id)
    with st.container(horizontal=True, key="onwards"):
        if place:
            st.button("Back", on_click=_go, args=(ids[place - 1],), width="stretch")
        if place + 1 < len(ids):
            st.button(
                "Next issue",
                type="primary",
                on_click=_go,
                args=(ids[place + 1],),
                width="stretch",
            )
    st.html(TO_ITS_NAME, unsafe_allow_javascript=True)


def _go(issue: str) -> None:
    st.session_state[CHOSEN] = issue
