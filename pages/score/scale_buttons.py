"""A scale in words for one thing to be judged: each tap is saved as it is given, and says so."""

from collections.abc import Mapping, Sequence
from secrets import token_hex

import streamlit as st

from assessment.definitions import Criterion
from assessment.outputs.escaping import as_label, markdown
from assessment.risk_matrix.issues import Issue
from assessment.risk_matrix.workshop.scorers import LONGEST_REASON, Given, Scorer, save_score
from assessment.workspace import Workspace
from pages.components.actions import done

# Where a refusal to keep a score is shown.
HERE = "scoring"
SESSION = "score-session"
CANNOT_SAY = "I cannot say"
NOTHING = Given(None, "")


def ask_score(
    workspace: Workspace,
    scorer: Scorer,
    issue: Issue,
    criterion: Criterion,
    before: Given | None,
    *,
    is_open: bool,
) -> None:
    """Ask for one score, and show what is saved of it: what was given before."""
    key = _key("score", issue, criterion)
    words = {step.score: f"**{step.score:g}** · {markdown(step.words)}" for step in criterion.steps}
    stored = None if before is None else CANNOT_SAY if before.value is None else before.value
    # What the store has is what is shown: after a reload, on another phone, after a refusal.
    if st.session_state.get(key) != stored:
        st.session_state[key] = stored
    options: list[int | str] = [*words, CANNOT_SAY]
    # The style sheet tells by the two together whether what is tapped is what is saved.
    with st.container(key=f"scale-{issue.id}-{criterion.id}", gap="xsmall"):
        st.radio(
            as_label(criterion.label),
            options,
            index=None,
            key=key,
            format_func=lambda score: words.get(score, CANNOT_SAY),
            on_change=_save,
            args=(workspace, scorer, issue, criterion, key, before or NOTHING),
            disabled=not is_open,
            width="stretch",
        )
        st.html(_saved(options, stored))


def _saved(options: list[int | str], stored: int | str | None) -> str:
    """Say what the store has: a tap that never reached it leaves this as it was."""
    if stored is None:
        return '<p class="saved quiet" role="status">Not scored yet</p>'
    return f'<p class="saved at-{options.index(stored)}" role="status">✓ Saved: {stored}</p>'


def ask_reasons(
    workspace: Workspace,
    who: Scorer,
    issue: Issue,
    criteria: Sequence[Criterion],
    given: Mapping[tuple[str, str], Given],
) -> None:
    """Let reasons be added to what has been scored; nobody has to."""
    scored = [asked for asked in criteria if (issue.id, asked.id) in given]
    if not scored:
        return
    with st.expander("Say why (you need not)", icon=":material/edit:"):
        for criterion in scored:
            before = given[issue.id, criterion.id]
            key = _key("why", issue, criterion)
            if key not in st.session_state:
                st.session_state[key] = before.reason
            st.text_input(
                as_label(criterion.label),
                key=key,
                max_chars=LONGEST_REASON,
                on_change=_save_reason,
                args=(workspace, who, issue, criterion, key, before),
            )


def _key(what: str, issue: Issue, criterion: Criterion) -> str:
    """Return a name that no other session has.

    After a restart of the server a tap from the moment before is not known here. Under a new name
    the browser makes the scale anew, from what is saved, and does not show that tap any longer.
    """
    session = st.session_state.setdefault(SESSION, token_hex(4))
    return f"{what}-{issue.id}-{criterion.id}-{session}"


def _save(
    workspace: Workspace,
    scorer: Scorer,
    issue: Issue,
    criterion: Criterion,
    key: str,
    before: Given,
) -> None:
    chosen = st.session_state[key]
    value = None if chosen == CANNOT_SAY else chosen
    _keep(workspace, scorer, issue, criterion, Given(value, before.reason))


def _save_reason(
    workspace: Workspace,
    scorer: Scorer,
    issue: Issue,
    criterion: Criterion,
    key: str,
    before: Given,
) -> None:
    _keep(workspace, scorer, issue, criterion, Given(before.value, st.session_state[key]))


def _keep(
    workspace: Workspace, scorer: Scorer, issue: Issue, criterion: Criterion, given: Given
) -> None:
    done(
        lambda: save_score(workspace, scorer, issue.id, criterion, given.value, given.reason),
        at=HERE,
    )
