"""`sources`: what has come and what is overdue, whose a source is, and which one leads."""

from argparse import Namespace
from dataclasses import asdict, replace

from assessment.commands.data.sources_report import SourcesReport, as_json, in_lines
from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.errors import InvalidRequest
from assessment.outputs.sources.freshness_wording import due_in_words
from assessment.sources.due_dates import DueRule, Every
from assessment.sources.lead_sources import LeadSource, lead_sources, name_lead_source
from assessment.sources.source_settings import SourceSetting, set_source, source_settings


def report(options: Namespace) -> int:
    """List every source, the months it covers, and what authorities are to share."""
    with opened(options) as workspace:
        found = SourcesReport.of(workspace, options.partnership)
    if options.json:
        say_json(as_json(found), ensure_ascii=False)
    else:
        say(*in_lines(found))
    return 0


def say_of(options: Namespace) -> int:
    """Say whose a source is and when its data are due; what is left out stays as it was."""
    with opened(options) as workspace:
        before = source_settings(workspace).get(options.source, SourceSetting())
        set_source(workspace, options.source, _changed(before, options))
        setting = source_settings(workspace)[options.source]
    if options.json:
        say_json({"source": options.source, **asdict(setting)}, ensure_ascii=False)
    else:
        due = due_in_words(setting.due) if setting.due else "nothing is expected"
        named = setting.agency or "no agency named", setting.contact_role or "no contact named"
        say(f"{options.source}: {', '.join((*named, due))}")
    return 0


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


def _changed(before: SourceSetting, options: Namespace) -> SourceSetting:
    """Return what is said of a source with what the command says anew."""
    named = {
        name: value
        for name in ("agency", "contact_role")
        if (value := getattr(options, name)) is not None
    }
    return replace(before, **named, due=_due(before.due, options))


def _due(before: DueRule | None, options: Namespace) -> DueRule | None:
    if options.not_expected:
        return None
    every, day, after = options.every, options.due_day, options.months_after
    if every is None and day is None and after is None:
        return before
    if before is None and (every is None or day is None):
        raise InvalidRequest(
            "Say both how often data are due and by which day: --every month --due-day 15."
        )
    rule = before or DueRule(Every(every), day)
    return DueRule(
        Every(every) if every else rule.every,
        rule.due_day if day is None else day,
        rule.months_after if after is None else after,
    )


def _print(partnership: str, named: tuple[LeadSource, ...]) -> None:
    if not named:
        say(f"{partnership} has named no lead source: of several, the one with more records of the")
        say("months that are asked about is counted. Name one with --set SET --source SOURCE.")
    for lead_source in named:
        say(f"{lead_source.measure_set}: {lead_source.source}")
