"""What is asked about an export before it is loaded, each question with the answers it may have."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from assessment.numbers import listed
from assessment.outputs.escaping import Markdown, markdown
from assessment.survey import ColumnReading, Decision, Doubt, DoubtKind, Proposal
from assessment.survey.reading.proposal import EVERY_COLUMN
from pages.load_survey.doubt_answers import OF_ITS_OWN, answers_to, may_be_silent, silences
from pages.load_survey.survey_upload import Arriving

MOST_NAMED = 5
NO_QUESTION = "About the rows of the file"


@dataclass(frozen=True)
class SameDoubt:
    """One thing to decide, which may be asked of several questions: they are answered together."""

    doubt: Doubt
    headers: tuple[str, ...]


def asked(proposal: Proposal) -> list[Doubt]:
    """Return the doubts that a person can settle here, what must be decided before the others."""
    settled_here = [
        doubt
        for doubt in proposal.doubts
        if doubt.blocks or doubt.suggestion or doubt.kind is DoubtKind.NO_WORDING
    ]
    return sorted(settled_here, key=lambda doubt: not doubt.blocks)


def together(doubts: Sequence[Doubt]) -> list[SameDoubt]:
    """Put doubts together that are the same of several questions, and have the same answers."""
    alike: dict[str, list[Doubt]] = {}
    for doubt in doubts:
        key = (doubt.kind, doubt.blocks, doubt.answers, doubt.suggestion)
        alone = doubt.kind in (DoubtKind.REWORDED, DoubtKind.NO_WORDING)
        alike.setdefault(repr((key, doubt.header if alone else "")), []).append(doubt)
    return [
        SameDoubt(same[0], tuple(dict.fromkeys(doubt.header for doubt in same)))
        for same in alike.values()
    ]


def ask(proposal: Proposal, arriving: Arriving) -> None:
    """Ask about what was in doubt."""
    columns = {column.header: column for column in proposal.columns}
    doubts = asked(proposal)
    behind = {id(follower) for doubt in doubts for follower in following(doubt, doubts)}
    first = together([doubt for doubt in doubts if id(doubt) not in behind])
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


def following(doubt: Doubt, among: Sequence[Doubt]) -> list[Doubt]:
    """Return what is settled with a doubt: the "Other, please specify" of a reworded question."""
    if doubt.kind is not DoubtKind.REWORDED:
        return []
    reworded = [other for other in among if other.kind is DoubtKind.REWORDED and other is not doubt]
    return [other for other in reworded if other.header.startswith(doubt.header)]


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
    table = pd.DataFrame({"Code": list(doubt.answers), "Means": [""] * len(doubt.answers)})
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
