"""What differs between two waves, item by item, with a reason where nothing can be said."""

from dataclasses import dataclass
from enum import StrEnum

from assessment.survey.questionnaire import Concept
from assessment.survey.waves.wave_register import Wave


class DifferenceVerdict(StrEnum):
    """What may be said about two shares: the first against the second."""

    HIGHER = "higher"
    LOWER = "lower"
    NO_CLEAR_DIFFERENCE = "no clear difference"
    NOT_TESTED = "not tested"
    NOT_COMPARABLE = "not comparable"


@dataclass(frozen=True)
class WaveShare:
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
    a: WaveShare | None
    b: WaveShare | None
    comparable: bool
    difference: float | None = None
    z: float | None = None
    p: float | None = None
    p_adjusted: float | None = None
    verdict: DifferenceVerdict = DifferenceVerdict.NOT_COMPARABLE
    reason: str = ""


@dataclass(frozen=True)
class Comparison:
    """Two waves, item by item; `tested` is how many items were tested together."""

    a: Wave
    b: Wave
    rows: tuple[Difference, ...]
    tested: int
    caveats: tuple[str, ...]
