"""Which data each responsible authority is to share, from data/definitions/authority_data.toml."""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from assessment.definitions.definition_files import read_authored
from assessment.definitions.toml_reader import Entry, Faults, twice

# In the order in which section 5 of the Crime and Disorder Act 1998 is usually told.
AUTHORITIES = ("police", "council", "fire and rescue", "health", "probation")


@dataclass(frozen=True)
class AuthorityData:
    """Data that an authority is to share, and the subjects of coverage in which they arrive.

    `prescribed` is where the regulations of 2007 ask for them; None for what they do not ask for.
    """

    id: str
    authority: str
    label: str
    prescribed: str | None
    subjects: tuple[str, ...]


def read_authority_data(path: Path, subjects: Collection[str]) -> tuple[AuthorityData, ...]:
    """Read the file, given every subject there is; raises DefinitionFault with every fault."""
    faults = Faults()
    entry = Entry(path.name, "whole file", tomllib.loads(path.read_text(encoding="utf-8")), faults)
    read_authored(entry)
    tables = entry.entries("data", named_by="id")
    shared = tuple(_read(table, subjects) for table in tables)
    entry.close()
    for repeated in twice(data.id for data in shared):
        entry.wrong("id", "each of them once", repeated)
    faults.raise_any()
    return shared


def _read(entry: Entry, subjects: Collection[str]) -> AuthorityData:
    data = AuthorityData(
        id=entry.text("id"),
        authority=entry.word("authority", AUTHORITIES),
        label=entry.text("label"),
        prescribed=entry.optional_text("prescribed"),
        subjects=entry.texts("subjects"),
    )
    entry.known("subjects", data.subjects, subjects)
    entry.close()
    return data
