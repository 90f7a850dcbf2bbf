"""What a score could be: missing ones anywhere on their scales, others by how sure they are.

A cell without an entry is taken to be known for certain where it has a score; where it has none it
may be anything: every step of its scale or, without a scale, what the other issues have.
"""

from collections.abc import Iterable, Mapping

import numpy as np

from assessment.definitions import Criterion, Scheme
from assessment.risk_matrix.ranking.score_matrix import Floats, given_values

# Scores, each with how likely it is; all together 1.
PossibleScores = tuple[tuple[float, float], ...]
# By issue and criterion.
Possible = Mapping[tuple[str, str], PossibleScores]


def equally_likely(scores: Iterable[float]) -> PossibleScores:
    """Return scores of which each is as likely as any other; one that is there twice counts so."""
    every = sorted(scores)
    return tuple((score, every.count(score) / len(every)) for score in dict.fromkeys(every))


def whole_scale(criterion: Criterion) -> PossibleScores:
    """Return every score of a scale; none where there is no scale."""
    return equally_likely(step.score for step in criterion.steps)


def drawn_values(
    scheme: Scheme,
    by_issue: Mapping[str, Mapping[str, float | None]],
    possible: Possible,
    chance: Floats,
) -> Floats:
    """Return what every issue has in every draw, from numbers between 0 and 1 of the same shape.

    Draws × issues × criteria. What does not make the score stays as it is.
    """
    given = given_values(scheme, by_issue)
    values = np.broadcast_to(given, chance.shape).copy()
    counted = set(scheme.counted)
    for column, criterion in enumerate(scheme.criteria):
        if criterion not in counted:
            continue
        anything = whole_scale(criterion) or equally_likely(_known(given[:, column]))
        for row, issue in enumerate(by_issue):
            unknown = anything if np.isnan(given[row, column]) else ()
            if scores := possible.get((issue, criterion.id)) or unknown:
                values[:, row, column] = _drawn(scores, chance[:, row, column])
    return values


def _drawn(possible: PossibleScores, chance: Floats) -> Floats:
    scores, likely = (np.array(part) for part in zip(*possible, strict=True))
    # The last is open upwards: shares may add up to a hair less than 1.
    drawn: Floats = scores[np.searchsorted(np.cumsum(likely)[:-1], chance, side="right")]
    return drawn


def _known(values: Floats) -> list[float]:
    return [float(value) for value in values if not np.isnan(value)]
