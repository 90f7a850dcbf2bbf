"""Putting a copy in the store's place: what was there is put aside first, never thrown away."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import duckdb

from assessment.errors import StoreUnavailable
from assessment.store.beside import incoming
from assessment.store.beside.location import FOLDER_MODE
from assessment.store.beside.scratch import removed_for_good
from assessment.store.copies.backup_copies import BEFORE_RESTORE, backup_folder, mark_of, named
from assessment.store.copies.copy_store import StoreContents, copy_file, use
from assessment.store.copies.missing_changes import wal_of
from assessment.store.copies.unfinished_copies import (
    PART,
    clear_draft,
    clear_parts,
    discard,
    draft_of,
    holding,
)
from assessment.store.faults import (
    has_no_room,
    is_not_its_log,
    is_of_newer_duckdb,
    is_open_elsewhere,
    refused_by_machine,
    unavailable,
)
from assessment.store.migrations import is_store, refuse_newer
from assessment.store.opening import keep_private
from assessment.store.store_check import must_be_writable


def restore(copy: Path, path: Path) -> tuple[StoreContents, Path | None]:
    """Put a copy where the store is; return what it holds, and where the store was put aside.

    Raises StoreUnavailable where the copy is no store that this version can use whole, or somebody
    has the store open; then everything is as it was.
    """
    path = path.resolve()
    _look_at(copy, path)
    must_be_writable(path.parent)
    path.parent.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
    keep_private(path)
    clear_draft(path)
    _must_not_be_open(path)
    draft = draft_of(path)
    try:
        with _copy_in_plain_words(copy):
            contents = copy_file(copy, draft)
        with holding(draft):
            # From now on it cannot be opened; but it may have been while it was copied.
            _must_not_be_open(path)
            aside = _put_aside(path)
        draft.replace(path)
    except OSError as error:
        raise StoreUnavailable(
            f"Nothing has been changed. {refused_by_machine(path, error)}"
        ) from error
    finally:
        discard(draft)
    removed_for_good(incoming.incoming_of(path))
    return contents, aside


def _look_at(copy: Path, path: Path) -> None:
    """Refuse what is no copy of a store, saying what it is instead."""
    if not copy.is_file():
        raise StoreUnavailable(f"There is no file {copy}.")
    if copy.resolve() == path:
        raise StoreUnavailable(f"{copy} is the store itself. Name the copy that is to replace it.")
    with _copy_in_plain_words(copy), closing(duckdb.connect(":memory:")) as connection:
        use(connection, copy)
        if not is_store(connection):
            raise StoreUnavailable(
                f"{copy} is a DuckDB file but not a store of this dashboard. Nothing was changed."
            )
        numbers = connection.execute("SELECT number FROM migration").fetchall()
        refuse_newer([number for (number,) in numbers])


def _must_not_be_open(path: Path) -> None:
    """Refuse if another program has the store open; its log stays as it is, to be put aside too."""
    if not path.exists():
        return
    try:
        duckdb.connect(path, read_only=True).close()
    except duckdb.Error as error:
        # What is damaged, or has another's log beside it, is put aside as it is.
        if is_open_elsewhere(error):
            raise unavailable(path, error) from error


def _put_aside(path: Path) -> Path | None:
    """Keep the present store, and its log where it has one, among the backups for good."""
    files = [file for file in (path, wal_of(path)) if file.exists()]
    if not files:
        return None
    folder = backup_folder(path)
    folder.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
    mark = mark_of(path)
    clear_parts(folder, mark)
    aside = named(folder, path, BEFORE_RESTORE, mark)
    for file in files:
        _keep_also_as(file, aside if file == path else wal_of(aside))
    wal_of(path).unlink(missing_ok=True)
    return aside


def _keep_also_as(file: Path, target: Path) -> None:
    # The file stays in its place until the copy takes it, which cannot be done half way.
    try:
        os.link(file, target)
    except OSError:  # another disk, or one that has no second names for a file
        part = target.with_name(f"{target.name}{PART}")
        shutil.copyfile(file, part)
        part.replace(target)


@contextmanager
def _copy_in_plain_words(copy: Path) -> Iterator[None]:
    """Say of a copy what is wrong with it; the store is as it was."""
    try:
        yield
    except duckdb.Error as error:
        if has_no_room(error):
            why = "there is no room on the disk for the restored store. Make room"
        elif is_not_its_log(error):
            why = (
                f"the file {copy.name}.wal beside it is of another moment. Move that file away, "
                "which leaves out what only it holds"
            )
        elif is_open_elsewhere(error):
            why = "another program has it open. Close that program"
        elif is_of_newer_duckdb(error):
            why = "it was written by a newer version of DuckDB. Update the dashboard"
        else:
            raise StoreUnavailable(
                f"{copy} cannot be read whole: it is damaged, or is no store. Nothing has been "
                "changed. Choose another copy."
            ) from error
        raise StoreUnavailable(
            f"{copy} cannot be used: {why}, and try again. Nothing has been changed."
        ) from error
