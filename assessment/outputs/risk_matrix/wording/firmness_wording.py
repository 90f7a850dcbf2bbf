"""How firm a ranking is, in words: how much is known, where a rank may lie, what would move it."""

from dataclasses import replace

from assessment.definitions import Scheme
from assessment.numbers import count_of, rounded
from assessment.outputs.risk_matrix.wording.risk_wording import DASH, number
from assessment.periods import joined
from assessment.risk_matrix import LeftOut, MissingScore, RankRange, RankSensitivity, Scored

MOST_WAYS = 3
WEIGHTS_VARY = "in 1,000 draws every weight varies by up to 25%"
SCORES_VARY = (
    f"{WEIGHTS_VARY}, scores from data within the intervals of their figures and by where steps "
    "begin, scores of a panel by which of them is taken, and missing scores over their whole scale"
)


def known_weight(scored: Scored) -> str:
    """Return the share of the weights that is known; all and none only if so."""
    if scored.known_weight in (0, 1):
        return "all" if scored.known_weight else "nothing"
    return f"{min(max(int(rounded(100 * scored.known_weight, 0)), 1), 99)}%"


def known_criteria(scored: Scored, scheme: Scheme) -> str:
    """Return how many criteria of the score are known: 4 of 9 criteria."""
    known = sum(scored.given.get(criterion.id) is not None for criterion in scheme.counted)
    return f"{known} of {count_of(len(scheme.counted), 'criterion', 'criteria')}"


def what_varies(*, scores_vary: bool) -> str:
    """Say what is drawn a thousand times behind the range of a rank."""
    return SCORES_VARY if scores_vary else WEIGHTS_VARY


def rank_range(reach: RankRange) -> str:
    """Return between which ranks an issue lies when what is not sure varies."""
    if reach.lowest is None:
        return DASH
    if reach.lowest == reach.highest:
        return f"always {reach.lowest}"
    return f"{reach.lowest} to {reach.highest}"


def top_share(reach: RankRange) -> str:
    """Return in how many draws an issue is among the top; all and none only if so."""
    if reach.top_share is None:
        return DASH
    if reach.top_share in (0, 1):
        return "never" if reach.top_share == 0 else "always"
    percent = min(max(int(rounded(100 * reach.top_share, 0)), 1), 99)
    return f"{percent}%"


def in_draws(reach: RankRange) -> str:
    """Return how often an issue is among the top in the draws, as part of a sentence."""
    share = top_share(reach)
    return share if share in ("always", "never") else f"in {share} of draws"


def sensitivity_in_words(sensitivity: RankSensitivity, scheme: Scheme, top_n: int) -> str:
    """Say what one score would have to be for an issue to enter or leave the top.

    Nothing where no one score can do it.
    """
    verb = "leave" if sensitivity.is_in_top else "enter"
    ways = [
        f"{scheme.criterion(change.criterion).label} {number(change.then)} instead of "
        f"{number(change.now)}"
        for change in sensitivity.changes
    ]
    ways += [_if_known(missing, scheme) for missing in sensitivity.missing]
    if not ways:
        return ""
    return f"It would {verb} the top {top_n} with {joined(ways, 'or')}."


def all_missing(sensitivity: RankSensitivity) -> str:
    """Say where an issue would rank with all that is missing at one end or the other."""
    if sensitivity.best is None or sensitivity.worst is None:
        return ""
    best, worst = sensitivity.best, sensitivity.worst
    ranks = f"{best}" if best == worst else f"from {best} to {worst}"
    return f"Whatever is missing, from lowest to highest, it would rank {ranks}, the others as now."


def _if_known(missing: MissingScore, scheme: Scheme) -> str:
    """Say which scores of a criterion that is not known would do it."""
    criterion = scheme.criterion(missing.criterion)
    scores = [step.score for step in criterion.steps]
    count = len(missing.then)
    if count == len(scores):
        words = "at any score"
    elif list(missing.then) == scores[:count]:
        words = f"{missing.then[-1]} or less" if count > 1 else f"{missing.then[0]}"
    elif list(missing.then) == scores[-count:]:
        words = f"{missing.then[0]} or more" if count > 1 else f"{missing.then[0]}"
    else:
        words = joined([str(score) for score in missing.then], "or")
    return f"{criterion.label}, not known yet, {words}"


def crossing(sensitivity: RankSensitivity, scheme: Scheme, top_n: int) -> str:
    """Say what would move an issue over the line, or that no one score would."""
    verb = "out of" if sensitivity.is_in_top else "into"
    few = replace(
        sensitivity,
        changes=sensitivity.changes[:MOST_WAYS],
        missing=sensitivity.missing[: max(0, MOST_WAYS - len(sensitivity.changes))],
    )
    more = len(sensitivity.changes) + len(sensitivity.missing) - MOST_WAYS
    others = (
        f" There {'is' if more == 1 else 'are'} {count_of(more, 'more way')}." if more > 0 else ""
    )
    ways = sensitivity_in_words(few, scheme, top_n) + others
    none = f"No one score alone would move it {verb} the top {top_n}."
    return " ".join(filter(None, (ways or none, all_missing(sensitivity))))


def left_out(without_it: LeftOut, what: str, labels: dict[str, str]) -> str:
    """Say how the top differs without a criterion or a scorer; nothing where it does not."""
    if not without_it.entering and not without_it.leaving:
        return ""
    enters = joined([labels[issue] for issue in without_it.entering])
    leaves = joined([labels[issue] for issue in without_it.leaving])
    parts = [f"{enters} would enter" if enters else "", f"{leaves} would leave" if leaves else ""]
    return f"Without {what}: {joined([part for part in parts if part])}."
