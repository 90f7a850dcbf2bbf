"""Try made-up files by the hundred thousand, outside the suite.

    .venv/bin/python -m tests.intake.fuzzing [--files 100000] [--from 0] [--workers 2]

Every file has to be read or refused in words, leave nothing half-loaded, and take under ten
seconds of processor time. What does not is printed with its seed, which makes the same file again.
"""

import argparse
import os
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from assessment.errors import UploadRefused
from assessment.people import Person, Role
from assessment.store import Store
from assessment.workspace import Workspace
from tests.intake.made_up_files import made_up_file
from tests.intake.test_made_up_files import MOST_SECONDS, most_memory, outcome, processor_time

# A store has as many files as a partnership loads in some years; then another is begun.
FILES_A_STORE = 500
WORKBOOKS = 4
MIB = 1 << 20


def main() -> None:
    """Try as many files as are asked for; say how they ended, and what the dearest took."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--from", type=int, default=0, dest="first")
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    asked = parser.parse_args()
    ends, slowest, memory = Counter[str](), 0.0, 0
    firsts = range(asked.first, asked.first + asked.files, FILES_A_STORE)
    with ProcessPoolExecutor(asked.workers) as pool:
        for counted, seconds, most in pool.map(_tried, firsts):
            ends, slowest, memory = ends + counted, max(slowest, seconds), max(memory, most)
            told(f"{ends.total():,} files {dict(ends)} {slowest:.1f} s {memory // MIB} MiB")


def told(line: str) -> None:
    """Print a line at once, from whichever process."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _tried(first: int) -> tuple[Counter[str], float, int]:
    ends, slowest = Counter[str](), 0.0
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "store.duckdb", create=True)
        workspace = Workspace(store, Person("Test analyst", Role.ANALYST))
        for seed in range(first, first + FILES_A_STORE):
            began = processor_time()
            for end in _ends(workspace, seed):
                ends[end] += 1
            slowest = max(slowest, processor_time() - began)
        store.close()
    return ends, slowest, most_memory()


def _ends(workspace: Workspace, seed: int) -> Iterator[str]:
    before = len(workspace.store.rows("extracts"))
    began = processor_time()
    try:
        what = outcome(workspace, *made_up_file(seed, is_workbook=seed % WORKBOOKS == 0))
    except Exception:
        told(f"seed {seed}: {traceback.format_exc()}")
        yield "failed"
        return
    refused = isinstance(what, UploadRefused)
    yield "refused" if isinstance(what, UploadRefused) else what.status.name.lower()
    after = len(workspace.store.rows("extracts"))
    odd = {
        "out of balance": bool(workspace.store.rows("extracts_out_of_balance")),
        "half-loaded": refused and after != before,
        "refused without a word": isinstance(what, UploadRefused) and not all(what.faults),
        "slow": processor_time() - began > MOST_SECONDS,
    }
    for name, is_so in odd.items():
        if is_so:
            told(f"seed {seed}: {name}")
            yield name


if __name__ == "__main__":
    main()
