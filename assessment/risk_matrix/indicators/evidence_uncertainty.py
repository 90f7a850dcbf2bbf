"""Which scores evidence might as well have given: counting alone, and edges of steps.

The steps are our own choice: a value close to the edge of one would have another score if the edge
had been drawn a little further. Shares are rounded to tenths, so that ranks, which everybody sees,
tell no more of a withheld number than about where in its step it lies.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from assessment.chance import Z_95
from assessment.definitions import Criterion
from assessment.definitions.schemes.scoring_rules import Condition, Cut, ValuePart
from assessment.risk_matrix.evidence.counting_error import EQUALLY_LIKELY
from assessment.risk_matrix.evidence.indicator_value import IndicatorValue
from assessment.risk_matrix.ranking.possible_scores import PossibleScores, equally_likely
from assessment.risk_matrix.ranking.score_matrix import Floats

# An edge may lie anywhere up to a quarter of the way to the next.
EDGE_SHIFT = 0.25
# Places of the edges, from one end of where they may lie to the other.
SHIFTS = np.linspace(-0.8, 0.8, 5)[:, None] * EDGE_SHIFT
DEVIATES = np.array(EQUALLY_LIKELY)
TENTHS = 10


def possible_scores(criterion: Criterion, known: IndicatorValue) -> PossibleScores:
    """Return the scores that evidence might give; none where it is missing."""
    exact = known.for_scales
    if criterion.rule is None:
        return ()
    if not criterion.steps:
        return _possible_values(known)
    if exact.between:
        least, most = (criterion.score_for(end) for end in exact.between)
        return equally_likely(range(least, most + 1))
    if exact.value is None:
        return ()
    if ValuePart.VERDICT in criterion.rule.parts and not exact.alternatives:
        return ()
    places = _places(criterion.rule.cuts, _numbers(exact, exact.value))
    return _in_tenths([criterion.steps[place].score for place in places.flat])


def _possible_values(known: IndicatorValue) -> PossibleScores:
    """Return what a value might as well have been, where the value itself is the score."""
    if known.value is None:
        return ()
    return equally_likely(max(0.0, float(value)) for value in _values(known, known.value))


def _values(known: IndicatorValue, value: float) -> Floats:
    low, high = known.interval or (value, value)
    below, above = (value - low) / Z_95, (high - value) / Z_95
    values: Floats = value + DEVIATES * np.where(DEVIATES < 0, below, above)
    return values


def _numbers(known: IndicatorValue, value: float) -> Mapping[ValuePart, Floats]:
    """Return values with their verdicts, or with the ends of intervals, which move with them."""
    if known.alternatives:
        values, verdicts = (np.array(part) for part in zip(*known.alternatives, strict=True))
        moved = (100 + values) / (100 + value)
        ends = known.interval or (value, value)
        low, high = ((100 + end) * moved - 100 for end in ends)
        return {
            ValuePart.VALUE: values,
            ValuePart.LOW: low,
            ValuePart.HIGH: high,
            ValuePart.VERDICT: verdicts,
        }
    values = _values(known, value)
    if known.interval is None:
        return {ValuePart.VALUE: values}
    moved = (100 + values) / (100 + value) if value > -100 else np.ones(len(DEVIATES))
    low, high = ((100 + end) * moved - 100 for end in known.interval)
    return {ValuePart.VALUE: values, ValuePart.LOW: low, ValuePart.HIGH: high}


def _places(cuts: Sequence[Cut], numbers: Mapping[ValuePart, Floats]) -> npt.NDArray[np.intp]:
    """Return which step it is: shifts of the edges × values."""
    edges = _edges(tuple(cuts))
    holds = [
        np.logical_and.reduce(
            np.broadcast_arrays(
                *(
                    _holds(condition, numbers[condition.part], edge)
                    for condition, edge in zip(cut.conditions, own, strict=True)
                )
            )
        )
        for cut, own in zip(cuts, edges, strict=True)
    ]
    places: npt.NDArray[np.intp] = np.argmax([*holds, np.ones_like(holds[0])], axis=0)
    return places


def _holds(condition: Condition, numbers: Floats, edge: Floats) -> npt.NDArray[np.bool_]:
    holds: npt.NDArray[np.bool_] = numbers <= edge if condition.may_equal else numbers < edge
    return holds


@cache
def _edges(cuts: tuple[Cut, ...]) -> tuple[tuple[Floats, ...], ...]:
    """Return where the limit of each condition of each cut might lie, one for each shift."""
    limits = sorted({c.limit for cut in cuts for c in cut.conditions if _is_edge(c)})
    return tuple(tuple(_moved(condition, limits) for condition in cut.conditions) for cut in cuts)


def _is_edge(condition: Condition) -> bool:
    """Tell whether a limit is drawn by choice: none at all is none, and no change is none."""
    return condition.part is ValuePart.VALUE and condition.limit != 0


def _moved(condition: Condition, limits: Sequence[float]) -> Floats:
    limit = np.full_like(SHIFTS, condition.limit)
    if not _is_edge(condition):
        return limit
    gaps = np.diff([min(0.0, limits[0]), *limits])
    at = limits.index(condition.limit)
    below, above = gaps[at], gaps[min(at + 1, len(gaps) - 1)]
    moved: Floats = limit + SHIFTS * np.where(SHIFTS < 0, below or above, above)
    return moved


def _in_tenths(scores: Sequence[int]) -> PossibleScores:
    counted = Counter(scores)
    tenths = {score: round(TENTHS * counted[score] / len(scores)) for score in sorted(counted)}
    whole = sum(tenths.values())
    return tuple((float(score), n / whole) for score, n in tenths.items() if n)
