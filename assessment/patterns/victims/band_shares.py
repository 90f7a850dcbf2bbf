"""What share of victims is of each band, and whether it is larger or smaller than before.

Shares are of the records that say it, those with several victims who are not alike among them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assessment.chance import LEVEL, adjusted, points_between, two_shares
from assessment.changes import Change, Verdict
from assessment.changes.compared_rows import SMALL
from assessment.patterns.victims.band_lines import UNSAID, BandLine, VictimBands

# By how many points the share of records that say it may differ, before others are meant by it.
MOST_MOVED = 10
NOT_COVERED = "One of the periods is not wholly covered."


@dataclass(frozen=True)
class BandShare:
    """A line with its change in percentage points and the 95% interval; None where not compared."""

    line: BandLine
    points: float | None = None
    low: float | None = None
    high: float | None = None
    p_value: float | None = None
    p_adjusted: float | None = None

    @property
    def is_clear(self) -> bool:
        """Whether counting alone does not explain the change, among all lines of the table."""
        if self.p_adjusted is None or self.low is None or self.high is None:
            return False
        return self.p_adjusted < LEVEL and (self.low > 0 or self.high < 0)


@dataclass(frozen=True)
class KindOfVictims:
    """The lines of one kind; `said` are the records that say it, before and now, `of` all.

    `reason` says why the two periods are not compared; '' where they are.
    """

    kind: str
    shares: tuple[BandShare, ...]
    said: tuple[int | None, int | None]
    of: tuple[int | None, int | None]
    reason: str = ""

    def percent(self, share: BandShare, *, now: bool = True) -> float | None:
        """Return the share of a line among the records that say it; None of too few, or unsaid."""
        said, count = self.said[now], share.line.now if now else share.line.before
        if not said or said < SMALL or count is None or share.line.band == UNSAID:
            return None
        return 100 * count / said


def band_shares(bands: VictimBands, change: Change) -> tuple[KindOfVictims, ...]:
    """Return every kind that is told of a row's victims, all its lines tested together."""
    kinds = [
        _kind(kind, tuple(lines), change)
        for kind, lines in groupby(bands.lines, key=lambda line: line.kind)
    ]
    tested = iter(adjusted([share.p_value for kind in kinds for share in kind.shares]))
    return tuple(
        replace(
            kind,
            shares=tuple(replace(share, p_adjusted=next(tested)) for share in kind.shares),
        )
        for kind in kinds
    )


def _kind(kind: str, lines: Sequence[BandLine], change: Change) -> KindOfVictims:
    said = [line for line in lines if line.band != UNSAID]
    counted = KindOfVictims(
        kind,
        tuple(map(BandShare, lines)),
        (_sum(line.before for line in said), _sum(line.now for line in said)),
        (_sum(line.before for line in lines), _sum(line.now for line in lines)),
    )
    if reason := _against(counted, change):
        return replace(counted, reason=reason)
    return replace(counted, shares=tuple(_tested(counted)))


def _against(kind: KindOfVictims, change: Change) -> str:
    """Say why two periods are not compared; '' where they are."""
    (before, now), (of_before, of_now) = kind.said, kind.of
    if before is None or now is None or not of_before or not of_now:
        return NOT_COVERED
    if change.verdict is Verdict.NOT_COMPARABLE:
        return change.reason
    if min(before, now) < SMALL:
        return f"Fewer than {SMALL} records say it in one of the periods."
    shares = 100 * before / of_before, 100 * now / of_now
    if abs(shares[1] - shares[0]) > MOST_MOVED:
        return (
            f"Of the records {round(shares[1])}% say it and {round(shares[0])}% did before: whom "
            "those are that do not say it may have changed."
        )
    return ""


def _tested(kind: KindOfVictims) -> Iterator[BandShare]:
    before, now = kind.said[0] or 0, kind.said[1] or 0
    for share in kind.shares:
        line = share.line
        if line.band == UNSAID or line.before is None or line.now is None:
            yield share
            continue
        points, low, high = points_between(line.now, now, line.before, before)
        test = two_shares(line.now, now, line.before, before)
        yield replace(share, points=points, low=low, high=high, p_value=test[1] if test else None)


def _sum(counts: Iterable[int | None]) -> int | None:
    known = list(counts)
    return None if None in known else sum(count or 0 for count in known)
