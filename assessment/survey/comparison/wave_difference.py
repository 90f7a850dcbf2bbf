"""What differs between two waves, item by item, with a reason where nothing can be said."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from assessment.chance import LEVEL, two_shares
from assessment.survey.questionnaire import (
    ABOUT_PEOPLE,
    Concept,
    OptionRole,
    QuestionKind,
    SurveyQuestion,
)
from assessment.survey.summaries.answer_lines import Line, has_nets
from assessment.survey.summaries.intervals import WaveMean
from assessment.survey.survey_disclosure import SMALLEST_BASE
from assessment.survey.waves.wave_register import Wave
from assessment.survey.weighting.weighting_effect import Weighting

# Below this the normal test is rough.
FEWEST_EXPECTED = 5
ABOUT_WHO_ANSWERED = "It is about who answered, not about what they said."


class DifferenceVerdict(StrEnum):
    """What may be said about two shares: the first against the second."""

    HIGHER = "higher"
    LOWER = "lower"
    NO_CLEAR_DIFFERENCE = "no clear difference"
    NOT_TESTED = "not tested"
    NOT_COMPARABLE = "not comparable"


@dataclass(frozen=True)
class WaveShare:
    """What one wave says about an item.

    Where the wave is weighted, `weighted_percent` is its share, and `effective_base` how many
    unweighted answers say as much: its test rests on these.
    """

    count: int
    base: int
    percent: float | None
    weighted_percent: float | None = None
    effective_base: float | None = None

    @property
    def compared(self) -> float | None:
        """The share that is compared, in percent."""
        return self.percent if self.weighted_percent is None else self.weighted_percent

    @property
    def tested(self) -> tuple[float, float]:
        """How many of how many the test is made of."""
        if self.weighted_percent is None or self.effective_base is None:
            return self.count, self.base
        return self.weighted_percent / 100 * self.effective_base, self.effective_base


@dataclass(frozen=True)
class Difference:
    """An item in two waves. `difference` is the first minus the second, in points.

    A side is None where that wave does not have the item, or its question is withheld. What is
    shown but not one of the items tested together (`verdict` not tested) says why in `reason`, as
    does what is not comparable. `doubts_a` and `doubts_b` are what was not decided of either when
    it was loaded.
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
    doubts_a: tuple[str, ...] = ()
    doubts_b: tuple[str, ...] = ()


@dataclass(frozen=True)
class MeanDifference:
    """The mean of numbers given in two waves. `difference` is the first minus the second.

    `low` and `high` are its 95% interval. A side is None where that wave has no mean, or it is
    withheld; what is not tested or not comparable says why in `reason`, and what was not decided of
    either wave when it was loaded in its doubts.
    """

    question: str
    wording: str
    concept: Concept
    a: WaveMean | None
    b: WaveMean | None
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    p_adjusted: float | None = None
    verdict: DifferenceVerdict = DifferenceVerdict.NOT_COMPARABLE
    reason: str = ""
    doubts_a: tuple[str, ...] = ()
    doubts_b: tuple[str, ...] = ()


# What is tested together: shares, and means.
Tested = TypeVar("Tested", Difference, MeanDifference)


@dataclass(frozen=True)
class Comparison:
    """Two waves, item by item, and the means of numbers; `tested` is how many were tested together.

    `weightings` are how each is weighted; None where it is not.
    """

    a: Wave
    b: Wave
    rows: tuple[Difference, ...]
    tested: int
    caveats: tuple[str, ...]
    weightings: tuple[Weighting | None, Weighting | None] = (None, None)
    means: tuple[MeanDifference, ...] = ()

    @property
    def judged(self) -> tuple[Difference | MeanDifference, ...]:
        """Shares, then means."""
        return (*self.rows, *self.means)


def why_untested(question: SurveyQuestion, line: Line) -> str | None:
    """Say why an item is not one of those tested; None where it is."""
    if question.concept in ABOUT_PEOPLE:
        return ABOUT_WHO_ANSWERED
    if question.kind is QuestionKind.RANKING:
        return "Answers were put in order: shares do not tell which comes first."
    if line.role is not OptionRole.ANSWER:
        return "It is shown, and is no answer to test."
    if has_nets(question) and not line.is_net:
        return "It is tested as part of a net, or is between the two."
    return None


def with_test(row: Difference, reason: str | None) -> Difference:
    """Test an item's two shares; `reason` says why it is shown without a test, if it is."""
    a, b = row.a, row.b
    if a is None or b is None or a.compared is None or b.compared is None:
        return replace(row, verdict=DifferenceVerdict.NOT_TESTED, reason="Nobody answered.")
    row = replace(row, difference=a.compared - b.compared)
    if not reason and min(a.base, b.base) < SMALLEST_BASE:
        reason = f"Fewer than {SMALLEST_BASE} answered in one of the waves."
    test = None if reason else two_shares(*a.tested, *b.tested)
    if test is None:
        why_not = reason or "Everybody or nobody said so in both waves."
        return replace(
            row, verdict=DifferenceVerdict.NOT_TESTED, reason=_sentences(row.reason, why_not)
        )
    return replace(row, z=test[0], p=test[1], reason=_sentences(row.reason, _rough(a, b)))


def _sentences(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _rough(a: WaveShare, b: WaveShare) -> str:
    (ours, our_base), (theirs, their_base) = a.tested, b.tested
    share = (ours + theirs) / (our_base + their_base)
    expected = min(our_base, their_base) * min(share, 1 - share)
    return "Few answered so in one of the waves: the test is rough." * (expected < FEWEST_EXPECTED)


def with_verdict(row: Tested, p_adjusted: float | None, items: int) -> Tested:
    """Return an item with its verdict, allowing for how many items were tested together."""
    if row.p is None or p_adjusted is None:
        return row
    verdict = DifferenceVerdict.NO_CLEAR_DIFFERENCE
    if p_adjusted < LEVEL:
        verdict = DifferenceVerdict.HIGHER if (row.difference or 0) > 0 else DifferenceVerdict.LOWER
    chance = (
        f"Alone this would be a difference, but among the {items} items tested together "
        "who happened to answer brings up differences of this size."
    )
    reason = _sentences(row.reason, chance if row.p < LEVEL <= p_adjusted else "")
    return replace(row, p_adjusted=p_adjusted, verdict=verdict, reason=reason)
