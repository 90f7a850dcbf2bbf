"""How long records have had for an outcome, by what their source has sent since.

A file knows of no outcome later than itself, and the last of its months is as late as it can be
taken to be: files do not say when they were written.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.changes.comparable.comparability import Comparability
from assessment.definitions import Measure, outcomes, subjects_of
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.workspace import Workspace


@dataclass(frozen=True)
class TimeForOutcomes:
    """How many more months the records of each month have had; None where it is not covered."""

    months: tuple[date, ...]
    since: tuple[int | None, ...]

    @property
    def least(self) -> int:
        """How long the latest records have had."""
        return min((had for had in self.since if had is not None), default=0)

    @property
    def most(self) -> int:
        """How long the earliest records have had."""
        return max((had for had in self.since if had is not None), default=0)

    @property
    def unfinished(self) -> tuple[date, ...]:
        """The months whose records may still get their outcome."""
        pairs = zip(self.months, self.since, strict=True)
        enough = outcomes().months_to_finish
        return tuple(month for month, had in pairs if had is not None and had < enough)

    def is_as_long_as(self, other: "TimeForOutcomes") -> bool:
        """Tell whether the records of two periods have had the same time, or all of them enough."""
        finished = not self.unfinished and not other.unfinished
        return finished or (None not in self.since and self.since == other.since)


# For each ground, subject and month, the last month of what its source has sent of it.
KnownTo = Mapping[tuple[str, str, date], date]


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="comparability")
def known_to(workspace: Workspace, comparability: Comparability) -> KnownTo:
    """Return for every covered month up to when its outcomes are known."""
    rows = workspace.store.rows(
        "outcomes_known_to",
        ground_kind=comparability.question.place.ground_kind,
        **comparability.sources.lists,
    )
    return {(ground, subject, month): last for ground, subject, month, last in rows}


def time_for_outcomes(
    known: KnownTo, grounds: Sequence[str], measure: Measure, period: Period
) -> TimeForOutcomes:
    """Return how long the records of a measure have had, where grounds differ the shortest."""
    keys = [(ground, subject) for ground in grounds for subject in subjects_of(measure)]
    months = period.months()
    return TimeForOutcomes(months, tuple(_had(known, keys, month) for month in months))


def _had(known: KnownTo, keys: Sequence[tuple[str, str]], month: date) -> int | None:
    lasts = [last for key in keys if (last := known.get((*key, month)))]
    return min((_months_between(month, last) for last in lasts), default=None)


def _months_between(first: date, last: date) -> int:
    return 12 * (last.year - first.year) + last.month - first.month
