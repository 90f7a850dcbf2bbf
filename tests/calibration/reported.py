"""How often verdicts are wrong, and how often a real change is found: on histories made by chance.

Each table is of 13 measures in one district among some. Its months are counted by chance from
levels that stay or that wander (AR(1), 0.75 from month to month), each district for itself or all
together. In the tables of power one measure has risen in that district, in the others nothing has.
*Before* is what was said until 30 November 2026 (methods version 1), *version 2* the day after.
"""

from collections.abc import Iterator

from tests.calibration.tables import RULES, rates
from tests.calibration.worlds import RISEN, WITHIN, Rise, World

WANDERING = (0.0, 0.05, 0.09)
TOGETHER = (0.0, 0.05, 0.09, 0.12)
STEPS = (0.10, 0.15, 0.25, 0.50)
# Months of history, and districts.
SETTINGS = ((24, 14), (36, 14), (60, 14), (24, 3), (24, 1))


def report(tables: int) -> Iterator[str]:
    """Yield the tables as Markdown."""
    yield f"# Calibration\n\n`python -m tests.calibration --tables {tables}`: {__doc__}\n"
    yield from _false_statements(tables)
    yield from _together(tables)
    yield from _within(tables)
    yield from _power(tables)


def _false_statements(tables: int) -> Iterator[str]:
    yield "## False statements\n\nShares of tables of 13 rows in which nothing has changed.\n"
    yield from _headed(
        "levels wander by", "months for themselves by", "months", "districts", "any verdict before",
        "version 2", "now", "any unusual in version 2", "now",
    )  # fmt: skip
    for wandering, noise in (*((each, 0.0) for each in WANDERING), (0.0, 0.10), (0.0, 0.20)):
        for months, districts in ((24, 14), (36, 14), (60, 14), (24, 3)):
            world = World(wandering, months, districts, noise=noise)
            before, then, now = (rates(world, rule, tables) for rule in list(RULES)[:3])
            yield _line(
                f"{wandering:.0%}", f"{noise:.0%}", months, districts, before.any_changed,
                then.any_changed, now.any_changed, then.any_unusual, now.any_unusual,
            )  # fmt: skip


def _together(tables: int) -> Iterator[str]:
    yield (
        "\n## Districts that wander together\n\nShares of tables with a false *unusual*, districts "
        "wandering by 5% of their own besides; the last column is of the force's own rows.\n"
    )
    yield from _headed(
        "all wander together by", "months", "districts", "version 2", "now", "the force, now"
    )
    for together in TOGETHER:
        for months in (24, 36, 60):
            for districts in (1, 3, 8, 14):
                world = World(0.05, months, districts, together=together)
                said = [rates(world, rule, tables).any_unusual for rule in list(RULES)[1:]]
                yield _line(f"{together:.0%}", months, districts, *said)


def _within(tables: int) -> Iterator[str]:
    yield (
        f"\n## Steps within the year\n\nShares of tables in which a rise of {RISEN} a month is "
        "found that makes the year a quarter more. 14 districts.\n"
    )
    yield from _headed(
        "what happens in the year", "levels wander by", "months", "rise in version 2", "now",
        "unusual in version 2", "now",
    )  # fmt: skip
    for words, rise in WITHIN.items():
        for wandering in WANDERING[:2]:
            for months in (24, 36, 60):
                world = World(wandering, months, 14, rise)
                then, now = rates(world, "version 2", tables), rates(world, "now", tables)
                yield _line(
                    words, f"{wandering:.0%}", months, then.found, now.found,
                    then.found_unusual, now.found_unusual,
                )  # fmt: skip


def _power(tables: int) -> Iterator[str]:
    yield (
        f"\n## Power\n\nShares of tables in which a rise of {RISEN} a month by a step on the "
        "period's first day is found.\n"
    )
    yield from _headed(
        "step", "levels wander by", "months", "districts", "rise before", "version 2", "now",
        "unusual in version 2", "now",
    )  # fmt: skip
    for step in STEPS:
        for wandering in WANDERING:
            for months, districts in SETTINGS:
                world = World(wandering, months, districts, Rise(step))
                before, then, now = (rates(world, rule, tables) for rule in list(RULES)[:3])
                yield _line(
                    f"{step:.0%}", f"{wandering:.0%}", months, districts, before.found,
                    then.found, now.found, then.found_unusual, now.found_unusual,
                )  # fmt: skip


def _headed(*columns: str) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield f"|{'---|' * len(columns)}"


def _line(*cells: str | float) -> str:
    """Return a line of a table: shares as percentages."""
    said = (f"{cell:.0%}" if isinstance(cell, float) else str(cell) for cell in cells)
    return f"| {' | '.join(said)} |"
