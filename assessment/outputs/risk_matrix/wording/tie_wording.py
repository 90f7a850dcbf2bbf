"""Equal scores in words: which ranks share a score, and what parts them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from assessment.definitions import Scheme
from assessment.outputs.criterion_names import tie_break
from assessment.outputs.risk_matrix.wording.risk_wording import number
from assessment.priorities.record import Record, scheme_of
from assessment.risk_matrix import Ranked


@dataclass(frozen=True)
class RankedPlace:
    """An issue in its place, of a matrix or of a record."""

    issue: str
    rank: int | None
    is_tied: bool
    score: float | None
    tie_breaks: tuple[str, ...]


@dataclass(frozen=True)
class EqualScores:
    """The mark beside each of some equal scores, and the sentence about them all."""

    mark: str
    said: str


def among(every: Sequence[Ranked], scheme: Scheme) -> Mapping[str, EqualScores]:
    """Return what is said of equal scores, by issue; nothing where the rank is shared as well."""
    places = [
        RankedPlace(place.issue, place.rank, place.is_tied, place.scored.score, place.tie_breaks)
        for place in every
    ]
    return _equal_scores(places, scheme)


def in_record(record: Record) -> Mapping[str, EqualScores]:
    """Return what is said of equal scores in a record."""
    places = [
        RankedPlace(issue.id, issue.rank, issue.is_tied, issue.score, issue.tie_breaks)
        for issue in record.issues
    ]
    return _equal_scores(places, scheme_of(record)) if places else {}


def notes(by_issue: Mapping[str, EqualScores]) -> list[str]:
    """Return what is said under a table in which scores have marks."""
    return [
        f"({mark}) {sentence}"
        for mark, sentence in {equal.mark: equal.said for equal in by_issue.values()}.items()
    ]


def _equal_scores(places: Sequence[RankedPlace], scheme: Scheme) -> dict[str, EqualScores]:
    level: dict[float, list[RankedPlace]] = {}
    for place in places:
        if place.score is not None and place.rank is not None:
            level.setdefault(place.score, []).append(place)
    parted = [group for group in level.values() if len({place.rank for place in group}) > 1]
    return {
        place.issue: EqualScores(_mark(at), _said(group, scheme))
        for at, group in enumerate(parted)
        for place in group
    }


def _said(level: Sequence[RankedPlace], scheme: Scheme) -> str:
    """Say it once of all that are level: between their ranks stands nothing else."""
    needed = {name for place in level for name in place.tie_breaks}
    # An older record does not say which were needed.
    by = [name for name in scheme.tie_breaks if name in needed] or scheme.tie_breaks
    names = ", then ".join(f"“{tie_break(scheme, name)}”" for name in by)
    first, *between, last = dict.fromkeys(map(_rank, level))
    ranks = f"{first} {'to' if between else 'and'} {last}"
    return f"Ranks {ranks} have equal scores, {number(level[0].score)}: parted by {names}."


def _rank(place: RankedPlace) -> str:
    return f"{place.rank}{'=' if place.is_tied else ''}"


def _mark(at: int) -> str:
    """Return a, b, … z, aa, bb, …"""
    return ascii_lowercase[at % 26] * (at // 26 + 1)
