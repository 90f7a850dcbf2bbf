"""Places: where the records of a measure are, where they gather, and one place at a time."""

from dataclasses import replace

import streamlit as st

from assessment.changes import By, Question
from assessment.outputs.escaping import as_label, markdown
from assessment.outputs.places.place_tables import file_name
from assessment.outputs.places.place_wording import HOT_SPOTS_MEAN, SCATTER_MEANS, TENTH_MEANS
from assessment.outputs.places.shown_as import Show
from assessment.patterns.places import HeatBy, Places
from assessment.workspace import Workspace
from pages.components import look, messages
from pages.components.address.choices import choose, turn_to
from pages.components.caches import cached_places
from pages.components.caches.cached_places import PlacesView
from pages.components.downloads import download
from pages.components.figure import drawn, pressed
from pages.components.figure_working import parts_of
from pages.components.filters import question_filters
from pages.components.view import begin_view, end_view

AREAS = {"ward": By.WARD, "small area": By.LSOA}
SHOWS = {show.value: show for show in Show}
EVERY = "all of them"
SPOT = "spot"
OWN = ("areas", "show", SPOT)
MOST_BUTTONS = 5
PRESS = "Press an area for its own figures."
RANKS = "Numbers are the ranks of the busiest, which are listed below."


def ask_areas(question: Question) -> Question:
    """Put the filter that says which areas are shown."""
    return replace(question, by=choose("Areas", "areas", AREAS))


def ask_spot(places: Places) -> str | None:
    """Put the choice of one place; those of another question are none of this one."""
    names = {spot.name: spot.name for spot in places.areas}
    if st.session_state.get(SPOT, EVERY) not in {EVERY, *names}:
        st.session_state[SPOT] = EVERY
    return choose("One place", SPOT, {EVERY: None, **names}, width=250)


def show_map(view: PlacesView, show: Show) -> None:
    """Show the areas, with what must be known beside them."""
    st.header(markdown(view.chart.title, 1000), anchor=False)
    pressed(view.chart, "places-map", lambda name: turn_to({SPOT: name}))
    if not view.places.no_map:
        st.caption(f"{PRESS} {RANKS}" if show is Show.COUNT else PRESS)
    for note in view.notes:
        st.caption(markdown(note, 1000))
    if show is Show.COUNT:
        st.caption(SCATTER_MEANS)
    if show is Show.HOT_SPOTS and view.places.hot:
        st.caption(HOT_SPOTS_MEAN if view.places.hot.by is HeatBy.GI_STAR else TENTH_MEANS)
    if show is Show.CHANGE:
        messages.what_verdicts_mean(view.places.answer.methods_version)


def show_spot(workspace: Workspace, question: Question, name: str) -> None:
    """Show one place: its records, its change and its months."""
    profile = cached_places.profile(workspace, question, name, look.ink())
    st.header(markdown(name), anchor=False)
    for said in profile.said:
        st.markdown(markdown(said, 2000))
    if profile.months:
        drawn(profile.months, key="spot-months")
    st.button("Show all places", on_click=turn_to, args=({SPOT: EVERY},), icon=":material/map:")


def show_busiest(workspace: Workspace, question: Question, view: PlacesView) -> None:
    """List the busiest places, each a press away, and offer all of them as a file."""
    st.header("The busiest places", anchor=False)
    st.html(view.busiest)
    with st.container(horizontal=True, key="busiest"):
        for number, spot in enumerate(view.places.areas[:MOST_BUTTONS]):
            st.button(
                as_label(spot.name),
                key=f"look-at-{number}",
                on_click=turn_to,
                args=({SPOT: spot.name},),
                icon=":material/location_on:",
            )
    download(file_name(view.places), lambda: cached_places.rows(workspace, question), key="places")


def show_places(workspace: Workspace, question: Question) -> None:
    """Show where the records are, or say why nobody is shown it."""
    found = cached_places.places_of(workspace, question)
    if found.withheld:
        st.info(markdown(found.withheld))
        return
    if not found.areas:
        st.info("No records of this measure name an area in either period.")
        return
    with st.container(horizontal=True):
        show = choose("Show", "show", SHOWS, width=250)
        chosen = ask_spot(found)
    view = cached_places.places_view(workspace, question, show, chosen, look.ink())
    if chosen:
        show_spot(workspace, question, chosen)
    show_map(view, show)
    show_busiest(workspace, question, view)


def ask_measure_and_areas(question: Question) -> Question:
    """Put the filters that say what is looked at, and in which areas."""
    return ask_areas(question_filters.ask_measure(question))


view = begin_view("Places", "places", ask_measure_and_areas)
st.markdown(messages.what_is_compared(view.question))
show_places(view.workspace, view.question)
messages.caveats(view.answer.caveats)
end_view(view, parts_of(view.answer), OWN)
