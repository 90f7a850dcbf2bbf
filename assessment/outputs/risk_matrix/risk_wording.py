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


def rank(one: Ranked) -> str:
    """Return a rank as tables print it: 1, 2= where it is shared, a dash without one."""
    return DASH if one.rank is None else f"{one.rank}{'=' if one.is_tied else ''}"


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
            (each.weight if scheme.combine is Combine.SUM_PRODUCT else 1) * each.most
            for each in side
        )
    return f"of {number(most)}"


def rank_range(found: RankRange) -> str:
    """Return between which ranks an issue lies when the weights vary."""
    if found.lowest is None:
        return DASH
    if found.lowest == found.highest:
        return f"always {found.lowest}"
    return f"{found.lowest} to {found.highest}"


def top_share(found: RankRange) -> str:
    """Return in how many draws of weights an issue is among the top; all and none only if so."""
    if found.top_share is None:
        return DASH
    if found.top_share in (0, 1):
        return "never" if found.top_share == 0 else "always"
    percent = min(max(int(rounded(100 * found.top_share, 0)), 1), 99)
    return f"{percent}%"


def where_from(found: EffectiveScore) -> str:
    """Say where the score that counts comes from."""
    if found.by is ScoredBy.DATA:
        return "data"
    if found.by is ScoredBy.DESK and found.judgement:
        return f"judged by {found.judgement.who}"
    if found.by is ScoredBy.PANEL and found.spread:
        count = len(found.spread.values)
        return f"panel: the median of {count_of(count, 'score')}"
    return "missing"


def beside(found: EffectiveScore) -> str:
    """Say what else has been said and does not count, so that nothing is out of sight."""
    said = []
    if found.data is not None and found.by is not ScoredBy.DATA:
        said.append(f"data would give {number(found.data)}")
    if found.spread and found.spread.median is not None and found.by is not ScoredBy.PANEL:
        said.append(f"the panel gave {number(found.spread.median)}")
    if found.judgement and found.judgement.value is not None and found.by is not ScoredBy.DESK:
        said.append(f"{found.judgement.who} had given {found.judgement.value} before")
    return "; ".join(said)


def middle_half(found: Spread) -> str:
    """Return between which scores the middle half lies."""
    if found.quartiles is None:
        return DASH
    lower, upper = (number(end) for end in found.quartiles)
    return lower if lower == upper else f"{lower} to {upper}"


def who_differs(found: Spread) -> str:
    """Return who is far from the median, by agency and role, the lowest first."""
    differing = sorted(found.apart, key=lambda each: (each.value or 0, each.agency, each.role))
    return "; ".join(_opinion(each) for each in differing)


def progress(scored: int, asked: int, in_round: int, number_of_round: int) -> str:
    """Return how far a scorer has come."""
    done = "finished" if scored >= asked else f"{scored} of {asked}"
    if number_of_round == 1:
        return done
    changed = f"{in_round} looked at again" if in_round else "nothing looked at again yet"
    return f"{done}; {changed}"


def turning(found: RankSensitivity, scheme: Scheme, top_n: int) -> str:
    """Say what one score would have to be for an issue to enter or leave the top.

    Nothing where no one score can do it.
    """
    verb = "leave" if found.is_in_top else "enter"
    if not found.changes:
        return ""
    ways = [
        f"{scheme.criterion(each.criterion).label} {number(each.then)} instead of "
        f"{number(each.now)}"
        for each in found.changes
    ]
    return f"It would {verb} the top {top_n} with {joined(ways, 'or')}."


def crossing(found: RankSensitivity, scheme: Scheme, top_n: int) -> str:
    """Say what would move an issue over the line, or that no one score would."""
    verb = "out of" if found.is_in_top else "into"
    few = replace(found, changes=found.changes[:MOST_WAYS])
    more = len(found.changes) - MOST_WAYS
    others = (
        f" There {'is' if more == 1 else 'are'} {count_of(more, 'more way')}." if more > 0 else ""
    )
    return (turning(few, scheme, top_n) + others) or (
        f"No one score alone would move it {verb} the top {top_n}."
    )


def place(one: Ranked) -> str:
    """Return the rank of an issue with its score."""
    return f"rank {rank(one)}, score {number(one.scored.score)}"


def place_and_band(one: Ranked) -> str:
    """Say where an issue stands now: Rank 3, score 72.3: High."""
    if one.scored.band is None:
        return "No rank: too little is known for a score"
    return f"Rank {rank(one)}, score {number(one.scored.score)}: {one.scored.band.label}"


def in_draws(found: RankRange) -> str:
    """Return how often an issue is among the top when weights vary, as part of a sentence."""
    said = top_share(found)
    return said if said in ("always", "never") else f"in {said} of draws"


def left_out(found: LeftOut, what: str, labels: dict[str, str]) -> str:
    """Say how the top differs without a criterion or a scorer; nothing where it does not."""
    if not found.entering and not found.leaving:
        return ""
    enters = joined([labels[each] for each in found.entering])
    leaves = joined([labels[each] for each in found.leaving])
    said = [f"{enters} would enter" if enters else "", f"{leaves} would leave" if leaves else ""]
    return f"Without {what}: {joined([each for each in said if each])}."


def assessment_name(found: Assessment) -> str:
    """Return a name that tells an assessment from all others."""
    return f"Year to {found.ending:%B %Y} (no. {found.id})"


def _opinion(each: Opinion) -> str:
    return f"{each.agency}, {each.role}: {each.value}"
