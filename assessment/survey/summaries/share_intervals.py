"""How far a share could be off, and whether two differ by more than who happened to answer."""

from math import sqrt
from statistics import NormalDist

from assessment.chance import two_sided

Z_95 = NormalDist().inv_cdf(0.975)


def percent(count: float, base: float) -> float | None:
    """Return a share in percent, unrounded; None of nobody, where no percentage exists."""
    return 100 * count / base if base else None


def wilson(share: float, base: float) -> tuple[float, float]:
    """Return the 95% interval, in percent, of a share from 0 to 1 (Wilson 1927).

    The base need not be whole: weighted answers count as fewer than they are. Unlike the usual
    share ± 1.96 standard errors, it never leaves 0 to 100 and says something where nobody, or
    everybody, gave the answer.
    """
    squared = Z_95**2
    middle = share + squared / (2 * base)
    half = Z_95 * sqrt(share * (1 - share) / base + squared / (4 * base**2))
    scale = 1 + squared / base
    # Rounding may step a hair outside what is possible.
    return max(0.0, 100 * (middle - half) / scale), min(100.0, 100 * (middle + half) / scale)


def two_shares(
    count: float, base: float, other: float, other_base: float
) -> tuple[float, float] | None:
    """Test two shares by their pooled standard error; return z and its two-sided p.

    None where nobody or everybody gave the answer on both sides: there is nothing to test.
    """
    pooled = (count + other) / (base + other_base)
    if pooled in (0, 1):
        return None
    error = sqrt(pooled * (1 - pooled) * (1 / base + 1 / other_base))
    z = (count / base - other / other_base) / error
    return z, two_sided(z)
