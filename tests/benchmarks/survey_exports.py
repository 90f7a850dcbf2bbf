"""Exports of a survey tool, of any size, the same for the same size: 60 questions in 60 columns.

Three are about who answers, 30 are rated on scales, 12 take several answers in one cell, 13 take
one, two take a number.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

SEPARATOR = ";"
CHUNK = 20_000
WARDS = tuple(
    f"{where} {part}"
    for where in ("Castle", "Mill", "Park")
    for part in ("North", "South", "East", "West", "Central", "Green", "Hill")
)
SAFETY = ("Very safe", "Fairly safe", "Neither safe nor unsafe", "Fairly unsafe", "Very unsafe")
AGREED = ("Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree")
DONT_KNOW = "Don't know"
WORDS = ("Drugs", "Speeding", "Fly tipping", "Litter", "Noise", "Burglary", "Graffiti", "Robbery")


@dataclass(frozen=True)
class Column:
    """A question with its options; of a number there are none."""

    wording: str
    options: tuple[str, ...] = ()
    several: bool = False


def columns() -> list[Column]:
    """Return the 60 questions."""
    return [
        Column("Which ward do you live in?", WARDS),
        Column("What is your age?", ("16 to 34", "35 to 49", "50 to 64", "65 and over")),
        Column("What is your sex?", ("Female", "Male")),
        *(Column(f"How safe do you feel in place {n}?", (*SAFETY, DONT_KNOW)) for n in range(15)),
        *(Column(f"Do you agree with statement {n}?", (*AGREED, DONT_KNOW)) for n in range(15)),
        *(Column(f"Which of list {n} apply? Tick all that apply", WORDS, True) for n in range(12)),
        *(Column(f"Which of set {n} is nearest?", WORDS[:5]) for n in range(13)),
        *(Column(f"How many times has number {n} happened?") for n in range(2)),
    ]


def generate(path: Path, rows: int) -> Path:
    """Write an export of so many respondents; one answer in twenty is blank."""
    random = np.random.default_rng(rows)
    asked = columns()
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([column.wording for column in asked])
        for start in range(0, rows, CHUNK):
            writer.writerows(_chunk(random, asked, min(CHUNK, rows - start)))
    return path


def _chunk(
    random: np.random.Generator, asked: Sequence[Column], rows: int
) -> Iterator[tuple[str, ...]]:
    cells = [_cells(random, column, rows) for column in asked]
    for column in cells[3:]:
        column[random.random(rows) < 0.05] = ""
    yield from zip(*(column.tolist() for column in cells), strict=True)


def _cells(
    random: np.random.Generator, column: Column, rows: int
) -> "np.ndarray[tuple[int], np.dtype[np.object_]]":
    if not column.options:
        return random.poisson(2, rows).astype(str).astype(object)
    options = np.array(column.options, dtype=object)
    if not column.several:
        return options[random.integers(0, len(options), rows)]
    ticks = random.random((rows, len(options))) < 0.3
    joined = np.full(rows, "", dtype=object)
    for option, ticked in zip(column.options, ticks.T, strict=True):
        joined[ticked] += option + SEPARATOR
    return joined
