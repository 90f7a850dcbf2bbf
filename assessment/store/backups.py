"""Backups: copies of the store in a folder, named for when and at which change; the latest stay.

Nothing is removed that was not named here.
"""

import logging
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import duckdb

from assessment.errors import AskedWrongly, StoreUnavailable
from assessment.store.copying import Contents, copy_into
from assessment.store.faults import in_plain_words, not_usable

if TYPE_CHECKING:
    from assessment.store.connection import Store

VARIABLE = "ASSESSMENT_BACKUPS"
KEEP_VARIABLE = "ASSESSMENT_BACKUPS_KEPT"
KEEP = 10
# Copies before an update or a restore are many at once at most when versions are tried out.
KEEP_BEFORE = 3
LOG = logging.getLogger(__name__)
FOLDER_MODE = 0o700
NAME = re.compile(
    r"(?P<stem>.+)-(?P<made>\d{4}-\d\d-\d\d-\d{6})-"
    r"(?P<what>change-\d+|before-update-\d+|before-restore)\.duckdb"
)


@dataclass(frozen=True)
class Backup:
    """One copy: where it is, when it was made, at which change or before what."""

    path: Path
    made: datetime
    what: str

    @property
    def is_regular(self) -> bool:
        """Whether somebody, or the day, asked for it, and not an update or a restore."""
        return self.what.startswith("change-")

    @property
    def change(self) -> int | None:
        """The data version that a regular copy holds."""
        return int(self.what.removeprefix("change-")) if self.is_regular else None


def backup_folder(path: Path) -> Path:
    """Return where a store's backups go when nobody says otherwise."""
    return Path(os.environ.get(VARIABLE) or path.parent / "backups")


def backups(path: Path, folder: Path | None = None) -> list[Backup]:
    """Return the backups of a store that are in a folder, the latest first."""
    files = (folder or backup_folder(path)).glob("*.duckdb")
    ours = [one for file in files if (one := _backup(file, path.stem))]
    # Two can be made within a second, by which they are named.
    return sorted(ours, key=lambda one: (one.made, one.change or 0), reverse=True)


def _backup(file: Path, stem: str) -> Backup | None:
    found = NAME.fullmatch(file.name)
    if found is None or found["stem"] != stem:
        return None
    with suppress(ValueError):  # named by a person, for a day that there is not
        return Backup(file, datetime.strptime(found["made"], "%Y-%m-%d-%H%M%S"), found["what"])
    return None


def to_keep() -> int:
    """Return how many regular copies stay when nobody says otherwise."""
    given = os.environ.get(KEEP_VARIABLE, "")
    return int(given) if given.isdigit() and int(given) else KEEP


def make_backup(store: "Store", folder: Path | None = None, keep: int | None = None) -> str:
    """Make a backup and say what it is."""
    made, held = back_up(store, folder, keep)
    size = made.path.stat().st_size / 1e6
    return (
        f"A copy of the store has been made, opened and compared with it: {made.path}, "
        f"{size:,.1f} MB, {held.rows:,} rows in {len(held.tables)} tables, change "
        f"{held.data_version:,}."
    )


def back_up(
    store: "Store", folder: Path | None = None, keep: int | None = None
) -> tuple[Backup, Contents]:
    """Copy the store while it is in use, and remove the oldest of more than `keep` copies."""
    keep = to_keep() if keep is None else keep
    if keep < 1:
        raise AskedWrongly("At least 1 copy must be kept.")
    folder = (folder or backup_folder(store.path)).absolute()
    draft = store.incoming / f"backup-{uuid4().hex}.duckdb"
    try:
        held = store.copy_to(draft)
        made = _put(draft, folder, store.path, f"change-{held.data_version}")
    finally:
        _discard(draft)
    _remove_oldest([one for one in backups(store.path, folder) if one.is_regular], keep)
    return made, held


def keep_copy(connection: duckdb.DuckDBPyConnection, path: Path, what: str) -> Backup:
    """Copy a store that has just been opened, before something is done to it."""
    folder = backup_folder(path)
    with _made(folder):
        draft = folder / f"{path.stem}-{uuid4().hex}.part"
    try:
        with in_plain_words(folder), connection.cursor() as cursor:
            copy_into(cursor, draft)
        made = _put(draft, folder, path, what)
    finally:
        _discard(draft)
    remove_oldest_before(path)
    return made


def named(folder: Path, path: Path, what: str) -> Path:
    """Return what a copy that is made now is called; no two are called alike."""
    now = datetime.now()
    while (place := folder / f"{path.stem}-{now:%Y-%m-%d-%H%M%S}-{what}.duckdb").exists():
        now += timedelta(seconds=1)
    return place


def remove_oldest_before(path: Path) -> None:
    """Remove the oldest of the copies made before an update or a restore."""
    _remove_oldest([one for one in backups(path) if not one.is_regular], KEEP_BEFORE)


def _put(draft: Path, folder: Path, path: Path, what: str) -> Backup:
    """Bring a finished copy to its folder, which may be on another disk, whole or not at all."""
    with _made(folder):
        place = named(folder, path, what)
        part = place.with_suffix(".part")
        try:
            shutil.move(draft, part)
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            part.replace(place)
        finally:
            part.unlink(missing_ok=True)
    (made,) = [one for one in backups(path, folder) if one.path == place]
    return made


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Make the folder, and say in plain words what the machine has against it."""
    try:
        folder.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreUnavailable(
            f"No copy has been made. {not_usable(folder, reason, 'name another folder')}"
        ) from error


def _discard(draft: Path) -> None:
    for left in (draft, draft.with_name(f"{draft.name}.wal")):
        left.unlink(missing_ok=True)


def _remove_oldest(copies: list[Backup], keep: int) -> None:
    for one in copies[keep:]:
        try:
            _discard(one.path)
        except OSError as error:  # one too many does no harm; the next backup tries again
            LOG.warning("The backup %s could not be removed: %s", one.path, error.strerror)
