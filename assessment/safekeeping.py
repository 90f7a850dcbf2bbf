"""Copies of the store, and what was cut short in it: told to whoever answers for the data."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assessment.people import Permission
from assessment.periods import in_words
from assessment.permissions import needs
from assessment.store.backup.make_backup import make_backup
from assessment.store.backup.restore import restore
from assessment.store.copies.backup_copies import Backup, backup_folder, backups
from assessment.workspace import Workspace

__all__ = ["Copies", "back_up", "copies", "cut_short", "put_away", "restore", "what_was_cut_short"]


@dataclass(frozen=True)
class Copies:
    """The backups that there are, and where they lie."""

    folder: Path
    made: tuple[Backup, ...]


@needs(Permission.KEEP_COPIES)
def back_up(workspace: Workspace, folder: Path | None = None, keep: int | None = None) -> str:
    """Make a copy of the store while it is in use, and say what it is."""
    return make_backup(workspace.store, folder, keep)


@needs(Permission.KEEP_COPIES)
def copies(workspace: Workspace) -> Copies:
    """Return the copies in the usual folder, the latest first."""
    path = workspace.store.path
    return Copies(backup_folder(path), tuple(backups(path)))


@needs(Permission.KEEP_COPIES)
def what_was_cut_short(workspace: Workspace) -> tuple[str, ...]:
    """Say which long work was stopped before it was finished, and what is missing."""
    return tuple(cut_short(*row) for row in workspace.store.interruptions())


@needs(Permission.KEEP_COPIES)
def put_away(workspace: Workspace) -> None:
    """Let go of what was cut short: somebody who answers for the data has read it."""
    workspace.store.forget_interruptions()
    workspace.store.brought_up_to_date.clear()


def cut_short(what: str, who: str | None, happened_at: datetime) -> str:
    """Say what was cut short, or what the file was found to lack."""
    when = f"{in_words(happened_at.date())} at {happened_at:%H:%M}"
    if who is None:
        return f"{what} (Found on {when}.)"
    return (
        f"{what}, begun by {who} on {when}, was stopped before it was finished. Nothing of it was "
        "kept. If it is still wanted, do it again."
    )
