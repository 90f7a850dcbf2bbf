"""Rules by which an indicator becomes a score: the cuts between the steps of a scale."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import isfinite

from assessment.definitions.schemes.indicator_definition import Indicator
from assessment.errors import InvalidRequest

CONDITION = re.compile(r"(?:(low|high) )?(<=?) (-?\d+(?:\.\d+)?)")


class ValuePart(StrEnum):
    """Which number of the evidence a condition looks at."""

    VALUE = ""
    LOW = "low"
    HIGH = "high"


PART_IN_WORDS = {
    ValuePart.VALUE: "itself ",
    ValuePart.LOW: "lower end ",
    ValuePart.HIGH: "upper end ",
}


@dataclass(frozen=True)
class Condition:
    """That a number is below a limit, or at most as large."""

    part: ValuePart
    may_equal: bool
    limit: float

    def holds(self, number: float) -> bool:
        """Tell whether a number meets the condition."""
        return number < self.limit or (self.may_equal and number == self.limit)

    @property
    def text(self) -> str:
        """The condition as files have it; a limit that is not given yet is a question mark."""
        limit = f"{Decimal(repr(self.limit)).normalize():f}" if isfinite(self.limit) else "?"
        return f"{self.part} {'<=' if self.may_equal else '<'} {limit}".strip()

    def in_words(self, unit: str) -> str:
        """Return it in words, without naming the number: at most −5%."""
        limit = f"{self.limit:g}".replace("-", "−")
        return f"{'at most' if self.may_equal else 'below'} {limit}{unit}"


@dataclass(frozen=True)
class Cut:
    """What must all hold for a step to be the one; `text` is as the file has it."""

    text: str
    conditions: tuple[Condition, ...]

    def holds(self, numbers: Mapping[ValuePart, float | None]) -> bool:
        """Tell whether every condition holds; raises InvalidRequest where an end is not known."""
        known = [(condition, numbers[condition.part]) for condition in self.conditions]
        if any(number is None for _, number in known):
            raise InvalidRequest(f"The rule '{self.text}' needs both ends of the interval.")
        return all(condition.holds(number) for condition, number in known if number is not None)

    def in_words(self, unit: str) -> str:
        """Say it as a page prints it: below 3%; lower end at most 0% and itself below 5%."""
        if [c.part for c in self.conditions] == [ValuePart.VALUE]:
            return self.conditions[0].in_words(unit)
        return " and ".join(PART_IN_WORDS[c.part] + c.in_words(unit) for c in self.conditions)


@dataclass(frozen=True)
class Rule:
    """An indicator and one cut for each step but the highest; the first cut that holds decides."""

    indicator: Indicator
    cuts: tuple[Cut, ...]

    def place(self, value: float, low: float | None, high: float | None) -> int:
        """Return which step it is, from 0 for the lowest."""
        numbers = {ValuePart.VALUE: value, ValuePart.LOW: low, ValuePart.HIGH: high}
        return next((n for n, cut in enumerate(self.cuts) if cut.holds(numbers)), len(self.cuts))

    def cuts_in_words(self) -> tuple[str, ...]:
        """Say every cut with its unit."""
        return tuple(cut.in_words(self.indicator.unit) for cut in self.cuts)


def cut_of(conditions: Sequence[Condition]) -> Cut:
    """Put conditions together to one cut, as a file has it."""
    return Cut(" and ".join(condition.text for condition in conditions), tuple(conditions))


def read_cut(text: str) -> Cut | None:
    """Read "< 3", "<= 0.6" or "low <= 0 and < 5"; None if it is not written so."""
    parts = [CONDITION.fullmatch(part) for part in text.strip().split(" and ")]
    matches = [part for part in parts if part]
    if len(matches) < len(parts):
        return None
    conditions = (
        Condition(ValuePart(match[1] or ""), match[2] == "<=", float(match[3])) for match in matches
    )
    return Cut(text.strip(), tuple(conditions))
