"""`variation`: how much figures ordinarily vary, where a partnership has set that itself."""

from argparse import Namespace
from dataclasses import asdict

from assessment.changes.variation.own_variation import (
    OwnVariation,
    own_variations,
    remove_variation,
    set_variation,
)
from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.partnerships import partnership


def list_set(options: Namespace) -> int:
    """List what a partnership has set."""
    with opened(options) as workspace:
        every = own_variations(workspace, partnership(workspace, options.partnership).id)
    return _print(every, options)


def put(options: Namespace) -> int:
    """Set how much a measure ordinarily varies."""
    with opened(options) as workspace:
        named = partnership(workspace, options.partnership)
        measure = (options.measure_set, options.measure)
        set_variation(workspace, named.id, *measure, options.percent / 100, options.reason)
        every = own_variations(workspace, named.id)
    return _print(every, options)


def remove(options: Namespace) -> int:
    """Take back what was set of a measure."""
    with opened(options) as workspace:
        named = partnership(workspace, options.partnership)
        remove_variation(workspace, named.id, options.measure_set, options.measure)
        every = own_variations(workspace, named.id)
    return _print(every, options)


def _print(every: tuple[OwnVariation, ...], options: Namespace) -> int:
    if options.json:
        rows = [{**asdict(own), "set_at": own.set_at.isoformat()} for own in every]
        say_json(rows, ensure_ascii=False)
        return 0
    for own in every:
        say(f"{own.measure_set}, {own.label}: {100 * own.value:g}%, because {own.reason}")
    if not every:
        say("No ordinary variation has been set: it is measured, or what is usual.")
    return 0
