"""Putting a finished copy in its folder, whole or not at all; and a copy before an update."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import duckdb

from assessment.errors import StoreUnavailable
from assessment.store.beside.location import FOLDER_MODE
from assessment.store.copies.backup_copies import (
    Backup,
    backup_folder,
    backups,
    before_updates,
    mark_of,
    named,
    remove_all_but,
)
from assessment.store.copies.copy_store import copy_into
from assessment.store.copies.unfinished_copies import PART, clear_parts, discard
from assessment.store.fault_wording import not_usable
from assessment.store.faults import in_plain_words
from assessment.store.writer import run

# Copies before an update are many at once at most when versions are tried out.
KEEP_BEFORE_UPDATE = 3
# A copy with a higher number is of a later moment, and none is cleared that a thread is making.
one_copies = threading.Lock()


def keep_copy(connection: duckdb.DuckDBPyConnection, path: Path, what: str) -> Backup:
    """Copy a store that has just been opened, before something is done to it."""
    folder = backup_folder(path)
    with connection.cursor() as cursor:
        ((moment,),) = run(cursor, "moment_made").fetchall()
        mark = mark_of(path, moment)
        with one_copies, _draft_in(folder, path, mark) as draft:
            with in_plain_words(folder):
                copy_into(cursor, draft)
            made = place_copy(draft, folder, path, what, mark)
            remove_all_but(KEEP_BEFORE_UPDATE, before_updates(path, mark), made)
    return made


@contextmanager
def _draft_in(folder: Path, path: Path, mark: str) -> Iterator[Path]:
    with _made(folder):
        clear_parts(folder, mark)
    draft = folder / f"{path.stem}-{uuid4().hex}-of-{mark}{PART}"
    try:
        yield draft
    finally:
        discard(draft)


def place_copy(draft: Path, folder: Path, path: Path, what: str, mark: str) -> Backup:
    """Bring a finished copy to its folder, which may be on another disk, whole or not at all."""
    with _made(folder):
        place = named(folder, path, what, mark)
        part = place.with_suffix(PART)
        try:
            shutil.move(draft, part)
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            part.replace(place)
        finally:
            part.unlink(missing_ok=True)
    (made,) = [copy for copy in backups(path, folder) if copy.path == place]
    return made


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Make the folder, and say in plain words if the machine refuses."""
    try:
        folder.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreUnavailable(
            f"No copy has been made. {not_usable(folder, reason, 'name another folder')}"
        ) from error
