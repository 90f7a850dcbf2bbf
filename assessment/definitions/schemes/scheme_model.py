"""Schemes of the risk matrix: what is scored, on which scales, and how scores are put together."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assessment.definitions.schemes.scoring_rules import Rule
from assessment.definitions.spelling import close_to
from assessment.errors import InvalidRequest


class CriterionGroup(StrEnum):
    """Which part of a scheme a criterion belongs to."""

    IMPACT = "impact"
    LIKELIHOOD = "likelihood"
    HARM = "harm"
    EVIDENCE = "evidence"
    POSITION = "position"
    CONFIDENCE = "confidence"


class CriterionSource(StrEnum):
    """Where the score of a criterion comes from."""

    DATA = "data"
    SURVEY = "survey"
    JUDGED = "judged"
    DATA_OR_JUDGED = "data-or-judged"


class Combine(StrEnum):
    """How the scores of an issue become one."""

    WEIGHTED = "weighted"
    PRODUCT = "product"
    SUM_PRODUCT = "sum-product"
    INDEX = "index"
    HARM = "harm"


class RankOrder(StrEnum):
    """Which end of the scores comes first in the ranking."""

    HIGHEST_FIRST = "highest-first"
    LOWEST_FIRST = "lowest-first"


# What each way of combining multiplies with each other; a criterion of any other group stands
# beside the score. Harm is one side of the matrix in some schemes.
_ALL = frozenset(
    {CriterionGroup.IMPACT, CriterionGroup.HARM, CriterionGroup.LIKELIHOOD, CriterionGroup.EVIDENCE}
)
_IMPACT = frozenset({CriterionGroup.IMPACT, CriterionGroup.HARM})
_LIKELIHOOD = frozenset({CriterionGroup.LIKELIHOOD})
SIDES: dict[Combine, tuple[frozenset[CriterionGroup], ...]] = {
    Combine.WEIGHTED: (_ALL,),
    Combine.PRODUCT: (_IMPACT, _LIKELIHOOD),
    Combine.SUM_PRODUCT: (_IMPACT, _LIKELIHOOD),
    Combine.INDEX: (_ALL,),
    Combine.HARM: (_ALL,),
}
AXES = (_IMPACT, _LIKELIHOOD)
# These take what was counted as it is, on no scale: their criteria have no steps.
UNSTEPPED = (Combine.INDEX, Combine.HARM)


@dataclass(frozen=True)
class Step:
    """A step of a scale in words; `codes` are how it is written, the first as we write it."""

    score: int
    words: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Criterion:
    """One thing scored. `steps` run from the lowest; there are none where the count is the score.

    `rule` says how evidence becomes a score; None where only people can judge.
    """

    id: str
    label: str
    group: CriterionGroup
    weight: float
    steps: tuple[Step, ...]
    source: CriterionSource
    rule: Rule | None = None

    @property
    def is_judged(self) -> bool:
        """Whether people may score it where no evidence does."""
        return self.source in (CriterionSource.JUDGED, CriterionSource.DATA_OR_JUDGED)

    @property
    def most(self) -> float:
        """The highest score there is; 1 where there is no scale."""
        return self.steps[-1].score if self.steps else 1.0

    def step(self, score: int) -> Step:
        """Return the step of a score; raises InvalidRequest, saying which scores there are."""
        for step in self.steps:
            if step.score == score:
                return step
        scores = ", ".join(str(step.score) for step in self.steps) or "none: it is counted"
        raise InvalidRequest(f"{score} is not a score of '{self.label}': there are {scores}.")

    def score_for(
        self,
        value: float,
        low: float | None = None,
        high: float | None = None,
        verdict: float | None = None,
    ) -> int:
        """Return the score that evidence gives; for changes, with the interval and the verdict."""
        if self.rule is None or not self.steps:
            raise InvalidRequest(f"'{self.label}' is not scored by a rule.")
        return self.steps[self.rule.place(value, low, high, verdict)].score

    def rule_in_words(self) -> str:
        """Say what is measured and which values give which score, as a page prints it."""
        if self.rule is None:
            return "Judged by people."
        measured = self.rule.indicator.label
        if not self.steps:
            return f"{measured}, as it is."
        scores = [str(step.score) for step in self.steps]
        limits = [
            f"{s} if {cut}" for s, cut in zip(scores, self.rule.cuts_in_words(), strict=False)
        ]
        return f"{measured}: {'; '.join(limits)}; else {scores[-1]}."


@dataclass(frozen=True)
class Band:
    """A name for scores from `at_least` upwards, up to the next band."""

    label: str
    at_least: float


@dataclass(frozen=True)
class Scheme:
    """A way to score issues, in one version. `standing` says where it is from and is not.

    Bands run from the highest. `tie_breaks` are ids of criteria or names of groups.
    """

    id: str
    version: int
    label: str
    standing: str
    combine: Combine
    direction: RankOrder
    criteria: tuple[Criterion, ...]
    bands: tuple[Band, ...]
    tie_breaks: tuple[str, ...]
    author: str
    dated: date
    based_on: str | None = None

    def criterion(self, criterion_id: str) -> Criterion:
        """Return a criterion by id; raises InvalidRequest, saying which there are."""
        by_id = {criterion.id: criterion for criterion in self.criteria}
        if criterion_id in by_id:
            return by_id[criterion_id]
        near = close_to(criterion_id, by_id)
        hint = f"Did you mean {' or '.join(near)}?" if near else f"There are {', '.join(by_id)}."
        raise InvalidRequest(f"'{criterion_id}' is not a criterion of {self.label}. {hint}")

    def of(self, groups: frozenset[CriterionGroup]) -> tuple[Criterion, ...]:
        """Return the criteria of some groups."""
        return tuple(criterion for criterion in self.criteria if criterion.group in groups)

    @property
    def sides(self) -> tuple[tuple[Criterion, ...], ...]:
        """The criteria that make the score: one side, or two that are multiplied."""
        return tuple(self.of(groups) for groups in SIDES[self.combine])

    @property
    def counted(self) -> tuple[Criterion, ...]:
        """Every criterion that makes the score; others stand beside it."""
        return tuple(criterion for side in self.sides for criterion in side)

    @property
    def is_stepped(self) -> bool:
        """Whether criteria are scored on scales; else what was counted is the score."""
        return self.combine not in UNSTEPPED
