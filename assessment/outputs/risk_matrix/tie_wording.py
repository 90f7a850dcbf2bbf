"""Equal scores in words: which ranks share a score, and what parts them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from assessment.definitions import Scheme
from assessment.outputs.risk_matrix.risk_wording import number
from assessment.outputs.schemes.scheme_wording import tie_break
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
    """What stands beside each score of some issues, and what is said of them once."""

    mark: str
    said: str


def among(every: Sequence[Ranked], scheme: Scheme) -> Mapping[str, EqualScores]:
    """Return what is said of equal scores, by issue; nothing where the rank is shared as well."""
    places = [
        RankedPlace(one.issue, one.rank, one.is_tied, one.scored.score, one.tie_breaks)
        for one in every
    ]
    return _equal_scores(places, scheme)


def in_record(found: Record) -> Mapping[str, EqualScores]:
    """Return what is said of equal scores in a record."""
    places = [
        RankedPlace(one.id, one.rank, one.is_tied, one.score, one.tie_breaks)
        for one in found.issues
    ]
    return _equal_scores(places, scheme_of(found)) if places else {}


def notes(found: Mapping[str, EqualScores]) -> list[str]:
    """Return what is said under a table in which scores have marks."""
    return [f"({mark}) {said}" for mark, said in {e.mark: e.said for e in found.values()}.items()]


def _equal_scores(places: Sequence[RankedPlace], scheme: Scheme) -> dict[str, EqualScores]:
    level: dict[float, list[RankedPlace]] = {}
    for each in places:
        if each.score is not None and each.rank is not None:
            level.setdefault(each.score, []).append(each)
    parted = [each for each in level.values() if len({one.rank for one in each}) > 1]
    return {
        one.issue: EqualScores(_mark(at), _said(each, scheme))
        for at, each in enumerate(parted)
        for one in each
    }


def _said(level: Sequence[RankedPlace], scheme: Scheme) -> str:
    """Say it once of all that are level: between their ranks stands nothing else."""
    needed = {name for each in level for name in each.tie_breaks}
    # An older record does not say which were needed.
    by = [name for name in scheme.tie_breaks if name in needed] or scheme.tie_breaks
    names = ", then ".join(f"“{tie_break(scheme, each)}”" for each in by)
    first, *between, last = dict.fromkeys(map(_rank, level))
    ranks = f"{first} {'to' if between else 'and'} {last}"
    return f"Ranks {ranks} have equal scores, {number(level[0].score)}: parted by {names}."


def _rank(one: RankedPlace) -> str:
    return f"{one.rank}{'=' if one.is_tied else ''}"


def _mark(at: int) -> str:
    """Return a, b, … z, aa, bb, …"""
    return ascii_lowercase[at % 26] * (at // 26 + 1)
