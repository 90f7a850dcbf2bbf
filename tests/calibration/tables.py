"""What is said of tables made by chance: today, in version 2 and before, and how often."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import log, sqrt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from assessment.chance import LEVEL, adjusted, two_sided
from assessment.changes import Change, Place, Question, Verdict
from assessment.changes.compared_rows import compared
from assessment.changes.counted_rows import CountedRow
from assessment.changes.counting.area import Area
from assessment.changes.row_variation import RowVariation
from assessment.changes.variation.dispersion import Dispersion, dispersion, dispersions
from assessment.changes.variation.ordinary_variation import (
    OrdinaryVariation,
    deviate,
    estimated,
    moved_together,
    rest_of,
)
from assessment.changes.variation.significance import p_value
from assessment.changes.verdict import judge
from assessment.definitions import usual_variation, usual_variations
from assessment.periods import PeriodKind, period_ending
from tests.calibration.worlds import MEASURES, Counts, World, history

YEAR = period_ending(PeriodKind.CALENDAR_YEAR, date(2023, 12, 1))
QUESTION = Question(Place("Here", ("Here",)), YEAR, YEAR.year_before(), "police-uk")
AREA = Area("Here", None, ("Here",))
FORCE = Area("", None, ("The force",))


class Said(NamedTuple):
    """What is said of every measure: that it changed, and that it is unusual."""

    changed: Sequence[bool]
    unusual: Sequence[bool]


def judged_now(counts: Counts) -> Sequence[Change]:
    """Ask the engine itself, from the counts on, of the first district."""
    return judge(QUESTION, compared(QUESTION, [counted_row(*pair) for pair in enumerate(counts)]))


def said_now(counts: Counts) -> Said:
    """Return what is said of every measure today."""
    return _said(judged_now(counts))


def said_of_force(counts: Counts) -> Said:
    """Return what is said today of every measure of the whole force."""
    rows = [counted_row(*pair, is_force=True) for pair in enumerate(counts)]
    return _said(judge(QUESTION, compared(QUESTION, rows)))


def _said(changes: Sequence[Change]) -> Said:
    changed = [change.verdict in (Verdict.RISE, Verdict.FALL) for change in changes]
    return Said(changed, [bool(change.unusual) for change in changes])


def counted_row(number: int, counts: Counts, *, is_force: bool = False) -> CountedRow:
    """Return a row of counts of (districts, months): of the first district, or of them all."""
    measure = MEASURES[number]
    own = counts.sum(axis=0) if is_force else counts[0]
    (spread,) = dispersions(own[np.newaxis], [len(own) // 12])
    years = _years(counts)
    usual = usual_variation(measure).value
    estimate = estimated(years[1:], years[:-1], usual)
    apart = estimate[0] if estimate else usual
    of_force = usual * usual_variations().whole_force
    together, _ = moved_together(years[1:], years[:-1], apart, of_force)
    ordinary = OrdinaryVariation(apart, together, "")
    rest = None if is_force else rest_of(years[1, 1:], years[0, 1:])
    return CountedRow(
        measure,
        FORCE if is_force else AREA,
        tuple(own[-24:-12].tolist()),
        tuple(own[-12:].tolist()),
        spread,
        RowVariation(ordinary, None, rest),
        (),
    )


def _years(counts: Counts) -> npt.NDArray[np.float64]:
    """Return the totals of every year and district, the latest year first."""
    years: npt.NDArray[np.float64] = counts.reshape(len(counts), -1, 12).sum(axis=2, dtype=float).T
    return years[::-1]


def said_in_version_2(counts: Counts) -> Said:
    """Say what version 2 said: φ of all years with the period, τ without the force's."""
    p_values, far = [], []
    for measure, of_districts in zip(MEASURES, counts, strict=True):
        own = of_districts[0].reshape(1, -1, 12)
        quarters = own.reshape(1, -1, 4, 3).sum(axis=3)
        spread = max(float(dispersion(own)[0]), float(dispersion(quarters)[0]))
        before, now = (int(own[0, year].sum()) for year in (-2, -1))
        rates = (before, QUESTION.comparison.days, now, QUESTION.period.days)
        p_values.append(p_value(*rates, Dispersion(spread, (own.shape[1] - 1) * 11)))
        years, usual = _years(of_districts), usual_variation(measure).value
        estimate = estimated(years[1:], years[:-1], usual)
        far.append(two_sided(deviate(*rates, estimate[0] if estimate else usual)))
    changed = [p is not None and p < LEVEL for p in adjusted(p_values)]
    is_far = [p is not None and p < LEVEL for p in adjusted(far)]
    return Said(changed, [both[0] and both[1] for both in zip(changed, is_far, strict=True)])


def said_before(counts: Counts) -> Said:
    """Say what was said until 30 November 2026: φ of months, the normal distribution, no τ."""
    p_values = []
    for own in counts[:, 0]:
        before, now = int(own[-24:-12].sum()), int(own[-12:].sum())
        spread = float(dispersion(own.reshape(1, -1, 12))[0])
        apart = log(now / before) if before and now else 0.0
        p_values.append(two_sided(apart / sqrt(spread * (1 / max(now, 1) + 1 / max(before, 1)))))
    changed = [p is not None and p < LEVEL for p in adjusted(p_values)]
    # Every rise and fall was said to be "more than chance": nothing else was said beside it.
    return Said(changed, changed)


RULES: dict[str, Callable[[Counts], Said]] = {
    "before": said_before,
    "version 2": said_in_version_2,
    "now": said_now,
    "of the force": said_of_force,
}


@dataclass(frozen=True)
class Rates:
    """Shares of tables: with any false verdict or unusual one, and with the real change found."""

    any_changed: float
    any_unusual: float
    found: float
    found_unusual: float


def rates(world: World, rule: str, tables: int, seed: int = 1) -> Rates:
    """Judge some tables by a rule; the same seed makes the same tables for every rule."""
    draws = np.random.default_rng(seed)
    totals = np.zeros(4)
    for _ in range(tables):
        changed, unusual = RULES[rule](history(world, draws))
        first = 1 if world.rise.step else 0
        totals += [any(changed[first:]), any(unusual[first:]), changed[0], unusual[0]]
    return Rates(*(totals / tables))
