"""The weighted displacement difference: what a project changed beside what changed anyway.

Wheeler and Ratcliffe 2018, "A simple weighted displacement difference test to evaluate place based
crime interventions", Crime Science 7:11.
"""

from dataclasses import dataclass
from math import sqrt

from assessment.chance import Z_95


@dataclass(frozen=True)
class BeforeAfter:
    """The records of some areas together, in the period before and in the one after."""

    before: int
    after: int

    @property
    def change(self) -> int:
        """How many more there were after."""
        return self.after - self.before


@dataclass(frozen=True)
class Effect:
    """How many more records there were than areas that were compared lead to expect.

    `standard_error` is of counting alone; `low` and `high` are the ends of the 95% interval.
    """

    difference: int
    standard_error: float

    @property
    def low(self) -> float:
        """The lower end of the 95% interval."""
        return self.difference - Z_95 * self.standard_error

    @property
    def high(self) -> float:
        """The upper end of the 95% interval."""
        return self.difference + Z_95 * self.standard_error

    @property
    def is_clear(self) -> bool:
        """Whether it is more than counting alone explains."""
        return self.low > 0 or self.high < 0


NONE = BeforeAfter(0, 0)


def displacement_difference(
    treated: BeforeAfter,
    comparison: BeforeAfter,
    displaced: BeforeAfter = NONE,
    displaced_comparison: BeforeAfter = NONE,
) -> Effect:
    """Return the change of treated areas less that of those compared, and the same of areas beside.

    Each count is taken as Poisson and apart from the others: the variance of the difference is the
    sum of all counts.
    """
    counted = (treated, comparison, displaced, displaced_comparison)
    difference = (treated.change - comparison.change) + (
        displaced.change - displaced_comparison.change
    )
    return Effect(difference, sqrt(sum(each.before + each.after for each in counted)))
