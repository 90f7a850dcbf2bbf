"""What a score is made of, as bars: one for each side of it, a segment for each criterion."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.definitions import Combine, Criterion, CriterionGroup, Scheme
from assessment.risk_matrix import Ranked

# Impact and harm in browns, likelihood in blues, other evidence in greens; light and dark in turn
# so that neighbours part. Each with the colour of its letters.
DARK, LIGHT = "#14181f", "#ffffff"
WARM = (("#7a2900", LIGHT), ("#f0b480", DARK), ("#a84300", LIGHT), ("#f7d9bd", DARK))
COLD = (("#00497d", LIGHT), ("#8fc1e8", DARK), ("#0b6fb5", LIGHT), ("#cfe2f2", DARK))
GREEN = (("#0b5345", LIGHT), ("#8fd0bd", DARK))
TONES: Mapping[CriterionGroup, Sequence[tuple[str, str]]] = {
    CriterionGroup.IMPACT: WARM,
    CriterionGroup.HARM: WARM,
    CriterionGroup.LIKELIHOOD: COLD,
    CriterionGroup.EVIDENCE: GREEN,
}
# A segment narrower than this share of the bar has no room for a number.
ROOM_FOR_A_NUMBER = 2.2


@dataclass(frozen=True)
class Segment:
    """A criterion's part of a bar in per cent of the bar's whole length."""

    criterion: Criterion
    given: float
    percent: float
    fill: str
    letters: str

    @property
    def has_room(self) -> bool:
        """Whether the score can be written into it."""
        return self.percent >= ROOM_FOR_A_NUMBER


def colours(scheme: Scheme) -> Mapping[str, tuple[str, str]]:
    """Return fill and letters of each criterion that makes the score."""
    by_criterion: dict[str, tuple[str, str]] = {}
    met: dict[Sequence[tuple[str, str]], int] = {}
    for criterion in scheme.counted:
        tones = tuple(TONES[criterion.group])
        place = met.get(tones, 0)
        met[tones] = place + 1
        by_criterion[criterion.id] = tones[place % len(tones)]
    return by_criterion


def bars(scheme: Scheme, ranked: Sequence[Ranked]) -> Mapping[str, tuple[tuple[Segment, ...], ...]]:
    """Return by issue a bar for each side of the score, all drawn to the same length."""
    fills = colours(scheme)
    wholes = [_whole(scheme, side, ranked) for side in scheme.sides]
    return {
        issue_rank.issue: tuple(
            tuple(
                Segment(
                    criterion,
                    issue_rank.scored.given[criterion.id] or 0,
                    100 * issue_rank.scored.parts[criterion.id] / whole,
                    *fills[criterion.id],
                )
                for criterion in side
                if issue_rank.scored.parts.get(criterion.id)
            )
            for side, whole in zip(scheme.sides, wholes, strict=True)
        )
        for issue_rank in ranked
    }


def _whole(scheme: Scheme, side: Sequence[Criterion], ranked: Sequence[Ranked]) -> float:
    """Return what the full length of a bar stands for: the most there could be, or is."""
    match scheme.combine:
        case Combine.WEIGHTED:
            return 100.0
        case Combine.SUM_PRODUCT:
            return sum(criterion.weight * criterion.most for criterion in side)
        case Combine.PRODUCT:
            return max(criterion.most for criterion in side)
    sums = (
        sum(issue_rank.scored.parts.get(criterion.id, 0) for criterion in side)
        for issue_rank in ranked
    )
    return max(sums, default=0) or 1.0
