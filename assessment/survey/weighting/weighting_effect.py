"""What weighting does: who answered beside the population, and how much precision it costs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assessment.disclosure import is_few


@dataclass(frozen=True)
class Represented:
    """A category of a margin: its share of the people, of those who answered, and weighted.

    `source` says who counted the people, and when; `doubts` are what was not decided of who
    answered when the wave was loaded.
    """

    variable: str
    category: str
    people: int
    population_percent: float
    respondents: int
    respondent_percent: float
    weighted_percent: float | None
    source: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Weighting:
    """How answers were weighted, and what it costs.

    `design_effect` is 1 + cv² of the weights; `effective_base` is how many unweighted answers
    would say as much. `largest_gap` is how far the worst margin stays off, in points; `capped` how
    many respondents have the largest weight allowed; `unknown` how many did not say, by variable;
    `not_asked` are margins that the wave has no question for; `refused` says, by variable, why a
    margin is not weighted by, and `merged` which bands were taken together. Where the file says
    what each answer weighs, `column` is what that is called, and there are no margins.
    """

    variables: tuple[str, ...]
    not_asked: tuple[str, ...]
    refused: Mapping[str, str]
    merged: tuple[str, ...]
    design_effect: float
    effective_base: float
    least: float
    most: float
    capped: int
    largest_gap: float
    rounds: int
    unknown: Mapping[str, int]
    margins: tuple[Represented, ...]
    sources: tuple[str, ...]
    column: str = ""


def without_few(weighting: Weighting, fewest: int) -> Weighting:
    """Leave out how many people are, where they are few or the rest would tell it."""
    few = {variable for variable, n in weighting.unknown.items() if is_few(n, fewest)}
    small = {row.variable for row in weighting.margins if is_few(row.respondents, fewest)}
    return replace(
        weighting,
        unknown={variable: n for variable, n in weighting.unknown.items() if variable not in few},
        margins=tuple(row for row in weighting.margins if row.variable not in few | small),
        capped=0 if is_few(weighting.capped, fewest) else weighting.capped,
    )
