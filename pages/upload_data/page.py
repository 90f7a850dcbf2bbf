"""Upload data: a file goes in, what was understood is shown, and then it is loaded or not."""

import streamlit as st

from assessment.errors import AssessmentError
from assessment.intake import FileChoices, LoadReport, LoadStatus
from assessment.intake.recipes.known_sources import known_sources
from assessment.workspace import Workspace
from pages.components import cache, messages, waiting
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
from pages.upload_data.category_meanings import meanings
from pages.upload_data.extracts_list import extracts_list
from pages.upload_data.file_answers import file_answers
from pages.upload_data.load_changes import load_changes
from pages.upload_data.next_step import next_step
from pages.upload_data.populations import populations
from pages.upload_data.remove_examples import examples_away
from pages.upload_data.remove_partnership import partnership_away
from pages.upload_data.small_areas import small_areas
from pages.upload_data.upload_report import upload_report

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
            st.session_state[uploading.DONE] = [fault]


def check_and_load(workspace: Workspace, source: str | None) -> None:
    """Show what was understood of the waiting files; load them, or put them away."""
    extracts: uploading.WaitingExtracts = st.session_state[uploading.WAITING]
    before = extracts.checked.get(source)
    is_new = extracts.check(workspace, source)
    ready = _ready(extracts.checked[source])
    # Above the report, which is long, so that the button need not be looked for.
    with st.container(horizontal=True):
        pressed = ready and _load_button(ready)
        put_away = st.button("Do not load" if ready else "Clear", icon=":material/close:")
    # A report that has not been read yet is not loaded: another load may have come between.
    load = pressed and not is_new
    if load:
        done = uploading.take_in(workspace, extracts, source, dry_run=False)
        st.session_state[uploading.DONE] = done
    if load or put_away:
        st.session_state[SOURCE_SERVED] = True
        waiting.put_away(uploading.WAITING)
        st.rerun()
    with st.container():
        if is_new and before:
            st.warning(uploading.CHECKED_AGAIN, icon=":material/sync:")
    for number, outcome in enumerate(extracts.checked[source]):
        show([outcome])
        if isinstance(outcome, LoadReport):
            load_changes(outcome, number)
        ask(extracts, number, outcome)


def ask(
    extracts: uploading.WaitingExtracts, number: int, outcome: LoadReport | AssessmentError
) -> None:
    """Ask what only the analyst can say of a file that waits; with an answer, check again."""
    if not isinstance(outcome, LoadReport) or outcome.status is LoadStatus.UNCHANGED:
        return
    before = extracts.choices.get(number, FileChoices())
    if answers := file_answers(outcome, before, number):
        extracts.say(number, answers)
        st.rerun()


def _ready(outcomes: list[LoadReport | AssessmentError]) -> list[LoadReport]:
    reports = [outcome for outcome in outcomes if isinstance(outcome, LoadReport)]
    return [report for report in reports if report.status is LoadStatus.CHECKED]


def _load_button(ready: list[LoadReport]) -> bool:
    """Offer to load; where no record is new, a column more may still say what was not known."""
    new = not all(report.rows.changes_nothing for report in ready)
    label = "Load" if new else "Load all the same"
    return st.button(label, type="primary" if new else "secondary", icon=":material/database:")


def show(outcomes: list[LoadReport | AssessmentError]) -> None:
    """Show what became of each file."""
    for outcome in outcomes:
        if isinstance(outcome, LoadReport):
            upload_report(outcome)
        else:
            messages.error(outcome)


st.title("Upload data", anchor=False)
workspace = cache.workspace()
source = choose_files(workspace)
# Each part has a place of its own: what moves down the page loses what is being typed into it.
with st.container():
    waiting.say_what_is_held()
    if waiting.waits(uploading.WAITING):
        check_and_load(workspace, source)
    elif uploading.DONE in st.session_state:
        show(st.session_state[uploading.DONE])
with st.container():
    just_added(NEXT)
    done = st.session_state.get(uploading.DONE, [])
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
