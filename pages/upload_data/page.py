"""Upload data: a file goes in, what was understood is shown, and then it is loaded or not."""

import streamlit as st

from assessment.errors import AssessmentError
from assessment.intake.recipes.recipe_store import known_sources
from assessment.workspace import Workspace
from pages.components import waiting
from pages.components.caches import cache
from pages.components.known_or_new import known_or_new, typed_in
from pages.components.partnership_form import (
    ADDED,
    LIST,
    NEXT,
    just_added,
    partnership_form,
    partnership_list,
)
from pages.upload_data import uploading
from pages.upload_data.backup_button import backups
from pages.upload_data.categories.category_meanings import meanings
from pages.upload_data.extracts_list import extracts_list
from pages.upload_data.next_step import next_step
from pages.upload_data.populations import populations
from pages.upload_data.remove_examples import examples_away
from pages.upload_data.remove_partnership import partnership_away
from pages.upload_data.small_areas import small_areas
from pages.upload_data.waiting_extracts import check_and_load, show_done

KINDS = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods", "zip"]
UPLOADER = "files"
SOURCE, SOURCE_SERVED = "source", "source-served"


def choose_files(workspace: Workspace) -> str | None:
    """Take files in and put them on disk; return the source that they are said to be from."""
    st.markdown(
        "A monthly ZIP or CSV of street files from data.police.uk, or a CSV or Excel file of "
        f"incidents with a row of column names. {waiting.KEPT}"
    )
    if st.session_state.pop(SOURCE_SERVED, False):  # what comes next may be another's
        st.session_state[SOURCE], st.session_state[typed_in(SOURCE)] = None, ""
    source = known_or_new(
        "Source (a file like an earlier one is known by its columns)",
        "Another source",
        known_sources(workspace),
        SOURCE,
        example="e.g. essex-police",
        note="A short name for the agency's regular file. A later file of the same source "
        "replaces its records for the same months and areas.",
    )
    key = waiting.uploader_key(UPLOADER)
    st.file_uploader(
        "Files", KINDS, accept_multiple_files=True, key=key, on_change=take_files, args=(key,)
    )
    return source or None


def take_files(key: str) -> None:
    """Put uploaded files on disk before the page runs.

    The uploader then has a new key: that empties it, and lets go of the memory that the files were
    held in. Asked on the page for what it holds, it would first copy every file in memory, and
    everybody else's page would wait meanwhile.
    """
    if uploads := waiting.uploaded(UPLOADER, key):
        waiting.put_away(uploading.WAITING)
        st.session_state.pop(uploading.DONE, None)
        st.session_state.pop(ADDED, None)
        try:
            files = waiting.keep_on_disk(cache.workspace().store.incoming, uploads)
            st.session_state[uploading.WAITING] = uploading.WaitingExtracts(files)
        except AssessmentError as fault:
            names = ", ".join(upload.name for upload in uploads)
            st.session_state[uploading.DONE] = uploading.LoadedExtracts((names,), [fault])


st.title("Upload data", anchor=False)
workspace = cache.workspace()
source = choose_files(workspace)
# Each part has a place of its own: what moves down the page loses what is being typed into it.
with st.container():
    waiting.say_what_is_held()
    if waiting.waits(uploading.WAITING):
        if check_and_load(workspace, source):
            st.session_state[SOURCE_SERVED] = True
            st.rerun()
    elif uploading.DONE in st.session_state:
        show_done(st.session_state[uploading.DONE])
with st.container():
    just_added(NEXT)
    done = st.session_state[uploading.DONE].outcomes if uploading.DONE in st.session_state else []
    is_form_shown = ADDED not in st.session_state and next_step(workspace, done)
with st.container():
    meanings(workspace)
with st.container():
    extracts_list(workspace)
st.header("Partnerships", anchor=False)
with st.container():
    partnership_list(workspace)
    partnership_away(workspace)
    just_added(LIST)
with st.container():
    if not is_form_shown:
        partnership_form(workspace)
populations(workspace)
small_areas(workspace)
backups(workspace)
examples_away(workspace)
