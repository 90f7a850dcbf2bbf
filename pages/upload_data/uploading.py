"""WaitingExtracts that wait to be loaded: checked, then loaded or put away."""

import os
import sys
from dataclasses import dataclass, field
from threading import get_native_id

import streamlit as st

from assessment.errors import AssessmentError
from assessment.intake import FileChoices, LoadReport, after_those_before, load
from assessment.intake.file_choices import NO_RECIPE
from assessment.numbers import count_of
from assessment.outputs.escaping import Markdown, markdown
from assessment.priorities.quoted_figures import check_load
from assessment.workspace import Workspace
from pages.components.waiting import Waiting

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
    taken_in = check_load if dry_run else load
    outcomes: list[LoadReport | AssessmentError] = []
    files = count_of(len(extracts.files.names), "file")
    with st.status(f"{doing} {files}", expanded=True) as status:
        for number, (name, path) in enumerate(extracts.files.files):
            bar = st.progress(0.0, f"{doing} {markdown(name)}")

            def tell(share: float, text: str, bar: object = bar, name: str = name) -> None:
                bar.progress(min(share, 1.0), markdown(f"{name}: {text}"))  # type: ignore[attr-defined]

            try:
                report = taken_in(
                    workspace,
                    path,
                    name=name,
                    source=extracts.source_of(number, source),
                    choices=extracts.choices.get(number),
                    progress=tell,
                )
                outcomes.append(report)
            except AssessmentError as fault:
                outcomes.append(fault)
            bar.empty()
        status.update(label=f"{done} {files}", state="complete", expanded=False)
    return outcomes


def forget_what_was_said() -> None:
    """Let go of what was said of files: after a load is undone, it no longer holds."""
    st.session_state.pop(DONE, None)
    if extracts := st.session_state.get(WAITING):
        extracts.checked = {}
