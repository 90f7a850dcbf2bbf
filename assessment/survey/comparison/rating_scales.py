"""The scale that people gave numbers on, and whether those of two waves are one scale."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from assessment.definitions.spelling import plain
from assessment.store import Store
from assessment.survey.questionnaire import Concept, SurveyQuestion
from assessment.survey.reading.labels import NUMBERS
from assessment.survey.reading.questions.question_kind import (
    COUNTED,
    RATED,
    as_point,
    is_known_list,
)

# What is asked for more or less of something, and not for a number of things.
OPINION = re.compile(
    r"\b(?:safe|unsafe|(?:dis)?satisf|(?:dis)?agree|worri|worry|concerned|confiden|likely|trust"
    r"|important|serious|problem|happy|feel|easy|helpful|rate\b|good\b|well\b)",
    re.IGNORECASE,
)
# The last number of the scales that surveys use, which nobody need have given.
LAST = (3, 4, 5, 6, 7, 10, 100)
# Of longer ones nothing tells whether they are scales: amounts of money reach as far.
LONGEST_TOLD = 10
# So seldom does it happen by chance that nobody gives what others give.
UNLIKELY = 0.05
# How many gave each number; under None, how many gave one that no scale has.
Numbers = Mapping[int | None, int]


def numbers_given(store: Store, wave: str) -> Mapping[int, Numbers]:
    """Return how many gave each number that may be on a scale, by the number of the question."""
    given: dict[int, dict[int | None, int]] = {}
    for question, number, n in store.rows("numbers_given", wave=wave, highest=LAST[-1]):
        given.setdefault(question, {})[number] = n
    return given


@dataclass(frozen=True)
class RatingScale:
    """Numbers that stand for more or less of something, as `given`; `named` says what some mean."""

    given: Numbers
    named: Mapping[int, str]

    @classmethod
    def of(cls, question: SurveyQuestion, given: Numbers) -> "RatingScale":
        """Return the scale of a question, as far as its answers and the ends named tell."""
        points = {as_point(text): text for text in question.ends}
        return cls(given, {int(point): text for point, text in points.items() if point is not None})

    @cached_property
    def ends(self) -> tuple[int, int] | None:
        """The first number and the last: of the usual scales, the shortest that has all given."""
        numbers = [number for number in (*self.named, *self.given) if number is not None]
        if not numbers or None in self.given:
            return None
        return min(1, *numbers), next(end for end in LAST if end >= max(numbers))

    def could_be(self, other: "RatingScale") -> bool:
        """Tell whether nobody gave some numbers of another scale by chance alone."""
        if self.ends is None or other.ends is None:
            return True
        (first, last), everyone = self.ends, sum(other.given.values())
        inside = sum(n for number, n in other.given.items() if first <= (number or 0) <= last)
        chance = (inside / everyone) ** sum(self.given.values()) if everyone else 1.0
        return chance >= UNLIKELY


def told_apart(question: SurveyQuestion, a: RatingScale, b: RatingScale) -> str:
    """Say why the numbers of two waves cannot be compared; nothing where they are on one scale.

    What counts something (times, pounds) is on no scale, however far its numbers reach.
    """
    reasons = [*_meant_otherwise(a, b)]
    if a.named or b.named or _asks_for_more_or_less(question):
        reasons += _of_other_lengths(a, b)
    return reasons[0] if reasons else ""


def _asks_for_more_or_less(question: SurveyQuestion) -> bool:
    wording, counts = question.wording, question.concept is Concept.AGE
    if counts or COUNTED.search(wording):
        return False
    return bool(RATED.search(wording) or OPINION.search(wording))


def _meant_otherwise(a: RatingScale, b: RatingScale) -> Iterator[str]:
    for point in sorted(a.named.keys() & b.named.keys()):
        if not _words(a.named[point]) & _words(b.named[point]):
            yield f"{point} does not stand for the same in both waves{_quoted(a, b, point, point)}."
    for point, other in ((p, q) for p in a.named for q in b.named if p != q):
        if _words(a.named[point]) & _words(b.named[other]):
            quoted = _quoted(a, b, point, other)
            yield f"{point} in the first wave is {other} in the second{quoted}."


def _of_other_lengths(a: RatingScale, b: RatingScale) -> Iterator[str]:
    if (a.could_be(b) and b.could_be(a)) or not (a.ends and b.ends):
        return
    spans = ["{} to {}".format(*ends) for ends in (a.ends, b.ends)]
    if min(a.ends[1], b.ends[1]) <= LONGEST_TOLD:
        yield (
            f"Answered on another scale, as the numbers tell: {spans[0]} in the first wave, and "
            f"{spans[1]} in the second."
        )


def _words(text: str) -> set[str]:
    """Return what the name of a point says, in each of the languages that it is given in."""
    return {plain(NUMBERS.sub(" ", part)) for part in text.split("/")}


def _quoted(a: RatingScale, b: RatingScale, point: int, other: int) -> str:
    """Quote the names of points, where surveys offer such: else somebody may have written one."""
    names = a.named[point], b.named[other]
    offered = all(is_known_list(_words(name)) for name in names)
    return ": “{}” and “{}”".format(*names) if offered else ""
