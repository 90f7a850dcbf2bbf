"""How rare a difference is where nothing has changed, as it is written."""

from decimal import Decimal

from assessment.chance import LEVEL
from assessment.numbers import rounded


def p_value(p: float | None) -> str:
    """Return a p value in two figures, never rounded up to the level that it is below."""
    if p is None:
        return ""
    if p < 0.001:
        return "below 0.001"
    if p < LEVEL and rounded(p, 3) >= Decimal(str(LEVEL)):
        return f"just below {LEVEL}"
    return str(rounded(p, 2 if p >= 0.1 else 3))
