"""Whether anything that somebody was told is saved is ever lost: a dashboard stopped at work.

Scorers score, a file is uploaded and loaded, and backups are asked for by the command line, all at
once; then the dashboard is stopped in one way or another, at a moment of chance. What was
acknowledged is counted, and looked for in the store and in the backups.
"""

import asyncio
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import ConnectionClosed

from assessment.people import local_person
from assessment.safekeeping import what_was_cut_short
from assessment.store import Store
from assessment.store.backup.restore import restore
from assessment.store.copies.backup_copies import backups
from assessment.workspace import Workspace
from tests.benchmarks.generated import generate
from tests.benchmarks.scoring import PAGE, another_score, joined, scales
from tests.benchmarks.serving import ROOT, serving_process
from tests.benchmarks.setting import Setting
from tests.benchmarks.uploading import upload
from tests.benchmarks.visiting import Visit
from tests.stored import assert_sound

SCORERS = 6
ROWS = 100_000
EVERY = 0.4  # seconds from one score to the next
BACKUP_EVERY = 4.0
AT_LEAST, AT_MOST = 8.0, 30.0  # seconds until the dashboard is stopped
STOPS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGKILL")
LEFT = (ConnectionError, ConnectionClosed, OSError, TimeoutError, RuntimeError, EOFError)


@dataclass
class Acknowledged:
    """What people were told is saved, and which copies had been asked for when."""

    scores: Counter[str] = field(default_factory=Counter)
    loads: int = 0
    # What had been acknowledged before each copy was asked for.
    copies: list[tuple[Path, int, int]] = field(default_factory=list)

    @property
    def total(self) -> int:
        """Scores and loads."""
        return self.scores.total() + self.loads


@dataclass
class Outcome:
    """What came of all runs of one way to stop."""

    runs: int = 0
    acknowledged: int = 0
    lost: int = 0
    copies: int = 0
    lost_from_copies: int = 0
    told: int = 0
    exits: Counter[int] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)


def durability(setting: Setting) -> Iterator[str]:
    """Yield a table of what was acknowledged and lost, by how the dashboard was stopped."""
    yield (
        "| stopped by | runs | scores and loads acknowledged | lost | backups meanwhile | "
        "acknowledged before, not in the backup | told of the load | exit | left beside the store |"
    )
    yield "|---|---|---|---|---|---|---|---|---|"
    prepared, tokens = _prepared(setting)
    for name in STOPS:
        if not hasattr(signal, name):
            continue
        done = Outcome()
        for run in range(setting.runs):
            _one_run(setting, prepared, tokens, name, run, done)
        exits = ", ".join(f"{code} × {n}" for code, n in sorted(done.exits.items()))
        left = ", ".join(f"{what} × {n}" for what, n in sorted(done.left.items())) or "nothing"
        yield (
            f"| {name} | {done.runs} | {done.acknowledged:,} | {done.lost} | {done.copies} | "
            f"{done.lost_from_copies} | {done.told} | {exits} | {left} |"
        )


def _prepared(setting: Setting) -> tuple[Path, list[str]]:
    store = setting.copy(min(setting.sizes), "durability")
    return store, joined(store, SCORERS)


def _one_run(
    setting: Setting, prepared: Path, tokens: Sequence[str], name: str, run: int, done: Outcome
) -> None:
    folder = setting.folder / f"durability-{name}-{run}"
    folder.mkdir()
    path = folder / "assessment.duckdb"
    path.write_bytes(prepared.read_bytes())
    before = _held(path)
    random = np.random.default_rng([run, *name.encode()])
    file = generate(folder.with_name("durability.csv"), ROWS)
    said = Acknowledged()
    with serving_process(path) as (port, process):
        asyncio.run(_at_work(port, tokens, file, path, said, process, name, random))
        done.exits[process.wait(60)] += 1
    done.left.update(
        one.name for one in folder.iterdir() if one.name not in ("assessment.duckdb", "backups")
    )
    with closing(Store.open(path)) as store:
        done.told += bool(what_was_cut_short(Workspace(store, local_person())))
    held = _held(path)
    done.runs += 1
    done.acknowledged += said.total
    done.lost += _missing(before, held, said.scores.total(), said.loads)
    for copy, scores, loads in said.copies:
        restore(copy, path)
        done.copies += 1
        done.lost_from_copies += _missing(before, _held(path), scores, loads)


def _held(path: Path) -> tuple[int, int]:
    """Open a store, look whether it is sound, and count its scores and extracts."""
    with closing(Store.open(path)) as store:
        assert_sound(Workspace(store, local_person()))
        with store._connection.cursor() as cursor:
            ((scores,),) = cursor.execute("SELECT count(*) FROM score").fetchall()
            ((extracts,),) = cursor.execute("SELECT count(*) FROM extract").fetchall()
    return scores, extracts


def _missing(before: tuple[int, int], held: tuple[int, int], scores: int, loads: int) -> int:
    return max(0, scores - (held[0] - before[0])) + max(0, loads - (held[1] - before[1]))


async def _at_work(
    port: int,
    tokens: Sequence[str],
    file: Path,
    path: Path,
    said: Acknowledged,
    process: "subprocess.Popen[bytes]",
    name: str,
    random: np.random.Generator,
) -> None:
    tasks = [asyncio.create_task(_score(port, token, said, n)) for n, token in enumerate(tokens)]
    tasks += [
        asyncio.create_task(_load(port, file, said)),
        asyncio.create_task(_back_up(path, said, process)),
    ]
    await asyncio.sleep(float(random.uniform(AT_LEAST, AT_MOST)))
    process.send_signal(getattr(signal, name))
    await asyncio.to_thread(process.wait, 60)
    # A backup that is being asked for ends by itself; cut off, its command might hold the store.
    for task in tasks[:-1]:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _score(port: int, token: str, said: Acknowledged, number: int) -> None:
    random = np.random.default_rng(number)
    left_at: dict[str, str] = {}
    with suppress(*LEFT):
        async with Visit.to(port, PAGE) as visit:
            visit.address = {"scorer": token}
            await visit.rerun()
            while True:
                await asyncio.sleep(EVERY)
                scale, step = another_score(scales(visit), left_at, random)
                await visit.rerun(WidgetState(id=scale.id, string_value=step))
                said.scores[token] += 1
                left_at[scale.id] = step


async def _load(port: int, file: Path, said: Acknowledged) -> None:
    """Load one file after another, each of a source of its own."""
    number = 0
    with suppress(*LEFT):
        while True:
            await upload(port, file, f"source-{number}")
            said.loads += 1
            number += 1


async def _back_up(path: Path, said: Acknowledged, process: "subprocess.Popen[bytes]") -> None:
    folder = path.parent / "backups"
    while process.poll() is None:
        await asyncio.sleep(BACKUP_EVERY)
        scores, loads = said.scores.total(), said.loads
        there = {one.path for one in backups(path, folder)}
        command = [sys.executable, "-m", "assessment", "backup", str(folder), "--store", str(path)]
        asked = await asyncio.create_subprocess_exec(
            *command, "--keep", "99", cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        if await asked.wait() == 0:
            new = {one.path for one in backups(path, folder)} - there
            said.copies += [(one, scores, loads) for one in new]
