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
from pages.components import cache, cached_places, look, messages
from pages.components.address.choices import choose, turn_to
from pages.components.address.question_address import address_of, exact_link
from pages.components.cached_places import PlacesView
from pages.components.downloads import download
from pages.components.figure import drawn, pressed
from pages.components.figure_working import parts_of, working
from pages.components.filters import question_filters
from pages.components.filters.place_filter import offer_a_partnership
from pages.components.views import other_views

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


def as_chosen() -> dict[str, str]:
    """Return what is chosen on this page alone, as its address says it."""
    return {key: st.session_state[key] for key in OWN if key in st.session_state}


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


st.title("Places", anchor=False)
workspace = cache.workspace()
with st.sidebar:
    question = question_filters.ask(workspace)
    if isinstance(question, Question):
        question = ask_areas(question_filters.ask_measure(question))
if not isinstance(question, Question):
    # It takes longer to import than the first page that has figures.
    from pages.components.what_first import what_first

    what_first(workspace, question)
    st.stop()
answer = cache.answer(workspace, question)
messages.synthetic_banner(answer.is_synthetic)
st.markdown(messages.what_is_compared(question))
other_views(question, "places")
offer_a_partnership(workspace)
show_places(workspace, question)
messages.caveats(answer.caveats)
working(answer.working, "How these figures came about", parts_of(answer))
exact_link(address_of(question, rows_asked=False) | as_chosen())
