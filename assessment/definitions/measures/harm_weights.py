"""How much harm an offence does: sets of weights, each a file of data/reference/harm_weights."""

import csv
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assessment.definitions.toml_reader import NO_DAY, Faults

COLUMNS = (
    *("scheme", "version", "measure", "offence", "weight", "least", "most", "found_by_police"),
    *("unit", "source", "read", "status"),
)
# Read in the publisher's own file, or at second hand.
STATUSES = ("V", "S")
OF_ALL = ("scheme", "version", "unit", "source", "read", "status")
TEXTS = ("scheme", "version", "unit", "source")


@dataclass(frozen=True)
class HarmWeights:
    """One set of weights. What has none has none: it is not harmless.

    `by_measure` has a weight for all offences of a Home Office subgroup alike, `by_offence` for one
    offence by its code. Where a subgroup's is a median, `ranges` has the least and the most of its
    offences. `found_by_police` are subgroups that are recorded because the police looked for them.
    """

    scheme: str
    version: str
    unit: str
    source: str
    read: date
    status: str
    by_measure: Mapping[str, float]
    by_offence: Mapping[str, float]
    ranges: Mapping[str, tuple[float, float]]
    found_by_police: frozenset[str]
    file: str

    @property
    def is_second_hand(self) -> bool:
        """Whether the weights have yet to be checked against their publisher's file."""
        return self.status != STATUSES[0]


def read_harm_weights(path: Path, measures: Collection[str]) -> HarmWeights:
    """Read the file; raises DefinitionFault with all that is wrong in it."""
    faults = Faults()
    rows = _read_rows(path, faults)
    for row in rows:
        _check(path.name, row, measures, faults)
    _check_alike(path.name, rows, faults)
    faults.raise_any()
    whole = [row for row in rows if not row["offence"]]
    ends = {row["measure"]: (row["least"], row["most"]) for row in whole if row["least"]}
    first = rows[0]
    return HarmWeights(
        **{column: first[column] for column in TEXTS},
        read=_day(first["read"]),
        status=first["status"],
        by_measure={row["measure"]: float(row["weight"]) for row in whole},
        by_offence={row["offence"]: float(row["weight"]) for row in rows if row["offence"]},
        ranges={measure: (float(least), float(most)) for measure, (least, most) in ends.items()},
        found_by_police=frozenset(row["measure"] for row in rows if row["found_by_police"]),
        file=path.name,
    )


def _read_rows(path: Path, faults: Faults) -> list[dict[str, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        faults.add(path.name, "file", "text", "a CSV file in UTF-8 that can be read", str(fault))
        text = ""
    lines = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    rows = [{name: cell or "" for name, cell in row.items() if name} for row in lines]
    if tuple(lines.fieldnames or ()) == COLUMNS and rows:
        return rows
    expected = f"{','.join(COLUMNS)} and rows"
    faults.add(path.name, "header", "columns", expected, lines.fieldnames)
    faults.raise_any()
    return []


def _check(file: str, row: Mapping[str, str], measures: Collection[str], faults: Faults) -> None:
    place = row["offence"] or row["measure"]
    if row["measure"] not in measures:
        faults.add(file, place, "measure", "the id of a Home Office measure", row["measure"])
    if row["status"] not in STATUSES:
        faults.add(file, place, "status", " or ".join(STATUSES), row["status"])
    if _day(row["read"]) == NO_DAY:
        faults.add(file, place, "read", "a date (YYYY-MM-DD)", row["read"])
    if row["found_by_police"] not in ("", "yes"):
        faults.add(file, place, "found_by_police", "yes or nothing", row["found_by_police"])
    for column in TEXTS:
        if not row[column]:
            faults.add(file, place, column, "a text", row[column])
    _check_numbers(file, place, row, faults)


def _check_numbers(file: str, place: str, row: Mapping[str, str], faults: Faults) -> None:
    # Nothing recorded does no harm: what has no weight is left out of the file.
    if not _is_above_nought(row["weight"]):
        faults.add(file, place, "weight", "a number above 0", row["weight"])
    ends = (row["least"], row["most"])
    if any(ends) and not all(map(_is_above_nought, ends)):
        faults.add(file, place, "least and most", "two numbers above 0, or nothing", ends)


def _is_above_nought(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal() and float(text) > 0


def _check_alike(file: str, rows: Sequence[Mapping[str, str]], faults: Faults) -> None:
    """Weights of two schemes cannot be set beside each other."""
    weighed = Counter(row["offence"] or row["measure"] for row in rows)
    for place, times in weighed.items():
        if times > 1:
            faults.add(file, place, "measure", "each measure and each offence once", place)
    for row in rows[1:]:
        for column in OF_ALL:
            if row[column] != rows[0][column]:
                faults.add(file, row["measure"], column, rows[0][column], row[column])


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return NO_DAY
