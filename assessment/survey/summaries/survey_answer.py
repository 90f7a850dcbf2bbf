"""What a wave says, row by row: shares with their bases, and what is withheld.

Percentages are not rounded here: wording rounds.
"""

from dataclasses import dataclass

from assessment.survey.questionnaire import Concept, OptionRole, SurveyQuestion
from assessment.survey.waves.wave_register import Wave
from assessment.survey.weighting.weighting_effect import Weighting

EVERYONE = ""
EVERY_ANSWER = "every answer"
NOT_GIVEN = "not given"
TOGETHER = "withheld groups together"


@dataclass(frozen=True)
class SummaryRow:
    """How many gave an answer, or either side of a scale (`is_net`, without an option number).

    `group` is "" for everyone. A group of fewer than 10, and what would give it back, is
    `withheld`: it has no numbers at all, but for those of all of them together. So is a question,
    in one row for every answer, that fewer answered than whoever asks may see. The share of no
    base is None. `rank` counts from the commonest answer, ties sharing a place; that of a ranking
    from the lowest mean rank, where everybody ranked everything; `first_places` is how many of
    everyone put it first. `mean` is that of numbers
    given, `spread` their standard deviation, and `weighted_mean` what they come to weighted.
    `effective_base` is how many unweighted answers to the question say as much as those weighted.
    `asked` is how many were asked, where the export told, and `asked_of` who they are. `doubts` are
    what was not decided when it was loaded, and could change the figure.
    """

    question: str
    wording: str
    concept: Concept
    option: str
    option_number: int | None
    role: OptionRole
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
    first_places: int | None = None
    mean: float | None = None
    spread: float | None = None
    weighted_mean: float | None = None
    effective_base: float | None = None
    asked: int | None = None
    asked_of: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Summary:
    """The answers of a wave: of everyone, then, if asked, by group."""

    wave: Wave
    by: SurveyQuestion | None
    rows: tuple[SummaryRow, ...]
    weights: Weighting | None
    caveats: tuple[str, ...]
