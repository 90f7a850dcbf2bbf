"""`events`: changes in what is recorded or how that a partnership has entered."""

from argparse import Namespace
from dataclasses import asdict

from assessment.changes.comparable.own_events import (
    EnteredEvent,
    end_event,
    enter_event,
    entered_events,
    remove_event,
)
from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.definitions import Bearing
from assessment.errors import InvalidRequest
from assessment.partnerships import partnership
from assessment.periods import parse_day


def list_events(options: Namespace) -> int:
    """List the recording changes that a partnership has entered."""
    with opened(options) as workspace:
        named = partnership(workspace, options.partnership)
        events = entered_events(workspace, named.id)
    return _print(events, options)


def add(options: Namespace) -> int:
    """Enter a recording change."""
    if options.bearing not in set(Bearing):
        raise InvalidRequest(f"--bearing takes {', '.join(Bearing)}, not '{options.bearing}'.")
    with opened(options) as workspace:
        named = partnership(workspace, options.partnership)
        enter_event(
            workspace,
            named.id,
            options.effect,
            Bearing(options.bearing),
            parse_day(options.from_day),
            parse_day(options.until_day) if options.until_day else None,
            options.measure_set,
            options.measure,
        )
        events = entered_events(workspace, named.id)
    return _print(events, options)


def end(options: Namespace) -> int:
    """Say when a recording change ended."""
    with opened(options) as workspace:
        named = partnership(workspace, options.partnership)
        end_event(workspace, named.id, options.number, parse_day(options.until_day))
        events = entered_events(workspace, named.id)
    return _print(events, options)


def remove(options: Namespace) -> int:
    """Take back a recording change."""
    with opened(options) as workspace:
        named = partnership(workspace, options.partnership)
        remove_event(workspace, named.id, options.number)
        events = entered_events(workspace, named.id)
    return _print(events, options)


def _print(events: tuple[EnteredEvent, ...], options: Namespace) -> int:
    if options.json:
        say_json([_as_json(event) for event in events], ensure_ascii=False)
        return 0
    for event in events:
        about = event.measure or event.measure_set or "all measures"
        say(f"{event.id}: {event.bearing}, {about}, {event.dates}: {event.effect}")
    if not events:
        say("No recording change has been entered.")
    return 0


def _as_json(event: EnteredEvent) -> dict[str, object]:
    return {
        **asdict(event),
        "start": event.start.isoformat(),
        "until": event.until.isoformat() if event.until else None,
        "entered_at": event.entered_at.isoformat(),
    }
