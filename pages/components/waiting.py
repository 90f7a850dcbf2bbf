"""Files that wait, between the check and the load: beside the store, and no longer than a visit."""

import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

import streamlit as st
from streamlit import runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from assessment.errors import UploadRefused
from assessment.outputs.escaping import Markdown, markdown
from assessment.store.beside.scratch import let_go, new_folder, still_held

KEPT: Markdown = (
    "**Nothing is kept until you press Load.** Until then a file waits beside the store; it goes "
    "when you press *Do not load*, or soon after you have closed the page."
)
GONE = "What waited here has been put away meanwhile. Choose it again."
CHUNK = 1024**2
LOOKED_AFTER = 1.0  # seconds between looking whether somebody is still there


@dataclass(frozen=True)
class Waiting:
    """Uploaded files on disk, in a folder of their own."""

    names: tuple[str, ...]
    folder: Path

    @property
    def files(self) -> list[tuple[str, Path]]:
        """Each file's name, as its owner knows it, and where it lies."""
        return [(name, self.folder / str(n)) for n, name in enumerate(self.names)]

    @property
    def is_there(self) -> bool:
        """Whether the files still wait: they go where the store is opened anew."""
        return self.folder.is_dir()


def keep_on_disk(incoming: Path, uploads: Sequence[UploadedFile]) -> Waiting:
    """Write uploads to disk in chunks, and let go of the memory that they were held in.

    Raises UploadRefused where there is no room for them.
    """
    waiting = Waiting(tuple(upload.name for upload in uploads), new_folder(incoming))
    try:
        for upload, (_, path) in zip(uploads, waiting.files, strict=True):
            with path.open("wb") as file:
                shutil.copyfileobj(upload, file, CHUNK)
    except OSError as error:
        let_go(waiting.folder)
        why = f"It could not be put beside the store: {error.strerror or error}."
        raise UploadRefused(", ".join(waiting.names), [why]) from error
    finally:
        _forget(uploads)
    _end_with_visit(waiting.folder)
    return waiting


def _forget(uploads: Sequence[UploadedFile]) -> None:
    """Let go of uploads at once: Streamlit holds them in memory until the page has run.

    A large one is checked in that time, which takes as much memory again.
    """
    visit = get_script_run_ctx()
    for upload in uploads:
        upload.close()
        if visit and isinstance(visit.uploaded_file_mgr, MemoryUploadedFileManager):
            visit.uploaded_file_mgr.remove_file(visit.session_id, upload.file_id)


def uploader_key(name: str) -> str:
    """Return the key of the uploader that takes what comes next: a new one is empty."""
    return f"{name}-{st.session_state.setdefault(f'{name}-round', 0)}"


def uploaded(name: str, key: str) -> Any:
    """Return what an uploader has taken, once; the page then has a new uploader.

    Streamlit may say twice that something has come. By the second time somebody may be typing what
    it is called.
    """
    files = st.session_state[key] if key == uploader_key(name) else None
    if files:
        st.session_state[f"{name}-round"] += 1
    return files


def waits(key: str) -> bool:
    """Tell whether files wait under a key of the visit; where they are gone meanwhile, say so."""
    if key in st.session_state and not st.session_state[key].files.is_there:
        del st.session_state[key]
        st.info(GONE, icon=":material/info:")
    return key in st.session_state


def put_away(key: str) -> None:
    """Let go of the files that wait under a key of the visit, on disk too."""
    if arrived := st.session_state.pop(key, None):
        let_go(arrived.files.folder)


def say_what_is_held() -> None:
    """Tell of every upload that could not be removed, for as long as it is there."""
    for text in still_held():
        st.warning(markdown(text, 2000), icon=":material/lock_clock:")


def _end_with_visit(folder: Path) -> None:
    """Let a folder go when the visit that brought it has ended."""
    visit = get_script_run_ctx()
    if visit and runtime.exists():
        server, seconds = runtime.get_instance(), st.get_option("server.disconnectedSessionTTL")
        arguments = (folder, lambda: server.is_active_session(visit.session_id), seconds)
        Thread(target=let_go_once_left, args=arguments, daemon=True).start()


def let_go_once_left(folder: Path, is_visited: Callable[[], bool], seconds: float) -> None:
    """Let a folder go once nobody has been there for as long as a visit can be taken up again.

    Streamlit keeps a visit for a while after its connection is lost, and forgets it only when
    somebody else comes or goes; whatever a forgotten visit held may stay in memory.
    """
    last_seen = time.monotonic()
    while folder.exists():
        if is_visited():
            last_seen = time.monotonic()
        elif time.monotonic() - last_seen > seconds:
            let_go(folder)
            return
        time.sleep(LOOKED_AFTER)
