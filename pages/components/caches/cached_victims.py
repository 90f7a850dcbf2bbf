"""Who victims were, and what comes again, kept as long as the answers themselves."""

from dataclasses import dataclass

import streamlit as st

from assessment.changes import Question
from assessment.outputs.charts import Ink
from assessment.outputs.charts.drawing.drawn_chart import DrawnChart, draw
from assessment.outputs.charts.drawing.heat_table_html import heat_table_html
from assessment.outputs.escaping import Html
from assessment.outputs.victims.victims_table import every_measure, shares_chart, victims_html
from assessment.patterns.victims import (
    MeasureVictims,
    Repeats,
    Victims,
    repeats,
    victims,
)
from assessment.workspace import Workspace
from pages.components.caches.cache import KEYS, MOST_ANSWERS


@dataclass(frozen=True)
class VictimsView:
    """The victims of one measure, ready to show: of each kind a chart, if any, and a table."""

    row: MeasureVictims
    charts: tuple[DrawnChart | None, ...]
    tables: tuple[Html, ...]


@st.cache_resource(show_spinner="Counting …", hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def every_victim(workspace: Workspace, question: Question) -> Victims:
    """Return the victims of every measure of a question's set."""
    return victims(workspace, question)


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def victims_view(
    workspace: Workspace, question: Question, measure: str, ink: Ink
) -> VictimsView | None:
    """Return the victims of one measure; None where no record says who they were."""
    found = every_victim(workspace, question)
    row = next((row for row in found.rows if row.change.measure.id == measure), None)
    if row is None:
        return None
    charts = (shares_chart(row, kind) for kind in row.kinds)
    return VictimsView(
        row,
        tuple(draw(chart, ink) if chart else None for chart in charts),
        victims_html(row, found.question),
    )


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def heat(workspace: Workspace, question: Question, kind: str) -> Html | None:
    """Return the shares of one kind measure by measure; None where none can be told."""
    table = every_measure(every_victim(workspace, question), kind)
    return heat_table_html(table, "months") if table else None


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def repeats_of(workspace: Workspace, question: Question) -> Repeats:
    """Return who and what comes again of the question's measure."""
    return repeats(workspace, question)
