"""The score of an issue under a scheme, with its band, its place on the matrix and what is missing.

The methods are in docs/methods.md, The risk matrix.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from assessment.definitions import Band, Criterion, CriterionGroup, Scheme
from assessment.definitions.schemes.scheme_model import AXES
from assessment.risk_matrix.ranking.score_matrix import Floats, ScoreMatrix, Scores, score_matrix

# With less of the weights known, a band would claim more than is known.
LEAST_KNOWN = 0.5
# So many missing criteria make an issue's confidence one grade lower.
OMISSIONS_PER_GRADE = 2


class Confidence(StrEnum):
    """How far a score can be relied on."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


GRADES = tuple(Confidence)


@dataclass(frozen=True)
class Position:
    """Where an issue stands on the matrix, in the units of `Axis`."""

    impact: float
    likelihood: float


@dataclass(frozen=True)
class Axis:
    """The lowest and the highest that one side of the matrix can be."""

    least: float
    most: float


@dataclass(frozen=True)
class Scored:
    """What a scheme makes of the scores of an issue.

    `score` is None where too little is known for one, `band` also where less than half of the
    weights is: `known_weight` is the share that is. `position` is None where a side of the matrix
    is unknown or the scheme has none. `parts` are what each known criterion adds: all
    together the score or, in schemes that multiply two sides, those of a side together that side.
    """

    given: Scores
    score: float | None
    band: Band | None
    position: Position | None
    parts: Mapping[str, float]
    missing: tuple[str, ...]
    known_weight: float
    confidence: Confidence


def score(scheme: Scheme, scores: Scores) -> Scored:
    """Score one issue by itself; a criterion that is None or absent is missing."""
    return score_all(scheme, {"": scores})[""]


def score_all(scheme: Scheme, by_issue: Mapping[str, Scores]) -> Mapping[str, Scored]:
    """Score issues side by side: in an index each is set against the mean of all.

    Raises InvalidRequest, naming every score that is not of the scheme.
    """
    matrix = score_matrix(scheme, by_issue)
    totals = matrix.scores(matrix.weights)[0]
    places = _positions(matrix)
    added = [matrix.parts(side) for side in scheme.sides]
    known = {issue: _known_weight(scheme, scores) for issue, scores in by_issue.items()}
    return {
        issue: Scored(
            given=by_issue[issue],
            score=None if np.isnan(totals[at]) else float(totals[at]),
            band=band_of(scheme, totals[at]) if known[issue] >= LEAST_KNOWN else None,
            position=places[at],
            parts=_parts(scheme, [side[at] for side in added]),
            missing=_missing(scheme, by_issue[issue]),
            known_weight=known[issue],
            confidence=_confidence(scheme, by_issue[issue], has_score=not np.isnan(totals[at])),
        )
        for at, issue in enumerate(matrix.issues)
    }


def band_of(scheme: Scheme, score: float) -> Band | None:
    """Return the band that a score falls in; None for no score."""
    return next((band for band in scheme.bands if score >= band.at_least), None)


def axes(scheme: Scheme) -> tuple[Axis, Axis] | None:
    """Return the axes of the matrix, impact and likelihood; None if the scheme has no matrix."""
    if not _has_matrix(scheme):
        return None
    ends = [[c.steps[end].score for c in scheme.criteria] for end in (0, -1)]
    matrix = ScoreMatrix(scheme, ("least", "most"), np.array(ends, dtype=float))
    impact, likelihood = (_axis(matrix, groups) for groups in AXES)
    return Axis(*map(float, impact)), Axis(*map(float, likelihood))


def _has_matrix(scheme: Scheme) -> bool:
    return scheme.is_stepped and all(scheme.of(groups) for groups in AXES)


def _axis(matrix: ScoreMatrix, groups: frozenset[CriterionGroup]) -> Floats:
    come_to: Floats = matrix.together(matrix.scheme.of(groups), matrix.weights)[0]
    return come_to


def _positions(matrix: ScoreMatrix) -> list[Position | None]:
    if not _has_matrix(matrix.scheme):
        return [None] * len(matrix.issues)
    ends = zip(*(_axis(matrix, groups) for groups in AXES), strict=True)
    return [None if np.isnan([x, y]).any() else Position(float(x), float(y)) for x, y in ends]


def _parts(scheme: Scheme, added: list[Floats]) -> dict[str, float]:
    """Return what each criterion adds; those that are missing add nothing and are left out."""
    named = zip(scheme.sides, added, strict=True)
    pairs = [pair for criteria, adds in named for pair in zip(criteria, adds, strict=True)]
    return {criterion.id: float(adds) for criterion, adds in pairs if not np.isnan(adds)}


def _missing(scheme: Scheme, scores: Scores) -> tuple[str, ...]:
    return tuple(criterion.id for criterion in scheme.criteria if scores.get(criterion.id) is None)


def _known_weight(scheme: Scheme, scores: Scores) -> float:
    """Return the share of the weights whose criteria are known."""
    known = [c.weight for c in scheme.counted if scores.get(c.id) is not None]
    return sum(known) / sum(criterion.weight for criterion in scheme.counted)


def _confidence(scheme: Scheme, scores: Scores, *, has_score: bool) -> Confidence:
    """Start from what was judged of the evidence, else high; one grade lower per two omissions."""
    if not has_score:
        return Confidence.LOW
    judged = _judged_confidence(scheme, scores)
    omitted = [criterion for criterion in scheme.counted if scores.get(criterion.id) is None]
    lower = len(omitted) // OMISSIONS_PER_GRADE
    return GRADES[min(judged + lower, len(GRADES) - 1)]


def _judged_confidence(scheme: Scheme, scores: Scores) -> int:
    """Return how many grades below high the evidence was judged to be; medians are rounded down."""
    criteria: tuple[Criterion, ...] = scheme.of(frozenset({CriterionGroup.CONFIDENCE}))
    judged = [scores.get(criterion.id) for criterion in criteria]
    known = [int(score) for score in judged if score is not None]
    return len(GRADES) - known[0] if known else 0
