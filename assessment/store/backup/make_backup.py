"""Making backups: copies of the store in a folder, of which the latest stay."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import duckdb

from assessment.errors import InvalidRequest, StoreUnavailable
from assessment.store.backup.backup_copies import (
    Backup,
    backup_folder,
    backups,
    before_updates,
    mark_of,
    named,
    regular,
    remove_all_but,
)
from assessment.store.backup.copy_store import StoreContents, copy_into
from assessment.store.backup.unfinished_copies import PART, clear_parts, discard
from assessment.store.fault_wording import not_usable
from assessment.store.faults import in_plain_words
from assessment.store.location import FOLDER_MODE
from assessment.store.writer import run

if TYPE_CHECKING:
    from assessment.store.connection import Store

KEEP_VARIABLE = "ASSESSMENT_BACKUPS_KEPT"
KEEP = 10
# Copies before an update are many at once at most when versions are tried out.
KEEP_BEFORE_UPDATE = 3
# A copy with a higher number is of a later moment, and none is cleared that a thread is making.
_one_copies = threading.Lock()


def to_keep() -> int:
    """Return how many regular copies stay when nobody says otherwise."""
    number = os.environ.get(KEEP_VARIABLE, "")
    return int(number) if number.isdigit() and int(number) else KEEP


def make_backup(store: "Store", folder: Path | None = None, keep: int | None = None) -> str:
    """Make a backup and say what it is."""
    made, contents = back_up(store, folder, keep)
    size = made.path.stat().st_size / 1e6
    return (
        f"A copy of the store has been made, opened and compared with it: {made.path}, "
        f"{size:,.1f} MB, {contents.rows:,} rows in {len(contents.tables)} tables, change "
        f"{contents.data_version:,}."
    )


def back_up(
    store: "Store", folder: Path | None = None, keep: int | None = None
) -> tuple[Backup, StoreContents]:
    """Copy the store while it is in use, and remove the oldest of more than `keep` copies."""
    keep = to_keep() if keep is None else keep
    if keep < 1:
        raise InvalidRequest("At least 1 copy must be kept.")
    folder = (folder or backup_folder(store.path)).absolute()
    mark = own_mark(store)
    draft = store.incoming / f"backup-{uuid4().hex}.duckdb"
    with _one_copies:
        clear_parts(folder, mark)
        try:
            contents = store.copy_to(draft)
            made = _put(draft, folder, store.path, f"change-{contents.data_version}", mark)
        finally:
            discard(draft)
        remove_all_but(keep, regular(store.path, mark, folder), made)
    return made, contents


def own_mark(store: "Store") -> str:
    """Return the mark that an open store's copies have."""
    return mark_of(store.path, store.rows("moment_made")[0][0])


def keep_copy(connection: duckdb.DuckDBPyConnection, path: Path, what: str) -> Backup:
    """Copy a store that has just been opened, before something is done to it."""
    folder = backup_folder(path)
    with connection.cursor() as cursor:
        ((moment,),) = run(cursor, "moment_made").fetchall()
        mark = mark_of(path, moment)
        with _one_copies, _draft_in(folder, path, mark) as draft:
            with in_plain_words(folder):
                copy_into(cursor, draft)
            made = _put(draft, folder, path, what, mark)
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


def _put(draft: Path, folder: Path, path: Path, what: str, mark: str) -> Backup:
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
