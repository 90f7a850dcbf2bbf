"""Several schemes in words: what is high in all of them, and where they part."""

from collections.abc import Iterator, Sequence

from assessment.outputs.risk_matrix.risk_wording import DASH
from assessment.periods import joined
from assessment.risk_matrix.matrix import TOP_N, Matrix

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
    found = every[0]
    tops = [_top(each) for each in every]
    ranked = [one.issue for one in found.ranked]
    in_all = [found.label(each) for each in ranked if all(each in top for top in tops)]
    schemes = "both schemes" if len(every) == 2 else f"all {counted(len(every))} schemes"
    yield (
        f"In the top {TOP_N} under {schemes}: {joined(in_all)}."
        if in_all
        else f"No issue is in the top {TOP_N} under {schemes}."
    )
    for at, each in enumerate(every):
        others = [top for place, top in enumerate(tops) if place != at]
        alone = [one for one in ranked if one in tops[at] and not any(one in o for o in others)]
        if alone:
            yield f"Only under {each.scheme.label}: {joined([found.label(one) for one in alone])}."
    if said := _furthest(every, ranked):
        yield f"Furthest apart: {said}."


def _top(found: Matrix) -> frozenset[str]:
    return frozenset(one.issue for one in found.ranked if (one.rank or TOP_N + 1) <= TOP_N)


def _furthest(every: Sequence[Matrix], ranked: Sequence[str]) -> str:
    places = [{one.issue: one.rank for one in each.ranked} for each in every]
    known = {
        issue: [rank for each in places if (rank := each[issue]) is not None] for issue in ranked
    }
    wide = {
        issue: max(ranks) - min(ranks) for issue, ranks in known.items() if len(ranks) == len(every)
    }
    first = sorted((one for one in wide if wide[one]), key=lambda one: -wide[one])[:MOST_NAMED]
    return joined(
        [f"{every[0].label(one)} (rank {min(known[one])} to {max(known[one])})" for one in first]
    )
