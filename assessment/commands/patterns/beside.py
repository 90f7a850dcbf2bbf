"""`beside`: a measure beside one of another data set, as text or JSON."""

from argparse import Namespace
from typing import Any

from assessment.commands.findings.changes import period_json
from assessment.commands.findings.changes_options import questions_of
from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.definitions import measure_set_named
from assessment.errors import InvalidRequest
from assessment.outputs.beside import beside_wording as wording
from assessment.patterns.beside import Beside, MonthsBeside, Side
from assessment.patterns.beside import beside as beside_of


def beside(options: Namespace) -> int:
    """Answer how two measures of two data sets stand beside each other."""
    if options.by not in ("district", "ward", "lsoa"):
        raise InvalidRequest(f"--areas takes district, ward or lsoa, not '{options.by}'.")
    with opened(options) as workspace:
        question = questions_of(workspace, options)[0]
        of, _, measure = options.other.partition(":")
        first = measure_set_named(of).measures[0].id
        found = beside_of(workspace, question, of, measure or first)
    if options.json:
        say_json(_as_json(found))
    else:
        _print(found)
    return 0


def _as_json(found: Beside) -> dict[str, Any]:
    question, apart = found.own.question, found.apart
    return {
        "place": question.place.label,
        "period": period_json(question.period),
        "comparison": period_json(question.comparison),
        "finding": wording.finding(found),
        "gap": wording.gap(found),
        "sentences": list(wording.sentences(found)),
        "synthetic": any(side.answer.is_synthetic for side in found.sides),
        "own": _side(found.own),
        "other": _side(found.other),
        "apart": apart
        and {
            "percent": apart.percent,
            "low": apart.low,
            "high": apart.high,
            "clear": apart.is_clear,
        },
        "months": _months(found.months) if found.months else None,
        "areas_are": found.areas.by.value,
        "withheld": found.areas.withheld or None,
        "areas": [
            {
                "area": area.name,
                "own": area.own,
                "own_rank": area.own_rank,
                "other": area.other,
                "other_rank": area.other_rank,
                "places_higher": area.places_up,
            }
            for area in found.areas.areas
        ],
        "notes": [wording.NO_SHARE, *wording.caveats(found)],
    }


def _side(side: Side) -> dict[str, Any]:
    change = side.change
    return {
        "measure": side.measure.id,
        "label": side.measure.label,
        "measure_set": side.measure.measure_set,
        "recorded_by": wording.whose(side),
        "previous": change.previous,
        "current": change.current,
        "percent": change.percent,
        "low": change.interval_low,
        "high": change.interval_high,
        "p_adjusted": change.p_adjusted,
        "verdict": change.verdict.value,
        "unusual": change.unusual,
        "reason": change.reason,
    }


def _months(months: MonthsBeside) -> dict[str, Any]:
    (own, other), (own_drawn, other_drawn) = months.counts, months.drawn
    return {
        "scale": months.scale.value,
        "own_mean": months.means[0],
        "other_mean": months.means[1],
        "months": [
            {
                "month": f"{month:%Y-%m}",
                "own": own[at],
                "other": other[at],
                "own_drawn": own_drawn[at],
                "other_drawn": other_drawn[at],
                "doubtful": any(month in doubtful for doubtful in months.doubtful),
            }
            for at, month in enumerate(months.months)
        ],
    }


def _print(found: Beside) -> None:
    say(wording.finding(found), "", wording.gap(found))
    for said in wording.sentences(found):
        say(f"  - {said}")
    say(wording.NO_SHARE, "")
    if found.areas.withheld:
        say(found.areas.withheld)
    else:
        for said in wording.areas_in_words(found):
            say(f"  - {said}")
        for area in found.areas.areas:
            ranks = f"{area.own_rank or '-':>4} {area.other_rank or '-':>4}"
            say(f"{ranks}  {area.name}: {_known(area.own)}, {_known(area.other)}")
    for note in wording.caveats(found):
        say(f"Note: {note}")


def _known(count: int | None) -> str:
    return "not known" if count is None else f"{count:,}"
