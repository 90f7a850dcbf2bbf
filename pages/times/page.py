"""Times: at what hours, on what days and in what months records happen."""

from dataclasses import replace

import streamlit as st

from assessment.changes import Question
from assessment.numbers import listed
from assessment.outputs.charts.drawing.heat_table_html import heat_table_html
from assessment.outputs.charts.heat_table import HeatTable
from assessment.outputs.escaping import markdown
from assessment.outputs.times.times_download import months_download, times_table
from assessment.outputs.times.times_wording import (
    HOW_TO_READ,
    finding_of_days,
    finding_of_hours,
    finding_of_months,
    sentences,
    what_is_known,
)
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.downloads import download
from pages.components.filters import question_filters
from pages.components.view import begin_view, end_view
from pages.times.times_view import months_view, times_view

HOURS_ARE_SMALL = (
    "Hours, days and single months are small numbers, which are shown to the partnership's own "
    "team alone. Year on year has the years."
)
MOST_NAMED = 12


def show_times(workspace: Workspace, question: Question, *, synthetic: bool) -> None:
    """Show the hours and days of the measure that is chosen, as far as its records tell them."""
    view = times_view(workspace, question)
    found, events = view.times, view.times.now.events
    st.markdown(messages.what_is_compared(question))
    st.header(markdown(finding_of_hours(found)), anchor=False)
    st.markdown(f"{markdown(what_is_known(found.now), 1000)}")
    show(view.hours)
    for sentence in sentences(found):
        st.markdown(f"- {markdown(sentence, 1000)}")
    if events.with_day:
        st.header(markdown(finding_of_days(found)), anchor=False)
        show(view.days)
        st.caption(f"Before: {markdown(what_is_known(found.before), 1000)} {HOW_TO_READ}")
    if view.hours or view.days:
        name = f"times-{found.measure.id}-{question.period.last_day:%Y-%m}"
        download(name, lambda: times_table(found, synthetic=synthetic), key="times")


def show_months(workspace: Workspace, question: Question, *, synthetic: bool) -> None:
    """Show which months of every measure are above or below the measure's average."""
    view = months_view(workspace, replace(question, measure=None))
    st.header(markdown(finding_of_months(view.months)), anchor=False)
    show(view.table, kind="months")
    st.caption("One year does not tell a season from a change: Trend shows several.")
    if view.months.too_few:
        few = listed([measure.label for measure in view.months.too_few], MOST_NAMED)
        st.caption(f"Too few records or months: {markdown(few, 1000)}.")
    if view.table:
        name = f"months-{question.measure_set}-{question.period.last_day:%Y-%m}"
        place = question.place.label
        download(
            name, lambda: months_download(view.months, place, synthetic=synthetic), key="seasons"
        )


def show(table: HeatTable | None, kind: str = "times") -> None:
    """Show a heat table, and in words what is to be seen in it."""
    if table is not None:
        st.html(heat_table_html(table, kind))
        st.caption(markdown(table.alt))


view = begin_view("Times", "times", question_filters.ask_measure, small=HOURS_ARE_SMALL)
show_times(view.workspace, view.question, synthetic=view.answer.is_synthetic)
show_months(view.workspace, view.question, synthetic=view.answer.is_synthetic)
end_view(view)
