"""Reads the example risk matrices: which issues were looked at, and what was judged of them."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

AUTHORED = Path(__file__).parent / "assessments.toml"


@dataclass(frozen=True)
class Judged:
    """A score that only people can give, with the reason for it."""

    issue: str
    criterion: str
    score: int
    reason: str


@dataclass(frozen=True)
class ExampleAssessment:
    """The risk matrix of an example partnership for the year to the end of a month."""

    partnership: str
    ending: date
    scheme: str
    judge: str
    issues: tuple[str, ...]
    judged: tuple[Judged, ...]


@cache
def example_assessments() -> tuple[ExampleAssessment, ...]:
    """Return the example risk matrices; their own judgements stand over those that all share."""
    written = tomllib.loads(AUTHORED.read_text(encoding="utf-8"))
    return tuple(
        ExampleAssessment(
            partnership=own["partnership"],
            ending=date.fromisoformat(f"{own['ending']}-01"),
            scheme=written["scheme"],
            judge=written["judge"],
            issues=tuple(written["issues"]),
            judged=_judged([*written["judged"], *own["judged"]]),
        )
        for own in written["assessment"]
    )


def _judged(rows: list[list[Any]]) -> tuple[Judged, ...]:
    every = {(row[0], row[1]): Judged(*row) for row in rows}
    return tuple(every.values())
