"""Whether a ranking survives other weights: the same scores under a thousand draws of weights."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from assessment.definitions import Scheme
from assessment.errors import InvalidRequest
from assessment.risk_matrix.ranking.ranks import places_of, ranks
from assessment.risk_matrix.ranking.score_matrix import Floats, Scores, score_matrix

SPREAD = 0.25
DRAWS = 1000
SEED = 20


@dataclass(frozen=True)
class RankRange:
    """The rank of an issue, and what becomes of it when every weight varies.

    `lowest` is the best rank, as a number, and `highest` the worst. `top_share` is the share of
    draws in which it is among the top. All but the rank are None where there is no score.
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
    draws: int = DRAWS,
    seed: int = SEED,
) -> Mapping[str, RankRange]:
    """Rank issues under weights that each vary by up to 25%, evenly and apart from each other.

    A seed always gives the same draws. An issue that shares the last place of the top is in it.
    """
    check_top(top_n)
    if draws < 1:
        raise InvalidRequest(f"At least one draw of weights is needed, not {draws}.")
    matrix = score_matrix(scheme, by_issue)
    varied = np.random.default_rng(seed).uniform(
        1 - SPREAD, 1 + SPREAD, (draws, len(scheme.criteria))
    )
    places = places_of(matrix.keys(matrix.weights * varied))
    own = ranks(scheme, by_issue)
    return {
        issue: _range(own[issue], places[:, at], top_n) for at, issue in enumerate(matrix.issues)
    }


def check_top(top_n: int) -> None:
    """Refuse a top that nothing can be in."""
    if top_n < 1:
        raise InvalidRequest(f"The top must be at least 1, not {top_n}.")


def _range(rank: int | None, places: Floats, top_n: int) -> RankRange:
    if rank is None:
        return UNRANKED
    return RankRange(
        rank=rank,
        median=float(np.median(places)),
        lowest=int(places.min()),
        highest=int(places.max()),
        top_share=float(np.mean(places <= top_n)),
    )
