"""The copies in a folder: how they are named, their order, and which store each belongs to.

Their numbers order them, and not the clock, which is set back, nor changes alone, which a restore
sets back. A copy is a store's own by its mark: nothing else in the folder is ever removed.
"""

import logging
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

VARIABLE = "ASSESSMENT_BACKUPS"
BEFORE_RESTORE = "before-restore"
LOG = logging.getLogger(__name__)
NAME = re.compile(
    r"(?P<stem>.+)-(?P<made>\d{4}-\d\d-\d\d-\d{6})-"
    r"(?P<what>change-\d+|before-update-\d+|before-restore)"
    r"(-no-(?P<number>\d+)-of-(?P<mark>[0-9a-f]{8}))?\.duckdb"
)


@dataclass(frozen=True)
class Backup:
    """One copy: where it is, when it was made, at which change or before what, and of which store.

    Old copies have neither number nor mark.
    """

    path: Path
    made: datetime
    what: str
    number: int = 0
    mark: str = ""

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


def mark_of(path: Path, made: datetime | None = None) -> str:
    """Return what tells a store from others of its name: where it lies, and when it was made.

    Without the moment it is for whatever lies there, such as what cannot be read.
    """
    return sha256(os.fsencode(f"{path.resolve()} {made or ''}")).hexdigest()[:8]


def backups(path: Path, folder: Path | None = None) -> list[Backup]:
    """Return the copies of stores of this name that are in a folder, the latest first."""
    files = (folder or backup_folder(path)).glob("*.duckdb")
    named_files = [(file, name) for file in files if (name := NAME.fullmatch(file.name))]
    copies = [
        Backup(file, made, name["what"], int(name["number"] or 0), name["mark"] or "")
        for file, name in named_files
        if name["stem"] == path.stem and (made := _moment(name["made"]))
    ]
    return sorted(copies, key=lambda copy: (copy.number, copy.made, copy.change or 0), reverse=True)


def _moment(text: str) -> datetime | None:
    with suppress(ValueError):  # named by a person, for a day that there is not
        return datetime.strptime(text, "%Y-%m-%d-%H%M%S")
    return None


def regular(path: Path, mark: str, folder: Path | None = None) -> list[Backup]:
    """Return the store's own regular copies, the latest first."""
    return [copy for copy in backups(path, folder) if copy.is_regular and copy.mark == mark]


def before_updates(path: Path, mark: str) -> list[Backup]:
    """Return the store's own copies from before updates, the latest first."""
    return [
        copy
        for copy in backups(path)
        if copy.what.startswith("before-update-") and copy.mark == mark
    ]


def named(folder: Path, path: Path, what: str, mark: str) -> Path:
    """Return what a copy that is made now is called: its number is higher than any there."""
    number = 1 + max((copy.number for copy in backups(path, folder)), default=0)
    now = datetime.now()
    return folder / f"{path.stem}-{now:%Y-%m-%d-%H%M%S}-{what}-no-{number}-of-{mark}.duckdb"


def remove_all_but(keep: int, copies: Iterable[Backup], made: Backup) -> None:
    """Remove the oldest of a store's own copies, never the one that has just been made."""
    earlier = [copy for copy in copies if copy.path != made.path]
    for copy in earlier[keep - 1 :]:
        try:
            copy.path.unlink(missing_ok=True)
        except OSError as error:  # one too many does no harm; the next backup tries again
            LOG.warning("The backup %s could not be removed: %s", copy.path, error.strerror)
