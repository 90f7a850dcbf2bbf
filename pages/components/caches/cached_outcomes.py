"""What became of records, kept as long as the answers themselves."""

from dataclasses import dataclass

import streamlit as st

from assessment.changes import Question
from assessment.outputs.charts.drawing.share_bars_html import share_bars_html
from assessment.outputs.outcomes import outcome_wording
from assessment.outputs.outcomes.outcome_tables import (
    groups_html,
    outcome_bars,
    outcome_table,
    words_html,
)
from assessment.outputs.tables import Table
from assessment.patterns.outcomes import MeasureOutcomes, RecordedOutcomes, outcomes_compared
from assessment.workspace import Workspace
from pages.components.caches.cache import KEYS, MOST_ANSWERS


@dataclass(frozen=True)
class OutcomesView:
    """The outcomes of every measure, ready to show; `by_words` of those of which any are said."""

    answer: RecordedOutcomes
    title: str
    caveats: tuple[str, ...]
    bars: str
    table: str
    by_words: tuple[tuple[MeasureOutcomes, str], ...]


@st.cache_resource(show_spinner="Counting …", hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def outcomes_view(workspace: Workspace, question: Question) -> OutcomesView:
    """Return what became of the records that a question is about."""
    found = outcomes_compared(workspace, question)
    return OutcomesView(
        found,
        outcome_wording.finding(found),
        outcome_wording.caveats(found),
        share_bars_html(outcome_bars(found)),
        groups_html(found),
        tuple((row, words_html(row, found)) for row in found.rows if row.says_outcomes),
    )


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def outcome_rows(workspace: Workspace, question: Question, *, synthetic: bool) -> Table:
    """Return the same as rows to download."""
    return outcome_table(outcomes_view(workspace, question).answer, synthetic=synthetic)
