"""A scheme as it leaves the product: a table for spreadsheets, a document for other programs."""

import json
from collections.abc import Iterator

from assessment.definitions import Criterion, Scheme
from assessment.definitions.schemes.scheme_files import as_body
from assessment.outputs.criterion_names import GROUPS
from assessment.outputs.schemes import scheme_wording as wording
from assessment.outputs.schemes.scheme_differences import bands
from assessment.outputs.tables import Cell, Column, Table
from assessment.periods import in_words

COLUMNS = (
    Column("Criterion", 30),
    Column("Group", 22),
    Column("Weight", 8),
    Column("Scored by", 36),
    Column("Score", 8),
    Column("Words", 48),
    Column("Scored so if", 34),
    Column("Criterion id", for_programs=True),
)


def scheme_table(scheme: Scheme) -> Table:
    """Return a scheme with a row for each step of each criterion."""
    return Table(
        f"{scheme.label}, version {scheme.version}",
        (
            f"By: {scheme.author}, {in_words(scheme.dated)}",
            f"Put together: {wording.COMBINED[scheme.combine][1]}",
            f"Bands: {bands(scheme)}",
            wording.tie_breaks(scheme),
        ),
        COLUMNS,
        tuple(row for criterion in scheme.criteria for row in _rows(criterion)),
        (("What it is and is not", (scheme.standing,)), ("What is missing", (wording.MISSING,))),
        sheet="Scheme",
    )


def limits(criterion: Criterion) -> tuple[str, ...]:
    """Return, for each step, which values give it; nothing where people judge."""
    if criterion.rule is None or not criterion.steps:
        return ("",) * len(criterion.steps)
    return (*criterion.rule.cuts_in_words(), "anything else")


def _rows(criterion: Criterion) -> Iterator[tuple[Cell, ...]]:
    head = (
        criterion.label,
        GROUPS[criterion.group],
        criterion.weight,
        wording.scored_by(criterion),
    )
    if not criterion.steps:
        yield (*head, None, "what is counted stands itself", "", criterion.id)
    for step, limit in zip(criterion.steps, limits(criterion), strict=True):
        yield (*head, step.score, step.words, limit, criterion.id)


def scheme_head(scheme: Scheme) -> dict[str, object]:
    """Return what a scheme is called, whose it is, and what it is not."""
    return {
        "id": scheme.id,
        "version": scheme.version,
        "label": scheme.label,
        "standing": scheme.standing,
        "author": scheme.author,
        "dated": scheme.dated.isoformat(),
        "based_on": scheme.based_on,
    }


def as_json(scheme: Scheme) -> str:
    """Return a whole scheme for other programs."""
    return json.dumps(scheme_head(scheme) | as_body(scheme), indent=2, ensure_ascii=False)
