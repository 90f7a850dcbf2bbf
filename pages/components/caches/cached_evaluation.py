"""What a project did, kept as long as the answers themselves."""

from dataclasses import dataclass

import streamlit as st

from assessment.changes import Question
from assessment.outputs.charts import Ink
from assessment.outputs.charts.drawing.drawn_chart import DrawnChart, draw
from assessment.outputs.evaluation.evaluation_charts import changes_chart, months_chart
from assessment.patterns.evaluation import ProjectAreas, ProjectEvaluation, evaluate
from assessment.workspace import Workspace
from pages.components.caches.cache import KEYS, MOST_ANSWERS

ASKED = {**KEYS, ProjectAreas: repr}


@dataclass(frozen=True)
class EvaluationView:
    """An evaluation with its charts; none where nothing is told, of months none for partners."""

    found: ProjectEvaluation
    changes: DrawnChart | None
    months: DrawnChart | None


@st.cache_resource(show_spinner="Counting …", hash_funcs=ASKED, max_entries=MOST_ANSWERS)
def evaluation_view(
    workspace: Workspace, question: Question, areas: ProjectAreas, ink: Ink
) -> EvaluationView:
    """Return what a project did."""
    found = evaluate(workspace, question, areas)
    if found.effect is None:
        return EvaluationView(found, None, None)
    months = months_chart(found)
    return EvaluationView(
        found, draw(changes_chart(found), ink), draw(months, ink) if months else None
    )
