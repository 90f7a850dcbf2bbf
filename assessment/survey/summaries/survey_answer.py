"""What is answered about a survey: shares with their bases, weights, and differences with reasons.

Percentages are not rounded here: wording rounds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assessment.survey.questionnaire import Concept, Mode, Question, Role

EVERYONE = ""
EVERY_ANSWER = "every answer"
NOT_GIVEN = "not given"
TOGETHER = "withheld groups together"


@dataclass(frozen=True)
class Wave:
    """One run of a survey. A summarised one was entered as percentages: nobody's own answers.

    `partnership` is the id of the one whose residents were asked; None where it is nobody's in
    particular, or nobody has said.
    """

    id: str
    survey: str
    survey_name: str
    mode: Mode
    first_day: date | None
    last_day: date | None
    respondents: int
    summarised: bool
    synthetic: bool
    partnership: str | None = None


@dataclass(frozen=True)
class SummaryRow:
    """How many gave an answer, or either side of a scale (`is_net`, without an option number).

    `group` is "" for everyone. A group of fewer than 10, and what would give it back, is
    `withheld`: it has no numbers at all, but for those of all of them together. So is a question,
    in one row for every answer, that fewer answered than whoever asks may see. The share of no
    base is None. `rank` counts from the commonest answer, ties sharing a place; that of a ranking
    from the lowest mean rank, where everybody ranked everything. `mean` is that of numbers given.
    """

    question: str
    wording: str
    concept: Concept
    option: str
    option_number: int | None
    role: Role
    is_net: bool
    side: int | None
    concern: str | None
    group: str
    count: int | None
    base: int | None
    percent: float | None
    low: float | None
    high: float | None
    weighted_percent: float | None = None
    weighted_low: float | None = None
    weighted_high: float | None = None
    withheld: bool = False
    rank: int | None = None
    mean_rank: float | None = None
    mean: float | None = None


@dataclass(frozen=True)
class Represented:
    """A category of a margin: its share of the people, of those who answered, and weighted.

    `source` says who counted the people, and when.
    """

    variable: str
    category: str
    people: int
    population_percent: float
    respondents: int
    respondent_percent: float
    weighted_percent: float | None
    source: str = ""


@dataclass(frozen=True)
class Weighting:
    """How answers were weighted, and what it costs.

    `design_effect` is 1 + cv² of the weights; `effective_base` is how many unweighted answers
    would say as much. `largest_gap` is how far the worst margin stays off, in points; `capped` how
    many respondents have the largest weight allowed; `unknown` how many did not say, by variable;
    `not_asked` are margins that the wave has no question for; `refused` says, by variable, why a
    margin is not weighted by, and `merged` which bands were taken together.
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


@dataclass(frozen=True)
class Summary:
    """The answers of a wave: of everyone, then, if asked, by group."""

    wave: Wave
    by: Question | None
    rows: tuple[SummaryRow, ...]
    weights: Weighting | None
    caveats: tuple[str, ...]


class Verdict(StrEnum):
    """What may be said about two shares: the first against the second."""

    HIGHER = "higher"
    LOWER = "lower"
    NO_CLEAR_DIFFERENCE = "no clear difference"
    NOT_TESTED = "not tested"
    NOT_COMPARABLE = "not comparable"


@dataclass(frozen=True)
class Side:
    """What one wave says about an item."""

    count: int
    base: int
    percent: float | None


@dataclass(frozen=True)
class Difference:
    """An item in two waves. `difference` is the first minus the second, in points.

    A side is None where that wave does not have the item, or its question is withheld. What is
    shown but not one of the items tested together (`verdict` not tested) says why in `reason`, as
    does what is not comparable.
    """

    question: str
    wording: str
    concept: Concept
    option: str
    is_net: bool
    a: Side | None
    b: Side | None
    comparable: bool
    difference: float | None = None
    z: float | None = None
    p: float | None = None
    p_adjusted: float | None = None
    verdict: Verdict = Verdict.NOT_COMPARABLE
    reason: str = ""


@dataclass(frozen=True)
class Comparison:
    """Two waves, item by item; `tested` is how many items were tested together."""

    a: Wave
    b: Wave
    rows: tuple[Difference, ...]
    tested: int
    caveats: tuple[str, ...]
