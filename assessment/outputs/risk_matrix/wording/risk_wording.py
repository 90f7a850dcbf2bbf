"""The risk matrix in words: ranks, bands, where a score comes from, who differs."""

from assessment.definitions import Combine, Scheme
from assessment.numbers import count_of, rounded
from assessment.risk_matrix import Ranked, Scored
from assessment.risk_matrix.assessments import Assessment
from assessment.risk_matrix.judgements import EffectiveScore, ScoredBy
from assessment.risk_matrix.workshop.scorer_agreement import Opinion, Spread

DASH = "–"
TOO_LITTLE = "less than half is known"
NO_BAND = f"no band: {TOO_LITTLE}"


def rank(ranked: Ranked) -> str:
    """Return a rank as tables print it: 1, 2= where it is shared, a dash without one."""
    return DASH if ranked.rank is None else f"{ranked.rank}{'=' if ranked.is_tied else ''}"


def number(value: float | None) -> str:
    """Return a score or a median without a trailing .0; a dash where there is none."""
    if value is None:
        return DASH
    short = rounded(value, 1)
    whole = short.to_integral_value()
    return f"{whole if short == whole else short:,}"


def out_of(scheme: Scheme) -> str:
    """Return what a score is out of, for the head of a column."""
    match scheme.combine:
        case Combine.WEIGHTED:
            return "of 100"
        case Combine.INDEX:
            return "100 is the mean of these issues"
        case Combine.HARM:
            return "days of harm"
    most = 1.0
    for side in scheme.sides:
        most *= sum(
            (criterion.weight if scheme.combine is Combine.SUM_PRODUCT else 1) * criterion.most
            for criterion in side
        )
    return f"of {number(most)}"


def band(scored: Scored) -> str:
    """Return the band of an issue, or why it has none."""
    if scored.score is None:
        return "no score"
    return scored.band.label if scored.band else NO_BAND


def where_from(effective: EffectiveScore) -> str:
    """Say where the score that counts comes from."""
    if effective.by is ScoredBy.DATA:
        return "data"
    if effective.by is ScoredBy.DESK and effective.judgement:
        return f"judged by {effective.judgement.who}"
    if effective.by is ScoredBy.PANEL and effective.spread:
        count = len(effective.spread.values)
        return f"panel: the median of {count_of(count, 'score')}"
    return "missing"


def beside(effective: EffectiveScore) -> str:
    """Say what else has been said and does not count, so that nothing is out of sight."""
    parts = []
    if effective.data is not None and effective.by is not ScoredBy.DATA:
        parts.append(f"data would give {number(effective.data)}")
    if (
        effective.spread
        and effective.spread.median is not None
        and effective.by is not ScoredBy.PANEL
    ):
        parts.append(f"the panel gave {number(effective.spread.median)}")
    if (
        effective.judgement
        and effective.judgement.value is not None
        and effective.by is not ScoredBy.DESK
    ):
        parts.append(f"{effective.judgement.who} had given {effective.judgement.value} before")
    return "; ".join(parts)


def middle_half(spread: Spread) -> str:
    """Return between which scores the middle half lies."""
    if spread.quartiles is None:
        return DASH
    lower, upper = (number(end) for end in spread.quartiles)
    return lower if lower == upper else f"{lower} to {upper}"


def who_differs(spread: Spread) -> str:
    """Return who is far from the median, by agency and role, the lowest first."""
    differing = sorted(
        spread.apart, key=lambda opinion: (opinion.value or 0, opinion.agency, opinion.role)
    )
    return "; ".join(_opinion(opinion) for opinion in differing)


def progress(scored: int, cells: int, in_round: int, number_of_round: int) -> str:
    """Return how far a scorer has come."""
    done = "finished" if scored >= cells else f"{scored} of {cells}"
    if number_of_round == 1:
        return done
    changed = f"{in_round} looked at again" if in_round else "nothing looked at again yet"
    return f"{done}; {changed}"


def place(ranked: Ranked) -> str:
    """Return the rank of an issue with its score."""
    return f"rank {rank(ranked)}, score {number(ranked.scored.score)}"


def place_and_band(ranked: Ranked) -> str:
    """Say where an issue stands now: Rank 3, score 72.3: High."""
    if ranked.rank is None:
        return "No rank: too little is known for a score"
    points = number(ranked.scored.score)
    return f"Rank {rank(ranked)}, score {points}: {band(ranked.scored)}"


def assessment_name(assessment: Assessment) -> str:
    """Return a name that tells an assessment from all others."""
    return f"Year to {assessment.ending:%B %Y} (no. {assessment.id})"


def _opinion(opinion: Opinion) -> str:
    return f"{opinion.agency}, {opinion.role}: {number(opinion.value)}"
