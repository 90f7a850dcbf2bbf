"""The same answers, worked out slowly and obviously."""

from collections.abc import Sequence
from datetime import date
from math import exp, lgamma, log

import pandas as pd

from assessment.definitions import Measure


def benjamini_hochberg(p_values: Sequence[float]) -> list[float]:
    """For each p, the smallest p·m/rank over all p at least as large."""
    m = len(p_values)

    def scaled(p: float) -> float:
        rank = sum(other <= p for other in p_values)
        return p * m / rank

    return [min(1.0, min(scaled(o) for o in p_values if o >= p)) for p in p_values]


def e_test(previous: int, before: int, current: int, now: int) -> tuple[float, float]:
    """How likely two counts are further apart than those seen, and how likely as far or further.

    Pair by pair, and whether one lies further apart is decided in whole numbers, so that a tie is
    one. The days of the periods are `before` and `now`.
    """
    mean = (previous + current) / (before + now)

    def chances(days: int) -> dict[int, float]:
        rate = mean * days
        reach = range(int(rate + 9 * rate**0.5 + 25))
        return {n: exp(n * log(rate) - rate - lgamma(n + 1)) for n in reach}

    def apart(x: int, y: int) -> tuple[int, int]:
        return (x * before - y * now) ** 2, x * before**2 + y * now**2

    seen, spread = apart(current, previous)
    further = as_far = 0.0
    for x, x_chance in chances(now).items():
        for y, y_chance in chances(before).items():
            difference, variance = apart(x, y)
            if variance and difference * spread > seen * variance:
                further += x_chance * y_chance
            elif variance and difference * spread == seen * variance:
                as_far += x_chance * y_chance
    return further, further + as_far


def dispersion(years: Sequence[Sequence[int]]) -> float:
    """Pearson's X² of one series, year by year and month by month, over its degrees of freedom."""
    total = sum(map(sum, years))
    x_squared = 0.0
    for year in years:
        for month, observed in enumerate(year):
            month_share = sum(other[month] for other in years) / total if total else 0
            expected = sum(year) * month_share
            if expected > 0:
                x_squared += (observed - expected) ** 2 / expected
    return max(1.0, x_squared / ((len(years) - 1) * 11))


def count_records(
    incidents: pd.DataFrame, measure: Measure, start: date, end: date, **where: str | None
) -> int:
    """Count current records one by one; None in `where` means that the column is empty."""
    counted = 0
    for record in incidents.to_dict("records"):
        if record["last_extract"] == record["last_extract"] and record["last_extract"] is not None:
            continue  # not counted: a later extract has changed or withdrawn it
        if not start <= record["counted_on"] < end:
            continue  # not counted: too early or too late; the last day is not in the period
        if not {record["measure"], *record["flags"]} & set(measure.leaves):
            continue  # not counted: another measure
        if all((record[column] or None) == value for column, value in where.items()):
            counted += 1
    return counted
