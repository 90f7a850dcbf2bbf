"""How firm the top of a matrix is: which issues are near the line, and what would move them."""

from collections.abc import Mapping

from assessment.risk_matrix.judgements import ScoredBy
from assessment.risk_matrix.matrix import TOP_N, Matrix
from assessment.risk_matrix.ranking.leave_one_out import (
    LeftOut,
    without_each_criterion,
    without_each_scorer,
)
from assessment.risk_matrix.ranking.ranks import Ranked
from assessment.risk_matrix.ranking.score_matrix import Scores
from assessment.risk_matrix.ranking.sensitivity import RankSensitivity, sensitivities

# So many ranks on either side of the line are near it, and so is what weights alone move over it.
NEAR = 2


def issues_near_the_line(matrix: Matrix) -> list[Ranked]:
    """Return the issues that little would move into the top or out of it, in their order."""
    return [ranked for ranked in matrix.ranked if _is_near(matrix, ranked)]


def _is_near(matrix: Matrix, ranked: Ranked) -> bool:
    if ranked.rank is None:
        return False
    share = matrix.ranges[ranked.issue].top_share
    is_beside_it = TOP_N - NEAR < ranked.rank <= TOP_N + NEAR
    return is_beside_it or (share is not None and 0 < share < 1)


def turns(matrix: Matrix) -> Mapping[str, RankSensitivity]:
    """Return what would move each issue over the line."""
    return sensitivities(matrix.scheme, _scores(matrix), top_n=TOP_N)


def without_criteria(matrix: Matrix) -> list[tuple[str, LeftOut]]:
    """Return what becomes of the top without each criterion, by how that is called."""
    cases = without_each_criterion(matrix.scheme, _scores(matrix), top_n=TOP_N)
    return [(f"“{matrix.scheme.criterion(case.without).label}”", case) for case in cases]


def without_scorers(matrix: Matrix) -> list[tuple[str, LeftOut]]:
    """Return what becomes of the top without each scorer, by agency and role."""
    scorers = _scorers(matrix)
    if not scorers:
        return []
    cases = without_each_scorer(
        matrix.scheme, _scores_of_no_scorer(matrix), _scores_by_scorer(matrix), top_n=TOP_N
    )
    return [(scorers[case.without], case) for case in cases]


def _scores(matrix: Matrix) -> Mapping[str, Scores]:
    return {ranked.issue: ranked.scored.given for ranked in matrix.ranked}


def _scorers(matrix: Matrix) -> Mapping[str, str]:
    """Return the scorers whose scores count, by agency and role.

    The first records of agreed years did not keep who gave what.
    """
    return {
        opinion.scorer: f"{opinion.agency}, {opinion.role}"
        for effective in matrix.effective_scores.values()
        if effective.by is ScoredBy.PANEL and effective.spread
        for opinion in effective.spread.opinions
        if opinion.scorer
    }


def _scores_of_no_scorer(matrix: Matrix) -> Mapping[str, Scores]:
    """Return every score but a panel's, which is left to the scorers."""
    return {
        ranked.issue: {
            criterion: None if _is_panels(matrix, ranked.issue, criterion) else score
            for criterion, score in ranked.scored.given.items()
        }
        for ranked in matrix.ranked
    }


def _scores_by_scorer(matrix: Matrix) -> Mapping[str, Mapping[str, Scores]]:
    """Return each scorer's scores where the panel's median counts."""
    scores: dict[str, dict[str, dict[str, float | None]]] = {}
    for (issue, criterion), effective in matrix.effective_scores.items():
        if effective.by is ScoredBy.PANEL and effective.spread:
            for opinion in effective.spread.opinions:
                by_issue = scores.setdefault(opinion.scorer, {})
                by_issue.setdefault(issue, {})[criterion] = opinion.value
    return scores


def _is_panels(matrix: Matrix, issue: str, criterion: str) -> bool:
    effective = matrix.effective_scores.get((issue, criterion))
    return effective is not None and effective.by is ScoredBy.PANEL
