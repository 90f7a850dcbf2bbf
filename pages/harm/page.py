"""Harm: what the records weigh, beside how many they are, and where the two tell otherwise."""

import streamlit as st

from assessment.changes import Question
from assessment.definitions import WEIGHT_SETS, harm_weights
from assessment.outputs.escaping import markdown
from assessment.outputs.harm.harm_tables import file_name
from assessment.outputs.harm.harm_wording import HOW_TO_READ, NOTHING, whose_weights
from assessment.patterns.harm.harm_compared import WHOLE_MONTHS
from assessment.patterns.harm.recorded_harm import Weighing
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.address.choices import choose
from pages.components.caches import cached_harm
from pages.components.downloads import download
from pages.components.view import begin_view, end_view

HARM_IS_SMALL = (
    "A weight tells how many records there are, and so small numbers, which are shown to the "
    "partnership's own team alone. Year on year has the records."
)
# What is chosen on this page alone.
OWN = ("weights", "found")
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


view = begin_view("Harm", "harm", small=HARM_IS_SMALL)
with st.sidebar:
    weighing = ask_weighing()
show_harm(view.workspace, view.question, weighing, synthetic=view.answer.is_synthetic)
end_view(view, own=OWN)
