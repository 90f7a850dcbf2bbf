"""Rankings from before, last year's and printed ones, and each issue's place then and now."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assessment.risk_matrix.matrix import Matrix
from assessment.risk_matrix.ranking.ranks import Ranked


@dataclass(frozen=True)
class EarlierPlace:
    """An issue where it stood. `issue` is its id here; empty where nothing here is the same.

    `rank` is None where it had no score.
    """

    issue: str
    label: str
    rank: int | None
    band: str = ""


@dataclass(frozen=True)
class EarlierRanking:
    """A ranking from before. `name` is its year and `origin` says where it is from.

    `scheme` says how it was made, as far as that is known. `is_whole` is false where only the top
    of it was printed, `is_ordered` where that was printed in no order.
    """

    name: str
    origin: str
    scheme: str
    is_same_scheme: bool
    is_whole: bool
    is_ordered: bool
    is_printed: bool
    places: tuple[EarlierPlace, ...]


class RankChange(StrEnum):
    """How the place of an issue differs from the one before."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    NEW = "new"  # it was not looked at then
    NOT_PRINTED = "not printed"  # only the top was, and it was not in it
    AMONG = "among the top"  # printed without an order
    NO_RANK = "no rank"  # then or now it had no score
    GONE = "gone"  # it is not looked at now


@dataclass(frozen=True)
class RankMove:
    """The rank of an issue then and now, and by how many places it moved."""

    issue: str
    label: str
    then: int | None
    now: int | None
    move: RankChange
    places: int = 0


def read_earlier(body: Mapping[str, Any]) -> EarlierRanking:
    """Read an earlier ranking as a JSON document holds it."""
    places = tuple(EarlierPlace(**place) for place in body["places"])
    return EarlierRanking(**{**body, "places": places})


def moves(before: EarlierRanking, now: Matrix) -> tuple[RankMove, ...]:
    """Return how every issue has moved, in the order of now; those that are gone come last.

    Of several printed under one issue of now, the highest counts.
    """
    labels = {issue.id: issue.label for issue in now.issues}
    then: dict[str, EarlierPlace] = {}
    for place in sorted(before.places, key=lambda place: (place.rank is None, place.rank)):
        if place.issue in labels:
            then.setdefault(place.issue, place)
    gone = (place for place in before.places if place.issue not in labels)
    return (
        *(
            _move(before, ranked, labels[ranked.issue], then.get(ranked.issue))
            for ranked in now.ranked
        ),
        *(RankMove(place.issue, place.label, place.rank, None, RankChange.GONE) for place in gone),
    )


def _move(
    before: EarlierRanking, ranked: Ranked, label: str, place: EarlierPlace | None
) -> RankMove:
    if place is None:
        move = RankChange.NEW if before.is_whole else RankChange.NOT_PRINTED
        return RankMove(ranked.issue, label, None, ranked.rank, move)
    if place.rank is None or ranked.rank is None:
        return RankMove(ranked.issue, label, place.rank, ranked.rank, RankChange.NO_RANK)
    if not before.is_ordered:
        return RankMove(ranked.issue, label, place.rank, ranked.rank, RankChange.AMONG)
    up = place.rank - ranked.rank
    move = RankChange.SAME if not up else RankChange.UP if up > 0 else RankChange.DOWN
    return RankMove(ranked.issue, label, place.rank, ranked.rank, move, abs(up))
