"""Reading the entries of a definition file so that one reading finds every fault."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from math import isfinite, nan
from typing import Any, TypeVar

from assessment.errors import DefinitionFault

Choice = TypeVar("Choice", bound=StrEnum)
# Stands for a date that is missing or wrong until the faults are raised.
NO_DAY = date.min
# How an entry is reached from the whole file: the lists it is in, with its place in each, from 0.
Place = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Fault:
    """What is wrong: in which file, entry and field, what should be there, and what is."""

    file: str
    entry: str
    where: str
    expected: str
    found: object
    place: Place = ()

    def __str__(self) -> str:
        return (
            f"{self.file}: [{self.entry}] {self.where}: expected {self.expected}, "
            f"found {self.found!r}"
        )


@dataclass
class Faults:
    """What has been found wrong so far."""

    found: list[Fault] = field(default_factory=list)

    def add(self, file: str, entry: str, where: str, expected: str, found: object) -> None:
        """Note a fault of a file that has no lists of entries."""
        self.found.append(Fault(file, entry, where, expected, found))

    def raise_any(self) -> None:
        """Raise one DefinitionFault that says all of them, if there are any."""
        if self.found:
            raise DefinitionFault("\n".join(map(str, self.found)))


class Entry:
    """One table of a definition file, read field by field; what is wrong is noted, not raised."""

    def __init__(
        self, file: str, name: str, values: Mapping[str, Any], faults: Faults, place: Place = ()
    ) -> None:
        self.file = file
        self.name = name
        self.place = place
        self._values = values
        self._faults = faults
        self._read: set[str] = set()

    def wrong(self, key: str, expected: str, found: object) -> None:
        """Note a fault in this entry."""
        fault = Fault(self.file, self.name, key, expected, found, self.place)
        self._faults.found.append(fault)

    def text(self, key: str) -> str:
        """Read a text that must be there and say something."""
        value = self._take(key)
        if isinstance(value, str) and value.strip():
            return value
        self.wrong(key, "a text", value)
        return ""

    def optional_text(self, key: str) -> str | None:
        """Read a text that may be left out."""
        return self.text(key) if key in self._values else self._take(key)

    def has(self, key: str) -> bool:
        """Tell whether something that may be left out is there."""
        return key in self._values

    def texts(self, key: str, *, at_least: int = 0) -> tuple[str, ...]:
        """Read a list of texts; one that may be empty may also be left out."""
        value = self._take(key)
        if value is None and at_least == 0:
            return ()
        if _is_texts(value) and len(value) >= at_least:
            return tuple(value)
        self.wrong(key, "a list of texts", value)
        return ()

    def texts_and_entries(self, key: str, named_by: str) -> tuple["str | Entry", ...]:
        """Read a list of texts, with tables in the place of some; it may be left out."""
        value = self._take(key)
        if value is None:
            return ()
        if isinstance(value, list) and _is_texts([v for v in value if not isinstance(v, dict)]):
            return tuple(
                self._part(key, place, part, named_by) if isinstance(part, dict) else part
                for place, part in enumerate(value)
            )
        self.wrong(key, "a list of texts", value)
        return ()

    def yes_or_no(self, key: str) -> bool:
        """Read a true or false; left out, it is false."""
        value = self._take(key)
        if value is not None and not isinstance(value, bool):
            self.wrong(key, "true or false", value)
        return value is True

    def day(self, key: str) -> date:
        """Read a date, written as TOML writes dates: 2026-11-21."""
        value = self._take(key)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        self.wrong(key, "a date (YYYY-MM-DD, without quotes)", value)
        return NO_DAY

    def optional_day(self, key: str) -> date | None:
        """Read a date that may be left out."""
        return self.day(key) if key in self._values else None

    def number(self, key: str) -> float:
        """Read a number; anything else is noted, and read as no number (nan)."""
        value = self._take(key)
        if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value):
            return float(value)
        self.wrong(key, "a number", value)
        return nan

    def whole(self, key: str) -> int:
        """Read a whole number of 0 or more."""
        value = self._take(key)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self.wrong(key, "a whole number", value)
        return 0

    def one_of(self, key: str, choices: type[Choice]) -> Choice:
        """Read a word of a vocabulary."""
        return choices(self.word(key, list(choices)))

    def word(self, key: str, choices: Sequence[str]) -> str:
        """Read one of some words."""
        value = self._take(key)
        if value in choices:
            return str(value)
        self.wrong(key, "one of " + ", ".join(choices), value)
        return choices[0]

    def entries(self, key: str, named_by: str, *, at_least: int = 1) -> tuple["Entry", ...]:
        """Read a list of tables, each named in faults by one of its own fields."""
        value = self._take(key)
        if value in (None, []) and at_least == 0:
            return ()
        if (
            not isinstance(value, list)
            or not value
            or not all(isinstance(table, dict) for table in value)
        ):
            self.wrong(key, f"[[{key}]] tables", value)
            return ()
        return tuple(self._part(key, number, table, named_by) for number, table in enumerate(value))

    def groups(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Read a list of lists of texts; it may be left out."""
        value = self._take(key)
        if value is None:
            return ()
        if isinstance(value, list) and all(_is_texts(group) and group for group in value):
            return tuple(tuple(group) for group in value)
        self.wrong(key, "a list of lists of texts", value)
        return ()

    def close(self) -> None:
        """Note every field that nothing has read: a misspelt key must not pass in silence."""
        for key in self._values.keys() - self._read:
            self.wrong(key, "no such field", self._values[key])

    def known(self, key: str, names: Collection[str], known: Collection[str]) -> None:
        """Note every name that is not the id of anything."""
        for name in names:
            if name not in known:
                self.wrong(key, "the id of something that exists", name)

    def _part(self, key: str, number: int, table: Mapping[str, Any], named_by: str) -> "Entry":
        name = str(table.get(named_by, f"{key} {number + 1}"))
        return Entry(self.file, name, table, self._faults, (*self.place, (key, number)))

    def _take(self, key: str) -> Any:
        self._read.add(key)
        return self._values.get(key)


def twice(names: Iterable[str]) -> list[str]:
    """Return the names that occur more than once, each of them once."""
    return [name for name, times in Counter(names).items() if times > 1]


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) and text.strip() for text in value)
