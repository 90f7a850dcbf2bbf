"""Writing a priority: a new one, or the next version of one there is."""

from dataclasses import replace

import streamlit as st

from assessment.outputs.priorities import priority_wording as wording
from assessment.priorities.headings import HEADINGS, Priority, remove_priority, save_priority
from assessment.priorities.last_year import Fate
from assessment.priorities.record import Record
from assessment.workspace import Workspace
from pages.components.actions import done, tell
from pages.components.known_or_new import known_or_new

NEW = "A new priority"
HERE, WHICH, TURN, SEEN = "writing", "priority-which", "priority-turn", "priority-seen"


def write(workspace: Workspace, record: Record) -> None:
    """Let a priority be written, changed or taken away."""
    st.header("Write a priority", anchor=False)
    by_name = {priority.name: priority for priority in record.priorities}
    if st.session_state.get(WHICH) not in (None, NEW, *by_name):
        st.session_state.pop(WHICH)
        _forget()
    which = st.selectbox("Which", [NEW, *by_name], key=WHICH, on_change=_forget)
    # What somebody else saves meanwhile is not what this person has before them.
    seen = f"{SEEN}-{record.assessment}"
    opened = st.session_state.setdefault(seen, by_name.get(which, Priority("", HEADINGS[0], ())))
    wanted = _form(record, opened)
    if wanted and done(
        lambda: save_priority(workspace, record.assessment, wanted),
        f"Saved: {wanted.name}.",
        at=HERE,
    ):
        _anew()
    if opened.id and st.button("Take this priority away", icon=":material/delete:"):
        confirmation = f"Taken away: {opened.name}."
        if done(
            lambda: remove_priority(workspace, record.assessment, opened), confirmation, at=HERE
        ):
            st.session_state.pop(WHICH, None)
        _anew()
    if wanted:
        # Refused: what was typed stays in the form, and the reason is told.
        st.rerun()
    tell(HERE)


def _form(record: Record, opened: Priority) -> Priority | None:
    """Return what was written when it is to be saved."""
    turn = f"{record.assessment}-{opened.id}-{st.session_state.get(TURN, 0)}"
    with st.form(f"priority-{turn}", border=False):
        named = _what_it_is(record, opened, turn)
        written = replace(_in_words(named, turn), continues=_continues(record, opened, turn))
        return written if st.form_submit_button("Save the priority", type="primary") else None


def _what_it_is(record: Record, opened: Priority, turn: str) -> Priority:
    """Ask what it is called, under which heading it stands, and from which issues it is."""
    labels = {known.id: f"{known.label} ({wording.place(known)})" for known in record.issues}
    headings = list(dict.fromkeys([*HEADINGS, *(known.heading for known in record.priorities)]))
    name = st.text_input("Name", opened.name, key=f"name-{turn}")
    heading = known_or_new(
        "Heading", "Or another heading", headings, f"heading-{turn}", current=opened.heading
    )
    issues = st.multiselect(
        "Issues",
        list(labels),
        [known for known in opened.issues if known in labels],
        format_func=labels.__getitem__,
        key=f"issues-{turn}",
    )
    return replace(opened, name=name, heading=heading, issues=tuple(issues))


def _in_words(opened: Priority, turn: str) -> Priority:
    """Ask for everything about it that is written in sentences."""
    emphases = st.text_area(
        "What to stress in it, a line for each", "\n".join(opened.emphases), key=f"emphases-{turn}"
    )
    reason = st.text_area("Why", opened.reason, key=f"reason-{turn}")
    residents = st.text_area(
        "How residents see it",
        opened.residents,
        key=f"residents-{turn}",
        placeholder="left empty, what the survey says of its issues is shown",
    )
    plan = st.text_area(
        "In the Police and Crime Plan", opened.police_and_crime_plan, key=f"plan-{turn}"
    )
    county = st.text_area("In the county's plans", opened.county, key=f"county-{turn}")
    return replace(
        opened,
        emphases=tuple(emphases.splitlines()),
        reason=reason,
        residents=residents,
        police_and_crime_plan=plan,
        county=county,
    )


def _continues(record: Record, opened: Priority, turn: str) -> tuple[str, ...]:
    """Ask which of last year's priorities it goes on with, where there was a year before."""
    dropped = [past.name for past in record.turns if past.fate == Fate.DROPPED]
    carried = [name for past in record.turns if past.fate == Fate.KEPT for name in past.was]
    before = list(dict.fromkeys([*carried, *dropped]))
    if not before:
        return opened.continues
    continued = [name for name in opened.continues if name in before]
    return tuple(
        st.multiselect("Goes on with last year's", before, continued, key=f"continues-{turn}")
    )


def _forget() -> None:
    for key in [seen for seen in st.session_state if str(seen).startswith(SEEN)]:
        st.session_state.pop(key)


def _anew() -> None:
    """Draw the page with an empty form, or with the priority as it now stands."""
    _forget()
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
    st.rerun()
