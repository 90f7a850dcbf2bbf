"""Outcomes: what became of the records of each measure, beside the comparison."""

import streamlit as st

from assessment.changes import Question
from assessment.outputs.escaping import markdown
from assessment.outputs.outcomes.outcome_tables import file_name
from assessment.outputs.outcomes.outcome_wording import HOW_TO_READ, NONE_SAID, whose_groups
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.address.choices import choose
from pages.components.caches import cached_outcomes
from pages.components.downloads import download
from pages.components.view import begin_view, end_view

OUTCOMES_ARE_SMALL = (
    "How many records have which outcome are small numbers, which are shown to the partnership's "
    "own team alone. Year on year has the records themselves."
)


def show_outcomes(workspace: Workspace, question: Question, *, synthetic: bool) -> None:
    """Show what became of the records of every measure: in bars, in a table, word by word."""
    st.markdown(messages.what_is_compared(question))
    view = cached_outcomes.outcomes_view(workspace, question)
    named = {row.measure.label: words for row, words in view.by_words}
    if not named:
        st.info(NONE_SAID)
        return
    st.header(markdown(view.title), anchor=False)
    messages.caveats(view.caveats)
    st.html(view.bars)
    st.caption(markdown(HOW_TO_READ, 2000))
    with st.expander("Every measure and outcome as a table", icon=":material/table:"):
        st.html(view.table)
    download(
        file_name(view.answer),
        lambda: cached_outcomes.outcome_rows(workspace, question, synthetic=synthetic),
        key="outcomes",
    )
    st.subheader("As the source writes them", anchor=False)
    st.html(choose("Outcomes of", "outcomes-of", named, width=560))
    st.caption(markdown(whose_groups(), 2000))


view = begin_view("Outcomes", "outcomes", small=OUTCOMES_ARE_SMALL)
show_outcomes(view.workspace, view.question, synthetic=view.answer.is_synthetic)
end_view(view)
