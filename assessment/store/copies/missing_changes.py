"""Changes that somebody was told are saved, and that the store no longer has when it is opened.

DuckDB reads its log (`.wal`) as far as it can and cuts off the rest without a word.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from assessment.store.beside.incoming import incoming_of, left_acknowledged


def wal_of(path: Path) -> Path:
    """Return where DuckDB keeps what is not yet in the file itself."""
    return path.with_name(f"{path.name}.wal")


class Expected:
    """What a store that was not closed must hold, and its log as it was before the opening."""

    def __init__(self, path: Path) -> None:
        self._version = left_acknowledged(incoming_of(path))
        self._wal = wal_of(path)
        self._kept = path.with_name(f"{path.name}.wal-{datetime.now():%Y-%m-%d-%H%M%S}")
        self.is_missing = False

    @contextmanager
    def looked_after(self) -> Iterator[None]:
        """Keep a copy of the log during the opening, and afterwards only where it is of use."""
        if self._version is not None and self._wal.is_file():
            shutil.copyfile(self._wal, self._kept)
        try:
            yield
        finally:
            if not self.is_missing:
                self._kept.unlink(missing_ok=True)

    def compared_with(self, version: int) -> str | None:
        """Say what is missing in a store that has been opened; None where nothing is."""
        missing = (self._version or 0) - version
        self.is_missing = missing > 0
        if not self.is_missing:
            return None
        what = "1 change that was" if missing == 1 else f"{missing:,} changes that were"
        why = (
            f"the file {self._wal.name} was damaged, and what can no longer be read of it is kept "
            f"as {self._kept.name}"
            if self._kept.exists()
            else "the file is an older one than was last in use here"
        )
        return (
            f"The store lacks the last {what} saved: {why}. Look at what was entered or loaded "
            "last, and do it again; whatever is shown is whole up to there."
        )
