"""Reading data/reference/forenames.csv: forenames by which a name in a cell is told."""

import csv
from functools import cache
from pathlib import Path

from assessment.definitions import DATA
from assessment.errors import DefinitionFault

PATH = DATA / "reference" / "forenames.csv"


@cache
def forenames(path: Path = PATH) -> frozenset[str]:
    """Return the forenames; raises DefinitionFault where the file does not list them."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(line for line in file if not line.startswith("#")))
    if rows[:1] != [["name"]] or any(len(row) != 1 or not row[0].isalpha() for row in rows):
        raise DefinitionFault(f"{path.name}: expected a column 'name' with a forename in each row.")
    return frozenset(row[0] for row in rows[1:])
