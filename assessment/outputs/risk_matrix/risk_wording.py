"""The risk matrix in words: ranks, how firm they are, where a score comes from, who differs."""

from dataclasses import replace

from assessment.definitions import Combine, Scheme
from assessment.numbers import count_of
from assessment.outputs.changes.change_wording import rounded
from assessment.periods import joined
from assessment.risk_matrix import LeftOut, Ranked, RankRange, RankSensitivity
from assessment.risk_matrix.assessments import Assessment
from assessment.risk_matrix.judgements import EffectiveScore, ScoredBy
from assessment.risk_matrix.workshop.scorer_agreement import Opinion, Spread

DASH = "–"
MOST_WAYS = 3


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
            return "100 is the average"
        case Combine.HARM:
            return "days of harm"
    most = 1.0
    for side in scheme.sides:
        most *= sum(
            (criterion.weight if scheme.combine is Combine.SUM_PRODUCT else 1) * criterion.most
            for criterion in side
        )
    return f"of {number(most)}"


def rank_range(reach: RankRange) -> str:
    """Return between which ranks an issue lies when the weights vary."""
    if reach.lowest is None:
        return DASH
    if reach.lowest == reach.highest:
        return f"always {reach.lowest}"
    return f"{reach.lowest} to {reach.highest}"


def top_share(reach: RankRange) -> str:
    """Return in how many draws of weights an issue is among the top; all and none only if so."""
    if reach.top_share is None:
        return DASH
    if reach.top_share in (0, 1):
        return "never" if reach.top_share == 0 else "always"
    percent = min(max(int(rounded(100 * reach.top_share, 0)), 1), 99)
    return f"{percent}%"


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


def sensitivity_in_words(sensitivity: RankSensitivity, scheme: Scheme, top_n: int) -> str:
    """Say what one score would have to be for an issue to enter or leave the top.

    Nothing where no one score can do it.
    """
    verb = "leave" if sensitivity.is_in_top else "enter"
    if not sensitivity.changes:
        return ""
    ways = [
        f"{scheme.criterion(change.criterion).label} {number(change.then)} instead of "
        f"{number(change.now)}"
        for change in sensitivity.changes
    ]
    return f"It would {verb} the top {top_n} with {joined(ways, 'or')}."


def crossing(sensitivity: RankSensitivity, scheme: Scheme, top_n: int) -> str:
    """Say what would move an issue over the line, or that no one score would."""
    verb = "out of" if sensitivity.is_in_top else "into"
    few = replace(sensitivity, changes=sensitivity.changes[:MOST_WAYS])
    more = len(sensitivity.changes) - MOST_WAYS
    others = (
        f" There {'is' if more == 1 else 'are'} {count_of(more, 'more way')}." if more > 0 else ""
    )
    return (sensitivity_in_words(few, scheme, top_n) + others) or (
        f"No one score alone would move it {verb} the top {top_n}."
    )


def place(ranked: Ranked) -> str:
    """Return the rank of an issue with its score."""
    return f"rank {rank(ranked)}, score {number(ranked.scored.score)}"


def place_and_band(ranked: Ranked) -> str:
    """Say where an issue stands now: Rank 3, score 72.3: High."""
    if ranked.scored.band is None:
        return "No rank: too little is known for a score"
    return f"Rank {rank(ranked)}, score {number(ranked.scored.score)}: {ranked.scored.band.label}"


def in_draws(reach: RankRange) -> str:
    """Return how often an issue is among the top when weights vary, as part of a sentence."""
    share = top_share(reach)
    return share if share in ("always", "never") else f"in {share} of draws"


def left_out(without_it: LeftOut, what: str, labels: dict[str, str]) -> str:
    """Say how the top differs without a criterion or a scorer; nothing where it does not."""
    if not without_it.entering and not without_it.leaving:
        return ""
    enters = joined([labels[issue] for issue in without_it.entering])
    leaves = joined([labels[issue] for issue in without_it.leaving])
    parts = [f"{enters} would enter" if enters else "", f"{leaves} would leave" if leaves else ""]
    return f"Without {what}: {joined([part for part in parts if part])}."


def assessment_name(assessment: Assessment) -> str:
    """Return a name that tells an assessment from all others."""
    return f"Year to {assessment.ending:%B %Y} (no. {assessment.id})"


def _opinion(opinion: Opinion) -> str:
    return f"{opinion.agency}, {opinion.role}: {opinion.value}"
