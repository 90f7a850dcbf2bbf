"""`backup` and `restore`: copies of the store, made while it is in use, and put back."""

from argparse import Namespace
from pathlib import Path

from assessment.commands.open_workspace import opened
from assessment.commands.printing import report, say
from assessment.safekeeping import back_up
from assessment.safekeeping import restore as put_back
from assessment.store import Store, store_path
from assessment.store.backup.backup_request import ask_owner
from assessment.store.faults import IsOpenElsewhere


def backup(asked: Namespace) -> int:
    """Make a copy; where a dashboard has the store open, have the dashboard make it."""
    folder = Path(asked.folder) if asked.folder else None
    try:
        with opened(asked) as workspace:
            say(back_up(workspace, folder, asked.keep))
    except IsOpenElsewhere as fault:
        say(ask_owner(store_path(getattr(asked, "store", None)), folder, asked.keep, fault))
    return 0


def restore(asked: Namespace) -> int:
    """Put a copy in the store's place, and say what it holds."""
    path = store_path(getattr(asked, "store", None))
    held, aside = put_back(Path(asked.copy), path)
    if aside:
        say(f"What was there before has been put aside: {aside}. It stays until you remove it.")
    store = Store.open(path, say=report)
    try:
        say(
            f"{store.path} now holds what {asked.copy} holds: {held.rows:,} rows in "
            f"{len(held.tables)} tables, change {held.data_version:,}."
        )
    finally:
        store.close()
    return 0
