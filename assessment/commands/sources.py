"""`sources lead`: from which of several sources a partnership's figures are taken."""

from argparse import Namespace
from dataclasses import asdict

from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.errors import InvalidRequest
from assessment.intake.lead_sources import LeadSource, lead_sources, name_lead_source


def lead(options: Namespace) -> int:
    """Name a lead source, or take it back, if that is asked; list those that are named."""
    with opened(options) as workspace:
        if options.source or options.none:
            if not options.measure_set:
                raise InvalidRequest("Say with --set what the source leads for, e.g. home-office.")
            name_lead_source(workspace, options.partnership, options.measure_set, options.source)
        named = lead_sources(workspace, options.partnership)
    if options.json:
        say_json([asdict(lead_source) for lead_source in named], ensure_ascii=False)
    else:
        _print(options.partnership, named)
    return 0


def _print(partnership: str, named: tuple[LeadSource, ...]) -> None:
    if not named:
        say(f"{partnership} has named no lead source: of several, the one with more records of the")
        say("months that are asked about is counted. Name one with --set SET --source SOURCE.")
    for lead_source in named:
        say(f"{lead_source.measure_set}: {lead_source.source}")
