"""`places`: where the records of a measure are, by ward or LSOA, as text or JSON."""

from argparse import Namespace
from typing import Any

from assessment.commands.findings.changes import period_json
from assessment.commands.findings.changes_options import questions_of
from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.errors import InvalidRequest
from assessment.numbers import rounded
from assessment.outputs.places.place_wording import finding, notes, rate_notes
from assessment.outputs.places.shown_as import Show, shown_as
from assessment.patterns.places import Heat, Places
from assessment.patterns.places import places as places_of

SHOWS = {show.value.replace(" ", "-"): show for show in Show}


def places(options: Namespace) -> int:
    """Answer where records are: of one measure, else of the first of its set."""
    if options.by not in ("ward", "lsoa"):
        raise InvalidRequest(f"--areas takes ward or lsoa, not '{options.by}'.")
    if options.show not in SHOWS:
        raise InvalidRequest(f"--show takes {', '.join(SHOWS)}, not '{options.show}'.")
    with opened(options) as workspace:
        found = places_of(workspace, questions_of(workspace, options)[0])
    if options.json:
        say_json(_as_json(found, SHOWS[options.show]))
    else:
        _print(found, SHOWS[options.show])
    return 0


def _as_json(found: Places, show: Show) -> dict[str, Any]:
    question, together = found.question, found.together
    shown = shown_as(found, show)
    return {
        "period": period_json(question.period),
        "comparison": period_json(question.comparison),
        "methods_version": found.answer.methods_version,
        "synthetic": found.answer.is_synthetic,
        "measure": found.measure.id,
        "measure_set": question.measure_set,
        "areas": question.by.value,
        "finding": finding(found, show) if found.areas else "",
        "withheld": found.withheld or None,
        "notes": [*_notes(found, show), *found.answer.caveats],
        "no_map": found.no_map.value if found.no_map else None,
        "total": together.now,
        "total_before": together.before,
        "without_area": together.nowhere_now,
        "without_area_before": together.nowhere_before,
        "residents_of": found.residents.year if found.residents else None,
        "holding_half": found.concentration.holding_half,
        "holding_half_by_chance": found.concentration.holding_half_by_chance,
        "hot_spots_by": found.hot.by.value if found.hot else None,
        "places": [_place(found, at) | {"shown": words} for at, words in enumerate(shown.words)],
    }


def _notes(found: Places, show: Show) -> list[str]:
    return [*notes(found), *(rate_notes(found) if show is Show.RATE else ())]


def _place(found: Places, at: int) -> dict[str, Any]:
    spot, share = found.areas[at], found.share(found.areas[at])
    return {
        "area": spot.name,
        "codes": list(spot.codes),
        "district": spot.district or None,
        "count": spot.now,
        "previous": spot.before,
        "rank": found.rank(spot),
        "share": None if share is None else float(rounded(share, 3)),
        "residents": spot.residents,
        "rate": None if spot.rate is None else float(rounded(spot.rate, 3)),
        "verdict": spot.change.verdict.value if spot.change else None,
        "unusual": spot.change.unusual if spot.change else None,
        "hot_spot": _heat(found.hot.now[at] if found.hot else None),
        "hot_spot_before": _heat(found.hot.before[at] if found.hot and found.hot.before else None),
        "on_map": spot.drawn is not None,
    }


def _heat(heat: Heat | None) -> str | None:
    return heat.value if heat else None


def _print(found: Places, show: Show) -> None:
    question = found.question
    say(f"{question.place.label}: {question.period.dates}")
    say(f"compared with {question.comparison.dates}", "")
    if found.answer.is_synthetic:
        say("Note: synthetic example records, not real.", "")
    if found.withheld:
        say(found.withheld)
        return
    say(finding(found, show), "")
    for note in (*_notes(found, show), *found.answer.caveats):
        say(f"Note: {note}")
    for spot, words in zip(found.areas, shown_as(found, show).words, strict=True):
        say(f"{found.rank(spot) or '-':>4}  {spot.name}: {words}")
