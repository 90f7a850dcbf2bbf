"""Extracts on their way in: checked, then loaded or put away."""

import os
import sys
from dataclasses import dataclass, field
from threading import get_native_id

import streamlit as st

from assessment.errors import AssessmentError
from assessment.intake import LoadReport, load
from assessment.intake.coverage.later_files import after_those_before
from assessment.numbers import count_of
from assessment.outputs.escaping import Markdown, markdown
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


@dataclass
class Extracts:
    """Extracts that wait, and what was understood of them as files of each source.

    It was understood beside the data of a version; beside others, it may not hold.
    """

    files: Waiting
    version: int = -1
    checked: dict[str | None, list[LoadReport | AssessmentError]] = field(default_factory=dict)

    def check(self, workspace: Workspace, source: str | None) -> bool:
        """Check the files where they were not beside these data yet; tell whether they were now."""
        version = workspace.store.counted_version
        if source in self.checked and self.version == version:
            return False
        found = take_in(workspace, self.files, source, dry_run=True)
        reports = iter(after_those_before([one for one in found if isinstance(one, LoadReport)]))
        said = [next(reports) if isinstance(one, LoadReport) else one for one in found]
        self.checked, self.version = {source: said}, version
        return True


def _stand_back() -> None:
    """Let everybody else's pages go first while this thread is at work.

    It goes on standing back until it ends, which is when its own page has been drawn. Only Linux
    gives threads places of their own in the queue for a processor.
    """
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, get_native_id(), PATIENT)


def take_in(
    workspace: Workspace, waiting: Waiting, source: str | None, *, dry_run: bool
) -> list[LoadReport | AssessmentError]:
    """Check or load every file, showing how far it is; a file's faults do not stop the others."""
    _stand_back()
    doing, done = ("Checking", "Checked") if dry_run else ("Loading", "Loaded")
    found: list[LoadReport | AssessmentError] = []
    files = count_of(len(waiting.names), "file")
    with st.status(f"{doing} {files}", expanded=True) as status:
        for name, path in waiting.files:
            bar = st.progress(0.0, f"{doing} {markdown(name)}")

            def tell(share: float, text: str, bar: object = bar, name: str = name) -> None:
                bar.progress(min(share, 1.0), markdown(f"{name}: {text}"))  # type: ignore[attr-defined]

            try:
                report = load(
                    workspace, path, name=name, source=source, dry_run=dry_run, progress=tell
                )
                found.append(report)
            except AssessmentError as fault:
                found.append(fault)
            bar.empty()
        status.update(label=f"{done} {files}", state="complete", expanded=False)
    return found


def forget_what_was_said() -> None:
    """Let go of what was said of files: a load has been undone, and it no longer holds."""
    st.session_state.pop(DONE, None)
    if extracts := st.session_state.get(WAITING):
        extracts.checked = {}
