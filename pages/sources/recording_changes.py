"""What changed in what a partnership's sources record, or how: entered, ended, taken back."""

from datetime import date, timedelta
from functools import partial

import streamlit as st

from assessment.changes.comparable.own_events import (
    LONGEST,
    EnteredEvent,
    end_event,
    enter_event,
    entered_events,
    remove_event,
)
from assessment.definitions import Bearing
from assessment.outputs.html_table import html_table
from assessment.outputs.sources.event_table import BEARINGS, HEADER, event_row, event_table
from assessment.people import Permission
from assessment.periods import in_words
from pages.components.actions import confirmed, done, refuse
from pages.components.downloads import download
from pages.sources.measure_choice import About, about_choice
from pages.sources.own_variation_section import own_variation
from pages.sources.sources_asked import SourcesAsked

TO_GO = "event-to-go"
# A form that is kept begins anew: its fields have other keys.
ROUND = "event-round"
FIRST_DAY = date(2000, 1, 1)
A_DAY = timedelta(days=1)
HOW = """\
A new records system, another way of counting, months that are missing: what is entered here bears
on every figure of this partnership's districts whose periods it falls between or into, and goes
with their sentences wherever they are copied or downloaded.
"""


def recording_changes(asked: SourcesAsked) -> None:
    """Show the recording changes of a partnership; let one be entered, ended or taken back."""
    st.markdown(HOW)
    if asked.partnership is None:
        st.info("It is a partnership's: choose one on the left.", icon=":material/info:")
        return
    events = entered_events(asked.workspace, asked.partnership)
    if events:
        st.html(html_table("Entered", HEADER, map(event_row, events)))
        name = f"{asked.file_name}-recording-changes"
        download(name, lambda: event_table(events, asked.place.label), key="events")
    else:
        st.markdown("None has been entered yet.")
    if asked.workspace.of(asked.partnership).may(Permission.EDIT_PARTNERSHIPS):
        _enter(asked, asked.partnership)
        _end(asked, asked.partnership, [event for event in events if event.until is None])
        _take_back(asked, asked.partnership, events)
    own_variation(asked, asked.partnership)


def _enter(asked: SourcesAsked, partnership: str) -> None:
    st.header("Enter a change", anchor=False)
    number = st.session_state.setdefault(ROUND, 0)
    with st.form("event", border=False):
        effect = st.text_area(
            "What it does to the figures, in a sentence",
            max_chars=LONGEST,
            key=f"effect-{number}",
            placeholder="e.g. The force moved to a new records system: fewer crimes were recorded.",
        )
        bearing = st.selectbox("So figures before and after", list(BEARINGS), key=f"does-{number}")
        about = about_choice(asked, f"about-{number}")
        with st.container(horizontal=True):
            start = st.date_input(
                "First day",
                None,
                min_value=FIRST_DAY,
                format="DD/MM/YYYY",
                key=f"start-{number}",
            )
            last = st.date_input(
                "Last day (empty while it goes on)",
                None,
                min_value=FIRST_DAY,
                format="DD/MM/YYYY",
                key=f"last-{number}",
            )
        if st.form_submit_button("Enter it", type="primary", icon=":material/add:"):
            _entered(asked, partnership, effect, BEARINGS[bearing], about, start, last)


def _entered(
    asked: SourcesAsked,
    partnership: str,
    effect: str,
    bearing: Bearing,
    about: About,
    start: date | None,
    last: date | None,
) -> None:
    if start is None:
        refuse("Say its first day.")
        st.rerun()
    until = last + A_DAY if last else None
    enter = partial(enter_event, asked.workspace, partnership, effect, bearing)
    if done(lambda: enter(start, until, *about), "The change is entered."):
        st.session_state[ROUND] += 1
    st.rerun()


def _end(asked: SourcesAsked, partnership: str, going_on: list[EnteredEvent]) -> None:
    if not going_on:
        return
    st.header("Say when one ended", anchor=False)
    by_id = {event.id: event for event in going_on}
    with (
        st.form("event-end", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        chosen = st.selectbox(
            "Change that goes on",
            list(by_id),
            format_func=lambda id_: _named(by_id[id_]),
            key="event-to-end",
            width=420,
        )
        last = st.date_input(
            "Its last day", None, min_value=FIRST_DAY, format="DD/MM/YYYY", key="event-last"
        )
        if st.form_submit_button("It ended then", icon=":material/event_available:"):
            if last is None:
                refuse("Say its last day.")
                st.rerun()
            end = partial(end_event, asked.workspace, partnership, chosen, last + A_DAY)
            done(end, f"No. {chosen} ended on {in_words(last)}.")
            st.rerun()


def _take_back(asked: SourcesAsked, partnership: str, events: tuple[EnteredEvent, ...]) -> None:
    if not events:
        return
    st.header("Take one back", anchor=False)
    by_id = {event.id: event for event in events}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            "Change to take back",
            list(by_id),
            format_func=lambda id_: _named(by_id[id_]),
            key="event-away",
            width=420,
        )
        if st.button("Take it back", icon=":material/delete:"):
            st.session_state[TO_GO] = chosen
    if st.session_state.get(TO_GO) != chosen:
        return
    question = f"**Take no. {chosen:d} back?** Figures that it bears on no longer say it."
    if confirmed(TO_GO, question, "Yes, take it back"):
        gone = partial(remove_event, asked.workspace, partnership, chosen)
        done(gone, f"No. {chosen} was taken back.")
        st.rerun()


def _named(event: EnteredEvent) -> str:
    return f"No. {event.id}: {event.effect[:60]}"
