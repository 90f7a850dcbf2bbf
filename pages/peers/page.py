"""Peers: how high a measure is, beside the force's other districts."""

import streamlit as st

from assessment.changes import Question
from assessment.outputs.changes import change_wording
from assessment.outputs.escaping import markdown
from assessment.outputs.peers.peer_charts import HOW_TO_READ, NOTHING, caveats
from assessment.people import Permission
from assessment.workspace import Workspace
from pages.components import cache, cached_peers, look, messages
from pages.components.address.question_address import address_of, exact_link
from pages.components.figure import drawn
from pages.components.figure_working import working
from pages.components.filters import question_filters
from pages.components.filters.place_filter import offer_a_partnership
from pages.components.views import other_views

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


st.title("Peers", anchor=False)
workspace = cache.workspace()
with st.sidebar:
    question = question_filters.ask(workspace)
    if isinstance(question, Question):
        question = question_filters.ask_measure(question)
if not isinstance(question, Question):
    # It takes longer to import than the first page that has figures.
    from pages.components.what_first import what_first

    what_first(workspace, question)
    st.stop()
answer = cache.answer(workspace, question)
messages.synthetic_banner(answer.is_synthetic)
other_views(question, "peers")
offer_a_partnership(workspace)
if not workspace.may(Permission.SEE_SMALL_NUMBERS):
    st.info(OF_OTHERS)
    st.stop()
show_peers(workspace, question)
working(answer.working, "How these figures came about")
exact_link(address_of(question, rows_asked=False))
