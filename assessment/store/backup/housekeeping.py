"""What a dashboard does for its store in the background: empty the log, and make backups.

The log is emptied soon after anything has been saved, so that a file copied by hand, or left by a
terminal that was closed, lacks next to nothing.
"""

import logging
import os
import time
from datetime import datetime, timedelta
from threading import Thread
from weakref import ref

from assessment.errors import AssessmentError
from assessment.store.backup.backup_request import requests
from assessment.store.backup.make_backup import make_backup, own_mark
from assessment.store.connection import Store
from assessment.store.copies.backup_copies import VARIABLE, regular

# While thirty people score, the log is emptied once a minute; else as soon as nobody saves.
QUIET = 3.0
AT_LATEST = 60.0
TICK = 1.0
# Where something could not be done, such as on a full disk, the next try is not at once.
AFTER_A_FAULT = 300.0
A_DAY = timedelta(days=1)

LOG = logging.getLogger(__name__)


def keep_house(store: Store) -> Thread:
    """Look after a store until it is closed, in a daemon thread."""
    thread = Thread(target=_keep, args=(ref(store),), name="housekeeping", daemon=True)
    thread.start()
    return thread


def _keep(reference: "ref[Store]") -> None:
    not_before = 0.0
    while True:
        time.sleep(TICK)
        store = reference()
        if store is None or store.is_closed:
            return
        try:
            for request in requests(store.incoming):
                request.answer(store)
            if time.monotonic() > not_before:
                look_after(store)
        except (AssessmentError, OSError) as fault:
            not_before = time.monotonic() + AFTER_A_FAULT
            LOG.warning("%s", fault)
        except Exception:  # a mistake of ours, which must not end the thread: nothing restarts it
            not_before = time.monotonic() + AFTER_A_FAULT
            LOG.exception("Housekeeping")
        # This must not keep a store that nothing else refers to.
        del store


def look_after(store: Store) -> None:
    """Do what is due now."""
    if is_due(store, time.monotonic()):
        store.checkpoint()
    if os.environ.get(VARIABLE) and a_day_has_passed(store, datetime.now()):
        make_backup(store)


def is_due(store: Store, now: float) -> bool:
    """Tell whether the log is to be emptied: nobody has saved for a while, or for long enough."""
    transactions = store.transactions
    since = transactions.unsettled_since
    return since is not None and (now - transactions.last_commit > QUIET or now - since > AT_LATEST)


def a_day_has_passed(store: Store, now: datetime) -> bool:
    """Tell whether the store has changed since the last backup, and that is a day old or none."""
    own = regular(store.path, own_mark(store))
    if not own:
        return True
    # One from later than now was made before the clock was set back: it may be any age.
    is_recent = timedelta(0) <= now - own[0].made < A_DAY
    return own[0].change != store.data_version and not is_recent
