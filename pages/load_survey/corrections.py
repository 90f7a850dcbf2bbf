"""Correcting what a column was taken for."""

from collections.abc import Mapping
from typing import TypeVar

import streamlit as st

from assessment.definitions import survey_scales
from assessment.outputs.escaping import Markdown
from assessment.survey import ColumnReading, Concept, Decision, Proposal, QuestionKind, Use
from assessment.survey.questionnaire import KINDS
from pages.load_survey.read_as import concept_labels
from pages.load_survey.survey_upload import Arriving

T = TypeVar("T", QuestionKind, Concept)

NO_SCALE = "no scale"
CORRECTABLE = (Use.QUESTION, Use.DECIDED, Use.PERSONAL, Use.ADMINISTRATIVE)


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
    if st.button("Save the correction", key=f"{key}-save"):
        decision = Decision(
            kind=kind,
            concept=concept,
            scale=scales[scale] if kind is QuestionKind.SCALE else "",
            leave_out=used != "yes",
        )
        arriving.decide(column.header, decision)
        st.rerun()


def _choose(label: Markdown, words: Mapping[T, str], now: T, key: str) -> T:
    values = list(words)
    chosen: T = st.selectbox(
        label, values, index=values.index(now), format_func=words.__getitem__, key=key
    )
    return chosen
