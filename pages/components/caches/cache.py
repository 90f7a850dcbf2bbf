"""What is kept between reruns: the open store, and what was read from it while the data stay so.

Every key holds the role of the person who asks and the version of what is counted: nobody is shown
what was worked out for someone else, and nothing outlives the data it was worked out from. Scores
are never kept; giving one leaves these keys as they are.
"""

import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from assessment.changes import (
    Available,
    EarlierExtract,
    Place,
    Question,
    YearOnYear,
    available,
    default_question,
    earlier_extracts,
    forces,
    year_on_year,
)
from assessment.definitions import know
from assessment.errors import InvalidRequest
from assessment.outputs.changes.completeness import Completeness
from assessment.outputs.changes.completeness import completeness as completeness_of
from assessment.outputs.charts import Ink
from assessment.partnerships import partnerships
from assessment.people import local_person
from assessment.store import Store, store_path
from assessment.store.backup.housekeeping import keep_house
from assessment.store.beside.incoming import give_address
from assessment.workspace import Workspace
from pages.components.address.carried_choices import force_key
from pages.components.address.dashboard_address import browser_address
from pages.components.address.presented import for_a_hall, is_presented


def _asker(workspace: Workspace) -> tuple[object, ...]:
    """Return all of a workspace that an answer may depend on."""
    audience = workspace.partnership, str(workspace.shown_to)
    # A role ends with its day, without a commit: the roles of today are what an answer is kept by.
    roles = (str(workspace.person.role), str(workspace.role), *sorted(workspace.granted.items()))
    return str(workspace.store.path), workspace.store.counted_version, audience, roles


# A question, a place and an ink are values: how they are written names every field that they have,
# in a fraction of the time that Streamlit takes to go through them.
KEYS: dict[str | type[Any], Callable[[Any], Any]] = {
    Workspace: _asker,
    Question: repr,
    Place: repr,
    Ink: repr,
}
MOST_ANSWERS = 256


def workspace() -> Workspace:
    """Return the one open store with the person who is at this machine, or a hall in front of it.

    From here on the visit knows the data sets that are defined in it.
    """
    found = Workspace(_open(store_path()), local_person())
    know(lambda: found.own_sets)
    return for_a_hall(found) if is_presented() else found


def _close(store: Store) -> None:
    tempfile.tempdir = None
    store.close()


def _is_usable(store: Store) -> bool:
    """Let go of a store that DuckDB has given up, as on a full disk: it is opened again."""
    if not store.is_usable:
        _close(store)
    return store.is_usable


@st.cache_resource(show_spinner="Opening the store …", on_release=_close, validate=_is_usable)
def _open(path: Path) -> Store:
    # One query leaves a processor for the others: a load must not stop the pages.
    store = Store.open(path, threads=max(1, (os.cpu_count() or 2) // 2))
    # Streamlit's server writes an upload to a temporary file while it arrives: beside the store.
    tempfile.tempdir = str(store.incoming)
    give_address(store.incoming, browser_address())
    keep_house(store)
    return store


@st.cache_resource(show_spinner="Counting …", max_entries=MOST_ANSWERS, hash_funcs=KEYS)
def answer(workspace: Workspace, question: Question) -> YearOnYear:
    """Return the answer to a question."""
    return year_on_year(workspace, question)


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=8)
def places(workspace: Workspace) -> Mapping[str, Place]:
    """Return every place that can be asked about, by the name it is chosen by."""
    own = {known.name: Place(known.name, known.districts) for known in partnerships(workspace)}
    return own | {force_key(force): Place(force, (), force) for force in forces(workspace)}


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=8)
def loaded_extracts(workspace: Workspace) -> Sequence[EarlierExtract]:
    """Return the extracts that can be looked back at, the latest first."""
    return earlier_extracts(workspace)


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def months_available(workspace: Workspace, place: Place) -> Mapping[str, Available]:
    """Return which months of which measure sets there are for a place."""
    return available(workspace, place)


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def usual_question(workspace: Workspace, place: Place) -> Question | None:
    """Return what is asked of a place when nobody says otherwise; None where nothing is covered."""
    try:
        return default_question(workspace, place)
    except InvalidRequest:
        return None


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def completeness(workspace: Workspace, question: Question) -> Completeness:
    """Return how complete the data behind a question are."""
    return completeness_of(workspace, question)
