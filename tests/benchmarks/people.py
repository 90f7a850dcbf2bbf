"""People at work on a page: each opens it, then changes one filter after another."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from tests.benchmarks.visiting import Visit

TITLE = "Year on year"
# Seconds between two actions: eight on average, and not everybody at the same moment.
THINK = (4.0, 12.0)


@dataclass(frozen=True)
class Rerun:
    """One action: when it began, how long until the page was finished, and which view it asked."""

    began: float
    seconds: float
    view: tuple[tuple[str, str], ...]

    @property
    def ended(self) -> float:
        """When the page was finished."""
        return self.began + self.seconds


async def at_work(port: int, page: str, people: int, seconds: float, seed: int = 0) -> list[Rerun]:
    """Let so many people work on a page for so long; returns what each action took.

    The same seed gives the same actions at the same moments.
    """
    until = perf_counter() + seconds
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(_one(port, page, (seed, number), until)) for number in range(people)
        ]
    return [rerun for task in tasks for rerun in task.result()]


async def _one(port: int, page: str, seed: tuple[int, int], until: float) -> list[Rerun]:
    random = np.random.default_rng(seed)
    # Not everybody comes in through the door at once.
    await asyncio.sleep(random.uniform(0, THINK[0]))
    reruns: list[Rerun] = []
    async with Visit.to(port, page) as visit:
        await visit.rerun()
        while (pause := random.uniform(*THINK)) + perf_counter() < until:
            await asyncio.sleep(pause)
            asked = change_one_thing(visit, random)
            began = perf_counter()
            seconds = await visit.rerun()
            reruns.append(Rerun(began, seconds, _view(visit)))
            _must_show(visit, asked)
    return reruns


def change_one_thing(visit: Visit, random: np.random.Generator) -> dict[str, str]:
    """Change any filter to any other of its options; with no filter on the page, the address.

    Returns what was chosen, by the name of its widget.
    """
    boxes = visit.seen.choices
    if not boxes:
        visit.address = {"view": str(random.integers(1_000_000))}
        return {}
    box = boxes[random.integers(len(boxes))]
    others = [option for option in box.options if option != visit.chosen[box.id]]
    visit.chosen[box.id] = others[random.integers(len(others))]
    return {box.id: visit.chosen[box.id]}


def _view(visit: Visit) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((visit.chosen | visit.address).items()))


def _must_show(visit: Visit, asked: dict[str, str]) -> None:
    """Look at the page: it must be the one visited, with what was asked for and a table."""
    if not asked:
        return
    shows_table = visit.seen.title == TITLE and "<tbody" in visit.seen.html
    if not shows_table or not asked.items() <= visit.chosen.items():
        raise RuntimeError(f"asked for {asked}, the page {visit.seen.title} shows {_view(visit)}")


def milliseconds(reruns: Sequence[Rerun], percent: float) -> float:
    """Return a percentile of what actions took."""
    return float(1000 * np.percentile([rerun.seconds for rerun in reruns], percent))
