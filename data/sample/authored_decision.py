"""Reads what an example partnership chose from its risk matrix, and the reasons."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

AUTHORED = Path(__file__).parent / "priorities.toml"


@dataclass(frozen=True)
class ExamplePriority:
    """A priority of the example, under its heading."""

    name: str
    heading: str
    issues: tuple[str, ...]
    emphases: tuple[str, ...]
    reason: str
    county: str


@dataclass(frozen=True)
class ExampleDecision:
    """The priorities of an example partnership, and why priority issue was chosen, or was not."""

    partnership: str
    ending: date
    priorities: tuple[ExamplePriority, ...]
    reasons: Mapping[str, str]


@cache
def example_decision() -> ExampleDecision:
    """Return the one example there is."""
    written = tomllib.loads(AUTHORED.read_text(encoding="utf-8"))
    return ExampleDecision(
        partnership=written["partnership"],
        ending=date.fromisoformat(f"{written['ending']}-01"),
        priorities=tuple(
            ExamplePriority(
                name=priority["name"],
                heading=priority["heading"],
                issues=tuple(priority["issues"]),
                emphases=tuple(priority["emphases"]),
                reason=priority["reason"],
                county=priority.get("county", ""),
            )
            for priority in written["priority"]
        ),
        reasons=written["reasons"],
    )
