"""What a project did as a table to read, and as one to download."""

import re

from assessment.outputs.evaluation.evaluation_wording import (
    COUNTING_ONLY,
    GROUPS,
    HOW_TO_READ,
    caveats,
    finding,
    sentences,
)
from assessment.outputs.html_table import html_table
from assessment.outputs.tables import COUNT, DIFFERENCE, SYNTHETIC, Cell, Column, Table, marked
from assessment.patterns.evaluation import ProjectEvaluation

COLUMNS = (
    Column("Areas", 30),
    Column("Named", 60),
    Column("Before", 10, COUNT),
    Column("After", 10, COUNT),
    Column("Change", 10, DIFFERENCE),
    Column("Standard error, of counting", 14, "0.0"),
    Column("Likely from", 12, DIFFERENCE),
    Column("Likely to", 12, DIFFERENCE),
)
EFFECT = "Effect"


def groups_html(found: ProjectEvaluation) -> str:
    """Return the groups with their areas and counts as an HTML table."""
    counts = found.counts or {}
    rows = [
        (GROUPS[name], _names(found, name), each.before, each.after, each.change)
        for name, each in counts.items()
    ]
    return html_table("What was counted", ("Areas", "Named", "Before", "After", "Change"), rows)


def evaluation_table(found: ProjectEvaluation, *, synthetic: bool) -> Table:
    """Return the groups and the effect as rows; none where nothing is told."""
    question = found.question
    about = (
        *([SYNTHETIC] if synthetic else []),
        f"Place: {question.place.label}",
        f"Measure: {found.measure.label}",
        f"Before: {question.comparison.dates}",
        f"After: {question.period.dates}",
        *([finding(found)] if found.effect else []),
    )
    columns, rows = marked(COLUMNS, tuple(_rows(found)), synthetic=synthetic)
    notes = (
        ("How to read it", (HOW_TO_READ, COUNTING_ONLY)),
        ("What was counted", tuple(sentences(found)) or ("Nothing is told.",)),
        ("Caveats", (*found.against, *caveats(found)) or ("None.",)),
    )
    title = f"What the project did: {found.measure.label}"
    return Table(title, about, columns, rows, notes, sheet="Project evaluation")


def file_name(found: ProjectEvaluation) -> str:
    """Name a file for the place, the measure and the end of the period."""
    named = f"project {found.question.place.label} {found.measure.label}"
    return (
        f"{re.sub(r'[^a-z0-9]+', '-', named.lower())[:100]}-{found.question.period.last_day:%Y-%m}"
    )


def _rows(found: ProjectEvaluation) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = [
        (GROUPS[name], _names(found, name), each.before, each.after, each.change, None, None, None)
        for name, each in (found.counts or {}).items()
    ]
    if effect := found.effect:
        error, low, high = effect.standard_error, effect.low, effect.high
        numbers = (round(error, 2), round(low, 1), round(high, 1))
        rows.append((EFFECT, "", None, None, effect.difference, *numbers))
    return rows


def _names(found: ProjectEvaluation, group: str) -> str:
    return ", ".join(found.known[area] for area in found.areas.groups[group])
