"""Trend: the months of a measure over years, what is usual of them, and which are not."""

from dataclasses import replace

import streamlit as st

from assessment.changes import By, Question
from assessment.outputs.changes import change_wording
from assessment.outputs.escaping import markdown
from assessment.outputs.trends.trend_tables import file_name
from assessment.outputs.trends.trend_wording import HOW_TO_READ
from assessment.workspace import Workspace
from pages.components import look
from pages.components.caches import cache, cached_patterns
from pages.components.caches.cached_patterns import TrendView
from pages.components.downloads import download
from pages.components.figure import drawn
from pages.components.filters import question_filters
from pages.components.view import View, begin_view, end_view

MONTHS_ARE_SMALL = (
    "Single months are small numbers, which are shown to the partnership's own team alone. "
    "Year on year has the years."
)


def show_trend(workspace: Workspace, question: Question) -> None:
    """Show the trend of the measure that is chosen, and those around it."""
    view = cached_patterns.trend_view(workspace, question, look.ink())
    place = f"**{markdown(question.place.label)}**"
    if view is None:
        st.markdown(f"{place}, five years to {question.period.last_day:%B %Y}")
        st.info("No month of this measure is covered, or none has a record.")
        return
    months = view.trend.series.months
    st.markdown(f"{place}, {months[0]:%B %Y} to {months[-1]:%B %Y}")
    st.header(markdown(view.months.title), anchor=False)
    st.markdown(f"**{markdown(view.latest)}**")
    if view.trend.series.caution:
        st.caption(markdown(view.trend.series.caution, 1000))
    show_year(workspace, question)
    drawn(view.months, key="months")
    show_events(view)
    show_unusual(view)
    st.subheader(markdown(view.years.title), anchor=False)
    drawn(view.years, key="years")


def show_events(view: TrendView) -> None:
    """Say what each numbered line in the chart is: from then on something is recorded otherwise."""
    events = view.trend.series.events
    for number, event in enumerate(events, start=1):
        again = " What is usual is worked out anew from there." if event.restarts else ""
        said = f"**{number}** {event.month:%B %Y}: {markdown(event.effect, 1000)}{again}"
        st.caption(said)


def show_unusual(view: TrendView) -> None:
    """List the months of the period that are out of the usual, and say how that is known."""
    for words in view.unusual:
        st.markdown(f"- {markdown(words)}")
    st.caption(HOW_TO_READ)


def show_year(workspace: Workspace, question: Question) -> None:
    """Say what the year before the last month tells of the same measure: it has one verdict."""
    change = cache.answer(workspace, question).only
    said = f"{change_wording.verdict(change)}: {change_wording.sentence(change, question)}"
    st.markdown(f"**Year on year** {markdown(said, 2000)}")


def show_others(workspace: Workspace, question: Question) -> None:
    """Show every measure side by side, and the measure in every district."""
    st.header("Every measure", anchor=False)
    st.caption("Each picture has a scale of its own, from 0.")
    every = replace(question, measure=None)
    st.html(cached_patterns.trends_side_by_side(workspace, every, by_area=False))
    by_district = replace(question, by=By.DISTRICT)
    if len(cached_patterns.trends_of(workspace, by_district)) < 2:
        return
    st.header("Every district", anchor=False)
    st.caption("All pictures have one scale, from 0.")
    st.html(cached_patterns.trends_side_by_side(workspace, by_district, by_area=True))


def offer_months(view: View) -> None:
    """Offer the months of all that is shown as a file."""
    download(
        file_name(view.question),
        lambda: cached_patterns.trend_rows(
            view.workspace, view.question, synthetic=view.answer.is_synthetic
        ),
        key="trends",
    )


view = begin_view("Trend", "trend", question_filters.ask_measure, small=MONTHS_ARE_SMALL)
show_trend(view.workspace, view.question)
show_others(view.workspace, view.question)
offer_months(view)
end_view(view)
