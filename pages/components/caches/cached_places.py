"""Where records are, kept as long as the answers themselves; apart, as maps take long to import."""

from dataclasses import dataclass

import streamlit as st

from assessment.changes import Question, Verdict
from assessment.outputs.changes import change_wording
from assessment.outputs.changes.change_chart import months_compared
from assessment.outputs.charts import Ink
from assessment.outputs.charts.area_map import AreaMap
from assessment.outputs.charts.drawing.drawn_chart import DrawnChart, draw
from assessment.outputs.charts.drawing.svg_area_map import beside_a_list
from assessment.outputs.escaping import Html
from assessment.outputs.places.place_charts import place_chart
from assessment.outputs.places.place_tables import busiest, places_table
from assessment.outputs.places.place_wording import heat_of, notes, of_one, rate_notes
from assessment.outputs.places.shown_as import Show
from assessment.outputs.tables import Table
from assessment.patterns.places import Places, places
from assessment.workspace import Workspace
from pages.components.caches.cache import KEYS, MOST_ANSWERS

CLEAR = (Verdict.RISE, Verdict.FALL)


@dataclass(frozen=True)
class PlacesView:
    """The areas of a place, ready to show."""

    places: Places
    chart: DrawnChart
    notes: tuple[str, ...]
    busiest: Html


@dataclass(frozen=True)
class Profile:
    """One area, ready to show; `months` is None where none are known."""

    said: tuple[str, ...]
    months: DrawnChart | None


@st.cache_resource(show_spinner="Counting …", hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def places_of(workspace: Workspace, question: Question) -> Places:
    """Return where the records of a question are."""
    return places(workspace, question)


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def places_view(
    workspace: Workspace, question: Question, show: Show, chosen: str | None, ink: Ink
) -> PlacesView:
    """Return the areas of a question as a chart, with what must be known beside it."""
    found = places_of(workspace, question)
    return PlacesView(
        found,
        draw(place_chart(found, show, chosen), ink),
        (*notes(found), *(rate_notes(found) if show is Show.RATE else ())),
        busiest(found),
    )


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def small_map(workspace: Workspace, question: Question, ink: Ink) -> Html:
    """Return a small map of where a measure rose and fell, or if nowhere of where it is recorded.

    Nothing where there is no map of it.
    """
    found = places_of(workspace, question)
    changed = any(spot.change and spot.change.verdict in CLEAR for spot in found.areas)
    chart = place_chart(found, Show.CHANGE if changed else Show.COUNT)
    return beside_a_list(chart, ink) if isinstance(chart, AreaMap) and found.areas else ""


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def profile(workspace: Workspace, question: Question, name: str, ink: Ink) -> Profile:
    """Return what is known of one area: its records, its change and its months."""
    found = places_of(workspace, question)
    spot = next(spot for spot in found.areas if spot.name == name)
    change = spot.change
    sentence = change_wording.sentence(change, question) if change else ""
    has_months = change is not None and any(change.current_months)
    return Profile(
        tuple(filter(None, (of_one(found, spot), heat_of(found, spot), sentence))),
        draw(months_compared(change, question), ink) if change and has_months else None,
    )


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def rows(workspace: Workspace, question: Question) -> Table:
    """Return the areas of a question as rows to download."""
    return places_table(places_of(workspace, question))
