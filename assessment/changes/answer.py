"""What is answered about a change: numbers, a verdict with its reason, and the working."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from assessment.areas.bridges import KnownArea
from assessment.changes.explanations.change_explanation import ChangeExplanation
from assessment.changes.question import Question
from assessment.changes.variation.dispersion import EstimatedFrom
from assessment.definitions import Bearing, Measure, RecordingEvent
from assessment.errors import InvalidRequest


class Verdict(StrEnum):
    """What may be said about a change."""

    RISE = "rise"
    FALL = "fall"
    NO_CLEAR_CHANGE = "no clear change"
    NOT_COMPARABLE = "not comparable"


class Status(StrEnum):
    """How far the counts behind a change carry."""

    COMPARABLE = "comparable"
    SMALL_BASE = "small base"  # fewer than 20 in either period
    TINY_BASE = "very small base"  # fewer than 10 before: no percentage
    FROM_ZERO = "from 0"  # none before: a percentage of nothing does not exist
    NOT_COMPARABLE = "not comparable"
    WITHHELD = "withheld"  # from the person who asks: it is about few, or would tell of few


@dataclass(frozen=True)
class Change:
    """One row of the answer.

    Percentages are not rounded here: wording rounds. `percent` is of the counts, `rate_percent` of
    the daily rates, as are the interval and the direction of the verdict. `previous` or `current`
    is None where its period is not wholly covered, which is not the same as 0, or is withheld; so
    is a month of `previous_months` or `current_months` that is not covered. Partners are shown no
    months, and there are none where a table of counts has several only together. `dispersion` is
    φ, None where nothing was tested. A rise or fall is `unusual` where it is more than such figures
    ordinarily vary by: from one year to the next, `ordinary_variation`, None where there is no
    verdict, and for partners; or apart from the rest of the force, `ordinary_apart`, None where
    that is not known.
    `force_percent` is the change of the whole force. `alone` is the verdict if no other row were
    tested, `tested` how many rows were. Where `is_area_given` is false, the row is of the records
    that do not say their area; a small area is `known_as` what boundaries call it. `beside` is what
    has to be read beside the figure, `events` the recording events that bear on it, `shared_reason`
    the reason as those are told who are not shown small numbers. `explanation` is why it changed,
    as the partnership's team has written it.
    """

    measure: Measure
    area: str
    area_code: str | None
    previous: int | None
    current: int | None
    difference: int | None
    percent: float | None
    rate_percent: float | None
    interval_low: float | None
    interval_high: float | None
    p_value: float | None
    p_adjusted: float | None
    dispersion: float | None
    dispersion_from: EstimatedFrom
    verdict: Verdict
    status: Status
    reason: str
    previous_months: tuple[int | None, ...]
    current_months: tuple[int | None, ...]
    unusual: bool | None = None
    ordinary_variation: float | None = None
    ordinary_apart: float | None = None
    ordinary_variation_from: str = ""
    force_percent: float | None = None
    alone: Verdict | None = None
    tested: int = 0
    is_area_given: bool = True
    known_as: tuple[KnownArea, ...] = ()
    beside: str = ""
    events: tuple[RecordingEvent, ...] = ()
    shared_reason: str = ""
    explanation: ChangeExplanation | None = None

    @property
    def marks(self) -> tuple[str, ...]:
        """What is said of recording events wherever the row is told."""
        marking = (event for event in self.events if event.bearing is Bearing.MARKS)
        return tuple(event.effect for event in marking)


# What is said of a rise or fall beside what such figures ordinarily vary by. That it is not shown
# to be bigger does not show that it is not.
BIGGER = "bigger than the usual ups and downs"
ORDINARY = "perhaps no more than the usual ups and downs"


def size_in_words(change: Change) -> str:
    """Return what is said of the size of a rise or fall."""
    return BIGGER if change.unusual else ORDINARY


@dataclass(frozen=True)
class ExtractBehind:
    """An extract that a figure rests on; partners are not shown how many rows it has."""

    id: int
    file_name: str
    source: str
    loaded_at: datetime
    rows: int | None
    synthetic: bool


@dataclass(frozen=True)
class QueryUsed:
    """A query that counted, as it stands in its file, and the values it was asked with."""

    name: str
    purpose: str
    path: str
    sql: str
    given: Mapping[str, Any]


@dataclass(frozen=True)
class Working:
    """How a figure came about.

    `records` is how many records were counted in both periods; None for measures that overlap,
    as flags do, and for partners.
    """

    period: str
    comparison: str
    definition: str
    caveats: tuple[str, ...]
    extracts: tuple[ExtractBehind, ...]
    records: int | None
    queries: tuple[QueryUsed, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class YearOnYear:
    """The answer: `caveats` go on the page, `working` is the whole table's.

    `methods_version` is the number of the methods that its verdicts are given by. `withheld` says
    why there are no rows, where the person who asks is shown none, `as_at` that it is not of
    today's records, and of which.
    """

    question: Question
    changes: tuple[Change, ...]
    caveats: tuple[str, ...]
    working: Working
    by_measure: dict[str, Working]
    methods_version: int
    withheld: str = ""
    as_at: str = ""

    def working_of(self, change: Change) -> Working:
        """Return the working behind one row."""
        records = (change.previous or 0) + (change.current or 0)
        behind = self.by_measure[change.measure.id]
        return behind if change.status is Status.WITHHELD else replace(behind, records=records)

    @property
    def only(self) -> Change:
        """The row of one measure in the whole place; raises InvalidRequest where it has none."""
        if not self.changes:
            raise InvalidRequest(
                "No record counts under this measure, and no row stands for it: the meaning of "
                "every category is known. Name another measure."
            )
        return self.changes[0]

    @property
    def is_synthetic(self) -> bool:
        """Whether any extract behind the answer was generated."""
        return any(extract.synthetic for extract in self.working.extracts)
