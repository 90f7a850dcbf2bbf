"""How much harm an offence does: weights by measure, from data/reference/harm_weights.csv."""

import csv
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assessment.definitions.toml_reader import NO_DAY, Faults

COLUMNS = ("scheme", "version", "measure", "weight", "unit", "source", "read", "status")
# Read in the publisher's own file, or at second hand.
STATUSES = ("V", "S")
OF_ALL = ("scheme", "version", "unit", "source", "read", "status")


@dataclass(frozen=True)
class HarmWeights:
    """One scheme of weights. A measure without one has none: it is not harmless."""

    scheme: str
    version: str
    unit: str
    source: str
    read: date
    status: str
    by_measure: Mapping[str, float]

    @property
    def is_second_hand(self) -> bool:
        """Whether the weights have yet to be checked against their publisher's file."""
        return self.status != STATUSES[0]


def read_harm_weights(path: Path, measures: Collection[str]) -> HarmWeights:
    """Read the file; raises DefinitionFault with all that is wrong in it."""
    faults = Faults()
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(line for line in file if not line.startswith("#"))
        rows = list(lines)
        if tuple(lines.fieldnames or ()) != COLUMNS or not rows:
            expected = f"{','.join(COLUMNS)} and rows"
            faults.add(path.name, "header", "columns", expected, lines.fieldnames)
            rows = []
    weights = {row["measure"]: _weight(path.name, row, measures, faults) for row in rows}
    _check_alike(path.name, rows, faults)
    faults.raise_any()
    first = rows[0]
    return HarmWeights(
        scheme=first["scheme"],
        version=first["version"],
        unit=first["unit"],
        source=first["source"],
        read=_day(first["read"]),
        status=first["status"],
        by_measure=weights,
    )


def _weight(file: str, row: Mapping[str, str], measures: Collection[str], faults: Faults) -> float:
    measure, weight = row["measure"], row["weight"] or ""
    if measure not in measures:
        faults.add(file, measure, "measure", "the id of a Home Office measure", measure)
    if row["status"] not in STATUSES:
        faults.add(file, measure, "status", " or ".join(STATUSES), row["status"])
    if _day(row["read"]) == NO_DAY:
        faults.add(file, measure, "read", "a date (YYYY-MM-DD)", row["read"])
    for column in ("scheme", "version", "unit", "source"):
        if not row[column]:
            faults.add(file, measure, column, "a text", row[column])
    # Nothing recorded does no harm: what has no weight is left out of the file.
    if weight.replace(".", "", 1).isdecimal() and float(weight) > 0:
        return float(weight)
    faults.add(file, measure, "weight", "a number above 0", weight)
    return 0.0


def _check_alike(file: str, rows: Sequence[Mapping[str, str]], faults: Faults) -> None:
    """Weights of two schemes cannot be set beside each other."""
    for measure, times in Counter(row["measure"] for row in rows).items():
        if times > 1:
            faults.add(file, measure, "measure", "each measure once", measure)
    for row in rows[1:]:
        for column in OF_ALL:
            if row[column] != rows[0][column]:
                faults.add(file, row["measure"], column, rows[0][column], row[column])


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return NO_DAY
