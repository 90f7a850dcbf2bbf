"""What would have to change for an issue to enter the top, or to leave it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from assessment.definitions import Criterion, Scheme
from assessment.risk_matrix.ranking.rank_robustness import check_top
from assessment.risk_matrix.ranking.ranks import comes_before, places_of
from assessment.risk_matrix.ranking.score_matrix import Floats, ScoreMatrix, Scores, score_matrix


@dataclass(frozen=True)
class StepChange:
    """One criterion scored otherwise, and the rank that the issue would then have."""

    criterion: str
    now: float
    then: int
    rank: int


@dataclass(frozen=True)
class RankSensitivity:
    """The smallest changes of one score, all equally small, that move an issue over the line.

    There are none where no one score can do it, or where the scheme has no scales.
    """

    is_in_top: bool
    changes: tuple[StepChange, ...]


def sensitivities(
    scheme: Scheme, by_issue: Mapping[str, Scores], *, top_n: int
) -> Mapping[str, RankSensitivity]:
    """Return for each issue that has a score what would move it into the top, or out of it."""
    check_top(top_n)
    matrix = score_matrix(scheme, by_issue)
    keys = matrix.keys(matrix.weights)[:, 0, :]
    places = places_of(keys)
    return {
        issue: _sensitivity(matrix, at, keys, is_in_top=bool(places[at] <= top_n), top_n=top_n)
        for at, issue in enumerate(matrix.issues)
        if not np.isnan(places[at])
    }


def _sensitivity(
    matrix: ScoreMatrix, at: int, keys: Floats, *, is_in_top: bool, top_n: int
) -> RankSensitivity:
    others = list(_other_steps(matrix, at))
    changes = [
        StepChange(criterion.id, float(matrix.values[at, column]), then, rank)
        for (criterion, column, then), rank in zip(
            others, _ranks_then(matrix, at, keys, others), strict=True
        )
        if (rank <= top_n) != is_in_top
    ]
    fewest = min((abs(change.then - change.now) for change in changes), default=0)
    return RankSensitivity(
        is_in_top, tuple(change for change in changes if abs(change.then - change.now) == fewest)
    )


Other = tuple[Criterion, int, int]


def _other_steps(matrix: ScoreMatrix, at: int) -> Iterator[Other]:
    """Yield every other score that each criterion known of an issue could have."""
    criteria = matrix.scheme.counted
    for criterion, column in zip(criteria, matrix.columns(criteria), strict=True):
        now = matrix.values[at, column]
        for step in criterion.steps:
            if not np.isnan(now) and step.score != now:
                yield criterion, column, step.score


def _ranks_then(matrix: ScoreMatrix, at: int, keys: Floats, steps: list[Other]) -> list[int]:
    """Return the rank of an issue with each other score, the other issues as they are."""
    values = np.tile(matrix.values[at], (len(steps), 1))
    for row, (_, column, then) in enumerate(steps):
        values[row, column] = then
    changed = ScoreMatrix(matrix.scheme, tuple(map(str, range(len(steps)))), values)
    then_keys = changed.keys(matrix.weights)[:, 0, :]
    others = np.delete(keys, at, axis=1)
    ahead = comes_before(others[:, None, :], then_keys[:, :, None])
    return [int(count) + 1 for count in ahead.sum(axis=1)]
