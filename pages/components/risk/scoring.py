"""One issue on a phone: what is known of it, and a scale in words for each thing to be judged."""

from collections.abc import Mapping
from secrets import token_hex

import streamlit as st

from assessment.definitions import Criterion
from assessment.errors import AssessmentError
from assessment.risk_matrix.basis import Basis
from assessment.risk_matrix.explanations import explanations
from assessment.risk_matrix.issues import Issue
from assessment.risk_matrix.scorers import (
    LONGEST_REASON,
    Given,
    Scorer,
    save_score,
    scores_of,
)
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.risk.evidence_card import evidence_card
from pages.components.risk.onwards import CHOSEN, onwards

# In the address.
ISSUE = "issue"
REFUSED, SESSION = "score-refused", "score-session"
CANNOT_SAY = "I cannot say"
NOTHING = Given(None, "")


@st.fragment
def score_issue(workspace: Workspace, who: Scorer, held: Basis, *, is_open: bool) -> None:
    """Let one issue after another be scored; each score is saved as it is given.

    A fragment: a tap runs this again and no more of the page, for thirty people tap at once.
    """
    with messages.told():
        if REFUSED in st.session_state:
            # The page is of before whatever refused it; run whole, it says why.
            st.rerun()
        _score(workspace, who, held, is_open=is_open)


def refusal() -> None:
    """Say, once, why what was given last is not kept."""
    if refused := st.session_state.pop(REFUSED, None):
        st.error(messages.plain(refused, 1000), icon=":material/error:")


def _score(workspace: Workspace, who: Scorer, held: Basis, *, is_open: bool) -> None:
    given = scores_of(workspace, who)
    st.html(_how_far(held, given))
    issue = _choose_issue(held, given)
    said = explanations(workspace, who.assessment).get(issue.id)
    st.html(evidence_card(held, issue.id, said, sees_places=False))
    criteria = held.judged(issue.id)
    for criterion in criteria:
        _ask(workspace, who, issue, criterion, given, is_open=is_open)
    if is_open:
        _reasons(workspace, who, issue, criteria, given)
    onwards(held, issue)


def _how_far(held: Basis, given: Mapping[tuple[str, str], Given]) -> str:
    asked = [(issue.id, each.id) for issue in held.issues for each in held.judged(issue.id)]
    done = sum(cell in given for cell in asked)
    label = "All scored" if done == len(asked) else f"{done} of {len(asked)} scored"
    share = 100 * done / max(len(asked), 1)
    return (
        f'<div class="how-far"><strong>{label}</strong>'
        f'<span class="bar"><i style="width:{share:.1f}%"></i></span></div>'
    )


def _choose_issue(held: Basis, given: Mapping[tuple[str, str], Given]) -> Issue:
    """Let an issue be chosen; those that are done are marked, and the address says which it is."""
    issues = {issue.id: issue for issue in held.issues}
    names = {
        found: f"{'✓ ' if _is_done(held, found, given) else ''}{number}. {issue.label}"
        for number, (found, issue) in enumerate(issues.items(), 1)
    }
    if st.session_state.get(CHOSEN) not in issues:
        asked = st.query_params.get(ISSUE)
        st.session_state[CHOSEN] = asked if asked in issues else _first_open(held, given)
    chosen = st.selectbox("Issue", list(issues), key=CHOSEN, format_func=names.__getitem__)
    if st.query_params.get(ISSUE) != chosen:
        st.query_params[ISSUE] = chosen
    return issues[chosen]


def _is_done(held: Basis, issue: str, given: Mapping[tuple[str, str], Given]) -> bool:
    return all((issue, each.id) in given for each in held.judged(issue))


def _first_open(held: Basis, given: Mapping[tuple[str, str], Given]) -> str:
    """Return the first issue that is not done yet: where someone who comes back goes on."""
    left = (each.id for each in held.issues if not _is_done(held, each.id, given))
    return next(left, held.issues[0].id)


def _ask(
    workspace: Workspace,
    who: Scorer,
    issue: Issue,
    criterion: Criterion,
    given: Mapping[tuple[str, str], Given],
    *,
    is_open: bool,
) -> None:
    key = _key("score", issue, criterion)
    words = {step.score: f"**{step.score}** · {step.words}" for step in criterion.steps}
    before = given.get((issue.id, criterion.id))
    stored = None if before is None else CANNOT_SAY if before.value is None else before.value
    # What the store has is what is shown: after a reload, on another phone, after a refusal.
    if st.session_state.get(key) != stored:
        st.session_state[key] = stored
    options = [*words, CANNOT_SAY]
    # The style sheet tells by the two together whether what is tapped is what is saved.
    with st.container(key=f"scale-{issue.id}-{criterion.id}", gap="xsmall"):
        st.radio(
            criterion.label,
            options,
            index=None,
            key=key,
            format_func=lambda score: words.get(score, CANNOT_SAY),
            on_change=_save,
            args=(workspace, who, issue, criterion, key, before or NOTHING),
            disabled=not is_open,
            width="stretch",
        )
        st.html(_saved(options, stored))


def _saved(options: list[int | str], stored: int | str | None) -> str:
    """Say what the store has: a tap that never reached it leaves this as it was."""
    if stored is None:
        return '<p class="saved quiet" role="status">Not scored yet</p>'
    return f'<p class="saved at-{options.index(stored)}" role="status">✓ Saved: {stored}</p>'


def _key(what: str, issue: Issue, criterion: Criterion) -> str:
    """Return a name that no other session has.

    After a restart of the server a tap from the moment before is not known here. Under a new name
    the browser makes the scale anew, from what is saved, and does not show that tap any longer.
    """
    session = st.session_state.setdefault(SESSION, token_hex(4))
    return f"{what}-{issue.id}-{criterion.id}-{session}"


def _reasons(
    workspace: Workspace,
    who: Scorer,
    issue: Issue,
    criteria: tuple[Criterion, ...],
    given: Mapping[tuple[str, str], Given],
) -> None:
    """Let reasons be added to what has been scored; nobody has to."""
    scored = [each for each in criteria if (issue.id, each.id) in given]
    if not scored:
        return
    with st.expander("Say why (you need not)", icon=":material/edit:"):
        for criterion in scored:
            before = given[issue.id, criterion.id]
            key = _key("why", issue, criterion)
            if key not in st.session_state:
                st.session_state[key] = before.reason
            st.text_input(
                criterion.label,
                key=key,
                max_chars=LONGEST_REASON,
                on_change=_save_reason,
                args=(workspace, who, issue, criterion, key, before),
            )


def _save(
    workspace: Workspace, who: Scorer, issue: Issue, criterion: Criterion, key: str, before: Given
) -> None:
    chosen = st.session_state[key]
    value = None if chosen == CANNOT_SAY else chosen
    _keep(workspace, who, issue, criterion, Given(value, before.reason))


def _save_reason(
    workspace: Workspace, who: Scorer, issue: Issue, criterion: Criterion, key: str, before: Given
) -> None:
    _keep(workspace, who, issue, criterion, Given(before.value, st.session_state[key]))


def _keep(
    workspace: Workspace, who: Scorer, issue: Issue, criterion: Criterion, given: Given
) -> None:
    try:
        save_score(workspace, who, issue.id, criterion, given.value, given.reason)
    except AssessmentError as fault:
        st.session_state[REFUSED] = str(fault)
