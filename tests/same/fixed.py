"""Fixed words for what is another at every run: moments, folders, processes, marks and ports."""

import os
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[2]
# The name of a copy of the store, in which there is a day too.
FIRST = (
    (re.compile(r"\d{4}-\d\d-\d\d-\d{6}(?=-(change|before))"), "MOMENT"),
    (re.compile(r"(?<=-of-)[0-9a-f]{8}\b"), "MARK"),
)
# A moment as commands and pages write it, and a port of this machine.
LAST = (
    (re.compile(r"\bTODAY(?:T|,? )(at )?\d\d:\d\d(:\d\d)?(\.\d+)?"), r"TODAY \g<1>NOW"),
    (re.compile(r"\b\d\d:\d\d(?=, on this computer)"), "NOW"),
    # As large as DuckDB has made it: it does not fill a file the same way twice.
    (re.compile(r"\b\d[\d.,]* MB(?=:|, [\d,]+ rows)"), "SIZE MB"),
    (re.compile(r"(?<=process )\d+"), "NUMBER"),
    (re.compile(r"(?<=localhost:)\d+"), "PORT"),
)
# What is added up in another order each time differs in the last of its digits.
FRACTION = re.compile(r"-?\d+\.\d{9,}(e[+-]?\d+)?|-?\d(\.\d+)?e[+-]?\d+")
DIGITS = 10


class Fixed:
    """What stands for what; the days are those from the beginning to now."""

    def __init__(self, folders: Mapping[Path, str]) -> None:
        self.folders = {str(path): word for path, word in folders.items()}
        self.first_day = date.today()

    def __call__(self, text: str) -> str:
        """Return a text that the same code writes at every run."""
        for pattern, word in FIRST:
            text = pattern.sub(word, text)
        for folder, word in (self.folders | {str(ROOT): "PROJECT"}).items():
            text = text.replace(folder, word)
        for day in {self.first_day, date.today()}:
            for written in (f"{day}", f"{day.day} {day:%B %Y}", f"{day:%d/%m/%Y}"):
                text = text.replace(written, "TODAY")
        for pattern, word in LAST:
            text = pattern.sub(word, text)
        return FRACTION.sub(lambda found: f"{float(found[0]):.{DIGITS}g}", text)


def with_fixed_surroundings() -> dict[str, str]:
    """Return the environment in which everything is asked: nothing of whoever asks."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("ASSESSMENT")}
    ours |= {"LOGNAME": "somebody", "TZ": "UTC", "COLUMNS": "100", "NO_COLOR": "1"}
    return ours | {"PYTHONPATH": str(ROOT)}
