"""Reads the rankings that partnerships of the examples have printed."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

AUTHORED = Path(__file__).parent / "rankings.toml"


@dataclass(frozen=True)
class PrintedPlace:
    """An issue as printed, and what comes closest here; None where nothing does."""

    rank: int
    label: str
    issue: str | None = None


@dataclass(frozen=True)
class ExampleRanking:
    """The top of a ranking that a partnership has printed, and where."""

    partnership: str
    ending: date
    name: str
    source: str
    scheme: str
    is_ordered: bool
    places: tuple[PrintedPlace, ...]


@cache
def example_rankings() -> tuple[ExampleRanking, ...]:
    """Return every printed ranking."""
    written = tomllib.loads(AUTHORED.read_text(encoding="utf-8"))
    return tuple(
        ExampleRanking(
            partnership=ranking["partnership"],
            ending=date.fromisoformat(f"{ranking['ending']}-01"),
            name=ranking["name"],
            source=ranking["source"],
            scheme=ranking["scheme"],
            is_ordered=ranking["is_ordered"],
            places=tuple(PrintedPlace(**place) for place in ranking["places"]),
        )
        for ranking in written["ranking"]
    )
