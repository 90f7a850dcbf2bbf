"""What is asked about an export before it is loaded, each question with the answers it may have."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from assessment.numbers import listed
from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.survey.doubts_together import SameDoubt, asked, following, to_decide
from assessment.survey.reading.proposal import (
    EVERY_COLUMN,
    ColumnReading,
    Decision,
    Doubt,
    DoubtKind,
    Proposal,
)
from pages.load_survey.doubt_answers import OF_ITS_OWN, answers_to, may_be_silent, silences
from pages.load_survey.survey_upload import Arriving

MOST_NAMED = 5
NO_QUESTION = "About the rows of the file"


def ask(proposal: Proposal, arriving: Arriving) -> None:
    """Ask about what was in doubt."""
    columns = {column.header: column for column in proposal.columns}
    doubts, first = asked(proposal), to_decide(proposal)
    if not first:
        return
    st.subheader(f"To be decided ({len(first)})", anchor=False)
    if any(same.doubt.blocks for same in first):
        st.checkbox(
            "Load without deciding the rest",
            key=f"skip-{arriving.name}",
            help="What is not decided is loaded as it was taken for, and marked with the wave.",
        )
    for same in first:
        with st.container(border=True):
            _ask(same, columns.get(same.doubt.header), arriving, following(same.doubt, doubts))


def are_skipped(arriving: Arriving) -> bool:
    """Tell whether what is not decided is to be loaded as it was taken for."""
    return bool(st.session_state.get(f"skip-{arriving.name}"))


def _ask(
    same: SameDoubt,
    column: ColumnReading | None,
    arriving: Arriving,
    behind: Sequence[Doubt] = (),
) -> None:
    doubt = same.doubt
    must = "**Must be decided.** " if doubt.blocks else ""
    st.markdown(f"{must}*{_named(same)}*  \n{markdown(doubt.text, 2000)}")
    # As many decisions as there are: after each, the same question is put anew.
    key = f"doubt-{doubt.header}-{doubt.kind}-{doubt.answers}-{len(arriving.decisions)}"
    same = _some(same, key)
    more = silences(doubt) if may_be_silent(doubt) else []
    with st.container(horizontal=True):
        for label, decision in (*answers_to(doubt), *more):
            if st.button(markdown(label), key=f"{key}-{label}"):
                _decide(same, decision, arriving)
                for follower in behind:
                    arriving.decide(follower.header, follower.suggestion or decision)
                st.rerun()
    if doubt.kind is DoubtKind.CODES and doubt.blocks:
        _codes(same, arriving, key)
    elif doubt.kind is DoubtKind.UNKNOWN_LABEL and not doubt.suggestion and column:
        _label(same, column, arriving, key)
    elif doubt.kind is DoubtKind.NO_WORDING:
        _wording(same, arriving, key)


def _some(same: SameDoubt, key: str) -> SameDoubt:
    """Let some of the questions be chosen, where what is decided does not hold for all."""
    if len(same.headers) < 2:
        return same
    with st.expander(f"Only for some of the {len(same.headers)} questions"):
        chosen = st.multiselect("What you decide is for", same.headers, key=f"{key}-some")
    return replace(same, headers=tuple(chosen) or same.headers)


def _named(same: SameDoubt) -> Markdown:
    if same.doubt.header == EVERY_COLUMN:
        return NO_QUESTION
    first, *others = same.headers
    if not others:
        return markdown(first)
    named = listed([f"“{header}”" for header in same.headers], MOST_NAMED)
    return f"{len(same.headers)} questions: {markdown(named, 2000)}"


def _decide(same: SameDoubt, decision: Decision, arriving: Arriving) -> None:
    for header in same.headers:
        arriving.decide(header, decision)


def _wording(same: SameDoubt, arriving: Arriving, key: str) -> None:
    """Let what was asked be typed, where the file does not say it."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        wording = st.text_input("What was asked", key=f"{key}-wording", max_chars=300)
        if st.button("Save what was asked", key=f"{key}-save", disabled=not wording.strip()):
            _decide(same, Decision(wording=" ".join(wording.split())), arriving)
            st.rerun()


def _codes(same: SameDoubt, arriving: Arriving, key: str) -> None:
    """Let each code be given what it stands for."""
    doubt = same.doubt
    named = sorted(doubt.answers, key=lambda code: (len(code), code))
    table = pd.DataFrame({"Code": named, "Means": [""] * len(named)})
    edited = st.data_editor(table, disabled=["Code"], hide_index=True, key=f"{key}-codes")
    if st.button("Save what the codes mean", key=f"{key}-save"):
        pairs = zip(edited["Code"], edited["Means"], strict=True)
        codes = {code: label.strip() for code, label in pairs if label and label.strip()}
        _decide(same, Decision(codes=codes), arriving)
        st.rerun()


def _label(same: SameDoubt, column: ColumnReading, arriving: Arriving, key: str) -> None:
    """Let a label that the scale does not have be read as one that it has."""
    doubt = same.doubt
    known = [option.label for option in column.options if option.label not in doubt.answers]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        meant = st.selectbox("It means", [*known, OF_ITS_OWN], index=None, key=f"{key}-label")
        if st.button("Save what it means", key=f"{key}-save", disabled=meant is None) and meant:
            merges = {answer: answer if meant == OF_ITS_OWN else meant for answer in doubt.answers}
            _decide(same, Decision(merges=merges), arriving)
            st.rerun()
