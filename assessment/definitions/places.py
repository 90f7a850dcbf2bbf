"""Districts of England and Wales and their police forces, found by code or by name."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from assessment.definitions.spelling import close_to, plain

# What councils and systems write around a name; it is dropped only where the whole is not a name.
BEFORE = (
    "the",
    "(?:royal|london|metropolitan|county) borough of",
    "(?:city and county|borough|district|city|county) of",
    "l ?b(?: of)?",
)
AFTER = (
    "london borough|royal borough|lb|council|county|city|borough|district|metropolitan",
    "unitary authority|ua|mbc|cbc|bc|dc|cc|lad|csp|community safety partnership",
)
AROUND = re.compile(rf"^(?:{'|'.join(BEFORE)}) | (?:{'|'.join(AFTER)})$")
# "Abertawe / Swansea", "E07000075 - Rochford", "Rochford (E07000075)".
BETWEEN = re.compile(r"\s*/\s*|\s+[-–|]\s+|\s*[()]\s*")
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
class ListedDistrict:
    """A district as the file lists it: one of today, or a former one with its successor."""

    code: str
    name: str
    force: str
    successor: str
    also: tuple[str, ...]


class Districts:
    """Every district; one that has been merged into another leads to the one it is part of now."""

    def __init__(self, rows: Sequence[ListedDistrict]) -> None:
        self._by_code = {
            row.code: District(row.code, row.name, row.force) for row in rows if not row.successor
        }
        self._former = {row.code: row.successor for row in rows if row.successor}
        # Districts of today come last: where a name was used twice, it means the one of today.
        in_order = sorted(rows, key=lambda row: not row.successor)
        self._by_words = {
            plain(name): row.code for row in in_order for name in (row.name, *row.also)
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
        name = next((words for words in _peeled(text) if words in self._by_words), None)
        return self._by_words[name] if name else self._listed_twice(text)

    def _listed_twice(self, text: str) -> str | None:
        """Return the code of a district that is written twice: in Welsh too, or with its code."""
        parts = [part for part in BETWEEN.split(text) if part.strip()]
        codes = {self.listed(part) for part in parts} if len(parts) == 2 else {None}
        return codes.pop() if len(codes) == 1 else None

    def name_of(self, code: str) -> str:
        """Return the name of a district, as a former one was called."""
        return self._names[code]

    def lacking(self, district: str, codes: Collection[str]) -> tuple[str, ...]:
        """Return the former districts that some codes lack to make up the one of today."""
        if district in codes:
            return ()
        missing = {code for code, now in self._former.items() if now == district} - {*codes}
        for merged, parts in MERGED_TWICE.items():
            if merged in codes:
                missing -= parts
            elif parts <= {*codes}:
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
        return self._forces_by_words.get(_force_words(text))

    @cached_property
    def _forces_by_words(self) -> dict[str, str]:
        return {_force_words(force): force for force in self.forces}

    def of_force(self, force: str) -> tuple[str, ...]:
        """Return the names of a force's districts; none where the force is not known."""
        return self._names_by_force.get(self.find_force(force) or "", ())

    @cached_property
    def _names_by_force(self) -> dict[str, tuple[str, ...]]:
        names: dict[str, tuple[str, ...]] = {}
        for district in self.all():
            names[district.force] = (*names.get(district.force, ()), district.name)
        return names

    def _today(self, code: str) -> District:
        return self._by_code[self._former.get(code, code)]


def _peeled(text: str) -> Iterator[str]:
    """Yield the words of a name, then with one thing fewer written around it, and so on."""
    name = plain(text)
    yield name
    while (shorter := AROUND.sub("", name, count=1)) != name:
        name = shorter
        yield name


def _force_words(force: str) -> str:
    name = plain(force)
    while (shorter := AROUND_FORCE.sub("", name)) != name:
        name = shorter
    return RENAMED_FORCES.get(name, name)
