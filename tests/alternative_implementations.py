"""The same answers, worked out slowly and obviously."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from math import exp, lgamma, log
from statistics import mean
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.stats import chi2_contingency, norm
from scipy.stats import t as student

from assessment.definitions import Combine, Criterion, CriterionGroup, Measure, Scheme


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


def ordinary_variation(years: Sequence[Sequence[tuple[int, int]]], usual: float) -> float | None:
    """τ of the changes (before, now) of some districts in some years, number by number."""
    known = [[(p, c) for p, c in year if p and c] for year in years]
    if len(known[0]) < 8:
        return None
    apart: list[float] = []
    weights: list[float] = []
    for year in known:
        middle = log(sum(c for _, c in year) / sum(p for p, _ in year)) if year else 0.0
        for p, c in year:
            apart.append(log(c / p) - middle)
            weights.append(1 / (1 / c + 1 / p))
    n = len(apart)
    deviates: list[float] = sorted(y * w**0.5 for y, w in zip(apart, weights, strict=True))

    def at(share: float) -> float:
        place = share * (n - 1)
        low = int(place)
        return deviates[low] + (place - low) * (deviates[min(low + 1, n - 1)] - deviates[low])

    low, high = at(0.1), at(0.9)
    factor = sum(min(max(z, low), high) ** 2 for z in deviates) / n / 0.677
    spread = sum(weights) - sum(w * w for w in weights) / sum(weights)
    beyond = max(0.0, (n * factor - (n - 1)) / spread)
    return float(((n * beyond + 24 * usual**2) / (n + 24)) ** 0.5)


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


def rake(
    respondents: Sequence[Mapping[str, str]],
    population: Mapping[str, Mapping[str, float]],
    within: float,
) -> list[float]:
    """Weights of respondents one by one: each says some of its categories, or none.

    `population` gives the share of each category by variable. Weights go up and down until every
    share is as near as asked; if any is then above five times the mean of those who said anything,
    again, cutting those that are.
    """
    said_any = [any(one.get(variable) for variable in population) for one in respondents]
    weights = [1.0] * len(respondents)
    for cutting in (False, True):
        if cutting and max(weights) <= 5:
            return weights
        for _ in range(500):
            for variable in population:
                weights = _fitted(respondents, weights, variable, population[variable])
            weights = _cut(weights, said_any) if cutting else weights
            if _worst(respondents, weights, population) <= within:
                break
    return weights


def _shares(
    respondents: Sequence[Mapping[str, str]], weights: Sequence[float], variable: str
) -> dict[str, float]:
    held: dict[str, float] = {}
    for one, weight in zip(respondents, weights, strict=True):
        if one.get(variable):
            held[one[variable]] = held.get(one[variable], 0.0) + weight
    return {category: n / sum(held.values()) for category, n in held.items()}


def _fitted(
    respondents: Sequence[Mapping[str, str]],
    weights: Sequence[float],
    variable: str,
    wanted: Mapping[str, float],
) -> list[float]:
    now = _shares(respondents, weights, variable)
    return [
        weight * wanted[one[variable]] / now[one[variable]] if one.get(variable) else weight
        for one, weight in zip(respondents, weights, strict=True)
    ]


def _worst(
    respondents: Sequence[Mapping[str, str]],
    weights: Sequence[float],
    population: Mapping[str, Mapping[str, float]],
) -> float:
    return max(
        100 * abs(share - population[variable][category])
        for variable in population
        for category, share in _shares(respondents, weights, variable).items()
    )


def _cut(weights: Sequence[float], of: Sequence[bool]) -> list[float]:
    """Find the cap by halving: the one that is five times the mean of what it leaves."""
    some = [weight for weight, is_of in zip(weights, of, strict=True) if is_of]
    low, high = 0.0, max(some)
    if high <= 5 * sum(some) / len(some):
        low = high
    while high - low > 1e-13 * high:
        middle = (low + high) / 2
        left = sum(min(weight, middle) for weight in some) / len(some)
        low, high = (middle, high) if middle < 5 * left else (low, middle)
    scale = len(some) / sum(min(weight, high) for weight in some)
    return [
        min(weight, high) * scale if is_of else weight
        for weight, is_of in zip(weights, of, strict=True)
    ]


def count_answers(
    people: Sequence[Mapping[int, object]],
    question: int,
    options: Sequence[int],
    by: int,
    group: object,
) -> tuple[int, int]:
    """Count who gave any of some answers, and who gave any; of those in a group, or "any"."""
    count = base = 0
    for one in people:
        if question not in one:
            continue  # a blank is not in the base
        if group != "any" and one.get(by) != group:
            continue  # another group; None are those who did not say theirs
        base += 1
        said = one[question]
        chosen = said if isinstance(said, frozenset) else {said}
        count += bool(set(options) & set(chosen))
    return count, base


def scheme_scores(
    scheme: Scheme, by_issue: Mapping[str, Mapping[str, float | None]]
) -> dict[str, float | None]:
    """The score of every issue, from what the methods say of each scheme in turn."""
    return {issue: _scheme_score(scheme, issue, by_issue) for issue in by_issue}


def _scheme_score(
    scheme: Scheme, issue: str, by_issue: Mapping[str, Mapping[str, float | None]]
) -> float | None:
    likelihood = [c for c in scheme.criteria if c.group is CriterionGroup.LIKELIHOOD]
    impact = [c for c in scheme.criteria if c.group in (CriterionGroup.IMPACT, CriterionGroup.HARM)]
    counted = [
        c
        for c in scheme.criteria
        if c.group not in (CriterionGroup.POSITION, CriterionGroup.CONFIDENCE)
    ]
    given = by_issue[issue]
    match scheme.combine:
        case Combine.WEIGHTED:
            known = [(c, given[c.id]) for c in counted if given[c.id] is not None]
            highest = sum(c.weight * max(step.score for step in c.steps) for c, _ in known)
            return 100 * sum(c.weight * (s or 0) for c, s in known) / highest if known else None
        case Combine.PRODUCT:
            harm, chance = _mean_score(impact, given), _mean_score(likelihood, given)
            return None if harm is None or chance is None else harm * chance
        case Combine.SUM_PRODUCT:
            harm, chance = _filled_sum(impact, given), _filled_sum(likelihood, given)
            return None if harm is None or chance is None else harm * chance
        case Combine.INDEX:
            return _mean_index(counted, given, by_issue)
        case Combine.HARM:
            return given[counted[0].id]


def _filled_sum(criteria: Sequence[Criterion], given: Mapping[str, float | None]) -> float | None:
    """The weighted sum, what is missing being taken to be like the rest."""
    usual = _mean_score(criteria, given)
    if usual is None:
        return None
    scores = [(c.weight, given[c.id]) for c in criteria]
    return sum(weight * (usual if score is None else score) for weight, score in scores)


def _mean_index(
    criteria: Sequence[Criterion],
    given: Mapping[str, float | None],
    by_issue: Mapping[str, Mapping[str, float | None]],
) -> float | None:
    indices = []
    for c in criteria:
        usual = mean([v for row in by_issue.values() if (v := row[c.id]) is not None] or [0])
        own = given[c.id]
        if own is not None and usual > 0:
            indices.append((c.weight, 100 * own / usual))
    return sum(w * index for w, index in indices) / sum(w for w, _ in indices) if indices else None


def _mean_score(criteria: Sequence[Criterion], given: Mapping[str, float | None]) -> float | None:
    """The weighted mean of the scores that are known."""
    known = [(c.weight, score) for c in criteria if (score := given[c.id]) is not None]
    return sum(w * score for w, score in known) / sum(w for w, _ in known) if known else None


def scheme_ranks(
    scheme: Scheme,
    by_issue: Mapping[str, Mapping[str, float | None]],
    among: Collection[str] | None = None,
) -> dict[str, int | None]:
    """The rank of every issue: one more than the number of issues that beat it.

    Only those `among` which it is ranked are counted; without them all.
    """
    scores = scheme_scores(scheme, by_issue)

    def standing(issue: str) -> list[float]:
        own = scores[issue] or 0.0
        first = own if scheme.direction.value == "highest-first" else -own
        ties = []
        for name in scheme.tie_breaks:
            one = [c for c in scheme.criteria if c.id == name]
            some = one or [c for c in scheme.criteria if c.group.value == name]
            usual = _mean_score(some, by_issue[issue])
            ties.append(-1.0 if usual is None else usual)  # one that is not known comes last
        return [round(each, 6) for each in (first, *ties)]

    ranked = [issue for issue in by_issue if scores[issue] is not None]
    return {
        issue: 1
        + sum(
            standing(other) > standing(issue) for other in ranked if among is None or other in among
        )
        if issue in ranked
        else None
        for issue in by_issue
    }


def rank_in_draw(
    scheme: Scheme,
    by_issue: Mapping[str, Mapping[str, float | None]],
    possible: Mapping[tuple[str, str], Sequence[tuple[float, float]]],
    factors: Sequence[float],
    chance: Mapping[tuple[str, str], float],
) -> dict[str, int | None]:
    """The rank of every issue in one draw, among those that have a score without it.

    `factors` are what the weights are multiplied by, `chance` has a number from 0 to 1 for each
    cell: the score is the first whose share, with those before it, lies above the number.
    """
    counted = {criterion.id for criterion in scheme.counted}
    drawn = {
        issue: {
            criterion.id: _one_score(criterion, issue, by_issue, possible, chance)
            if criterion.id in counted
            else given[criterion.id]
            for criterion in scheme.criteria
        }
        for issue, given in by_issue.items()
    }
    weighed = replace(
        scheme,
        criteria=tuple(
            replace(c, weight=c.weight * factor) if c.id in counted else c
            for c, factor in zip(scheme.criteria, factors, strict=True)
        ),
    )
    scored = [issue for issue, own in scheme_scores(scheme, by_issue).items() if own is not None]
    # Tie-breaks keep the scheme's own weights; of one criterion alone its weight changes nothing.
    return scheme_ranks(weighed, drawn, scored)


def _one_score(
    criterion: Criterion,
    issue: str,
    by_issue: Mapping[str, Mapping[str, float | None]],
    possible: Mapping[tuple[str, str], Sequence[tuple[float, float]]],
    chance: Mapping[tuple[str, str], float],
) -> float | None:
    given = by_issue[issue][criterion.id]
    shares = list(possible.get((issue, criterion.id), ()))
    if not shares and given is None:
        anything = [float(step.score) for step in criterion.steps] or sorted(
            value for row in by_issue.values() if (value := row[criterion.id]) is not None
        )
        shares = [(score, 1 / len(anything)) for score in anything]
    reached = 0.0
    for score, share in shares:
        reached += share
        if chance[issue, criterion.id] < reached:
            return score
    return shares[-1][0] if shares else given


class History(NamedTuple):
    """A row: its whole years of months, oldest first, the last two compared; what it is beside.

    `rest` are the other districts of its force, before and now.
    """

    years: Sequence[Sequence[int]]
    districts: Sequence[Sequence[tuple[int, int]]]
    usual: float
    rest: Sequence[tuple[int, int]]


def verdicts(rows: Sequence[History], days: tuple[int, int]) -> list[tuple[str, bool | None]]:
    """What is said of each row of one family, and whether it is unusual, step by step.

    `days` are those of the comparison and of the period.
    """
    p_values = [_p_by_counting(row, days) for row in rows]
    far = [_p_by_variation(row, days) for row in rows]
    tested = [at for at, p in enumerate(p_values) if p is not None]
    by_counting = benjamini_hochberg([p_values[at] or 0.0 for at in tested])
    by_variation = benjamini_hochberg([far[at] for at in tested])
    said: list[tuple[str, bool | None]] = [("no clear change", False)] * len(rows)
    for at, p, unusual in zip(tested, by_counting, by_variation, strict=True):
        before, now = sum(rows[at].years[-2]), sum(rows[at].years[-1])
        apart = now / days[1] - before / days[0]
        if p < 0.05 and apart and not _holds_no_change(rows[at], days):
            said[at] = ("rise" if apart > 0 else "fall", unusual < 0.05)
    return said


def _spread(row: History) -> tuple[float, int]:
    """φ and its degrees of freedom.

    The last year's months against those of all years before by neighbours, the years before by
    their months, and by their quarters where that is more.
    """
    *before, last = row.years
    usual = [sum(year[month] for year in before) for month in range(12)]
    own, freedom = 8 * _by_neighbours(usual, last), 8
    if len(before) == 1:
        return max(1.0, own / freedom), freedom
    of_months = (len(before) - 1) * 11
    months = (own + _chi_squared(before)) / (freedom + of_months)
    quarters = [[sum(year[at : at + 3]) for at in range(0, 12, 3)] for year in before]
    by_quarter = _chi_squared(quarters) / ((len(before) - 1) * 3)
    return max(1.0, months, by_quarter), freedom + of_months


def _by_neighbours(usual: Sequence[int], last: Sequence[int]) -> float:
    """Half the mean square of the steps from one month's standard residual to the next one's."""
    total, share = sum(usual) + sum(last), 0.0
    if total:
        share = sum(last) / total
    residuals = []
    for one, other in zip(usual, last, strict=True):
        spread = ((one + other) * share * (1 - share)) ** 0.5
        residuals.append((other - (one + other) * share) / spread if spread else 0.0)
    return sum((now - then) ** 2 for then, now in pairwise(residuals)) / 11 / 2


def _chi_squared(years: Sequence[Sequence[int]]) -> float:
    table = np.array(years, dtype=float)
    table = table[table.sum(axis=1) > 0][:, table.sum(axis=0) > 0]
    if len(table) < 2:
        return 0.0
    return float(chi2_contingency(table, correction=False).statistic)


def _p_by_counting(row: History, days: tuple[int, int]) -> float | None:
    before, now = sum(row.years[-2]), sum(row.years[-1])
    if not before + now:
        return None
    if before + now < 2000:
        deviate = norm.isf(e_test(before, days[0], now, days[1])[1] / 2)
    else:
        share = days[1] / sum(days)
        spread = ((before + now) * share * (1 - share)) ** 0.5
        deviate = abs(now - (before + now) * share) / spread
    factor, freedom = _spread(row)
    return float(2 * student.sf(deviate / factor**0.5, freedom))


def _holds_no_change(row: History, days: tuple[int, int]) -> bool:
    before, now = sum(row.years[-2]), sum(row.years[-1])
    if not before or not now:
        return False
    factor, freedom = _spread(row)
    half = student.isf(0.025, freedom) * (factor * (1 / before + 1 / now)) ** 0.5
    return bool(abs(log(now / days[1] / (before / days[0]))) <= half)


def _together(years: Sequence[Sequence[tuple[int, int]]], apart: float, usual: float) -> float:
    """τ_F² from what all districts did together in earlier years, the usual value counting four."""
    squares, known = 0.0, 0
    for year in years:
        pairs = [(p, c) for p, c in year if p and c]
        if pairs:
            before, now = sum(p for p, _ in pairs), sum(c for _, c in pairs)
            scattered = sum(((p + c) / (before + now)) ** 2 for p, c in pairs)
            squares += log(now / before) ** 2 - 1 / now - 1 / before - apart**2 * scattered
            known += 1
    return (max(squares, 0.0) + 4 * usual**2) / (known + 4)


def _p_by_variation(row: History, days: tuple[int, int]) -> float:
    """The smaller p of two: of the whole change, and of what it is apart from the others'."""
    before, now = float(sum(row.years[-2])), float(sum(row.years[-1]))
    if not before or not now:
        before, now = before + 0.5, now + 0.5
    apart = ordinary_variation(row.districts, row.usual) or row.usual
    change = log(now / days[1] / (before / days[0]))
    counting = 1 / before + 1 / now
    together = _together(row.districts[1:], apart, row.usual)
    p_values = [2 * norm.sf(abs(change) / (counting + apart**2 + together) ** 0.5)]
    others = [(p, c) for p, c in row.rest if p and c]
    if others:
        previous, current = sum(p for p, _ in others), sum(c for _, c in others)
        shares = [(p + c) / (previous + current) for p, c in others]
        variance = counting + 1 / previous + 1 / current
        variance += apart**2 * (1 + sum(share**2 for share in shares))
        net = change - log(current / days[1] / (previous / days[0]))
        p_values.append(2 * norm.sf(abs(net) / variance**0.5))
    return float(min(p_values))
