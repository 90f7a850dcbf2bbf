"""WaitingExtracts that wait to be loaded: checked, then loaded or put away."""

import os
import sys
from dataclasses import dataclass, field
from threading import get_native_id

import streamlit as st

from assessment.errors import AssessmentError
from assessment.intake.extract_loading import load
from assessment.intake.file_choices import NO_RECIPE, FileChoices
from assessment.intake.load_report import LoadReport
from assessment.intake.recipes.first_look import first_look
from assessment.intake.report.later_files import after_those_before
from assessment.numbers import count_of
from assessment.outputs.escaping import Markdown, markdown
from assessment.priorities.quoted_figures import check_load
from assessment.workspace import Workspace
from pages.components.waiting import Waiting
from pages.upload_data.upload_report import columns_table

PATIENT = 10  # of 19
WAITING = "files-waiting"
DONE = "files-done"
CHECKED_AGAIN: Markdown = (
    "**Checked again; nothing has been loaded.** The data have changed since these files were "
    "checked, so loading them may change something else now. Read what is said of them here, and "
    "then press *Load*."
)


@dataclass(frozen=True)
class LoadedExtracts:
    """Files that were loaded, or put away with a reason, and what became of each."""

    names: tuple[str, ...]
    outcomes: list[LoadReport | AssessmentError]


@dataclass
class WaitingExtracts:
    """Extracts that wait, and what their check said of them as files of each source.

    They were checked against the data of a version; against others, that may not hold. `choices`
    are what was said of a file, by its place among them; `asked` what was understood of it last,
    for where an answer is refused.
    """

    files: Waiting
    version: int = -1
    checked: dict[str | None, list[LoadReport | AssessmentError]] = field(default_factory=dict)
    choices: dict[int, FileChoices] = field(default_factory=dict)
    asked: dict[int, LoadReport] = field(default_factory=dict)

    def say(self, number: int, choices: FileChoices) -> None:
        """Take what was said of a file: what its check said before holds no longer."""
        self.choices[number] = choices
        self.checked = {}

    def source_of(self, number: int, source: str | None) -> str | None:
        """Return the source that a file is given: none where a recipe was said, which has its own.

        `source` is the one of all files.
        """
        recipe = self.choices.get(number, FileChoices()).recipe
        return source if recipe in (None, NO_RECIPE) else None

    def check(self, workspace: Workspace, source: str | None) -> bool:
        """Check the files unless that was done with these data; tell whether it was done now."""
        version = workspace.store.counted_version
        if source in self.checked and self.version == version:
            return False
        outcomes = take_in(workspace, self, source, dry_run=True)
        for number, outcome in enumerate(outcomes):
            if isinstance(outcome, LoadReport):
                self.asked[number] = outcome
        checked = [outcome for outcome in outcomes if isinstance(outcome, LoadReport)]
        reports = iter(after_those_before(checked))
        outcomes = [
            next(reports) if isinstance(outcome, LoadReport) else outcome for outcome in outcomes
        ]
        self.checked, self.version = {source: outcomes}, version
        return True


def _stand_back() -> None:
    """Let everybody else's pages go first while this thread is at work.

    It stands back until it ends, which is when its own page has been drawn. Only Linux gives
    threads places of their own in the queue for a processor.
    """
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, get_native_id(), PATIENT)


def take_in(
    workspace: Workspace, extracts: WaitingExtracts, source: str | None, *, dry_run: bool
) -> list[LoadReport | AssessmentError]:
    """Check or load every file, showing how far it is; a file's faults do not stop the others."""
    _stand_back()
    doing, done = ("Checking", "Checked") if dry_run else ("Loading", "Loaded")
    files = count_of(len(extracts.files.names), "file")
    with st.status(f"{doing} {files}", expanded=True) as status:
        outcomes = [
            _outcome(workspace, extracts, number, source, dry_run=dry_run)
            for number in range(len(extracts.files.names))
        ]
        status.update(label=f"{done} {files}", state="complete", expanded=False)
    return outcomes


def _outcome(
    workspace: Workspace,
    extracts: WaitingExtracts,
    number: int,
    source: str | None,
    *,
    dry_run: bool,
) -> LoadReport | AssessmentError:
    """Check or load one file; of a large one, show at once what its columns are taken for."""
    name, path = extracts.files.files[number]
    source, choices = extracts.source_of(number, source), extracts.choices.get(number)
    bar = st.progress(0.0, f"{'Checking' if dry_run else 'Loading'} {markdown(name)}")
    seen = st.empty()

    def tell(share: float, text: str) -> None:
        bar.progress(min(share, 1.0), markdown(f"{name}: {text}"))

    if dry_run and (
        columns := first_look(workspace, path, name=name, source=source, choices=choices)
    ):
        seen.html(columns_table(columns))
    taken_in = check_load if dry_run else load
    outcome: LoadReport | AssessmentError
    try:
        outcome = taken_in(
            workspace, path, name=name, source=source, choices=choices, progress=tell
        )
    except AssessmentError as fault:
        outcome = fault
    bar.empty()
    seen.empty()
    return outcome


def forget_what_was_said() -> None:
    """Let go of what was said of files: after a load is undone, it no longer holds."""
    st.session_state.pop(DONE, None)
    if extracts := st.session_state.get(WAITING):
        extracts.checked = {}
