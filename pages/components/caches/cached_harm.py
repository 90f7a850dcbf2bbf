"""What records weigh, kept as long as the answers themselves."""

from dataclasses import dataclass

import streamlit as st

from assessment.changes import Question
from assessment.outputs.harm import harm_wording
from assessment.outputs.harm.harm_tables import harm_html, harm_table
from assessment.outputs.tables import Table
from assessment.patterns.harm import RecordedHarm, harm_compared
from assessment.patterns.harm.recorded_harm import Weighing
from assessment.workspace import Workspace
from pages.components.caches.cache import KEYS, MOST_ANSWERS


@dataclass(frozen=True)
class HarmView:
    """The harm of every measure, ready to show, with what number and harm tell otherwise."""

    answer: RecordedHarm
    title: str
    differing: tuple[str, ...]
    table: str


@st.cache_resource(show_spinner="Counting …", hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def harm_view(workspace: Workspace, question: Question, weighing: Weighing) -> HarmView:
    """Return what the records weigh that a question is about."""
    found = harm_compared(
        workspace, question, weighing.weights, without_found=weighing.without_found
    )
    return HarmView(
        found, harm_wording.finding(found), tuple(harm_wording.differing(found)), harm_html(found)
    )


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def harm_rows(
    workspace: Workspace, question: Question, weighing: Weighing, *, synthetic: bool
) -> Table:
    """Return the same as rows to download."""
    return harm_table(harm_view(workspace, question, weighing).answer, synthetic=synthetic)
