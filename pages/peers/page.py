"""Peers: how high a measure is, beside the force's other districts."""

import streamlit as st

from assessment.changes import Question
from assessment.outputs.changes import change_wording
from assessment.outputs.escaping import markdown
from assessment.outputs.peers.peer_charts import HOW_TO_READ, NOTHING, caveats
from assessment.workspace import Workspace
from pages.components import look, messages
from pages.components.caches import cached_peers
from pages.components.figure import drawn
from pages.components.filters import question_filters
from pages.components.view import begin_view, end_view

OF_OTHERS = (
    "The figures of other districts are shown to the partnership's own team alone: some are small. "
    "Year on year has the partnership's own."
)


def show_peers(workspace: Workspace, question: Question) -> None:
    """Show where the place stands, every district as a dot, and what of it has changed."""
    view = cached_peers.peers_view(workspace, question, look.ink())
    st.markdown(f"**{markdown(question.place.label)}**, {question.period.dates}")
    if view is None:
        st.info(NOTHING)
        return
    st.header(markdown(view.chart.title), anchor=False)
    drawn(view.chart, key="peers")
    messages.caveats(caveats(view.found))
    st.caption(HOW_TO_READ)
    change = view.found.change
    said = f"{change_wording.verdict(change)}: {change_wording.sentence(change, question)}"
    st.markdown(f"**Year on year** {markdown(said, 2000)}")


view = begin_view("Peers", "peers", question_filters.ask_measure, small=OF_OTHERS)
show_peers(view.workspace, view.question)
end_view(view)
