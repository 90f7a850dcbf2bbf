"""Issues × criteria in numbers, and the one formula by which every scheme puts them together.

A side of the score is Σ w·s ÷ Σ w·m over the criteria that are known, times a whole: m is the
highest score and the whole 100 in a weighted scheme; elsewhere m is 1, and the whole is 1, or Σ w
where sums are multiplied. So what is missing is left out of both sums and is never a zero.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np
import numpy.typing as npt

from assessment.definitions import Combine, Criterion, RankOrder, Scheme
from assessment.errors import InvalidRequest

Floats = npt.NDArray[np.float64]
# What an issue has for each criterion: a score or, in a scheme without scales, what was counted.
Scores = Mapping[str, float | None]
# Two sums of the same numbers in another order may differ in the last digits.
DECIMALS = 9


@dataclass(frozen=True)
class ScoreMatrix:
    """What each issue has for each criterion, in the scheme's order; nan where it is missing.

    `values` are issues × criteria, or draws × issues × criteria where the scores vary too.
    """

    scheme: Scheme
    issues: tuple[str, ...]
    values: Floats

    @property
    def weights(self) -> Floats:
        """The scheme's own weights, as a single draw of them."""
        return np.array([[criterion.weight for criterion in self.scheme.criteria]])

    def columns(self, criteria: Sequence[Criterion]) -> list[int]:
        """Return where some criteria stand."""
        return [self.scheme.criteria.index(criterion) for criterion in criteria]

    def scores(self, weights: Floats) -> Floats:
        """Return the score of every issue under every draw of weights: draws × issues."""
        sides = np.array([self.together(side, weights) for side in self.scheme.sides])
        return _rounded(sides.prod(axis=0))

    def together(self, criteria: Sequence[Criterion], weights: Floats) -> Floats:
        """Return what some criteria come to, draws × issues; nan where none of them is known."""
        values, own = self.values[..., self.columns(criteria)], weights[:, self.columns(criteria)]
        sums = _over_criteria(np.nan_to_num(values), own)
        highest = _over_criteria((~np.isnan(values)).astype(float), own * self._most(criteria))
        return self._whole(own) * _share(sums, highest)

    def parts(self, criteria: Sequence[Criterion]) -> Floats:
        """Return what each of some criteria adds to what they come to: issues × criteria."""
        columns = self.columns(criteria)
        values, own = self.values[:, columns], self.weights[:, columns]
        highest = np.sum(own * self._most(criteria) * ~np.isnan(values), axis=1, keepdims=True)
        return self._whole(own) * _share(own * values, highest)

    def keys(self, weights: Floats) -> Floats:
        """Return what issues are ordered by, the highest first: keys × draws × issues.

        The score comes first, then every tie-break, with the scheme's own weights. An issue whose
        tie-break is missing comes after those that have it.
        """
        scores = self.scores(weights)
        sign = 1 if self.scheme.direction is RankOrder.HIGHEST_FIRST else -1
        ties = [self._tie_break(name) for name in self.scheme.tie_breaks]
        return np.stack([sign * scores, *(np.broadcast_to(tie, scores.shape) for tie in ties)])

    def _tie_break(self, name: str) -> Floats:
        named = [criterion for criterion in self.scheme.criteria if criterion.id == name]
        of_group = [
            criterion for criterion in self.scheme.criteria if criterion.group.value == name
        ]
        come_to = _rounded(self.together(named or of_group, self.weights))
        return np.where(np.isnan(come_to), -np.inf, come_to)

    def _most(self, criteria: Sequence[Criterion]) -> Floats:
        is_weighted = self.scheme.combine is Combine.WEIGHTED
        return np.array([criterion.most if is_weighted else 1.0 for criterion in criteria])

    def _whole(self, weights: Floats) -> Floats:
        """Return what a share is of: 100, the sum of the weights, or 1, for each draw."""
        if self.scheme.combine is Combine.SUM_PRODUCT:
            sums: Floats = weights.sum(axis=1, keepdims=True)
            return sums
        return np.array([[100.0 if self.scheme.combine is Combine.WEIGHTED else 1.0]])


def score_matrix(scheme: Scheme, by_issue: Mapping[str, Scores]) -> ScoreMatrix:
    """Set out the scores of issues; raises InvalidRequest, saying every score that cannot be.

    In an index every value is divided by the mean of those that are known, times 100.
    """
    return matrix_of_values(scheme, tuple(by_issue), given_values(scheme, by_issue))


def given_values(scheme: Scheme, by_issue: Mapping[str, Scores]) -> Floats:
    """Return scores as given, issues × criteria; raises InvalidRequest with every fault."""
    if faults := [fault for issue, scores in by_issue.items() for fault in _faults(scheme, scores)]:
        raise InvalidRequest(" ".join(dict.fromkeys(faults)))
    rows = [
        [_number(scores.get(criterion.id)) for criterion in scheme.criteria]
        for scores in by_issue.values()
    ]
    return np.array(rows, dtype=float).reshape(len(rows), len(scheme.criteria))


def matrix_of_values(scheme: Scheme, issues: tuple[str, ...], values: Floats) -> ScoreMatrix:
    """Set out scores as they were given, also those of many draws at once."""
    return ScoreMatrix(scheme, issues, _indexed(values) if _is_index(scheme) else values)


def _is_index(scheme: Scheme) -> bool:
    return scheme.combine is Combine.INDEX


def _indexed(values: Floats) -> Floats:
    known = ~np.isnan(values)
    sums, counts = (of.sum(axis=-2, keepdims=True) for of in (np.nan_to_num(values), known))
    means = sums / np.maximum(counts, 1)
    # Where no issue has any there is no mean to stand above or below.
    return 100 * _share(values, means)


def _over_criteria(values: Floats, weights: Floats) -> Floats:
    """Add up values × weights over the criteria: draws × issues."""
    sums: Floats = (values @ weights[:, :, None])[..., 0]
    return sums


def _rounded(values: Floats) -> Floats:
    rounded: Floats = np.round(values, DECIMALS)
    return rounded


def _share(parts: Floats, wholes: Floats) -> Floats:
    """Divide; what is out of nothing is not known."""
    shares: Floats = parts / np.where(wholes > 0, wholes, np.nan)
    return shares


def _number(score: float | None) -> float:
    return np.nan if score is None else float(score)


def _faults(scheme: Scheme, scores: Scores) -> list[str]:
    """Say what is not a criterion, and what is off its scale; between steps lie medians."""
    known = {criterion.id: criterion for criterion in scheme.criteria}
    faults = [f"{scheme.label} has no criterion '{name}'." for name in scores if name not in known]
    for criterion in scheme.criteria:
        score = scores.get(criterion.id)
        if score is None:
            continue
        highest = criterion.most if criterion.steps else np.inf
        lowest = criterion.steps[0].score if criterion.steps else 0
        if not (isfinite(score) and lowest <= score <= highest):
            reach = f"from {lowest} to {highest:g}" if criterion.steps else "of 0 or more"
            faults.append(f"'{criterion.label}' takes a score {reach}, not {score:g}.")
    return faults
