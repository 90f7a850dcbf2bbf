"""`backup` and `restore`: copies of the store, made while it is in use, and put back."""

from argparse import Namespace
from pathlib import Path

from assessment.commands.open_workspace import opened
from assessment.commands.printing import report, say
from assessment.safekeeping import back_up
from assessment.safekeeping import restore as put_back
from assessment.store import Store, store_path
from assessment.store.backup.backup_request import ask_owner
from assessment.store.beside.victim_key import copy_key, lost_keys
from assessment.store.copies.backup_copies import backup_folder
from assessment.store.faults import IsOpenElsewhere


def backup(options: Namespace) -> int:
    """Make a copy; where a dashboard has the store open, have the dashboard make it."""
    folder = Path(options.folder) if options.folder else None
    try:
        with opened(options) as workspace:
            say(back_up(workspace, folder, options.keep))
    except IsOpenElsewhere as fault:
        say(ask_owner(store_path(options.store_file), folder, options.keep, fault))
    if options.with_key:
        path = store_path(options.store_file)
        say(copy_key(path, folder or backup_folder(path)))
    return 0


def restore(options: Namespace) -> int:
    """Put a copy in the store's place, and say what it holds."""
    path = store_path(options.store_file)
    restored, put_aside = put_back(Path(options.copy), path)
    if put_aside:
        say(f"What was there before has been put aside: {put_aside}. It stays until you remove it.")
    store = Store.open(path, say=report)
    try:
        say(
            f"{store.path} now holds what {options.copy} holds: {restored.rows:,} rows in "
            f"{len(restored.tables)} tables, change {restored.data_version:,}."
        )
        if lacking := lost_keys(store.path, (name for (name,) in store.rows("victim_keys"))):
            say(lacking)
    finally:
        store.close()
    return 0
