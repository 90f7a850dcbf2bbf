"""What is asked about an export before it is loaded: each doubt with the likely answer."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from assessment.survey import Decision, Doubt, DoubtKind, Proposal
from pages.components.messages import plain
from pages.components.surveys.arriving import Arriving

YES, NO = "Yes", "No"


def doubts(proposal: Proposal, arriving: Arriving) -> None:
    """Ask about what was in doubt, what must be decided first."""
    asked = sorted(proposal.doubts, key=lambda doubt: not doubt.blocks)
    if not asked:
        return
    st.subheader(f"To be decided ({len(asked)})", anchor=False)
    for number, doubt in enumerate(asked):
        with st.container(border=True):
            _ask(doubt, arriving, key=f"doubt-{number}-{doubt.header}-{doubt.kind}")


def _ask(doubt: Doubt, arriving: Arriving, key: str) -> None:
    must = "**Must be decided.** " if doubt.blocks else ""
    st.markdown(f"{must}**{plain(doubt.header)}**: {plain(doubt.text, 2000)}")
    if doubt.kind is DoubtKind.CODES:
        _codes(doubt, arriving, key)
        return
    with st.container(horizontal=True):
        if doubt.suggestion and st.button(YES, key=f"{key}-yes", icon=":material/check:"):
            _take(arriving, doubt.header, doubt.suggestion)
        if st.button(NO, key=f"{key}-no", icon=":material/close:"):
            _take(arriving, doubt.header, _declined(doubt))


def _declined(doubt: Doubt) -> Decision:
    """Return the decision that leaves what was said as it is: each label is its own answer."""
    if doubt.kind is DoubtKind.REWORDED:
        return Decision(same_as="")
    return Decision(merges={each: each for each in doubt.said})


def _codes(doubt: Doubt, arriving: Arriving, key: str) -> None:
    """Let each code be given what it stands for."""
    known = doubt.suggestion.codes if doubt.suggestion else {}
    table = pd.DataFrame(
        {"Code": list(doubt.said), "Means": [known.get(code, "") for code in doubt.said]}
    )
    edited = st.data_editor(table, disabled=["Code"], hide_index=True, key=f"{key}-codes")
    if st.button("Save what the codes mean", key=f"{key}-save"):
        pairs = zip(edited["Code"], edited["Means"], strict=True)
        codes = {code: label.strip() for code, label in pairs if label and label.strip()}
        _take(arriving, doubt.header, Decision(codes=codes))


def _take(arriving: Arriving, header: str, decision: Decision) -> None:
    arriving.decide(header, decision)
    st.rerun()


def unsettled(asked: Sequence[Doubt]) -> int:
    """Return how many doubts must be decided before the export can be loaded."""
    return sum(doubt.blocks for doubt in asked)
