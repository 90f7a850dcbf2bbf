"""What verdicts real data and the examples had by the code as it was, and have by this one.

Both are asked by their command line, each with a store of its own, so that nothing of one is in
the other.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from assessment.outputs.changes.change_wording import percent

HERE = Path(__file__).parents[2]
CHANGED = ("rise", "fall")
ALONE = "Alone this would be"
Row = Mapping[str, Any]


class Asked(NamedTuple):
    """What is asked of both: a partnership, and a period against the year before it."""

    partnership: str
    kind: str
    ending: str


EXAMPLES = (
    Asked("castle-point-and-rochford", "financial-year", "2022-03"),
    Asked("maldon", "fytd", "2017-08"),
    Asked("safer-colchester", "data-year", "2019-09"),
    Asked("medway", "financial-year", "2024-03"),
    Asked("rochford", "financial-year", "2016-03"),
)
DISTRICTS = ("Luton", "Bedford", "Central Bedfordshire")
REAL = tuple(
    Asked(place, "rolling-12", ending)
    for ending in ("2023-04", "2024-04")
    for place in ("force:Bedfordshire Police", "luton", "bedford", "central-bedfordshire")
)


class Pair(NamedTuple):
    """A row as it was said before and as it is said now."""

    before: Row
    now: Row

    @property
    def is_told(self) -> bool:
        """Whether it is or was a rise or fall, or may be compared only by one of the two."""
        return any(row["verdict"] in CHANGED for row in self) or (
            self.before["verdict"] != self.now["verdict"]
        )


def before_and_now(checkout: Path, extract: Path) -> Iterator[str]:
    """Yield the part of the document, as Markdown; `extract` is Bedfordshire's archive."""
    with tempfile.TemporaryDirectory() as folder:
        before, now = (
            _answers(root, Path(folder) / name, extract)
            for root, name in ((checkout, "before"), (HERE, "now"))
        )
    pairs = {asked: list(_pairs(before[asked], now[asked])) for asked in before}
    yield from _summary(pairs)
    for asked, rows in pairs.items():
        yield from _table(asked, rows)


def _answers(root: Path, folder: Path, extract: Path) -> Mapping[Asked, Sequence[Row]]:
    folder.mkdir()
    store = ["--store", str(folder / "s.duckdb")]

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", "assessment", *store, *arguments]
        return subprocess.run(
            command, cwd=root, check=True, capture_output=True, text=True, encoding="utf-8"
        ).stdout

    run("init", "--examples")
    run("load", str(extract))
    for district in DISTRICTS:
        run("partnership", "add", district, "--district", district)
    return {asked: _rows(run, asked) for asked in (*REAL, *EXAMPLES)}


def _rows(run: Any, asked: Asked) -> Sequence[Row]:
    place = ["--partnership", asked.partnership]
    period = ["--period", asked.kind, "--ending", asked.ending]
    rows: Sequence[Row] = json.loads(run("changes", *place, *period, "--json"))["rows"]
    return rows


def _pairs(before: Sequence[Row], now: Sequence[Row]) -> Iterator[Pair]:
    by_measure = {(row["measure_set"], row["measure"]): row for row in before}
    for row in now:
        if known := by_measure.get((row["measure_set"], row["measure"])):
            yield Pair(known, row)


def _summary(pairs: Mapping[Asked, Sequence[Pair]]) -> Iterator[str]:
    yield "# Verdicts before and now\n"
    yield (
        "`python -m tests.calibration --before CHECKOUT --extract ZIP`: each row of the same "
        "questions, asked of the code as it was (f8eb40f, methods version 2) and of this one. "
        "Bedfordshire is real (data.police.uk, May 2021 to April 2024), the five examples are "
        "synthetic. *Ordinary*: not shown to be unusual.\n"
    )
    yield (
        "| place | period to | rows | rise or fall before | of these unusual | now "
        "| of these unusual | another word |"
    )
    yield "|---|---|---|---|---|---|---|---|"
    for asked, rows in pairs.items():
        other = sum(_word(row.before) != _word(row.now) for row in rows)
        yield (
            f"| {asked.partnership} | {asked.ending} | {len(rows)} "
            f"| {_changed([row.before for row in rows])} | {_changed([row.now for row in rows])} "
            f"| {other} |"
        )


def _changed(rows: Sequence[Row]) -> str:
    changed = [row for row in rows if row["verdict"] in CHANGED]
    return f"{len(changed)} | {sum(row['unusual'] is True for row in changed)}"


def _table(asked: Asked, rows: Sequence[Pair]) -> Iterator[str]:
    told = [row for row in rows if row.is_told]
    yield f"\n## {asked.partnership}, {asked.kind} to {asked.ending}\n"
    if told:
        yield "| measure | counts | change | before | now | p adjusted | why |"
        yield "|---|---|---|---|---|---|---|"
    for before, now in told:
        counts = (
            f"{now['previous']:,} → {now['current']:,}" if now["difference"] is not None else ""
        )
        size = percent(now["percent"], now["previous"]) if now["percent"] is not None else ""
        yield (
            f"| {now['label']} | {counts} | {size} | {_word(before)} | {_word(now)} "
            f"| {_adjusted(before, now)} | {_why(now)} |"
        )
    alike = len(rows) - len(told)
    yield f"\n{alike} more rows are no clear change, or not compared, before and now."


def _why(row: Row) -> str:
    reason = str(row["reason"])
    if row["verdict"] in CHANGED or not reason:
        return ""
    if ALONE in reason:
        return "clear alone, not among the rows tested with it"
    return reason.split(": ")[0].split(". ")[0].rstrip(".")


def _word(row: Row) -> str:
    if row["verdict"] not in CHANGED:
        return str(row["verdict"])
    return f"{'**unusual**' if row['unusual'] else 'ordinary'} {row['verdict']}"


def _adjusted(before: Row, now: Row) -> str:
    p_values = (before["p_adjusted"], now["p_adjusted"])
    return " → ".join("none" if p is None else f"{p:.3f}" for p in p_values)
