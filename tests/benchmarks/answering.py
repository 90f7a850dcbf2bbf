"""The year-on-year answer on a large store against the same on a small one, in one process."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from assessment.changes import Question, year_on_year
from assessment.people import local_person
from assessment.periods import PeriodKind, parse_month, period_ending
from assessment.store import Store
from assessment.workspace import Workspace
from tests.benchmarks.generated import MONTHS
from tests.benchmarks.setting import PLACE, Setting, forget_counts

TURNS = 25
# The dashboard gives a query half the processors; one is the least that any machine gives.
THREADS = 1


def answering(setting: Setting) -> Iterator[str]:
    """Yield a table row for each size: milliseconds, and the ratio to the smallest."""
    stores = {rows: setting.copy(rows, f"answering-{rows}") for rows in sorted(setting.sizes)}
    taken = _in_turn(stores)
    least = min(taken)
    yield "| rows | answer, median ms | slowest ms | ratio to the smallest |"
    yield "|---|---|---|---|"
    for rows, times in taken.items():
        yield (
            f"| {rows:,} | {1000 * median(times):.1f} | {1000 * max(times):.1f} "
            f"| {median(times) / median(taken[least]):.2f} |"
        )


def asked() -> Question:
    """Return the question: every measure of a partnership, the last 12 months and those before."""
    period = period_ending(PeriodKind.ROLLING_12, parse_month(MONTHS[-1]))
    return Question(PLACE, period, period.year_before(), "police-uk")


def _in_turn(stores: dict[int, Path]) -> dict[int, list[float]]:
    """Ask each store in turn, so that a drifting machine troubles all alike."""
    opened = {rows: Store.open(path, threads=THREADS) for rows, path in stores.items()}
    taken: dict[int, list[float]] = {rows: [] for rows in opened}
    try:
        for turn in range(TURNS + 1):
            for rows, store in opened.items():
                seconds = _answer(Workspace(store, local_person()))
                # The first answer opens the file's pages; every later one finds them in memory.
                taken[rows] += [seconds] if turn else []
    finally:
        for store in opened.values():
            store.close()
    return taken


def _answer(workspace: Workspace) -> float:
    # As the first to ask since a load: whoever asks of another period after that has it sooner.
    forget_counts(workspace.store)
    start = perf_counter()
    changes = year_on_year(workspace, asked()).changes
    seconds = perf_counter() - start
    if not any(change.current for change in changes):
        raise RuntimeError("the answer holds no records: there is nothing to measure")
    return seconds
