"""Age groups of two waves that were not cut alike: taken together where their edges meet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from assessment.survey.questionnaire import OptionRole
from assessment.survey.summaries.answer_lines import Line

BANDS = (
    (re.compile(r"(\d{1,3}) ?(?:-|–|to|and under) ?(\d{1,3})"), lambda a, b: (a, b + 1)),
    (re.compile(r"(?:under|below|less than|younger than) (\d{1,3})()"), lambda a, _: (0, a)),
    (re.compile(r"(\d{1,3}) (?:and|or) (?:under|below|younger)()"), lambda a, _: (0, a + 1)),
    (
        re.compile(r"(\d{1,3}) ?(?:\+|plus|(?:and|or) (?:over|above|older|more))()"),
        lambda a, _: (a, inf),
    ),
    (re.compile(r"(?:over|above|older than) (\d{1,3})()"), lambda a, _: (a + 1, inf)),
)
AROUND = re.compile(r"\b(?:aged?|years?|yrs?|old)\b(?! than)", re.IGNORECASE)


@dataclass(frozen=True)
class _Band:
    """The ages of an answer, from the first to before the last."""

    line: Line
    first: float
    last: float


def ages_of(label: str) -> tuple[float, float] | None:
    """Return the ages of "16 to 24" as 16 and 25; None of what is no age group."""
    words = " ".join(AROUND.sub(" ", label).lower().split())
    for pattern, ages in BANDS:
        if found := pattern.fullmatch(words):
            first, last = ages(int(found[1]), int(found[2] or 0))
            return (first, last) if first < last else None
    return None


def in_common_bands(
    ours: Sequence[Line], theirs: Sequence[Line]
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Take age groups together, as few as will do, so that both waves have the same.

    Where some answer is no age group, or ages overlap, all stay as they are; so does a group that
    lies across an edge of all those of the other wave.
    """
    a, b = _bands(ours), _bands(theirs)
    edges = sorted(_edges(a) & _edges(b))
    if not a or not b or len(edges) < 2:
        return tuple(ours), tuple(theirs)
    return _together(ours, a, b, edges), _together(theirs, b, a, edges)


def _bands(lines: Sequence[Line]) -> list[_Band]:
    answers = [line for line in lines if line.role is OptionRole.ANSWER and not line.is_of_few]
    bands = [_Band(line, *ages) for line in answers if (ages := ages_of(line.label))]
    bands.sort(key=lambda band: band.first)
    overlap = any(lower.last > upper.first for lower, upper in pairwise(bands))
    return [] if overlap or len(bands) < len(answers) else bands


def _edges(bands: Sequence[_Band]) -> set[float]:
    return {edge for band in bands for edge in (band.first, band.last)}


def _together(
    lines: Sequence[Line], ours: Sequence[_Band], theirs: Sequence[_Band], edges: Sequence[float]
) -> tuple[Line, ...]:
    merged: dict[Line, Line] = {}
    for first, last in pairwise(edges):
        mine, others = (_within(bands, first, last) for bands in (ours, theirs))
        if mine and others and (len(mine) > 1 or len(others) > 1):
            label = next((each[0].line.label for each in (others, mine) if len(each) == 1), None)
            options = tuple(option for band in mine for option in band.line.options)
            one = Line(label or _said(first, last), options)
            merged |= {band.line: one for band in mine}
    return tuple(dict.fromkeys(merged.get(line, line) for line in lines))


def _within(bands: Sequence[_Band], first: float, last: float) -> list[_Band]:
    return [band for band in bands if first <= band.first and band.last <= last]


def _said(first: float, last: float) -> str:
    return f"{int(first)} and over" if last == inf else f"{int(first)} to {int(last) - 1}"
