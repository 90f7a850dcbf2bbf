"""What every benchmark runs on: generated extracts and stores loaded with them, made once."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from assessment.changes import Place
from assessment.store import Store
from tests.benchmarks.generated import generate
from tests.benchmarks.measured import run

DISTRICTS = ("Colchester", "Tendring")
PLACE = Place("Colchester and Tendring", DISTRICTS)


@dataclass(frozen=True)
class Setting:
    """A folder to work in, the sizes asked for, and how long to measure.

    `before` is a checkout of the code as it was, `extract_before` what it and this one load.
    """

    folder: Path
    sizes: tuple[int, ...]
    runs: int
    seconds: int
    before: Path | None = None
    extract_before: Path | None = None

    @property
    def usual_size(self) -> int:
        """The size that a partnership's store has: 1 million rows of 200 thousand, 1 and 5."""
        return sorted(self.sizes)[len(self.sizes) // 2]

    def extract(self, rows: int) -> Path:
        """Return an extract of so many rows."""
        path = self.folder / f"street-{rows}.csv"
        return path if path.exists() else generate(path, rows)

    def extracts(self) -> dict[int, Path]:
        """Return an extract of every size."""
        return {rows: self.extract(rows) for rows in self.sizes}

    def loaded(self, rows: int) -> Path:
        """Return a store into which the command line has loaded an extract, with a partnership."""
        store = self.folder / f"loaded-{rows}.duckdb"
        if not store.exists():
            at = ["--store", str(store)]
            named = [argument for name in DISTRICTS for argument in ("--district", name)]
            _assessment("init", "--empty", *at)
            _assessment("load", str(self.extract(rows)), *at)
            _assessment("partnership", "add", PLACE.label, *named, *at)
        return store

    def copy(self, rows: int, name: str) -> Path:
        """Return a store of one's own, to be changed."""
        store = self.folder / f"{name}.duckdb"
        # A server that was ended leaves its last writes beside the store it wrote to.
        store.with_name(f"{store.name}.wal").unlink(missing_ok=True)
        return Path(shutil.copy(self.loaded(rows), store))


def _assessment(*arguments: str) -> None:
    run(["-m", "assessment", *arguments])


def forget_counts(store: Store) -> None:
    """Let a store forget what it keeps of its counts, as any load does."""
    with store.writing():
        pass
