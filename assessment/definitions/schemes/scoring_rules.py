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
# What may be said of a change, from the best news to the worst; a cut names the last that it holds.
VERDICTS = ("fall", "no clear change", "rise", "unusual rise")
OF_VERDICT = re.compile(rf"verdict: ({'|'.join(VERDICTS)})")


class ValuePart(StrEnum):
    """Which number of the evidence a condition looks at."""

    VALUE = ""
    LOW = "low"
    HIGH = "high"
    VERDICT = "verdict"


PART_IN_WORDS = {
    ValuePart.VALUE: "itself ",
    ValuePart.LOW: "lower end ",
    ValuePart.HIGH: "upper end ",
}


@dataclass(frozen=True)
class Condition:
    """That a number is below a limit, or at most as large.

    Of a verdict the limit is its place among VERDICTS.
    """

    part: ValuePart
    may_equal: bool
    limit: float

    def holds(self, number: float) -> bool:
        """Tell whether a number meets the condition."""
        return number < self.limit or (self.may_equal and number == self.limit)

    @property
    def text(self) -> str:
        """The condition as files have it; a limit that is not given yet is a question mark."""
        if self.part is ValuePart.VERDICT:
            return f"verdict: {verdict_at(self.limit)}"
        limit = f"{Decimal(repr(self.limit)).normalize():f}" if isfinite(self.limit) else "?"
        return f"{self.part} {'<=' if self.may_equal else '<'} {limit}".strip()

    def in_words(self, unit: str) -> str:
        """Return it in words, without naming the number: at most −5%."""
        if self.part is ValuePart.VERDICT:
            return f"the verdict is “{verdict_at(self.limit)}”"
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
            raise InvalidRequest(f"The rule '{self.text}' needs what is not known of the change.")
        return all(condition.holds(number) for condition, number in known if number is not None)

    def in_words(self, unit: str) -> str:
        """Say it as a page prints it: below 3%; lower end at most 0% and itself below 5%."""
        if [c.part for c in self.conditions] == [ValuePart.VALUE]:
            return self.conditions[0].in_words(unit)
        return " and ".join(
            PART_IN_WORDS.get(c.part, "") + c.in_words(unit) for c in self.conditions
        )


@dataclass(frozen=True)
class Rule:
    """An indicator and one cut for each step but the highest; the first cut that holds decides."""

    indicator: Indicator
    cuts: tuple[Cut, ...]

    @property
    def parts(self) -> frozenset[ValuePart]:
        """What numbers of the evidence its cuts look at."""
        return frozenset(c.part for cut in self.cuts for c in cut.conditions)

    def place(
        self,
        value: float,
        low: float | None,
        high: float | None,
        verdict: float | None = None,
    ) -> int:
        """Return which step it is, from 0 for the lowest; a verdict is its place among VERDICTS."""
        numbers = {
            ValuePart.VALUE: value,
            ValuePart.LOW: low,
            ValuePart.HIGH: high,
            ValuePart.VERDICT: verdict,
        }
        return next((n for n, cut in enumerate(self.cuts) if cut.holds(numbers)), len(self.cuts))

    def cuts_in_words(self) -> tuple[str, ...]:
        """Say every cut with its unit."""
        return tuple(cut.in_words(self.indicator.unit) for cut in self.cuts)


def verdict_at(place: float) -> str:
    """Return a verdict by its place; a question mark for none."""
    is_one = isfinite(place) and 0 <= place < len(VERDICTS)
    return VERDICTS[int(place)] if is_one else "?"


def cut_of(conditions: Sequence[Condition]) -> Cut:
    """Put conditions together to one cut, as a file has it."""
    return Cut(" and ".join(condition.text for condition in conditions), tuple(conditions))


def read_cut(text: str) -> Cut | None:
    """Read "< 3", "low <= 0 and < 5" or "verdict: fall"; None if it is not written so."""
    parts = [_condition(part) for part in text.strip().split(" and ")]
    conditions = tuple(part for part in parts if part)
    return Cut(text.strip(), conditions) if len(conditions) == len(parts) else None


def _condition(text: str) -> Condition | None:
    if verdict := OF_VERDICT.fullmatch(text):
        return Condition(ValuePart.VERDICT, True, float(VERDICTS.index(verdict[1])))
    if match := CONDITION.fullmatch(text):
        return Condition(ValuePart(match[1] or ""), match[2] == "<=", float(match[3]))
    return None
