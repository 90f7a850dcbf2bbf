"""On how many examples a property is tried: more where there is time for it."""

from hypothesis import settings

# How many a quick run draws, and how many times as many the slow run.
QUICK = 50
TIMES = 20


def examples(count: int) -> int:
    """Return how many examples this run draws where a quick one draws `count`."""
    return count * settings().max_examples // QUICK
