"""Years in words: as of when a matrix is, and how ranks have moved since earlier rankings."""

from collections.abc import Iterator, Sequence

from assessment.numbers import count_of, listed
from assessment.outputs.methods_wording import earlier_methods
from assessment.outputs.risk_matrix.wording.risk_wording import DASH
from assessment.periods import joined
from assessment.risk_matrix.assessments import AssessmentStatus
from assessment.risk_matrix.earlier_rankings import EarlierRanking, RankChange, RankMove
from assessment.risk_matrix.evidence_base import EvidenceBase
from assessment.risk_matrix.matrix import Matrix
from assessment.workspace import by

ARROWS = {RankChange.UP: "▲", RankChange.DOWN: "▼"}
MOST_NAMED = 4
NOT_HERE = {False: "Looked at then and not now", True: "Nothing here is the same as"}


def day(moment: str) -> str:
    """Return the day of a moment written as ISO 8601 does: 16/05/2022."""
    year, month, number_of_day = moment[:10].split("-")
    return f"{number_of_day}/{month}/{year}"


def recorded(who: str, what: str = "recorded") -> str:
    """Say who did something at this computer; another person may have decided it."""
    return f"{what} {by(who)}"


def as_of(base: EvidenceBase) -> str:
    """Say of an agreed year whether this is what was agreed; nothing of a draft."""
    if isinstance(base, Matrix) and base.agreed_at:
        agreed = f"As agreed on {day(base.agreed_at)}: data loaded since are not in it."
        return " ".join(filter(None, (agreed, earlier_methods(base.methods_version))))
    if base.assessment and base.assessment.status is not AssessmentStatus.DRAFT:
        return f"With today's data: this is not what was {base.assessment.status}."
    return ""


def heading(before: EarlierRanking) -> str:
    """Return the head of a column of moves."""
    return f"As printed for {before.name}" if before.is_printed else f"Since {before.name}"


def moved(change: RankMove, before: EarlierRanking) -> str:
    """Return in a few words how an issue has moved, for a cell of a table."""
    match change.move:
        case RankChange.UP | RankChange.DOWN:
            return f"{ARROWS[change.move]} {change.places} {change.move}, from {change.then}"
        case RankChange.SAME:
            return f"same, {change.then}"
        case RankChange.AMONG:
            return f"among the printed {len(before.places)}"
        case RankChange.NOT_PRINTED:
            return f"not in the printed {len(before.places)}"
        case RankChange.NO_RANK:
            return f"{change.then or DASH} then, {change.now or DASH} now"
    return change.move.value


def how_it_was_made(before: EarlierRanking) -> str:
    """Say where an earlier ranking is from, and warn where its ranks come from another scheme."""
    if before.is_printed:
        return (
            f"Printed in {before.origin}. Another scheme made it ({before.scheme}): only places "
            "can be set beside each other, never scores."
        )
    if before.is_same_scheme:
        return f"From {before.origin}, with the same scheme."
    return (
        f"From {before.origin}, with another scheme: {before.scheme}. Part of what has moved may "
        "be due to that."
    )


def since(before: EarlierRanking, changes: Sequence[RankMove]) -> tuple[str, ...]:
    """Say in sentences what has moved since an earlier ranking, the furthest first."""
    return tuple(_sentences(before, changes))


def _sentences(before: EarlierRanking, changes: Sequence[RankMove]) -> Iterator[str]:
    by_far = sorted(changes, key=lambda change: -change.places)
    for move in (RankChange.UP, RankChange.DOWN):
        if such := [change for change in by_far if change.move is move]:
            names = listed([_far(change) for change in such], MOST_NAMED)
            yield f"{move.capitalize()} since {before.name}: {names}."
    for move, words in (
        (RankChange.SAME, f"Where it was in {before.name}"),
        (RankChange.AMONG, f"Among the highest of {before.name}"),
        (RankChange.NEW, f"Not looked at in {before.name}"),
        (RankChange.GONE, NOT_HERE[before.is_printed]),
    ):
        if such := [change for change in changes if change.move is move]:
            yield f"{words}: {listed([_with_rank(change) for change in such], MOST_NAMED)}."


def _far(change: RankMove) -> str:
    return f"{change.label} by {count_of(change.places, 'place')} to {change.now}"


def _with_rank(change: RankMove) -> str:
    now = f"rank {change.now} now" if change.now else ""
    then = f"then {change.then}" if change.then and change.move is RankChange.GONE else ""
    ranks = joined([part for part in (then, now) if part])
    return f"{change.label} ({ranks})" if ranks else change.label
