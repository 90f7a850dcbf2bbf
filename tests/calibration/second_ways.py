"""The engine of comparisons and the ranges of ranks, each beside a slow and obvious second way.

Tables of rows whose months stay, wander or have risen are judged both ways; matrices with missing
and uncertain scores are drawn both ways, draw by draw.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import numpy as np

from assessment.changes import Change
from assessment.changes.compared_rows import compared
from assessment.changes.verdict import judge
from assessment.definitions import Scheme, usual_variation
from assessment.risk_matrix import robustness, shipped_schemes
from assessment.risk_matrix.ranking.possible_scores import Possible, equally_likely
from tests import alternative_implementations as obvious
from tests.calibration.tables import QUESTION, counted_row
from tests.calibration.worlds import MEASURES

Draws = np.random.Generator
Score = float | None
DAYS = (QUESTION.comparison.days, QUESTION.period.days)
TOP = 5
# Scores of criteria that have no scale: days of harm and the like.
COUNTS = (1.0, 3.0, 10.0, 400.0)
# Logarithms of how many there are a month: by the E-test, which the slow way tries pair by pair, so
# that few are of some hundreds, and by the score test.
LEVELS, HOW_OFTEN = ((-2.0, 3.0), (3.0, 4.6), (4.6, 7.0)), (0.7, 0.02, 0.28)


class Agreement(NamedTuple):
    """How many were tried both ways, and how many came out otherwise."""

    tried: int
    differ: int
    seen: int


def histories(tables: int, seed: int) -> Agreement:
    """Judge the rows of tables both ways; `seen` are how many different things were said."""
    draws = np.random.default_rng(seed)
    tried = differ = 0
    seen = set()
    for _ in range(tables):
        table = _table(draws)
        rows = [counted_row(number, counts) for number, counts in enumerate(table)]
        fast = [_said(change) for change in judge(QUESTION, compared(QUESTION, rows))]
        slow = obvious.verdicts([_history(*pair) for pair in enumerate(table)], DAYS)
        tried += len(fast)
        differ += sum(one != other for one, other in zip(fast, slow, strict=True))
        seen.update(fast)
    return Agreement(tried, differ, len(seen))


def _table(draws: Draws) -> list[np.ndarray]:
    """Return the months of some rows, by district; the first district is the row's own."""
    years, districts = int(draws.integers(2, 6)), int(draws.integers(3, 16))
    rows = []
    for _ in range(int(draws.integers(1, 9))):
        level = np.exp(draws.uniform(*draws.choice(LEVELS, p=HOW_OFTEN)))
        usual = level * np.exp(draws.normal(0, 0.3, (districts, 1)))
        wandering = draws.normal(0, draws.choice([0.0, 0.05, 0.2]), (districts, 12 * years))
        rates = usual * np.exp(wandering)
        rates[0, -12:] *= draws.choice([1.0, 1.1, 1.5, 0.6])
        rows.append(draws.poisson(rates).astype(np.int64))
    return rows


def _said(change: Change) -> tuple[str, bool | None]:
    return change.verdict.value, change.unusual


def _history(number: int, counts: np.ndarray) -> obvious.History:
    by_year = counts.reshape(len(counts), -1, 12)
    totals = by_year.sum(axis=2).T[::-1]
    years = [
        list(zip(before.tolist(), now.tolist(), strict=True)) for now, before in pairwise(totals)
    ]
    usual = usual_variation(MEASURES[number]).value
    return obvious.History(by_year[0].tolist(), years, usual, years[0][1:])


def matrices(number: int, draws_each: int, seed: int) -> Agreement:
    """Draw the ranks of matrices both ways; `seen` is how many ranges were wider than one rank."""
    draws = np.random.default_rng(seed)
    schemes = list(shipped_schemes().values())
    tried = differ = wide = 0
    for at in range(number):
        scheme = schemes[at % len(schemes)]
        by_issue, possible = _matrix(scheme, draws)
        own_seed = int(draws.integers(0, 2**32))
        fast = robustness(
            scheme, by_issue, top_n=TOP, possible=possible, draws=draws_each, seed=own_seed
        )
        slow = list(_slow_draws(scheme, by_issue, possible, draws_each, own_seed))
        for issue, reach in fast.items():
            ranks = [rank for one in slow if (rank := one[issue]) is not None]
            said = (reach.lowest, reach.highest, reach.median)
            expected = (min(ranks), max(ranks), median(ranks)) if len(ranks) == draws_each else None
            tried += 1
            differ += said != (expected or (None, None, None))
            wide += reach.lowest != reach.highest
    return Agreement(tried, differ, wide)


def _matrix(scheme: Scheme, draws: Draws) -> tuple[Mapping[str, Mapping[str, Score]], Possible]:
    by_issue: dict[str, dict[str, Score]] = {}
    possible = {}
    for number in range(int(draws.integers(2, 13))):
        row = by_issue[f"issue {number}"] = {}
        for criterion in scheme.criteria:
            scale: Sequence[float] = [float(step.score) for step in criterion.steps] or COUNTS
            # What is counted has no scale: where it is missing, nothing says what it could be.
            is_known = not criterion.steps or draws.random() > 0.3
            row[criterion.id] = float(draws.choice(scale)) if is_known else None
            if draws.random() < 0.3:
                chosen = draws.choice(scale, int(draws.integers(1, 4))).tolist()
                possible[f"issue {number}", criterion.id] = equally_likely(chosen)
    return by_issue, possible


def _slow_draws(
    scheme: Scheme,
    by_issue: Mapping[str, Mapping[str, Score]],
    possible: Possible,
    draws_each: int,
    seed: int,
) -> Iterator[dict[str, int | None]]:
    chance = np.random.default_rng(seed)
    factors = chance.uniform(0.75, 1.25, (draws_each, len(scheme.criteria)))
    numbers = chance.random((draws_each, len(by_issue), len(scheme.criteria)))
    for draw in range(draws_each):
        of_cells = {
            (issue, criterion.id): float(numbers[draw, row, column])
            for row, issue in enumerate(by_issue)
            for column, criterion in enumerate(scheme.criteria)
        }
        yield obvious.rank_in_draw(scheme, by_issue, possible, factors[draw].tolist(), of_cells)


def report(tables: int) -> Iterator[str]:
    """Yield what agreed, as Markdown."""
    yield "# Held to slow second ways\n"
    yield f"`python -m tests.calibration --second-ways --tables {tables}`: {__doc__}"
    judged, ranked = histories(tables, 7), matrices(tables, 10, 8)
    yield "| tried both ways | how many | said otherwise |"
    yield "|---|---|---|"
    rows = f"rows of {tables:,} tables, with {judged.seen} different verdicts"
    yield f"| {rows} | {judged.tried:,} | {judged.differ:,} |"
    ranges = f"ranks in {tables:,} matrices, ten draws each, {ranked.seen:,} not certain"
    yield f"| {ranges} | {ranked.tried:,} | {ranked.differ:,} |"
