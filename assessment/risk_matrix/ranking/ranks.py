"""Ranks: ties share one, tie-breaks part them, and what has no score has no rank."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assessment.definitions import Scheme
from assessment.risk_matrix.ranking.issue_scores import Scored, score_all
from assessment.risk_matrix.ranking.score_matrix import Floats, Scores, score_matrix


@dataclass(frozen=True)
class Ranked:
    """An issue in its place: of two that share rank 2, both have it and the next has 4."""

    issue: str
    rank: int | None
    is_tied: bool
    scored: Scored
    # What parts it from issues with the same score, in turn; an older record does not say.
    tie_breaks: tuple[str, ...] = ()


def ranked(scheme: Scheme, by_issue: Mapping[str, Scores]) -> tuple[Ranked, ...]:
    """Score and rank issues, rank 1 first; those without a score come last, without a rank."""
    scored = score_all(scheme, by_issue)
    rank = ranks(scheme, by_issue)
    shared = [place for place in rank.values() if place is not None]
    decided = _tie_breaks(scheme, by_issue)
    rows = [
        Ranked(
            issue, rank[issue], shared.count(rank[issue] or 0) > 1, scored[issue], decided[issue]
        )
        for issue in by_issue
    ]
    return tuple(sorted(rows, key=lambda row: (row.rank is None, row.rank)))


def _tie_breaks(scheme: Scheme, by_issue: Mapping[str, Scores]) -> dict[str, tuple[str, ...]]:
    """Return what parts each issue from those with the same score, as far as it was needed."""
    matrix = score_matrix(scheme, by_issue)
    score, *ties = (key[0] for key in matrix.keys(matrix.weights))
    named = list(zip(scheme.tie_breaks, ties, strict=True))
    return {
        issue: tuple(_parting(named, at, score == score[at]))
        for at, issue in enumerate(matrix.issues)
    }


def _parting(
    named: Sequence[tuple[str, Floats]], at: int, level: npt.NDArray[np.bool_]
) -> Iterator[str]:
    """Yield the tie-breaks that part one issue from others that are level with it."""
    for name, tie in named:
        as_good = level & (tie == tie[at])
        if as_good.sum() < level.sum():
            yield name
        level = as_good


def ranks(scheme: Scheme, by_issue: Mapping[str, Scores]) -> dict[str, int | None]:
    """Return the rank of every issue; None where there is no score."""
    matrix = score_matrix(scheme, by_issue)
    places = places_of(matrix.keys(matrix.weights))[0]
    return {
        issue: None if np.isnan(place) else int(place)
        for issue, place in zip(matrix.issues, places, strict=True)
    }


def places_of(keys: Floats, among: npt.NDArray[np.bool_] | None = None) -> Floats:
    """Return the ranks of draws × issues from their keys; nan where there is no score.

    A rank is one more than how many of the issues that stand `among` the others are ahead.
    """
    counts = np.ones(keys.shape[-1], dtype=bool) if among is None else among
    order = np.lexsort(-keys[::-1], axis=-1)
    in_order = np.take_along_axis(keys, np.broadcast_to(order, keys.shape), axis=-1)
    differs = (in_order[..., 1:] != in_order[..., :-1]).any(axis=0)
    ahead = np.cumsum(counts[order], axis=-1) - counts[order]
    # Whoever is level with the one before has its rank: ranks only grow along the order.
    ahead[..., 1:] = np.where(differs, ahead[..., 1:], -1)
    places = np.empty(order.shape)
    np.put_along_axis(places, order, np.maximum.accumulate(ahead, axis=-1) + 1.0, axis=-1)
    return np.where(np.isnan(keys[0]), np.nan, places)


def comes_before(keys: Floats, others: Floats) -> npt.NDArray[np.bool_]:
    """Tell where one is ahead of another: by the first of their keys that differs."""
    (score, *ties), (others_score, *others_ties) = keys, others
    ahead: npt.NDArray[np.bool_] = score > others_score
    level = score == others_score
    for tie, others_tie in zip(ties, others_ties, strict=True):
        ahead = ahead | (level & (tie > others_tie))
        level = level & (tie == others_tie)
    return ahead
