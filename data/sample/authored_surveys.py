"""Reads what is authored about the example surveys: who answered what, wave by wave."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

AUTHORED = Path(__file__).parent / "surveys.toml"


@dataclass(frozen=True)
class OptionCount:
    """An option and how many respondents of the wave chose it."""

    label: str
    count: int


@dataclass(frozen=True)
class ExampleQuestion:
    """A question of one wave. `most` is set where more than one box may be ticked."""

    wording: str
    options: tuple[OptionCount, ...]
    alone: tuple[OptionCount, ...]  # options that are ticked by themselves: none of these
    most: int | None
    leans: Mapping[str, float]


@dataclass(frozen=True)
class ExampleComment:
    """What somebody wrote, and the theme it is shown under; without one nobody has read it yet."""

    theme: str
    text: str


@dataclass(frozen=True)
class ExampleWave:
    """One run of the example survey and how its export is laid out."""

    survey: str
    called: str
    partnership: str
    id: str
    mode: str
    layout: str
    respondents: int
    first_day: date
    last_day: date
    seed: int
    questions: tuple[ExampleQuestion, ...]
    comment_wording: str
    comments: tuple[ExampleComment, ...]


@dataclass(frozen=True)
class ExampleMargin:
    """How many people there are of a category."""

    variable: str
    category: str
    people: int
    source: str
    as_at: date


@cache
def example_waves() -> tuple[ExampleWave, ...]:
    """Return every wave of the example survey."""
    written = _written()
    return tuple(_read_wave(written, number) for number in range(len(written["waves"])))


@cache
def example_margins() -> tuple[ExampleMargin, ...]:
    """Return the population that the example survey is weighted to."""
    written = _written()["margins"]
    source, as_at = written.pop("source"), written.pop("as_at")
    return tuple(
        ExampleMargin(variable, category, people, source, as_at)
        for variable, categories in written.items()
        for category, people in categories.items()
    )


def _written() -> dict[str, Any]:
    return tomllib.loads(AUTHORED.read_text(encoding="utf-8"))


def _read_wave(written: Mapping[str, Any], number: int) -> ExampleWave:
    wave = written["waves"][number]
    return ExampleWave(
        **{key: written[key] for key in ("survey", "called", "partnership")},
        **wave,
        questions=tuple(_read_question(question, number) for question in written["questions"]),
        comment_wording=written["comments"]["wording"],
        comments=tuple(ExampleComment(*comment) for comment in written["comments"][wave["id"]]),
    )


def _read_question(written: Mapping[str, Any], wave: int) -> ExampleQuestion:
    options, alone = (_read_options(written.get(key, ()), wave) for key in ("options", "alone"))
    # A question with options that stand alone is one where several may be ticked.
    most = written.get("most", len(options)) if alone else None
    return ExampleQuestion(written["wording"], options, alone, most, written.get("leans", {}))


def _read_options(rows: Sequence[Sequence[Any]], wave: int) -> tuple[OptionCount, ...]:
    return tuple(OptionCount(label, counts[wave]) for label, *counts in rows)
