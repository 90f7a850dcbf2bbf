"""Several schemes in words: what is high in all of them, and where they part."""

from collections.abc import Iterator, Sequence

from assessment.outputs.risk_matrix.wording.risk_wording import DASH
from assessment.periods import joined
from assessment.risk_matrix.matrix import TOP_N, Matrix, is_in_top

NUMBERS = ("no", "one", "two", "three", "four", "five", "six")
MOST_NAMED = 3


def counted(number: int) -> str:
    """Write a small number in words."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def apart(ranks: Sequence[int | None]) -> str:
    """Return how many places lie between the highest and the lowest rank; a dash without one.

    Of two, also whether the second is the higher.
    """
    known = [rank for rank in ranks if rank is not None]
    if len(known) < len(ranks):
        return DASH
    places = max(known) - min(known)
    if not places or len(known) > 2:
        return str(places) if places else "same"
    return f"▲ {places} higher" if known[1] < known[0] else f"▼ {places} lower"


def side_by_side(every: Sequence[Matrix]) -> tuple[str, ...]:
    """Say which issues are in every top, which only under one scheme, and which lie furthest apart.

    The first matrix names the issues.
    """
    return tuple(_sentences(every)) if len(every) > 1 else ("Choose a scheme to set beside it.",)


def _sentences(every: Sequence[Matrix]) -> Iterator[str]:
    first = every[0]
    tops = [_top(matrix) for matrix in every]
    issues = [ranked.issue for ranked in first.ranked]
    in_all = [first.label(issue) for issue in issues if all(issue in top for top in tops)]
    schemes = "both schemes" if len(every) == 2 else f"all {counted(len(every))} schemes"
    yield (
        f"In the top {TOP_N} under {schemes}: {joined(in_all)}."
        if in_all
        else f"No issue is in the top {TOP_N} under {schemes}."
    )
    for at, matrix in enumerate(every):
        others = frozenset[str]().union(*(top for place, top in enumerate(tops) if place != at))
        alone = [issue for issue in issues if issue in tops[at] - others]
        if alone:
            names = joined([first.label(issue) for issue in alone])
            yield f"Only under {matrix.scheme.label}: {names}."
    if furthest := _furthest(every, issues):
        yield f"Furthest apart: {furthest}."


def _top(matrix: Matrix) -> frozenset[str]:
    return frozenset(ranked.issue for ranked in matrix.ranked if is_in_top(ranked.rank))


def _furthest(every: Sequence[Matrix], issues: Sequence[str]) -> str:
    rank_of = [{ranked.issue: ranked.rank for ranked in matrix.ranked} for matrix in every]
    known = {
        issue: [rank for ranks in rank_of if (rank := ranks[issue]) is not None] for issue in issues
    }
    wide = {
        issue: max(ranks) - min(ranks) for issue, ranks in known.items() if len(ranks) == len(every)
    }
    apart_most = sorted((issue for issue in wide if wide[issue]), key=lambda issue: -wide[issue])
    return joined(
        [
            f"{every[0].label(issue)} (rank {min(known[issue])} to {max(known[issue])})"
            for issue in apart_most[:MOST_NAMED]
        ]
    )
