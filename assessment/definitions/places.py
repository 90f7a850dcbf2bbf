"""Districts of England and Wales, from data/reference/districts.csv, found by code or by name."""

import csv
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assessment.definitions.spelling import close_to, plain
from assessment.definitions.toml_reader import Faults

COLUMNS = ("code", "name", "force", "successor", "also")
CODE = re.compile(r"(?:E0[6-9]|W06)\d{6}")
# What councils and systems write around a name; it is dropped only where the whole is not a name.
BEFORE = (
    "the",
    "(?:royal|london|metropolitan|county) borough of",
    "(?:city and county|borough|district|city|county) of",
    "l ?b(?: of)?",
)
AFTER = (
    "council|county|city|borough|district|metropolitan|unitary authority",
    "ua|mbc|cbc|bc|dc|cc|lad|csp|community safety partnership",
)
AROUND = re.compile(rf"^(?:{'|'.join(BEFORE)}) | (?:{'|'.join(AFTER)})$")
AROUND_FORCE = re.compile(r" (?:police|constabulary|service|force)$|^the ")
# The force took this name in 2022; data.police.uk goes on writing the old one.
RENAMED_FORCES = {"hampshire and isle of wight": "hampshire"}
# Somerset West and Taunton (2019 to 2023) was made of two that are former districts as well.
MERGED_TWICE = {"E07000246": frozenset({"E07000190", "E07000191"})}


@dataclass(frozen=True)
class District:
    """A district of today, and its police force as data.police.uk writes it in "Falls within"."""

    code: str
    name: str
    force: str


@dataclass(frozen=True)
class Row:
    """A district as the file lists it: one of today, or a former one with its successor."""

    code: str
    name: str
    force: str
    successor: str
    also: tuple[str, ...]


class Districts:
    """Every district; one that has been merged into another leads to the one it is part of now."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._by_code = {r.code: District(r.code, r.name, r.force) for r in rows if not r.successor}
        self._former = {row.code: row.successor for row in rows if row.successor}
        # Districts of today come last: where a name was used twice, it means the one of today.
        inorder = sorted(rows, key=lambda row: not row.successor)
        self._by_words = {
            plain(said): row.code for row in inorder for said in (row.name, *row.also)
        }
        self._names = {row.code: row.name for row in rows}

    def all(self) -> tuple[District, ...]:
        """Return every district of today, by name."""
        return tuple(sorted(self._by_code.values(), key=lambda district: district.name))

    def find(self, text: str) -> District | None:
        """Return the district that a code or a name stands for, whatever is written around it."""
        code = self.listed(text)
        return self._today(code) if code else None

    def listed(self, text: str) -> str | None:
        """Return the code that a code or a name stands for, of a former district too."""
        code = text.strip().upper()
        if code in self._names:
            return code
        said = next((words for words in _peeled(text) if words in self._by_words), None)
        return self._by_words[said] if said else None

    def name_of(self, code: str) -> str:
        """Return the name of a district, as a former one was called."""
        return self._names[code]

    def lacking(self, district: str, given: Collection[str]) -> tuple[str, ...]:
        """Return the former districts without which some given do not make up the one of today."""
        if district in given:
            return ()
        missing = {code for code, now in self._former.items() if now == district} - {*given}
        for merged, parts in MERGED_TWICE.items():
            if merged in given:
                missing -= parts
            elif parts <= {*given}:
                missing -= {merged}
        return tuple(sorted(self._names[code] for code in missing))

    def suggest(self, text: str) -> tuple[str, ...]:
        """Return up to three names that may have been meant."""
        *_, bare = _peeled(text)
        near = close_to(bare, self._by_words)
        return tuple(dict.fromkeys(self._today(self._by_words[words]).name for words in near))

    @cached_property
    def forces(self) -> tuple[str, ...]:
        """The police forces, in alphabetical order."""
        return tuple(sorted({district.force for district in self._by_code.values()}))

    def find_force(self, text: str) -> str | None:
        """Return the force meant, with or without "Police" or "Constabulary"."""
        return {_force_words(force): force for force in self.forces}.get(_force_words(text))

    def of_force(self, force: str) -> tuple[str, ...]:
        """Return the names of a force's districts; none where the force is not known."""
        found = self.find_force(force)
        return tuple(district.name for district in self.all() if district.force == found)

    def _today(self, code: str) -> District:
        return self._by_code[self._former.get(code, code)]


def _peeled(text: str) -> Iterator[str]:
    """Yield the words of a name, then with one thing fewer written around it, and so on."""
    said = plain(text)
    yield said
    while (less := AROUND.sub("", said, count=1)) != said:
        said = less
        yield said


def _force_words(force: str) -> str:
    said = plain(force)
    while (less := AROUND_FORCE.sub("", said)) != said:
        said = less
    return RENAMED_FORCES.get(said, said)


def read_districts(path: Path) -> Districts:
    """Read the file; raises DefinitionFault with all that is wrong in it."""
    faults = Faults()
    rows = list(_read_rows(path, faults))
    _check_repeats(path.name, rows, faults)
    _check_successors(path.name, rows, faults)
    faults.raise_any()
    return Districts(rows)


def _read_rows(path: Path, faults: Faults) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(line for line in file if not line.startswith("#"))
        if tuple(lines.fieldnames or ()) != COLUMNS:
            faults.add(path.name, "header", "columns", ",".join(COLUMNS), lines.fieldnames)
            return
        for line in lines:
            if row := _read_row(path.name, line, faults):
                yield row


def _read_row(file: str, line: Mapping[str | None, str | None], faults: Faults) -> Row | None:
    code, name, force, successor, also = (line[column] for column in COLUMNS)
    if None in line or also is None:
        faults.add(file, str(code), "row", f"{len(COLUMNS)} columns", list(line.values()))
        return None
    if not CODE.fullmatch(code or ""):
        faults.add(file, str(code), "code", "an ONS code such as E07000069", code)
    for column, value in (("name", name), ("force", force)):
        if not value:
            faults.add(file, str(code), column, "a text", value)
    other_names = tuple(each for each in also.split(";") if each)
    return Row(code or "", name or "", force or "", successor or "", other_names)


def _check_repeats(file: str, rows: Sequence[Row], faults: Faults) -> None:
    for code, times in Counter(row.code for row in rows).items():
        if times > 1:
            faults.add(file, code, "code", "each code once", code)
    claimed: dict[str, str] = {}
    for row in rows:
        for words in {plain(said) for said in (row.name, *row.also)}:
            meant = row.successor or row.code
            if (other := claimed.setdefault(words, meant)) != meant:
                faults.add(file, row.code, "name", f"what does not already mean {other}", words)


def _check_successors(file: str, rows: Sequence[Row], faults: Faults) -> None:
    today = {row.code: row for row in rows if not row.successor}
    for row in rows:
        if not row.successor:
            continue
        if row.successor not in today:
            faults.add(
                file, row.code, "successor", "the code of a district of today", row.successor
            )
        elif today[row.successor].force != row.force:
            faults.add(file, row.code, "force", today[row.successor].force, row.force)
