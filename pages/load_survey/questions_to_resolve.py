"""What is asked about an export before it is loaded, each question with the answers it may have."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from assessment.outputs.escaping import markdown
from assessment.survey import ColumnReading, Decision, Doubt, DoubtKind, Proposal, QuestionKind
from pages.load_survey.survey_upload import Arriving

OF_ITS_OWN = "an answer of its own"
KIND_IN_WORDS = {
    QuestionKind.NUMBER: "They are numbers",
    QuestionKind.TEXT: "It is free text",
    QuestionKind.SINGLE: "They are options",
}


def asked(proposal: Proposal) -> list[Doubt]:
    """Return the doubts that a person can settle here, what must be decided before the others."""
    settled_here = [doubt for doubt in proposal.doubts if doubt.blocks or doubt.suggestion]
    return sorted(settled_here, key=lambda doubt: not doubt.blocks)


def ask(proposal: Proposal, arriving: Arriving) -> None:
    """Ask about what was in doubt."""
    columns = {column.header: column for column in proposal.columns}
    doubts = asked(proposal)
    behind = {id(follower) for doubt in doubts for follower in following(doubt, doubts)}
    if first := [doubt for doubt in doubts if id(doubt) not in behind]:
        st.subheader(f"To be decided ({len(first)})", anchor=False)
    for doubt in first:
        with st.container(border=True):
            _ask(doubt, columns[doubt.header], arriving, following(doubt, doubts))


def following(doubt: Doubt, among: Sequence[Doubt]) -> list[Doubt]:
    """Return what is settled with a doubt: the "Other, please specify" of a reworded question."""
    if doubt.kind is not DoubtKind.REWORDED:
        return []
    reworded = [other for other in among if other.kind is DoubtKind.REWORDED and other is not doubt]
    return [other for other in reworded if other.header.startswith(doubt.header)]


def _ask(
    doubt: Doubt, column: ColumnReading, arriving: Arriving, behind: Sequence[Doubt] = ()
) -> None:
    must = "**Must be decided.** " if doubt.blocks else ""
    st.markdown(f"{must}*{markdown(doubt.header)}*  \n{markdown(doubt.text, 2000)}")
    # As many decisions as there are: after each, the same question is put anew.
    key = f"doubt-{doubt.header}-{doubt.kind}-{doubt.answers}-{len(arriving.decisions)}"
    with st.container(horizontal=True):
        for label, decision in answers_to(doubt):
            if st.button(markdown(label), key=f"{key}-{label}"):
                arriving.decide(doubt.header, decision)
                for follower in behind:
                    arriving.decide(follower.header, follower.suggestion or decision)
                st.rerun()
    if doubt.kind is DoubtKind.CODES:
        _codes(doubt, arriving, key)
    elif doubt.kind is DoubtKind.UNKNOWN_LABEL and not doubt.suggestion:
        _label(doubt, column, arriving, key)


def answers_to(doubt: Doubt) -> list[tuple[str, Decision]]:
    """Return what can be answered with one click, each with the decision that it is."""
    likely = doubt.suggestion
    if likely is None:
        return []
    if doubt.kind is DoubtKind.REWORDED:
        return [("It is the same question", likely)]
    as_said = Decision(merges={answer: answer for answer in doubt.answers})
    if likely.codes:
        if len(likely.codes) > 1:
            means = ", ".join(f"{code} = {label}" for code, label in likely.codes.items())
            return [
                (f"Use the list: {means}", likely),
                (KIND_IN_WORDS[QuestionKind.NUMBER], as_said),
            ]
        (means,) = likely.codes.values()
        return [(f"It means “{means}”", likely), ("It is a number", as_said)]
    if likely.kind is QuestionKind.MULTIPLE:
        return [("They are several answers", likely), (f"Each is {OF_ITS_OWN}", as_said)]
    if likely.kind:
        return [(KIND_IN_WORDS[likely.kind], likely)]
    if likely.merges:
        means = " or ".join(dict.fromkeys(likely.merges.values()))
        return [(f"Read it as “{means}”", likely), (f"It is {OF_ITS_OWN}", as_said)]
    return [("It is one option", likely)]


def _codes(doubt: Doubt, arriving: Arriving, key: str) -> None:
    """Let each code be given what it stands for."""
    table = pd.DataFrame({"Code": list(doubt.answers), "Means": [""] * len(doubt.answers)})
    edited = st.data_editor(table, disabled=["Code"], hide_index=True, key=f"{key}-codes")
    if st.button("Save what the codes mean", key=f"{key}-save"):
        pairs = zip(edited["Code"], edited["Means"], strict=True)
        codes = {code: label.strip() for code, label in pairs if label and label.strip()}
        arriving.decide(doubt.header, Decision(codes=codes))
        st.rerun()


def _label(doubt: Doubt, column: ColumnReading, arriving: Arriving, key: str) -> None:
    """Let a label that the scale does not have be read as one that it has."""
    known = [option.label for option in column.options if option.label not in doubt.answers]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        meant = st.selectbox("It means", [*known, OF_ITS_OWN], index=None, key=f"{key}-label")
        if st.button("Save what it means", key=f"{key}-save", disabled=meant is None) and meant:
            merges = {answer: answer if meant == OF_ITS_OWN else meant for answer in doubt.answers}
            arriving.decide(doubt.header, Decision(merges=merges))
            st.rerun()
