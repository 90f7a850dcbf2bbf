"""Undoing a load: which one, what would go and what would come back, and then it is done."""

from collections.abc import Sequence

import streamlit as st

from assessment.errors import AssessmentError
from assessment.intake.extract_register import Extract
from assessment.intake.extract_undo import (
    RestingExtract,
    Undoing,
    resting_on,
    undo_load,
    undo_with_later,
    undoing,
)
from assessment.numbers import count_of
from assessment.outputs.escaping import Markdown, markdown
from assessment.periods import joined, months_in_words
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.actions import confirmed
from pages.upload_data import uploading

ASKED, DONE, ALL_DONE = "extract-to-undo", "extract-undone", "extracts-undone"


def just_undone() -> None:
    """Say, once, which load has just been undone."""
    together: Sequence[Undoing] = st.session_state.pop(ALL_DONE, ())
    if together:
        named = joined([f"extract {each.extract:d} ({markdown(each.file)})" for each in together])
        st.success(
            f"Undone, the latest first: {named}. The same files can be loaded again.",
            icon=":material/check_circle:",
        )
    undone: Undoing | None = st.session_state.pop(DONE, None)
    if undone:
        st.success(
            f"Extract {undone.extract:d} ({markdown(undone.file)}) was undone. "
            f"{_in_words(undone, 'went', 'came back')} The same file can be loaded again.",
            icon=":material/check_circle:",
        )


def undo_a_load(workspace: Workspace, loaded: Sequence[Extract]) -> None:
    """Offer to undo one of these extracts."""
    options = {f"{extract.id}: {extract.file}": extract.id for extract in loaded}
    if not options:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = options[st.selectbox("Undo the load of extract", list(options), key="undo-of")]
        if st.button("See what undoing it does", icon=":material/undo:"):
            st.session_state[ASKED] = chosen
    # If another has been chosen since, that is another question.
    if st.session_state.get(ASKED) == chosen:
        _confirm(workspace, chosen)


def _confirm(workspace: Workspace, extract: int) -> None:
    try:
        if resting := resting_on(workspace, extract):
            _confirm_all(workspace, extract, resting)
            return
        would = undoing(workspace, extract)
        question = (
            f"**Undo extract {extract} ({markdown(would.file)}) of source "
            f"{markdown(would.source)}?** "
            f"{_in_words(would, 'would go', 'would come back')}"
        )
        if confirmed(ASKED, question, "Yes, undo it"):
            st.session_state[DONE] = undo_load(workspace, extract)
            uploading.forget_what_was_said()
            st.rerun()
    except AssessmentError as fault:
        messages.error(fault)


def _confirm_all(workspace: Workspace, extract: int, resting: Sequence[RestingExtract]) -> None:
    """Offer to undo an extract together with the later ones that rest on it."""
    named = joined([f"extract {later.extract:d} ({markdown(later.file)})" for later in resting])
    question = (
        f"**Extract {extract:d} cannot be undone by itself:** later files of its source answer for "
        f"its months or hold its records. Undo {named} first, or all of them together? "
        "They can be loaded again afterwards."
    )
    if confirmed(ASKED, question, f"Yes, undo all {len(resting) + 1}"):
        st.session_state[ALL_DONE] = undo_with_later(workspace, extract)
        uploading.forget_what_was_said()
        st.rerun()


def _in_words(effect: Undoing, go: Markdown, come: Markdown) -> Markdown:
    """Say what an undoing does to records, in the months that it touches."""
    parts = [f"{count_of(effect.removed, 'record')} that it brought {go}"]
    if effect.restored:
        parts.append(f"{effect.restored:,} that it had changed or withdrawn {come} as before")
    if effect.refused_rows:
        parts.append(f"{count_of(effect.refused_rows, 'refused row')} {go}")
    where = f" ({months_in_words(effect.months)})" if effect.months else ""
    return f"{joined(parts)}{where}."
