"""Ten people on the Year on year page, alone and then while extracts are uploaded and loaded."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter

from assessment.store import Store
from tests.benchmarks.people import Rerun, at_work, milliseconds
from tests.benchmarks.serving import dashboard
from tests.benchmarks.sessions import PAGE, expected_number, must_show
from tests.benchmarks.setting import Setting
from tests.benchmarks.uploading import Work, upload

PEOPLE = 10
# Between one load and the next: nobody loads a million rows every seven seconds, and the pages
# have to work out anew, once, what the new data have changed.
PAUSE = 15.0


def beside_load(setting: Setting) -> Iterator[str]:
    """Yield a table row for each state of the server, then the ratio."""
    rows = setting.usual_size
    store = setting.copy(rows, "beside-load")
    number = expected_number(store)
    with dashboard(store) as port:
        asyncio.run(must_show(port, number))
        alone = asyncio.run(at_work(port, PAGE, PEOPLE, setting.seconds))
        beside, works = asyncio.run(_with_loads(port, setting.extract(rows), setting.seconds))
    _must_hold(store, rows, len(works))
    checking = _during(beside, [checked for checked, _ in works])
    loading = _during(beside, [loaded for _, loaded in works])
    either = _during(beside, [work for both in works for work in both])
    after = _during(beside, [Work(loaded.ended, loaded.ended + PAUSE) for _, loaded in works])
    yield f"| {PEOPLE} sessions | reruns | p50 ms | p95 ms |"
    yield "|---|---|---|---|"
    yield _row("alone", alone)
    yield _row("while a file is checked", checking)
    yield _row("while it is loaded", loading)
    yield _row("either", either)
    yield _row(f"in the {PAUSE:.0f} s after", after)
    yield ""
    ratio = milliseconds(either, 95) / milliseconds(alone, 95)
    yield (
        f"Ratio of p95, either to alone: **{ratio:.2f}**. {len(works)} files of {rows:,} rows: "
        f"{_usual(checked for checked, _ in works):.1f} s to check, "
        f"{_usual(loaded for _, loaded in works):.1f} s to load (medians)."
    )


async def _with_loads(
    port: int, extract: Path, seconds: int
) -> tuple[list[Rerun], list[tuple[Work, Work]]]:
    async with asyncio.TaskGroup() as group:
        working = group.create_task(at_work(port, PAGE, PEOPLE, seconds, seed=1))
        loading = group.create_task(_load_again_and_again(port, extract, seconds))
    return working.result(), loading.result()


async def _load_again_and_again(port: int, extract: Path, seconds: int) -> list[tuple[Work, Work]]:
    """Load the same file as one source's after another's, so that each time every row is new."""
    until = perf_counter() + seconds
    works: list[tuple[Work, Work]] = []
    for number in count(1):
        works.append(await upload(port, extract, f"source-{number}"))
        await asyncio.sleep(PAUSE)
        if perf_counter() > until:
            break
    return works


def _during(reruns: Sequence[Rerun], works: Sequence[Work]) -> list[Rerun]:
    return [
        rerun for rerun in reruns if any(work.overlaps(rerun.began, rerun.ended) for work in works)
    ]


def _must_hold(store: Path, rows: int, loads: int) -> None:
    """Look into the store: every load must really have taken place, in full."""
    with closing(Store.open(store)) as opened:
        held = opened.frame("extracts")
    if len(held) != loads + 1 or (held["rows_loaded"] < rows).any():
        raise RuntimeError(f"{loads} loads of {rows:,} rows left this:\n{held}")


def _usual(works: Iterator[Work]) -> float:
    return median(work.ended - work.began for work in works)


def _row(name: str, reruns: Sequence[Rerun]) -> str:
    return (
        f"| {name} | {len(reruns)} | {milliseconds(reruns, 50):.0f} "
        f"| {milliseconds(reruns, 95):.0f} |"
    )
