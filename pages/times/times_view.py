"""What the page Times shows, kept as long as the answers themselves."""

from dataclasses import dataclass

import streamlit as st

from assessment.changes import Question
from assessment.outputs.charts.heat_table import HeatTable
from assessment.outputs.times.times_tables import days_table, hours_table, months_table
from assessment.patterns.times import MonthsOfMeasures, Times, months_of_measures, times
from assessment.workspace import Workspace
from pages.components.caches.cache import KEYS, MOST_ANSWERS


@dataclass(frozen=True)
class TimesView:
    """When records happen, with its tables: None where too few records tell as much."""

    times: Times
    hours: HeatTable | None
    days: HeatTable | None


@dataclass(frozen=True)
class MonthsView:
    """The months of every measure, with their table: None where none can be told."""

    months: MonthsOfMeasures
    table: HeatTable | None


@st.cache_resource(show_spinner="Counting …", hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def times_view(workspace: Workspace, question: Question) -> TimesView:
    """Return when the records of the question's measure happen."""
    found = times(workspace, question)
    return TimesView(
        found,
        hours_table(found) if found.of_week else None,
        days_table(found) if found.of_days else None,
    )


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def months_view(workspace: Workspace, question: Question) -> MonthsView:
    """Return the months of every measure of the question's set."""
    found = months_of_measures(workspace, question)
    return MonthsView(found, months_table(found) if found.measures else None)
