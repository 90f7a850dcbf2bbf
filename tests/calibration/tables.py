"""How often verdicts are wrong, and how often a real change is found: on histories made by chance.

Each table is of 13 measures in one district among some. Its months are counted by chance from
levels that stay or that wander (AR(1), 0.75 from month to month). In the tables of power one
measure has risen in that district by a step, in the others nothing has.
"""

from collections.abc import Callable, Iterator, Sequence
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
from assessment.changes.variation.dispersion import dispersion, dispersions
from assessment.changes.variation.ordinary_variation import OrdinaryVariation, estimated
from assessment.changes.verdict import judge
from assessment.definitions import measure_sets, usual_variation
from assessment.periods import PeriodKind, period_ending

MEASURES = tuple(m for m in measure_sets()["police-uk"].measures if m.level == 1)[:13]
YEAR = period_ending(PeriodKind.CALENDAR_YEAR, date(2023, 12, 1))
QUESTION = Question(Place("Here", ("Here",)), YEAR, YEAR.year_before(), "police-uk")
AREA = Area("Here", None, ("Here",))
PERSISTENCE = 0.75
WANDERING = (0.0, 0.05, 0.09)
STEPS = (0.10, 0.15, 0.25, 0.50)
# Months of history, and districts.
SETTINGS = ((24, 14), (36, 14), (60, 14), (24, 8), (24, 3))
# The measure that has risen has as many records a month in the district.
RISEN = 100
Counts = npt.NDArray[np.int64]


class World(NamedTuple):
    """What tables are made of: the sd by which levels wander, months of history, districts."""

    wandering: float
    months: int
    districts: int
    step: float = 0.0


class Said(NamedTuple):
    """What is said of every measure: that it changed, and that it is unusual."""

    changed: Sequence[bool]
    unusual: Sequence[bool]


def history(world: World, draws: np.random.Generator) -> Counts:
    """Return counts of (measures, districts, months); the first district's first measure rose."""
    shape = (len(MEASURES), world.districts)
    usual = RISEN * np.exp(draws.normal(0, 0.6, (shape[0], 1)) + draws.normal(0, 0.3, shape))
    usual[0] = RISEN
    levels = np.empty((*shape, world.months))
    levels[..., 0] = draws.normal(0, world.wandering, shape)
    for month in range(1, world.months):
        new = draws.normal(0, world.wandering * sqrt(1 - PERSISTENCE**2), shape)
        levels[..., month] = PERSISTENCE * levels[..., month - 1] + new
    rates = usual[..., np.newaxis] * np.exp(levels)
    rates[0, 0, -12:] *= 1 + world.step
    return draws.poisson(rates).astype(np.int64)


def judged_now(counts: Counts) -> Sequence[Change]:
    """Ask the engine itself, from the counts on."""
    return judge(QUESTION, compared(QUESTION, [counted_row(*pair) for pair in enumerate(counts)]))


def said_now(counts: Counts) -> Said:
    """Return what is said of every measure today."""
    changes = judged_now(counts)
    changed = [change.verdict in (Verdict.RISE, Verdict.FALL) for change in changes]
    return Said(changed, [bool(change.unusual) for change in changes])


def counted_row(number: int, counts: Counts) -> CountedRow:
    """Return a row of counts of (districts, months), of which the first district is its own."""
    measure, own = MEASURES[number], counts[0]
    (spread,) = dispersions(own[np.newaxis], [len(own) // 12])
    years = counts.reshape(len(counts), -1, 12).sum(axis=2, dtype=np.float64).T[::-1]
    usual = usual_variation(measure).value
    estimate = estimated(years[1:], years[:-1], usual)
    ordinary = OrdinaryVariation(estimate[0] if estimate else usual, "")
    return CountedRow(
        measure,
        AREA,
        tuple(own[-24:-12].tolist()),
        tuple(own[-12:].tolist()),
        spread,
        RowVariation(ordinary, None),
        (),
    )


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


RULES: dict[str, Callable[[Counts], Said]] = {"before": said_before, "now": said_now}


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
        first = 1 if world.step else 0
        totals += [any(changed[first:]), any(unusual[first:]), changed[0], unusual[0]]
    return Rates(*(totals / tables))


def report(tables: int) -> Iterator[str]:
    """Yield the tables as Markdown."""
    yield f"# Calibration\n\n`python -m tests.calibration --tables {tables}`: {__doc__}\n"
    yield "## False statements\n\nShares of tables of 13 rows in which nothing has changed.\n"
    yield "| levels wander by | months | districts | any verdict before | now | any unusual now |"
    yield "|---|---|---|---|---|---|"
    for wandering in WANDERING:
        for months, districts in ((24, 14), (60, 14), (24, 3)):
            world = World(wandering, months, districts)
            before, now = rates(world, "before", tables), rates(world, "now", tables)
            yield (
                f"| {wandering:.0%} | {months} | {districts} | {before.any_changed:.0%} "
                f"| {now.any_changed:.0%} | {now.any_unusual:.0%} |"
            )
    yield f"\n## Power\n\nShares of tables in which a rise of {RISEN} a month by a step is found.\n"
    yield "| step | levels wander by | months | districts | rise before | rise now | unusual now |"
    yield "|---|---|---|---|---|---|---|"
    for step in STEPS:
        for wandering in WANDERING:
            for months, districts in SETTINGS:
                world = World(wandering, months, districts, step)
                before, now = rates(world, "before", tables), rates(world, "now", tables)
                yield (
                    f"| {step:.0%} | {wandering:.0%} | {months} | {districts} "
                    f"| {before.found:.0%} | {now.found:.0%} | {now.found_unusual:.0%} |"
                )
