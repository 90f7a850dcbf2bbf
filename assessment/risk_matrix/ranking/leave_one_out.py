"""What a ranking would be without one of its criteria, or without one of those who scored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from statistics import median

from assessment.definitions import Scheme
from assessment.risk_matrix.ranking.rank_robustness import check_top
from assessment.risk_matrix.ranking.ranks import ranks
from assessment.risk_matrix.ranking.score_matrix import Scores

Ranks = Mapping[str, int | None]


@dataclass(frozen=True)
class LeftOut:
    """The ranks without something (a criterion's id, a scorer), and how the top differs by it."""

    without: str
    ranks: Ranks
    entering: tuple[str, ...]
    leaving: tuple[str, ...]


def without_each_criterion(
    scheme: Scheme, by_issue: Mapping[str, Scores], *, top_n: int
) -> tuple[LeftOut, ...]:
    """Rank without each criterion in turn; one that makes a side of the score alone stays."""
    check_top(top_n)
    whole = ranks(scheme, by_issue)
    left_out = []
    spared = [criterion for side in scheme.sides if len(side) > 1 for criterion in side]
    for criterion in spared:
        kept = {
            issue: {name: score for name, score in scores.items() if name != criterion.id}
            for issue, scores in by_issue.items()
        }
        less = ranks(_without(scheme, criterion.id), kept)
        left_out.append(_left_out(criterion.id, whole, less, top_n))
    return tuple(left_out)


def without_each_scorer(
    scheme: Scheme,
    fixed: Mapping[str, Scores],
    by_scorer: Mapping[str, Mapping[str, Scores]],
    *,
    top_n: int,
) -> tuple[LeftOut, ...]:
    """Rank without each scorer in turn. `fixed` is what no scorer gave, as the scores from data."""
    check_top(top_n)
    whole = ranks(scheme, agreed(fixed, by_scorer.values()))
    return tuple(
        _left_out(
            scorer,
            whole,
            ranks(scheme, agreed(fixed, _of_others(by_scorer, scorer))),
            top_n,
        )
        for scorer in by_scorer
    )


def _of_others(
    by_scorer: Mapping[str, Mapping[str, Scores]], scorer: str
) -> list[Mapping[str, Scores]]:
    return [scores for other, scores in by_scorer.items() if other != scorer]


def agreed(
    fixed: Mapping[str, Scores], by_scorer: Iterable[Mapping[str, Scores]]
) -> dict[str, dict[str, float | None]]:
    """Return the median of scorers' scores wherever any gave one, and elsewhere what is fixed."""
    by_cell: dict[tuple[str, str], list[float]] = {}
    for issue, criterion, score in _every(by_scorer):
        by_cell.setdefault((issue, criterion), []).append(score)
    matrix = {issue: dict(scores) for issue, scores in fixed.items()}
    for (issue, criterion), scores in by_cell.items():
        matrix.setdefault(issue, {})[criterion] = median(scores)
    return matrix


def _every(by_scorer: Iterable[Mapping[str, Scores]]) -> list[tuple[str, str, float]]:
    return [
        (issue, criterion, score)
        for by_issue in by_scorer
        for issue, scores in by_issue.items()
        for criterion, score in scores.items()
        if score is not None
    ]


def _without(scheme: Scheme, criterion_id: str) -> Scheme:
    return replace(
        scheme,
        criteria=tuple(criterion for criterion in scheme.criteria if criterion.id != criterion_id),
        tie_breaks=tuple(name for name in scheme.tie_breaks if name != criterion_id),
    )


def _left_out(without: str, whole: Ranks, less: Ranks, top_n: int) -> LeftOut:
    before, after = _top(whole, top_n), _top(less, top_n)
    return LeftOut(
        without=without,
        ranks=less,
        entering=tuple(issue for issue in after if issue not in before),
        leaving=tuple(issue for issue in before if issue not in after),
    )


def _top(rank_of: Ranks, top_n: int) -> list[str]:
    """Return the issues of the top, those that share its last place among them."""
    return [issue for issue, rank in rank_of.items() if rank is not None and rank <= top_n]
