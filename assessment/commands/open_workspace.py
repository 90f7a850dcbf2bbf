"""The store that a command names, open for as long as the command runs."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from assessment.commands.printing import report
from assessment.definitions import know
from assessment.people import local_person
from assessment.safekeeping import what_was_cut_short
from assessment.store import Store, store_path
from assessment.workspace import Workspace


@contextmanager
def opened(options: Namespace, *, create: bool = False) -> Iterator[Workspace]:
    """Open the store that the command names, and close it in the end."""
    store = Store.open(store_path(options.store_file), create=create, say=report)
    try:
        workspace = Workspace(store, local_person())
        # What is printed once the store is closed knows them too.
        defined = workspace.own_sets
        know(lambda: defined)
        for text in what_was_cut_short(workspace):
            report(text)
        yield workspace
    finally:
        store.close()
