"""Whether a ranking survives what is not sure: a thousand draws of weights and of scores."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from assessment.definitions import Scheme
from assessment.errors import InvalidRequest
from assessment.risk_matrix.ranking.possible_scores import Possible, drawn_values
from assessment.risk_matrix.ranking.ranks import places_of, ranks
from assessment.risk_matrix.ranking.score_matrix import (
    Floats,
    Scores,
    given_values,
    matrix_of_values,
)

SPREAD = 0.25
DRAWS = 1000
SEED = 20


@dataclass(frozen=True)
class RankRange:
    """The rank of an issue, and between which ranks it lies when what is not sure varies.

    `lowest` is the best rank, as a number, and `highest` the worst. `top_share` is the share of
    draws in which it is among the top. An issue without a score has no rank; where it would stand
    among those that have one is known where missing scores were varied too, else None.
    """

    rank: int | None
    median: float | None
    lowest: int | None
    highest: int | None
    top_share: float | None


UNRANKED = RankRange(None, None, None, None, None)


def robustness(
    scheme: Scheme,
    by_issue: Mapping[str, Scores],
    *,
    top_n: int,
    possible: Possible | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Mapping[str, RankRange]:
    """Rank issues under weights that each vary by up to 25%, evenly and apart from each other.

    With `possible`, which has what a score could be where that is not sure, the scores vary as
    well, and missing ones over their whole scale. A seed always gives the same draws. An issue
    that shares the last place of the top is in it.
    """
    check_top(top_n)
    if draws < 1:
        raise InvalidRequest(f"At least one draw of weights is needed, not {draws}.")
    chance = np.random.default_rng(seed)
    varied = chance.uniform(1 - SPREAD, 1 + SPREAD, (draws, len(scheme.criteria)))
    values = given_values(scheme, by_issue)
    if possible is not None:
        values = drawn_values(scheme, by_issue, possible, chance.random((draws, *values.shape)))
    matrix = matrix_of_values(scheme, tuple(by_issue), values)
    own = ranks(scheme, by_issue)
    has_rank = np.array([rank is not None for rank in own.values()])
    places = places_of(matrix.keys(matrix.weights * varied), among=has_rank)
    return {
        issue: _range(own[issue], places[:, at], top_n) for at, issue in enumerate(matrix.issues)
    }


def check_top(top_n: int) -> None:
    """Refuse a top that nothing can be in."""
    if top_n < 1:
        raise InvalidRequest(f"The top must be at least 1, not {top_n}.")


def _range(rank: int | None, places: Floats, top_n: int) -> RankRange:
    if np.isnan(places).any():
        return replace(UNRANKED, rank=rank)
    return RankRange(
        rank=rank,
        median=float(np.median(places)),
        lowest=int(places.min()),
        highest=int(places.max()),
        top_share=float(np.mean(places <= top_n)),
    )
