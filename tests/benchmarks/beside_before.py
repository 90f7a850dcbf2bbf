"""Answers of this code beside those of a checkout of the code as it was, in turn."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.benchmarks.asking import questions
from tests.benchmarks.setting import Setting

HERE = Path(__file__).parents[2]
TURNS = 20
# The first ones open the file's pages, and find the modules.
WARMING = 2


class Side:
    """A checkout with a store of its own, that is asked by a process which stays."""

    def __init__(self, checkout: Path, store: Path, extract: Path) -> None:
        if not store.exists():
            at = ["--store", str(store)]
            for command in (["init", "--examples"], ["load", str(extract)]):
                asked = [sys.executable, "-m", "assessment", *command, *at]
                subprocess.run(asked, cwd=checkout, check=True, capture_output=True)
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "tests" / "benchmarks" / "asking.py"), str(store)],
            cwd=checkout,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def asked(self, name: str, *, is_first: bool) -> float:
        """Return the milliseconds that an answer takes."""
        asks, answers = self._process.stdin, self._process.stdout
        if asks is None or answers is None:
            raise RuntimeError("the checkout cannot be asked")
        asks.write(json.dumps([name, is_first]) + "\n")
        asks.flush()
        return float(answers.readline())

    def end(self) -> None:
        """Let the process go."""
        self._process.communicate()


def beside_before(setting: Setting) -> Iterator[str]:
    """Yield a table row for each question: milliseconds of both, and their ratio."""
    if setting.before is None or setting.extract_before is None:
        yield "Not measured: neither --before nor --extract was given."
        return
    checkouts = {"before": setting.before.resolve(), "now": HERE}
    sides = {
        name: Side(checkout, setting.folder / f"beside-{name}.duckdb", setting.extract_before)
        for name, checkout in checkouts.items()
    }
    try:
        yield "| asked | before | now | ratio | asked again: before | now |"
        yield "|---|---|---|---|---|---|"
        for name in questions():
            first, again = (_least(sides, name, is_first=is_first) for is_first in (True, False))
            yield (
                f"| {name} | {first['before']:.1f} | {first['now']:.1f} "
                f"| {first['now'] / first['before']:.1f} "
                f"| {again['before']:.1f} | {again['now']:.1f} |"
            )
    finally:
        for side in sides.values():
            side.end()


def _least(sides: Mapping[str, Side], name: str, *, is_first: bool) -> dict[str, float]:
    """Ask both in turn, so that a busy machine troubles both, and return the least of each."""
    taken: dict[str, list[float]] = {side: [] for side in sides}
    for _ in range(WARMING + TURNS):
        for side, asked in sides.items():
            taken[side].append(asked.asked(name, is_first=is_first))
    return {side: min(times[WARMING:]) for side, times in taken.items()}
