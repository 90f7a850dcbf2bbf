"""Entering results that come as percentages and bases, without anybody's own answers."""

from collections.abc import Iterator
from datetime import date
from operator import attrgetter
from typing import Any

import pandas as pd
import streamlit as st

from assessment.errors import AssessmentError
from assessment.survey.questionnaire import KINDS, Mode
from assessment.survey.reading.printed_results import COUNTABLE
from assessment.survey.reading.typed_results import TypedRow, questions_typed
from assessment.survey.waves.entered_wave import enter_summary
from assessment.survey.waves.survey_match import as_id, survey_named
from assessment.survey.waves.survey_names import surveys
from assessment.survey.waves.wave_naming import WaveNaming
from assessment.workspace import Workspace
from pages.components import messages
from pages.load_survey.read_as import concept_labels
from pages.load_survey.survey_upload import DONE
from pages.load_survey.whose_residents import choose_partnership

QUESTION, ANSWER, PERCENT, BASE = "Question", "Answer", "Percent", "Base"
KIND, ABOUT = "Answered by", "About"
COLUMNS = (QUESTION, KIND, ABOUT, ANSWER, PERCENT, BASE)


def enter_percentages(workspace: Workspace) -> None:
    """Offer a table to type or paste percentages into, and keep it as a wave."""
    st.header("Enter percentages", anchor=False)
    with st.expander("Results without the answers behind them", icon=":material/edit_note:"):
        st.markdown(
            "One row for each answer: the question as it was worded, the answer, its percentage "
            "and, at one of its answers or at each, how many answered the question. Rows can be "
            "pasted from a spreadsheet. Such a wave can be shown and compared, but neither broken "
            "down nor weighted."
        )
        with st.container(horizontal=True):
            survey = st.text_input("Survey", key="entered-survey", width=280)
            known = survey_named(survey, surveys(workspace)) if survey else None
            partnership = choose_partnership(
                workspace, known, [survey], f"entered-partnership-{as_id(survey)}"
            )
            wave = st.text_input("Wave", key="entered-wave", width=280)
            modes = list(Mode)
            mode: Mode = st.selectbox(
                "How people were asked",
                modes,
                index=0,
                format_func=attrgetter("in_words"),
                key="entered-mode",
                width=300,
            )
            first = st.date_input("First day", None, format="DD/MM/YYYY", key="entered-first")
            last = st.date_input("Last day", None, format="DD/MM/YYYY", key="entered-last")
        table = _editor()
        if st.button("Keep the percentages", icon=":material/database:"):
            naming = WaveNaming(survey, known, partnership, as_id(wave), mode)
            _keep(workspace, naming, (first, last), table)


def _editor() -> pd.DataFrame:
    """Return what has been typed in so far, rows that are not whole too."""
    labels = concept_labels()
    empty = pd.DataFrame({name: pd.Series(dtype=object) for name in COLUMNS})
    return st.data_editor(
        empty,
        num_rows="dynamic",
        hide_index=True,
        key="entered-rows",
        column_config={
            KIND: st.column_config.SelectboxColumn(options=[KINDS[kind] for kind in COUNTABLE]),
            ABOUT: st.column_config.SelectboxColumn(options=list(labels.values())),
            PERCENT: st.column_config.NumberColumn(min_value=0, max_value=100),
            BASE: st.column_config.NumberColumn(min_value=0, step=1),
        },
    )


def _keep(
    workspace: Workspace,
    naming: WaveNaming,
    days: tuple[date | None, date | None],
    table: pd.DataFrame,
) -> None:
    try:
        st.session_state[DONE] = enter_summary(
            workspace,
            survey=naming.survey,
            called=naming.name,
            partnership=naming.partnership,
            wave=naming.wave,
            mode=naming.mode,
            questions=questions_typed(_rows(table), naming.wave),
            first_day=days[0],
            last_day=days[1],
        )
    except AssessmentError as fault:
        messages.error(fault)
        return
    st.rerun()


def _rows(table: pd.DataFrame) -> Iterator[TypedRow]:
    """Take every row as it was typed; what is empty stays so."""
    kinds = {words: kind for kind, words in KINDS.items()}
    concepts = {label: concept for concept, label in concept_labels().items()}
    for row in table.astype(object).where(table.notna(), None).to_dict("records"):
        yield TypedRow(
            _text(row[QUESTION]),
            _text(row[ANSWER]),
            _number(row[PERCENT]),
            _number(row[BASE]),
            kinds.get(row[KIND]),
            concepts.get(row[ABOUT]),
        )


def _text(cell: object) -> str:
    return "" if cell is None else " ".join(str(cell).split())


def _number(cell: Any) -> float | None:
    return None if cell is None else float(cell)
