"""`victims`: who the victims of records were, and who and what comes again, as text or JSON."""

from argparse import Namespace
from dataclasses import replace
from typing import Any

from assessment.commands.findings.changes import period_json
from assessment.commands.findings.changes_options import questions_of
from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.outputs.victims import victims_wording as wording
from assessment.patterns.victims import (
    KindOfVictims,
    MeasureVictims,
    PlacesAgain,
    Repeats,
    VictimsAgain,
    repeats,
)
from assessment.patterns.victims import victims as victims_of
from assessment.patterns.victims.repeat_victims import RepeatVictims
from assessment.people import Permission


def victims(options: Namespace) -> int:
    """Answer who victims were, of one measure or of every; and of one what comes again."""
    with opened(options) as workspace:
        question = questions_of(workspace, options)[0]
        found = victims_of(workspace, replace(question, measure=None))
        rows = [r for r in found.rows if options.measure in (None, r.change.measure.id)]
        may = workspace.may(Permission.SEE_SMALL_NUMBERS)
        again = repeats(workspace, question) if may else None
    if options.json:
        say_json(
            {
                "place": question.place.label,
                "period": period_json(question.period),
                "comparison": period_json(question.comparison),
                "synthetic": found.answer.is_synthetic,
                "victims": [_row(row) for row in rows],
                "repeats": again and _repeats(again),
                "notes": list(found.answer.caveats),
            }
        )
    else:
        _print(rows, again)
    return 0


def _row(row: MeasureVictims) -> dict[str, Any]:
    return {
        "measure": row.change.measure.id,
        "label": row.change.measure.label,
        "finding": wording.finding(row),
        "withheld": row.withheld or None,
        "kinds": [_kind(kind) for kind in row.kinds],
    }


def _kind(kind: KindOfVictims) -> dict[str, Any]:
    return {
        "kind": kind.kind,
        "said_before": kind.said[0],
        "said": kind.said[1],
        "reason": kind.reason,
        "bands": [
            {
                "band": share.line.band or "not said",
                "label": wording.named(share),
                "previous": share.line.before,
                "current": share.line.now,
                "percent_before": kind.percent(share, now=False),
                "percent": kind.percent(share),
                "points": share.points,
                "low": share.low,
                "high": share.high,
                "p_adjusted": share.p_adjusted,
                "is_clear": share.is_clear,
            }
            for share in kind.shares
        ],
    }


def _repeats(found: Repeats) -> dict[str, Any]:
    return {
        "measure": found.change.measure.id,
        "victims": _victims(found.victims),
        "places": [_places(again) for again in found.places],
    }


def _victims(again: VictimsAgain) -> dict[str, Any]:
    return {
        "before": _counted(again.before),
        "now": _counted(again.now),
        "points": again.points,
        "low": again.low,
        "high": again.high,
        "is_clear": again.is_clear,
        "reason": again.reason,
    }


def _counted(victims: RepeatVictims | None) -> dict[str, Any] | None:
    if victims is None:
        return None
    return {
        "records_naming": victims.naming,
        "victims": victims.victims,
        "repeat": victims.repeat,
        "records_of_repeat": victims.of_repeat,
        "keys": victims.keys,
    }


def _places(again: PlacesAgain) -> dict[str, Any]:
    return {
        "kind": again.kind.value,
        "places": again.places,
        "top": again.top,
        "top_before": again.top_before,
        "again": again.again,
        "by_lot": again.by_lot,
        "records": again.records,
        "records_in_top": again.records_in_top,
        "names": list(again.names),
    }


def _print(rows: list[MeasureVictims], again: Repeats | None) -> None:
    if not rows:
        say(wording.NONE_SAID)
    for row in rows:
        say(wording.finding(row))
        for kind in row.kinds:
            say(f"  {wording.kind_name(kind.kind)}: {' '.join(wording.notes(kind))}")
            for share in kind.shares:
                told = (wording.percent(kind.percent(share)), wording.points(share))
                counts = f"{_known(share.line.before)} → {_known(share.line.now)}"
                say(f"    {wording.named(share)}: {' '.join(filter(None, (counts, *told)))}")
    if again is None:
        say(wording.AGAIN_IS_SMALL)
        return
    for said in wording.victims_again(again.victims, again.change.measure.label):
        say(f"- {said}")
    for place in again.places:
        say(f"- {wording.places_again(place)}")


def _known(count: int | None) -> str:
    return wording.NOT_COVERED if count is None else f"{count:,}"
