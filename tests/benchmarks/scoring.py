"""Thirty people scoring at once on the page Score: how long a save takes, and that none is lost.

Their phones look every few seconds whether the facilitator has gone on, as browsers do, and the
facilitator's page looks how far they are.
"""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import numpy as np
from streamlit.proto.Radio_pb2 import Radio
from streamlit.proto.WidgetStates_pb2 import WidgetState

from assessment.partnerships import partnerships
from assessment.people import local_person
from assessment.risk_matrix import DEFAULT_SCHEME, scheme
from assessment.risk_matrix.assessment_year import latest_ending
from assessment.risk_matrix.assessments import start_assessment
from assessment.risk_matrix.issues import candidates, place_of
from assessment.risk_matrix.workshop.scorers import join, scorer, scores_of
from assessment.risk_matrix.workshop.workshops import open_workshop
from assessment.store import Store
from assessment.workspace import Workspace
from tests.benchmarks.people import Rerun as Save
from tests.benchmarks.people import milliseconds
from tests.benchmarks.serving import dashboard
from tests.benchmarks.setting import PLACE, Setting
from tests.benchmarks.visiting import Visit

PAGE, TOGETHER = "score", "risk_matrix"
PEOPLE = 30
EVERY = 2.0  # seconds from one score to the next


@dataclass(frozen=True)
class Saved:
    """What one scorer gave: every save, and what each scale was left at."""

    token: str
    saves: tuple[Save, ...]
    left_at: dict[str, str]


def scoring(setting: Setting) -> Iterator[str]:
    """Yield a table of what saves took, and what the store held when everybody had gone."""
    store = setting.copy(setting.usual_size, "scoring")
    tokens = joined(store)
    with dashboard(store) as port:
        people = asyncio.run(_at_work(port, tokens, setting.seconds))
    saves = [save for each in people for save in each.saves]
    lost, other = _lost(store, people)
    if lost or other:
        raise RuntimeError(f"{lost} scores were lost, and {other} scales stand at something else")
    yield f"| {PEOPLE} scorers for {setting.seconds} s | saves | p50 ms | p95 ms | slowest ms |"
    yield "|---|---|---|---|---|"
    yield (
        f"| one score every {EVERY:.0f} s each | {len(saves):,} | {milliseconds(saves, 50):.0f} "
        f"| {milliseconds(saves, 95):.0f} | {milliseconds(saves, 100):.0f} |"
    )
    yield ""
    yield f"Of {len(saves):,} scores given, {len(saves):,} are in the store: none was lost."


def joined(path: Path, people: int = PEOPLE) -> list[str]:
    """Start an assessment of the partnership in a store, and let everybody join its workshop."""
    with closing(Store.open(path)) as opened:
        workspace = Workspace(opened, local_person())
        (place,) = partnerships(workspace)
        ending = latest_ending(workspace, place_of(place))
        issues = candidates(workspace, place.id, ending)
        used = scheme(workspace, DEFAULT_SCHEME)
        begun = start_assessment(workspace, place.id, ending, used, issues)
        there = open_workshop(workspace, begun.id)
        return [join(workspace, there.code, f"Agency {n}", "officer").token for n in range(people)]


async def _at_work(port: int, tokens: Sequence[str], seconds: float) -> list[Saved]:
    until = perf_counter() + seconds
    async with asyncio.TaskGroup() as group:
        group.create_task(_facilitate(port, until))
        tasks = [
            group.create_task(_one(port, token, number, until))
            for number, token in enumerate(tokens)
        ]
    return [task.result() for task in tasks]


async def _facilitate(port: int, until: float) -> None:
    """Leave the page open on which everybody's progress is shown."""
    async with Visit.to(port, TOGETHER) as visit:
        visit.address = {"partnership": PLACE.label, "view": "Scoring together"}
        await visit.rerun()
        if f"{PEOPLE} people have joined" not in visit.seen.html:
            raise RuntimeError("the facilitator does not see who has joined")
        ((fragment, every),) = visit.seen.looks.items()
        while perf_counter() + every < until:
            await asyncio.sleep(every)
            await visit.look_again(fragment)


async def _one(port: int, token: str, number: int, until: float) -> Saved:
    """Score for so long, a score every two seconds however long the one before took."""
    random = np.random.default_rng(number)
    saves: list[Save] = []
    left_at: dict[str, str] = {}
    async with Visit.to(port, PAGE) as visit:
        visit.address = {"scorer": token}
        await visit.rerun()
        ((fragment, every),) = visit.seen.looks.items()
        looked = perf_counter()
        due = looked + random.uniform(0, EVERY)
        while due < until:
            if perf_counter() > looked + every:
                await visit.look_again(fragment)
                looked = perf_counter()
            await asyncio.sleep(max(0.0, due - perf_counter()))
            scale, step = another_score(scales(visit), left_at, random)
            began = perf_counter()
            seconds = await visit.rerun(WidgetState(id=scale.id, string_value=step))
            saves.append(Save(began, seconds, ()))
            left_at[scale.id] = step
            due += EVERY
    return Saved(token, tuple(saves), left_at)


def scales(visit: Visit) -> list[Radio]:
    """Return the scales that a scorer's page shows."""
    found = [element.radio for element in visit.seen.of_kind("radio")]
    if not found:
        raise RuntimeError("there is nothing to score on the page")
    return found


def another_score(
    offered: Sequence[Radio], left_at: dict[str, str], random: np.random.Generator
) -> tuple[Radio, str]:
    """Choose a scale, and a step on it that it does not stand at."""
    scale = offered[int(random.integers(len(offered)))]
    steps = [each for each in scale.options if each != left_at.get(scale.id)]
    return scale, str(steps[int(random.integers(len(steps)))])


def _lost(path: Path, people: Sequence[Saved]) -> tuple[int, int]:
    """Return how many scores are not in the store, and how many scales stand at another step."""
    with closing(Store.open(path)) as opened:
        workspace = Workspace(opened, local_person())
        with opened._connection.cursor() as cursor:
            rows = cursor.execute("SELECT scorer FROM score").fetchall()
        held = Counter(token for (token,) in rows)
        lost = sum(len(each.saves) - held[each.token] for each in people)
        other = sum(_stands_otherwise(workspace, each) for each in people)
    return lost, other


def _stands_otherwise(workspace: Workspace, person: Saved) -> int:
    who, _ = scorer(workspace, person.token)
    stand = Counter(given.value for given in scores_of(workspace, who).values())
    return sum((Counter(map(_value, person.left_at.values())) - stand).values())


def _value(step: str) -> int | None:
    """Return the score that an option stands for: **3** · Two agencies; none for cannot say."""
    return int(step.split("**")[1]) if step.startswith("**") else None
