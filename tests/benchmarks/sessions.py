"""Fifty people at once on the Year on year page, against a stock server's empty page."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from assessment.changes import default_question, year_on_year
from assessment.people import local_person
from assessment.store import Store
from assessment.workspace import Workspace
from tests.benchmarks.people import Rerun, at_work, milliseconds
from tests.benchmarks.serving import dashboard, empty_page
from tests.benchmarks.setting import PLACE, Setting
from tests.benchmarks.visiting import Visit

PAGE = "year_on_year"
PEOPLE = 50
ROUNDS = 2


def sessions(setting: Setting) -> Iterator[str]:
    """Yield a table row for each page, then the ratio and how much of it was new to the server."""
    store = setting.copy(setting.usual_size, "sessions")
    number = expected_number(store)
    with empty_page(setting.folder) as empty, dashboard(store) as ours:
        asyncio.run(must_show(ours, number))
        rounds = [
            (_work(empty, "", setting.seconds, turn), _work(ours, PAGE, setting.seconds, turn))
            for turn in range(ROUNDS)
        ]
    floor, ours_all = ([rerun for turn in rounds for rerun in turn[n]] for n in (0, 1))
    yield f"| {PEOPLE} sessions on | reruns | p50 ms | p95 ms | p95 of each round |"
    yield "|---|---|---|---|---|"
    yield _row("an empty page, stock Streamlit", floor, [turn[0] for turn in rounds])
    yield _row("Year on year", ours_all, [turn[1] for turn in rounds])
    yield ""
    yield (
        f"Ratio of p95: **{milliseconds(ours_all, 95) / milliseconds(floor, 95):.2f}**. "
        f"Of the reruns of Year on year, {100 * _new(ours_all):.0f}% asked for a view that nobody "
        "had asked for before."
    )


def expected_number(store: Path) -> str:
    """Return the number that the page must show first, worked out without the page."""
    with closing(Store.open(store)) as opened:
        workspace = Workspace(opened, local_person())
        answer = year_on_year(workspace, default_question(workspace, PLACE))
    (total,) = (change for change in answer.changes if change.measure.id == "all-crime")
    return f"{total.current:,}"


async def must_show(port: int, number: str) -> None:
    """Open the page once and look for a number on it."""
    async with Visit.to(port, PAGE) as visit:
        await visit.rerun()
        if f">{number}<" not in visit.seen.html:
            raise RuntimeError(f"the page does not show {number}")


def _work(port: int, page: str, seconds: int, seed: int) -> list[Rerun]:
    return asyncio.run(at_work(port, page, PEOPLE, seconds, seed))


def _row(name: str, reruns: Sequence[Rerun], rounds: Sequence[Sequence[Rerun]]) -> str:
    each = ", ".join(f"{milliseconds(one, 95):.0f}" for one in rounds)
    return (
        f"| {name} | {len(reruns)} | {milliseconds(reruns, 50):.0f} "
        f"| {milliseconds(reruns, 95):.0f} | {each} |"
    )


def _new(reruns: Sequence[Rerun]) -> float:
    return len({rerun.view for rerun in reruns}) / len(reruns)
