"""Home Office offence codes and titles, from data/reference/offences.csv, with their measures."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assessment.definitions.measures.measure_sets import MeasureSet
from assessment.definitions.spelling import plain
from assessment.definitions.toml_reader import Faults, twice

COLUMNS = ("code", "title", "also", "group", "subgroup", "measure", "source")
SOURCES = ("reference-table", "counting-rules")
# A class (49, 8N), with the number of an offence within it or without: 049/00, 4.10, 125/9, 49.0.
WRITTEN = re.compile(r"(?:HO(?:ME OFFICE)?)?0*(\d{1,3})([A-Z]?)(?:[./](\d{1,2}))?\*?")
# The class may be several: 1/4.1/4.2 is every homicide.
LISTED = re.compile(r"\d{1,3}[A-Z]?(?:[./]\d{1,2})*")


@dataclass(frozen=True)
class Offence:
    """A class of offence as the Home Office lists it; without `measure` where forces count none."""

    code: str
    title: str
    also: tuple[str, ...]
    group: str
    subgroup: str
    measure: str
    source: str

    @property
    def titles(self) -> tuple[str, ...]:
        """Everything that it is called."""
        return (self.title, *self.also)


class OffenceReference:
    """Every class of offence, found by its code as systems write it."""

    def __init__(self, offences: Sequence[Offence]) -> None:
        self.offences = tuple(offences)
        self._by_code = {offence.code: offence for offence in offences}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Lead from the plain words of each title to its measure."""
        return {
            plain(title): offence.measure
            for offence in self.offences
            for title in offence.titles
            if offence.measure
        }

    def measure_of(self, code: str) -> str | None:
        """Return the measure of a code: 8N, 105a, 049/00; None where it is not known for certain.

        A number within a class (66/91) counts as its class where all classes of that number do:
        8/06 may be an assault or a harassment, and is not known.
        """
        written = code.strip().upper().replace(" ", "")
        if listed := self._by_code.get(written.rstrip("*")):
            return listed.measure or None
        parts = WRITTEN.fullmatch(written)
        if not parts:
            return None
        number, letter, within = parts[1], parts[2], int(parts[3] or 0)
        if listed := self._listed(number, letter, within):
            return listed.measure or None
        measures = {offence.measure for offence in self.of_number(number)}
        alone = measures.pop() if len(measures) == 1 else ""
        return alone if alone and parts[3] and not letter and number in self._by_code else None

    def _listed(self, number: str, letter: str, within: int) -> Offence | None:
        if letter or not within:
            # 8 is no class by itself, but 49 is, and so is 8N.
            return self._by_code.get(f"{number}{letter}")
        sub = (f"{number}.{within}", f"{number}/{within}")
        return next((self._by_code[name] for name in sub if name in self._by_code), None)

    def of_number(self, number: str) -> tuple[Offence, ...]:
        """Return the classes that have a number: 28, 28A, 28B."""
        return tuple(offence for offence in self.offences if _number(offence.code) == number)

    def alike(self, code: str) -> tuple[Offence, ...]:
        """Return the classes that have the number of a code which is not known itself."""
        parts = WRITTEN.fullmatch(code.strip().upper().replace(" ", ""))
        return self.of_number(parts[1]) if parts else ()


def is_offence_code(text: str) -> bool:
    """Tell whether a text is written as an offence code is."""
    return WRITTEN.fullmatch(text.strip().upper().replace(" ", "")) is not None


def _number(code: str) -> str:
    return re.split(r"\D", code, maxsplit=1)[0]


def read_offences(path: Path, measures: MeasureSet) -> OffenceReference:
    """Read the file, whose measures are those of a set; raises DefinitionFault with every fault."""
    faults = Faults()
    offences = list(_read_rows(path, measures, faults))
    for code in twice(offence.code for offence in offences):
        faults.add(path.name, code, "code", "each code once", code)
    _check_titles(path.name, offences, measures, faults)
    faults.raise_any()
    return OffenceReference(offences)


def _read_rows(path: Path, measures: MeasureSet, faults: Faults) -> Iterator[Offence]:
    leaves = {leaf for measure in measures.measures for leaf in measure.leaves}
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(line for line in file if not line.startswith("#"))
        if tuple(lines.fieldnames or ()) != COLUMNS:
            faults.add(path.name, "header", "columns", ",".join(COLUMNS), lines.fieldnames)
            return
        for line in lines:
            if None in line or None in line.values():
                found = list(line.values())
                faults.add(path.name, str(line["code"]), "row", f"{len(COLUMNS)} columns", found)
                continue
            code, title, also, *others = (line[column] for column in COLUMNS)
            titles = tuple(filter(None, map(str.strip, also.split(";"))))
            offence = Offence(code, title, titles, *others)
            _check(path.name, offence, leaves, faults)
            yield offence


def _check(file: str, offence: Offence, leaves: set[str], faults: Faults) -> None:
    if not LISTED.fullmatch(offence.code):
        faults.add(file, offence.code, "code", "an offence code such as 8N", offence.code)
    for column in ("title", "group", "subgroup"):
        if not getattr(offence, column):
            faults.add(file, offence.code, column, "a text", "")
    if offence.measure and offence.measure not in leaves:
        expected = "what records are counted under, or nothing"
        faults.add(file, offence.code, "measure", expected, offence.measure)
    if offence.source not in SOURCES:
        faults.add(file, offence.code, "source", " or ".join(SOURCES), offence.source)


def _check_titles(
    file: str, offences: Sequence[Offence], measures: MeasureSet, faults: Faults
) -> None:
    """A title means one thing, and what it means as the name of a measure."""
    claimed = dict(measures.aliases)
    for offence in offences:
        for words in dict.fromkeys(map(plain, offence.titles)):
            other = claimed.setdefault(words, offence.measure)
            if other != offence.measure:
                faults.add(
                    file, offence.code, "title", f"what does not already mean {other}", words
                )
