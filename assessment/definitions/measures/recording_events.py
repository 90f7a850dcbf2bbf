"""Recording events: dates from which figures are not comparable with earlier ones.

They are read from data/definitions/recording_events.toml, every fault said at once.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from assessment.definitions.definition_files import open_file, read_authored
from assessment.definitions.toml_reader import Entry, Faults, twice


@dataclass(frozen=True)
class EventDates:
    """When an event was: one day, or a stretch of time up to but not including `until`."""

    start: date
    until: date | None = None

    def falls_between(self, first: date, end: date) -> bool:
        """Tell whether it splits the days from a first up to but not including an end."""
        return self.start < end and (self.until or self.start) > first


class Bearing(StrEnum):
    """What an event does to a comparison of figures before and after it."""

    REFUSES = "refuses"  # the two are not one series
    MISSING = "missing"  # months without the records: neither period may touch them
    MARKS = "marks"  # it stands beside the row, and goes with its sentence
    FOOTNOTE = "footnote"  # it stands above the table


@dataclass(frozen=True)
class RecordingEvent:
    """A change in what is recorded or how: when, by which forces, and what it does.

    `effect` says what it does to a comparison, as it is printed. No `forces` are all of them. One
    that is only of `small_areas` may be without dates: then it always holds.
    """

    id: str
    dates: tuple[EventDates, ...]
    forces: tuple[str, ...]
    effect: str
    source: str
    bearing: Bearing = Bearing.FOOTNOTE
    small_areas: bool = False

    def is_of(self, forces: Collection[str]) -> bool:
        """Tell whether it changed what any of some forces recorded."""
        return not self.forces or not set(self.forces).isdisjoint(forces)

    def falls_between(self, first: date, end: date) -> bool:
        """Tell whether it splits the days from a first up to but not including an end."""
        always = self.small_areas and not self.dates
        return always or any(dates.falls_between(first, end) for dates in self.dates)


@dataclass(frozen=True)
class EventDraft:
    """An event as its file writes it, before it is known whether its measures exist."""

    entry: Entry
    event: RecordingEvent
    sets: tuple[str, ...]
    measures: Mapping[str, tuple[str, ...]]

    def is_about(self, measure_set: str, measure: str) -> bool:
        """Tell whether the event changed what is recorded of a measure."""
        return measure_set in self.sets or measure in self.measures.get(measure_set, ())


def read_events(
    path: Path, measures: Mapping[str, Sequence[str]], forces: Collection[str], faults: Faults
) -> tuple[EventDraft, ...]:
    """Read the file, given the measures of each set and the forces; faults are noted."""
    entry = open_file(path, faults)
    if entry is None:
        return ()
    read_authored(entry)
    drafts = tuple(
        _read_event(event_entry, measures, forces)
        for event_entry in entry.entries("event", named_by="id")
    )
    entry.close()
    repeated = twice(draft.event.id for draft in drafts)
    for draft in drafts:
        if draft.event.id in repeated:
            draft.entry.wrong("id", "an id that no other event has", draft.event.id)
    return drafts


def _read_event(
    entry: Entry, measures: Mapping[str, Sequence[str]], forces: Collection[str]
) -> EventDraft:
    small_areas = entry.yes_or_no("small_areas")
    event = RecordingEvent(
        id=entry.text("id"),
        dates=tuple(_read_dates(entry, at_least=0 if small_areas else 1)),
        forces=entry.texts("forces"),
        effect=entry.text("effect"),
        source=entry.text("source"),
        bearing=entry.one_of("bearing", Bearing),
        small_areas=small_areas,
    )
    draft = EventDraft(
        entry=entry,
        event=event,
        sets=entry.texts("sets"),
        measures={measure_set: entry.texts(measure_set) for measure_set in measures},
    )
    entry.close()
    _check(draft, measures, forces)
    return draft


def _read_dates(entry: Entry, *, at_least: int) -> Iterator[EventDates]:
    for dates_entry in entry.entries("dates", named_by="from", at_least=at_least):
        dates = EventDates(dates_entry.day("from"), dates_entry.optional_day("until"))
        dates_entry.close()
        if dates.until and dates.until <= dates.start:
            dates_entry.wrong("until", "a day after `from`", dates.until)
        yield dates


def _check(
    draft: EventDraft, measures: Mapping[str, Sequence[str]], forces: Collection[str]
) -> None:
    draft.entry.known("forces", draft.event.forces, forces)
    draft.entry.known("sets", draft.sets, measures)
    for measure_set, ids in draft.measures.items():
        draft.entry.known(measure_set, ids, measures[measure_set])
    if not draft.sets and not any(draft.measures.values()):
        draft.entry.wrong("sets", "the sets or the measures that it is about", None)
