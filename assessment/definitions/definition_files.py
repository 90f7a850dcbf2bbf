"""Opening definition files, and what each of them must begin with."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assessment.definitions.toml_reader import Entry, Faults


@dataclass(frozen=True)
class Authored:
    """Who stands behind a definition file: it is dated, and says where it was taken from."""

    author: str
    checker: str
    reviewed: date
    source: str


def read_authored(entry: Entry) -> Authored:
    """Read the fields that every definition file begins with."""
    return Authored(
        author=entry.text("author"),
        checker=entry.text("checker"),
        reviewed=entry.day("reviewed"),
        source=entry.text("source"),
    )


def open_file(path: Path, faults: Faults) -> Entry | None:
    """Open a definition file; None for one that is not TOML, which is noted."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.add(path.name, "whole file", "text", "TOML in UTF-8", str(error))
        return None
    return Entry(path.name, "whole file", values, faults)


def open_files(folder: Path, faults: Faults) -> list[Entry]:
    """Open every definition file of a folder; one that is not TOML is noted and left out."""
    entries = (open_file(path, faults) for path in sorted(folder.glob("*.toml")))
    opened = [entry for entry in entries if entry]
    if not opened:
        faults.add(folder.name, "whole folder", "files", "at least one .toml file", "none")
    return opened
