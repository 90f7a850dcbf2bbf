"""An explanation of a change, of what it is, and what it may say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class ExplanationKind(StrEnum):
    """What lies behind a change."""

    RECORDING = "recording change"
    OPERATION = "operation"
    SEASON = "season"
    DEFINITION = "definition"
    REAL = "real change"
    UNKNOWN = "not known yet"


class Confidence(StrEnum):
    """How sure its author is."""

    CONFIRMED = "confirmed"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True)
class Finding:
    """What is explained: a measure in an area, a period and what it is compared with.

    `area` names whole districts by their names, the same however they are asked about, a force as
    `force:NAME`, and a small area by its code. Periods are half open: first days and days after.
    `grounds` are the districts that were asked about, none of a force; they tell whose it is to
    explain, and not what it is.
    """

    measure_set: str
    measure: str
    area: str
    start: date
    end: date
    compared_from: date
    compared_before: date
    grounds: tuple[str, ...] = field(default=(), compare=False)

    @property
    def key(self) -> Mapping[str, str | date]:
        """What it is, as queries name it."""
        return {name: value for name, value in vars(self).items() if name != "grounds"}


@dataclass(frozen=True)
class Said:
    """What somebody says of why a figure changed, and what its verdict was then."""

    kind: ExplanationKind
    text: str
    confidence: Confidence
    evidence: str
    verdict: str


@dataclass(frozen=True)
class ChangeExplanation:
    """One version of why a figure changed: what, how sure, from what that is known, and by whom.

    `verdict` is what was said of the figure when it was written; '' for whoever may not know it.
    `evidence` is a word or a link, '' where there is none.
    """

    version: int
    kind: ExplanationKind
    text: str
    evidence: str
    confidence: Confidence
    verdict: str
    is_withdrawn: bool
    author: str
    written_on: date
