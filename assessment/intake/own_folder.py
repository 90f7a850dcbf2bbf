"""A folder of its own for a file that is being taken in, of which nothing is left behind."""

import errno
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assessment.errors import UploadRefused
from assessment.store import Store

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def own_folder(store: Store, file: str) -> Iterator[Path]:
    """Return the folder; what the machine has against the file is told as a fault of the upload."""
    folder = None
    try:
        folder = Path(tempfile.mkdtemp(dir=store.incoming))
        yield folder
    except OSError as error:
        raise UploadRefused(file, [_in_words(store, error)]) from error
    finally:
        if folder:
            shutil.rmtree(folder, ignore_errors=True)


def _in_words(store: Store, error: OSError) -> str:
    if error.errno in NO_ROOM:
        return f"There is too little room on the disk. Make room where {store.path} is."
    return f"It could not be read: {error.strerror or error}."
