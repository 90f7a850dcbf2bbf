"""The views of one question, side by side: each leads to the others with all that is chosen."""

import streamlit as st

from assessment.changes import By, Question
from assessment.outputs.escaping import Markdown
from pages.components.address.presented import is_presented
from pages.components.address.question_address import address_of

# Folder, what it answers, icon; in the order in which people ask.
VIEWS = (
    ("year_on_year", "What changed", "compare_arrows"),
    ("trend", "Trend over years", "show_chart"),
    ("places", "Where", "map"),
    ("times", "Times of day and year", "schedule"),
    ("harm", "Harm", "personal_injury"),
    ("peers", "Beside other districts", "leaderboard"),
    ("outcomes", "Outcomes", "gavel"),
    ("evaluation", "What a project did", "fact_check"),
    ("victims", "Victims and repeats", "diversity_3"),
    ("beside", "Beside partners' data", "handshake"),
    ("findings", "Findings as slides", "slideshow"),
)
# They have a row for every measure, and ask of none alone.
OF_EVERY_MEASURE = ("year_on_year", "harm", "outcomes", "findings")


def other_views(question: Question, here: str) -> None:
    """Offer every other view of a question; a hall stays with what is presented."""
    if is_presented():
        return
    with st.container(horizontal=True, key="views"):
        for name, label, icon in VIEWS:
            if name != here:
                _link(question, name, label, icon)


def _link(question: Question, name: str, label: Markdown, icon: str) -> None:
    by_row = name == "year_on_year"
    choices = address_of(question, rows_asked=by_row)
    if name in OF_EVERY_MEASURE and not (by_row and question.by is not By.MEASURE):
        # Of one measure it has a row only among others.
        choices.pop("measure", None)
    st.page_link(
        f"pages/{name}/page.py", label=label, icon=f":material/{icon}:", query_params=choices
    )
