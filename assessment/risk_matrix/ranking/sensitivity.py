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
class MissingScore:
    """A score that is missing, and every one that would move the issue over the line."""

    criterion: str
    then: tuple[int, ...]


@dataclass(frozen=True)
class RankSensitivity:
    """The smallest changes of one score, all equally small, that move an issue over the line.

    There are none where no one score can do it, or where the scheme has no scales. `missing` are
    the scores that are not known and might do it. `best` and `worst` are the ranks with all that is
    missing of the issue at either end of its scale, the other issues as they are; None where
    nothing is missing.
    """

    is_in_top: bool
    changes: tuple[StepChange, ...]
    missing: tuple[MissingScore, ...] = ()
    best: int | None = None
    worst: int | None = None

    @property
    def can_cross(self) -> bool:
        """Whether any one score would move it over the line."""
        return bool(self.changes or self.missing)


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
    crossing = [
        (other, rank)
        for other, rank in zip(others, _ranks_then(matrix, at, keys, others), strict=True)
        if (rank <= top_n) != is_in_top
    ]
    changes = [
        StepChange(criterion.id, float(matrix.values[at, column]), then, rank)
        for (criterion, column, then), rank in crossing
        if not np.isnan(matrix.values[at, column])
    ]
    fewest = min((abs(change.then - change.now) for change in changes), default=0)
    best, worst = _with_all_missing(matrix, at, keys)
    return RankSensitivity(
        is_in_top,
        tuple(change for change in changes if abs(change.then - change.now) == fewest),
        _missing(matrix, at, [other for other, _ in crossing]),
        best,
        worst,
    )


def _missing(matrix: ScoreMatrix, at: int, crossing: list["Other"]) -> tuple[MissingScore, ...]:
    thens: dict[str, list[int]] = {}
    for criterion, column, then in crossing:
        if np.isnan(matrix.values[at, column]):
            thens.setdefault(criterion.id, []).append(then)
    return tuple(MissingScore(criterion, tuple(then)) for criterion, then in thens.items())


def _with_all_missing(matrix: ScoreMatrix, at: int, keys: Floats) -> tuple[int | None, int | None]:
    """Return the best and the worst rank with all that is missing at one end of its scale."""
    criteria = [
        (criterion, column)
        for criterion, column in zip(
            matrix.scheme.counted, matrix.columns(matrix.scheme.counted), strict=True
        )
        if np.isnan(matrix.values[at, column])
    ]
    if not criteria or not all(criterion.steps for criterion, _ in criteria):
        return None, None
    values = np.tile(matrix.values[at], (2, 1))
    for criterion, column in criteria:
        values[:, column] = criterion.steps[0].score, criterion.steps[-1].score
    first, second = _ranks_of(matrix, at, keys, values)
    return min(first, second), max(first, second)


Other = tuple[Criterion, int, int]


def _other_steps(matrix: ScoreMatrix, at: int) -> Iterator[Other]:
    """Yield every other score that each criterion of an issue could have, if it is known or not."""
    criteria = matrix.scheme.counted
    for criterion, column in zip(criteria, matrix.columns(criteria), strict=True):
        now = matrix.values[at, column]
        for step in criterion.steps:
            if step.score != now:
                yield criterion, column, step.score


def _ranks_then(matrix: ScoreMatrix, at: int, keys: Floats, steps: list[Other]) -> list[int]:
    """Return the rank of an issue with each other score, the other issues as they are."""
    values = np.tile(matrix.values[at], (len(steps), 1))
    for row, (_, column, then) in enumerate(steps):
        values[row, column] = then
    return _ranks_of(matrix, at, keys, values)


def _ranks_of(matrix: ScoreMatrix, at: int, keys: Floats, values: Floats) -> list[int]:
    """Return the rank of an issue with each row of scores, the other issues as they are."""
    changed = ScoreMatrix(matrix.scheme, tuple(map(str, range(len(values)))), values)
    then_keys = changed.keys(matrix.weights)[:, 0, :]
    others = np.delete(keys, at, axis=1)
    ahead = comes_before(others[:, None, :], then_keys[:, :, None])
    return [int(count) + 1 for count in ahead.sum(axis=1)]
