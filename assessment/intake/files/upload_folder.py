"""A folder for one file while it is read, of which nothing is left behind."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assessment.errors import UploadRefused
from assessment.store import Store
from assessment.store.beside.scratch import scratch_folder

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def own_folder(store: Store, file: str) -> Iterator[Path]:
    """Lend the folder; where the machine refuses, that is a fault of the upload."""
    try:
        with scratch_folder(store.incoming) as folder:
            yield folder
    except OSError as error:
        raise UploadRefused(file, [in_words(store, error)]) from error


def in_words(store: Store, error: OSError) -> str:
    """Say why the machine refuses a file that is to be put beside the store, or read there."""
    if error.errno in NO_ROOM:
        return f"There is too little room on the disk. Make room where {store.path} is."
    return f"It could not be read: {error.strerror or error}."
