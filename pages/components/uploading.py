"""Files on their way in: kept on disk between the check and the load, then gone."""

import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import get_native_id

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from assessment.errors import AssessmentError
from assessment.intake import LoadReport, load
from assessment.workspace import Workspace

CHUNK = 1024**2
PATIENT = 10  # of 19
WAITING = "files-waiting"
DONE = "files-done"


@dataclass
class Waiting:
    """Uploaded files on disk; the folder goes when they are loaded, put away or the visit ends."""

    names: list[str]
    folder: TemporaryDirectory[str]
    checked: dict[str, list[LoadReport | AssessmentError]] = field(default_factory=dict)

    def files(self) -> list[tuple[str, Path]]:
        """Return each file's name, as its owner knows it, and where it lies."""
        return [(name, Path(self.folder.name, str(n))) for n, name in enumerate(self.names)]


def keep_on_disk(uploads: Iterable[UploadedFile]) -> Waiting:
    """Write uploads to disk in chunks, so that their bytes need not stay in memory."""
    waiting = Waiting([upload.name for upload in uploads], TemporaryDirectory(prefix="extracts-"))
    for upload, (_, path) in zip(uploads, waiting.files(), strict=True):
        with path.open("wb") as file:
            shutil.copyfileobj(upload, file, CHUNK)
    return waiting


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
    with st.status(f"{doing} {len(waiting.names)} file(s)", expanded=True) as status:
        for name, path in waiting.files():
            bar = st.progress(0.0, f"{doing} {name}")

            def tell(share: float, text: str, bar: object = bar, name: str = name) -> None:
                bar.progress(min(share, 1.0), f"{name}: {text}")  # type: ignore[attr-defined]

            try:
                report = load(
                    workspace, path, name=name, source=source, dry_run=dry_run, progress=tell
                )
                found.append(report)
            except AssessmentError as fault:
                found.append(fault)
            bar.empty()
        status.update(
            label=f"{done} {len(waiting.names)} file(s)", state="complete", expanded=False
        )
    return found


def forget_what_was_said() -> None:
    """Let go of what was said of files: a load has been undone, and it no longer holds."""
    st.session_state.pop(DONE, None)
    if waiting := st.session_state.get(WAITING):
        waiting.checked = {}
