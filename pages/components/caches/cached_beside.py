"""A measure beside one of another data set, kept as long as the answers themselves."""

from dataclasses import dataclass

import streamlit as st

from assessment.changes import Question
from assessment.outputs.beside import beside_tables as tables
from assessment.outputs.beside.beside_charts import events_in_words, months_chart
from assessment.outputs.charts import Ink
from assessment.outputs.charts.drawing.drawn_chart import DrawnChart, draw
from assessment.outputs.escaping import Html
from assessment.patterns.beside import Beside, beside
from assessment.workspace import Workspace
from pages.components.caches.cache import KEYS, MOST_ANSWERS


@dataclass(frozen=True)
class BesideView:
    """Two measures side by side, ready to show; `months` is None where there is no figure."""

    found: Beside
    sides: Html
    months: DrawnChart | None
    events: tuple[str, ...]
    areas: Html


@st.cache_resource(show_spinner="Counting …", hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def beside_view(
    workspace: Workspace, question: Question, of: str, measure: str, ink: Ink
) -> BesideView:
    """Return the measure of a question beside one of another set."""
    found = beside(workspace, question, of, measure)
    chart = months_chart(found, found.months) if found.months else None
    return BesideView(
        found,
        tables.sides_html(found),
        draw(chart, ink) if chart else None,
        events_in_words(chart) if chart else (),
        tables.areas_html(found),
    )
