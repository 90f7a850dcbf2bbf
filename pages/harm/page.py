"""Harm: what the records weigh, beside how many they are, and where the two tell otherwise."""

import streamlit as st

from assessment.changes import Question
from assessment.definitions import WEIGHT_SETS, harm_weights
from assessment.outputs.escaping import markdown
from assessment.outputs.harm.harm_tables import file_name
from assessment.outputs.harm.harm_wording import HOW_TO_READ, NOTHING, whose_weights
from assessment.patterns.harm.harm_compared import WHOLE_MONTHS
from assessment.patterns.harm.recorded_harm import Weighing
from assessment.people import Permission
from assessment.workspace import Workspace
from pages.components import cache, cached_harm, messages
from pages.components.address.choices import choose
from pages.components.address.question_address import address_of, exact_link
from pages.components.downloads import download
from pages.components.figure_working import working
from pages.components.filters import question_filters
from pages.components.filters.place_filter import offer_a_partnership
from pages.components.views import other_views

HARM_IS_SMALL = (
    "A weight tells how many records there are, and so small numbers, which are shown to the "
    "partnership's own team alone. Year on year has the records."
)
COUNTED, LEFT_OUT = "counted", "left out"


def ask_weighing() -> Weighing:
    """Put the filters that say whose weights, and whether what the police find is counted."""
    sets = {harm_weights(name).scheme: name for name in WEIGHT_SETS}
    weights = choose("Weights", "weights", sets)
    found = choose("What the police find", "found", {COUNTED: False, LEFT_OUT: True})
    return Weighing(weights, without_found=found)


def show_harm(
    workspace: Workspace, question: Question, weighing: Weighing, *, synthetic: bool
) -> None:
    """Show where measures stand by number and by harm, in sentences and in a table."""
    st.markdown(messages.what_is_compared(question))
    if not question.is_whole_months:
        st.info(WHOLE_MONTHS)
        return
    view = cached_harm.harm_view(workspace, question, weighing)
    if not any(row.ranks for row in view.answer.rows):
        st.info(NOTHING)
    else:
        st.header(markdown(view.title), anchor=False)
        st.markdown("\n".join(f"- {markdown(words)}" for words in view.differing))
    st.html(view.table)
    st.caption(markdown(f"{HOW_TO_READ} {whose_weights(view.answer)}", 3000))
    download(
        file_name(view.answer),
        lambda: cached_harm.harm_rows(workspace, question, weighing, synthetic=synthetic),
        key="harm",
    )


st.title("Harm", anchor=False)
workspace = cache.workspace()
with st.sidebar:
    question = question_filters.ask(workspace)
    if isinstance(question, Question):
        weighing = ask_weighing()
if not isinstance(question, Question):
    # It takes longer to import than the first page that has figures.
    from pages.components.what_first import what_first

    what_first(workspace, question)
    st.stop()
answer = cache.answer(workspace, question)
messages.synthetic_banner(answer.is_synthetic)
other_views(question, "harm")
offer_a_partnership(workspace)
if not workspace.may(Permission.SEE_SMALL_NUMBERS):
    st.info(HARM_IS_SMALL)
    st.stop()
show_harm(workspace, question, weighing, synthetic=answer.is_synthetic)
working(answer.working, "How these figures came about")
exact_link(address_of(question, rows_asked=False))
