"""Funnel limits: between which rates counting alone puts a place of some size (Spiegelhalter 2005).

Around a middle θ they are θ ± z √(φ θ / n), where n is how many people, or offences, the rate is
for; φ is how many times as much as counting the months of the place vary.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from assessment.chance import Z_95


class Stands(StrEnum):
    """Where a rate stands beside its funnel limits."""

    ABOVE = "above"
    WITHIN = "within"
    BELOW = "below"


@dataclass(frozen=True)
class FunnelLimits:
    """What counting alone leaves a rate between, around a middle."""

    low: float
    high: float

    def place(self, rate: float) -> Stands:
        """Tell where a rate stands."""
        if rate > self.high:
            return Stands.ABOVE
        return Stands.BELOW if rate < self.low else Stands.WITHIN


def funnel_limits(
    middle: float, rate: float, records: int, dispersion: float | None = None
) -> FunnelLimits | None:
    """Return the limits around a middle for a place; None for one without records.

    What its rate is for follows from the rate and its records.
    """
    if not records or not rate:
        return None
    reach = Z_95 * sqrt(max(1.0, dispersion or 1.0) * middle * rate / records)
    return FunnelLimits(max(0.0, middle - reach), middle + reach)
