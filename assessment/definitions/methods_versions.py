"""The versions of the methods behind verdicts, and what each changed, from methods.toml."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assessment.definitions.definition_files import open_file, read_authored
from assessment.definitions.toml_reader import Entry, Faults


@dataclass(frozen=True)
class MethodsVersion:
    """What stands beside a verdict: by which methods, since when, and what they changed and why."""

    number: int
    since: date
    changed: tuple[str, ...]


def read_methods_versions(path: Path) -> tuple[MethodsVersion, ...]:
    """Read the versions, the first of them first; raises DefinitionFault with every fault."""
    faults = Faults()
    if entry := open_file(path, faults):
        read_authored(entry)
        entries = entry.entries("version", named_by="number")
        versions = tuple(map(_read, entries))
        _in_order(entries, versions)
        entry.close()
    faults.raise_any()
    return versions


def _read(entry: Entry) -> MethodsVersion:
    version = MethodsVersion(
        entry.whole("number"), entry.day("since"), entry.texts("changed", at_least=1)
    )
    entry.close()
    return version


def _in_order(entries: Sequence[Entry], versions: Sequence[MethodsVersion]) -> None:
    """Note versions that are left out or stand in another order: a number means one thing."""
    for place, (entry, version) in enumerate(zip(entries, versions, strict=True), start=1):
        if version.number != place:
            entry.wrong("number", f"{place}, as versions stand in their order", version.number)
