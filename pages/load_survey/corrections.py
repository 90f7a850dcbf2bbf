"""Correcting what a column was taken for."""

from collections.abc import Mapping
from typing import TypeVar

import streamlit as st

from assessment.definitions import survey_scales
from assessment.outputs.escaping import Markdown
from assessment.survey.questionnaire import KINDS, Concept, QuestionKind
from assessment.survey.reading.proposal import ColumnReading, Decision, Proposal, Use
from pages.load_survey.read_as import concept_labels
from pages.load_survey.survey_upload import Arriving

T = TypeVar("T", QuestionKind, Concept)

NO_SCALE = "no scale"
CORRECTABLE = (Use.QUESTION, Use.DECIDED, Use.JOINED, Use.PERSONAL, Use.ADMINISTRATIVE)


def corrections(proposal: Proposal, arriving: Arriving) -> None:
    """Let one column after another be corrected: remembered for the survey's next wave."""
    columns = {known.header: known for known in proposal.columns if known.use in CORRECTABLE}
    if not columns:
        return
    with st.expander("Correct a column", icon=":material/edit:"):
        st.markdown("What you say here is remembered for the next wave of this survey.")
        column = columns[st.selectbox("Column", list(columns), key="correct-column")]
        _correct(column, arriving)


def _correct(column: ColumnReading, arriving: Arriving) -> None:
    key = f"correct-{column.header}-{len(arriving.decisions)}"
    scales = {NO_SCALE: "", **{known.label: name for name, known in survey_scales().items()}}
    is_asked = column.use is Use.QUESTION
    with st.container(horizontal=True, vertical_alignment="bottom"):
        used = st.selectbox(
            "Used", ["yes", "left out"], index=0 if is_asked else 1, key=f"{key}-use"
        )
        kind = _choose("Answered by", KINDS, column.kind or QuestionKind.SINGLE, f"{key}-kind")
        concept = _choose("About", concept_labels(), column.concept, f"{key}-concept")
        names = list(scales)
        now = list(scales.values()).index(column.scale or "")
        scale = st.selectbox("Scale", names, index=now, key=f"{key}-scale")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        unasked = _values("Says that it was not asked", column, f"{key}-unasked")
        blanks = _values("Says that it was left blank", column, f"{key}-blank")
    if st.button("Save the correction", key=f"{key}-save"):
        decision = Decision(
            kind=kind,
            concept=concept,
            scale=scales[scale] if kind is QuestionKind.SCALE else "",
            leave_out=used != "yes",
            not_asked=unasked,
            blanks=blanks,
        )
        arriving.decide(column.header, decision)
        st.rerun()


def _values(label: Markdown, column: ColumnReading, key: str) -> tuple[str, ...]:
    """Let answers be chosen that are none; what was taken for the same goes with each."""
    spellings = {option.label: (option.label, *option.spellings) for option in column.options}
    if not spellings:
        return ()
    chosen = st.multiselect(label, list(spellings), key=key, width=300)
    return tuple(text for name in chosen for text in spellings[name])


def _choose(label: Markdown, words: Mapping[T, str], now: T, key: str) -> T:
    values = list(words)
    chosen: T = st.selectbox(
        label, values, index=values.index(now), format_func=words.__getitem__, key=key
    )
    return chosen
