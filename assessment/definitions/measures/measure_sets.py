"""What is counted: measures, and the sets in which they add up."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from assessment.definitions.measures.published_totals import PublishedTotal
from assessment.definitions.measures.recording_events import RecordingEvent
from assessment.definitions.spelling import close_to, plain
from assessment.errors import InvalidRequest

# "Violence against the person - Violence with injury", "ASB: noise", "Theft > Shoplifting".
IN_TWO_PARTS = re.compile(r"\s+[-–—>|/]+\s+|\s*:\s+")
# What has more parts is a sentence, and no category.
MOST_MARKS = 4
# "Robbery (personal)", "Criminal damage to a vehicle (under £5000)".
IN_BRACKETS = re.compile(r"(.*\S)\s*\(([^()]*)\)\s*")
# A detail that takes back what stands before it: "Burglary - no crime".
TAKEN_BACK = re.compile(
    r"\b(?:no|non|not a) ?crimed?\b|\bnon notifiable\b|\bcancelled\b|\bfalse report\b"
)
OFFENCE_SUBJECT = "offence"
INCIDENT_SUBJECT = "anti-social-behaviour"
# What somebody has said is no crime and no incident: kept, and in no measure and no total.
LEFT_OUT = "left-out"
# The data set of which several classifications are known: each of the others has one.
POLICE = "police"
# What a category without a word is called where a measure says that it means itself.
BLANK = "blank"


class MeasureKind(StrEnum):
    """What a measure counts, which decides what it may be added to."""

    OFFENCE = "offence"
    INCIDENT = "incident"
    CASE = "case"
    REFERRAL = "referral"
    ATTENDANCE = "attendance"
    FLAG = "flag"
    UNMAPPED = "unmapped"
    TOTAL = "total"

    @property
    def is_recorded(self) -> bool:
        """Whether a category can mean a measure of this kind, so that records stand under it."""
        return self not in (MeasureKind.FLAG, MeasureKind.UNMAPPED, MeasureKind.TOTAL)


class Direction(StrEnum):
    """Which way is good."""

    DOWN = "down"
    UP = "up"
    NEUTRAL = "neutral"


class RateBase(StrEnum):
    """What there is so much of for each 1,000: people who live somewhere, or homes."""

    RESIDENTS = "residents"
    HOUSEHOLDS = "households"

    @property
    def of_the_file(self) -> str:
        """What a published table calls them."""
        return "people" if self is RateBase.RESIDENTS else "households"

    @property
    def as_subject(self) -> str:
        """How a sentence about their number in a year begins."""
        is_people = self is RateBase.RESIDENTS
        return "The population is that" if is_people else "The number of households is that"


@dataclass(frozen=True)
class Measure:
    """Something counted over time.

    `leaves` are the ids under which the incidents it counts are recorded. `level` is for
    indenting: 0 totals, 1 groups, 2 their members. `home_office` are the Home Office subgroups that
    a category of another set is made of. `caveats` hold wherever it is counted, the effects of
    recording events of all forces among them; `events` are those of any force. `column` is what a
    column of a flag is called. A rate is `per` 1,000 of these.
    """

    id: str
    label: str
    measure_set: str
    kind: MeasureKind
    leaves: tuple[str, ...]
    noun: tuple[str, str]
    direction: Direction
    definition: str
    caveats: tuple[str, ...]
    events: tuple[RecordingEvent, ...]
    owner: str
    reviewed: date
    level: int
    home_office: tuple[str, ...] = ()
    column: str = ""
    per: RateBase = RateBase.RESIDENTS

    def caveats_of(self, forces: Collection[str]) -> tuple[str, ...]:
        """Return the caveats, with the effects of events that only some of these forces had."""
        local = [event for event in self.events if event.forces and event.is_of(forces)]
        return (*self.caveats, *(event.effect for event in local))


@dataclass(frozen=True)
class MeasureSet:
    """Measures that belong together, in display order. No two sets are ever added up.

    `data_set` says whose records they count: two sets of one data set classify the same records in
    two ways. `apart` are groups that a sender may leave out whole: an extract answers for each of
    them if it has any of it, and for no other. Where `knows_details`, a detail that the set does
    not know leaves a category unknown. `aliases` leads from the plain words of a category to a
    measure's id, `families` from each id to that of its group, or to itself.
    """

    id: str
    label: str
    measures: tuple[Measure, ...]
    source: str
    data_set: str
    knows_details: bool
    apart: tuple[str, ...]
    aliases: Mapping[str, str] = field(repr=False, compare=False)
    families: Mapping[str, str] = field(repr=False, compare=False)
    published: tuple[PublishedTotal, ...] = field(default=(), repr=False, compare=False)

    @property
    def totals(self) -> tuple[Measure, ...]:
        """The measures that add others up."""
        return tuple(measure for measure in self.measures if measure.kind is MeasureKind.TOTAL)

    def measure(self, measure_id: str) -> Measure:
        """Return a measure by id; raises InvalidRequest, suggesting what may have been meant."""
        by_id = {measure.id: measure for measure in self.measures}
        if measure_id in by_id:
            return by_id[measure_id]
        close = close_to(measure_id, by_id)
        hint = f"Did you mean {' or '.join(close)}?" if close else f"There are {', '.join(by_id)}."
        raise InvalidRequest(f"'{measure_id}' is not a measure of the set {self.id}. {hint}")

    def leaf_for(self, category: str) -> str | None:
        """Return the measure that a source's category is recorded under, or None if unknown.

        Where a category says a group and a detail, the detail counts if it is a member of the
        group, and the group if the detail is not known and need not be; if the two contradict,
        neither is taken.
        """
        if whole := self.aliases.get(plain(category) or BLANK):
            return whole
        group = None
        for group_said, detail_said in in_two_parts(category):
            if detail := self._part_of_total(group_said, detail_said):
                return detail
            if not (head := self.leaf_for(group_said)):
                continue
            if self._takes_back(head, detail_said):
                return None
            if detail := self.leaf_for(detail_said):
                return detail if detail in self.measure(head).leaves else None
            group = group or head
        return None if self.knows_details else group

    def total_named(self, text: str) -> str | None:
        """Return the total that a table means by some words; no record is counted under one."""
        words = plain(text)
        named = {plain(measure.label): measure.id for measure in self.totals}
        published = (total.id for total in self.published if words in total.names)
        return named.get(words) or next(published, None)

    def _part_of_total(self, total_said: str, detail_said: str) -> str | None:
        """Return a detail of what is published as a total: "Theft offences - Burglary"."""
        detail = self.leaf_for(detail_said) if self._totals_said(total_said) else None
        is_part = any(
            detail in self.measure(measure).leaves
            for total in self._totals_said(total_said)
            for measure in total.counts
        )
        return detail if is_part else None

    def _totals_said(self, text: str) -> list[PublishedTotal]:
        words = plain(text)
        return [total for total in self.published if words in total.names | total.may_mean]

    def _takes_back(self, group: str, detail: str) -> bool:
        is_offence = self.measure(group).kind is MeasureKind.OFFENCE
        return is_offence and takes_back(detail)


def takes_back(text: str) -> bool:
    """Tell whether a text says that there was no crime, or that its record was cancelled."""
    return TAKEN_BACK.search(plain(text)) is not None


def in_two_parts(category: str) -> list[tuple[str, str]]:
    """Return every way to part a category in a group and a detail, the last detail first."""
    text = category.strip()
    if bracketed := IN_BRACKETS.fullmatch(text):
        return [(bracketed[1], bracketed[2])]
    marks = list(IN_TWO_PARTS.finditer(text))
    if len(marks) > MOST_MARKS:
        return []
    return [(text[: mark.start()], text[mark.end() :]) for mark in reversed(marks)]


def police_subject_in_words(subject: str) -> str:
    """Name what the police send: offences, anti-social behaviour, domestic abuse."""
    if subject == OFFENCE_SUBJECT:
        return "offences"
    return subject.replace("anti-social", "anti~social").replace("-", " ").replace("~", "-")
