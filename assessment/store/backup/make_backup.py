"""Making backups: copies of the store in a folder, of which the latest stay."""

import os
from pathlib import Path
from uuid import uuid4

from assessment.errors import InvalidRequest
from assessment.store.connection import Store
from assessment.store.copies.backup_copies import (
    Backup,
    backup_folder,
    mark_of,
    regular,
    remove_all_but,
)
from assessment.store.copies.copy_store import StoreContents
from assessment.store.copies.place_copy import one_copies, place_copy
from assessment.store.copies.unfinished_copies import clear_parts, discard

KEEP_VARIABLE = "ASSESSMENT_BACKUPS_KEPT"
KEEP = 10


def to_keep() -> int:
    """Return how many regular copies stay when nobody says otherwise."""
    number = os.environ.get(KEEP_VARIABLE, "")
    return int(number) if number.isdigit() and int(number) else KEEP


def make_backup(store: Store, folder: Path | None = None, keep: int | None = None) -> str:
    """Make a backup and say what it is."""
    made, contents = back_up(store, folder, keep)
    size = made.path.stat().st_size / 1e6
    return (
        f"A copy of the store has been made, opened and compared with it: {made.path}, "
        f"{size:,.1f} MB, {contents.rows:,} rows in {len(contents.tables)} tables, change "
        f"{contents.data_version:,}."
    )


def back_up(
    store: Store, folder: Path | None = None, keep: int | None = None
) -> tuple[Backup, StoreContents]:
    """Copy the store while it is in use, and remove the oldest of more than `keep` copies."""
    keep = to_keep() if keep is None else keep
    if keep < 1:
        raise InvalidRequest("At least 1 copy must be kept.")
    folder = (folder or backup_folder(store.path)).absolute()
    mark = own_mark(store)
    draft = store.incoming / f"backup-{uuid4().hex}.duckdb"
    with one_copies:
        clear_parts(folder, mark)
        try:
            contents = store.copy_to(draft)
            made = place_copy(draft, folder, store.path, f"change-{contents.data_version}", mark)
        finally:
            discard(draft)
        remove_all_but(keep, regular(store.path, mark, folder), made)
    return made, contents


def own_mark(store: Store) -> str:
    """Return the mark that an open store's copies have."""
    return mark_of(store.path, store.rows("moment_made")[0][0])
