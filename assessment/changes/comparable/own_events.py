"""Recording events that partnerships have entered: a new system, months that are missing."""

from dataclasses import dataclass
from datetime import date, datetime

from assessment.changes.comparable.series_breaks import OwnEvent
from assessment.changes.question import Place
from assessment.definitions import (
    Bearing,
    EventDates,
    RecordingEvent,
    districts,
    measure_set_named,
)
from assessment.errors import InvalidRequest
from assessment.partnerships import Partnership
from assessment.partnerships import partnership as partnership_named
from assessment.people import Permission
from assessment.periods import in_words
from assessment.permissions import needs
from assessment.workspace import Workspace

LONGEST = 400
ENDS_FIRST = "It ends before it begins: give the earlier day first."


@dataclass(frozen=True)
class EnteredEvent:
    """An event as a partnership has entered it; without a set it is of all there is."""

    id: int
    partnership: str
    measure_set: str | None
    measure: str | None
    start: date
    until: date | None
    bearing: Bearing
    effect: str
    entered_by: str
    entered_at: datetime

    @property
    def dates(self) -> str:
        """When it was, in words."""
        if self.until is None:
            return f"from {in_words(self.start)}"
        return f"from {in_words(self.start)} until before {in_words(self.until)}"


@needs(Permission.SEE_SMALL_NUMBERS, of="place")
def own_events(workspace: Workspace, place: Place) -> tuple[OwnEvent, ...]:
    """Return the events of the partnerships that have any of a place's districts."""
    beside = districts().of_force(place.force) if place.force else place.districts
    rows = workspace.store.said_rows("every_recording_event")
    # Most partnerships enter none: nothing more is looked up then.
    by_partnership: dict[str, list[str]] = (
        dict(workspace.store.said_rows("districts_by_partnership")) if rows else {}
    )
    return tuple(
        OwnEvent(
            RecordingEvent(
                id=f"own-{number}",
                dates=(EventDates(start, until),),
                forces=(),
                effect=effect,
                source=f"entered for {partnership}",
                bearing=Bearing(bearing),
            ),
            frozenset(by_partnership[partnership]),
            measure_set,
            measure,
        )
        for number, partnership, measure_set, measure, start, until, bearing, effect in rows
        if not set(beside).isdisjoint(by_partnership.get(partnership, ()))
    )


@needs(Permission.READ_FIGURES, of="partnership")
def entered_events(workspace: Workspace, partnership: str) -> tuple[EnteredEvent, ...]:
    """Return the events that a partnership has entered, the latest first."""
    return tuple(
        EnteredEvent(
            number,
            partnership,
            measure_set,
            measure,
            start,
            until,
            Bearing(bearing),
            effect,
            workspace.name_of(by),
            at,
        )
        for number, measure_set, measure, start, until, bearing, effect, by, at in (
            workspace.store.rows("recording_events", partnership=partnership)
        )
    )


@needs(Permission.EDIT_PARTNERSHIPS, of="partnership")
def enter_event(
    workspace: Workspace,
    partnership: str,
    effect: str,
    bearing: Bearing,
    start: date,
    until: date | None = None,
    measure_set: str | None = None,
    measure: str | None = None,
) -> int:
    """Enter an event of a partnership, and return its number; raises InvalidRequest.

    It lasts up to but not including `until`. Without a set it is about every measure, and without a
    measure about all of the set.
    """
    named = partnership_named(workspace, partnership)
    if measure_set is not None and measure is not None:
        measure_set_named(measure_set).measure(measure)
    text = " ".join(effect.split())
    faults = [*_faults(text, bearing, start, until), *_faults_of_measure(measure_set, measure)]
    if faults:
        raise InvalidRequest(" ".join(faults))
    with workspace.store.writing() as writer:
        number: int = writer.value(
            "insert_recording_event",
            partnership=named.id,
            measure_set=measure_set,
            measure=measure,
            start=start,
            until=until,
            bearing=bearing.value,
            effect=text if text.endswith((".", "!", "?")) else f"{text}.",
            entered_by=workspace.person.name,
        )
        workspace.audit(writer, "entered recording event", f"{named.name}, no. {number}: {text}")
    return number


@needs(Permission.EDIT_PARTNERSHIPS, of="partnership")
def end_event(workspace: Workspace, partnership: str, number: int, until: date) -> None:
    """Say of an event of a partnership before which day it ended; raises InvalidRequest."""
    named = partnership_named(workspace, partnership)
    ended = _known(workspace, named, number)
    if until <= ended.start:
        raise InvalidRequest(ENDS_FIRST)
    with workspace.store.writing() as writer:
        writer.run("end_recording_event", partnership=named.id, number=number, until=until)
        said = f"{named.name}, no. {number}: {ended.effect} Until before {until}."
        workspace.audit(writer, "ended recording event", said)


@needs(Permission.EDIT_PARTNERSHIPS, of="partnership")
def remove_event(workspace: Workspace, partnership: str, number: int) -> None:
    """Take back an event of a partnership; raises InvalidRequest for a number it has not."""
    named = partnership_named(workspace, partnership)
    gone = _known(workspace, named, number)
    with workspace.store.writing() as writer:
        writer.run("remove_recording_event", partnership=named.id, number=number)
        said = f"{named.name}, no. {number}: {gone.effect}"
        workspace.audit(writer, "removed recording event", said)


def _known(workspace: Workspace, partnership: Partnership, number: int) -> EnteredEvent:
    events = {event.id: event for event in entered_events(workspace, partnership.id)}
    if number not in events:
        raise InvalidRequest(f"{partnership.name} has no recording change no. {number}.")
    return events[number]


def _faults(text: str, bearing: Bearing, start: date, until: date | None) -> list[str]:
    faults = []
    if not text:
        faults.append("Say in a sentence what changed: it is printed beside the figures.")
    if len(text) > LONGEST:
        faults.append(f"Say it in {LONGEST} characters or fewer: it has {len(text)}.")
    if until is not None and until <= start:
        faults.append(ENDS_FIRST)
    if bearing is Bearing.MISSING and until is None:
        faults.append("Of months that are missing, say the last too.")
    return faults


def _faults_of_measure(measure_set: str | None, measure: str | None) -> list[str]:
    if measure_set is None:
        return ["Say the set that the measure is of."] if measure is not None else []
    measure_set_named(measure_set)
    return []
