"""`peers`: a measure in a place beside the force's other districts, as text or JSON."""

from argparse import Namespace
from typing import Any

from assessment.commands.findings.changes import period_json
from assessment.commands.findings.changes_options import questions_of
from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.outputs.peers.peer_charts import NOTHING, caveats, finding, unit
from assessment.patterns.peers import PeerRates, peer_rates


def peers(options: Namespace) -> int:
    """Answer how high a measure is beside other districts: of all crime, unless one is named."""
    with opened(options) as workspace:
        question = questions_of(workspace, options)[0]
        found = peer_rates(workspace, question)
    if options.json:
        about = {"period": period_json(question.period), "measure_set": question.measure_set}
        say_json({**about, **(_as_json(found) if found else {"peers": [], "why": NOTHING})})
    elif found is None:
        say(NOTHING)
    else:
        _print(found)
    return 0


def _as_json(found: PeerRates) -> dict[str, Any]:
    return {
        "measure": found.measure.id,
        "finding": finding(found),
        "unit": unit(found),
        "population_year": found.base.year if found.base else None,
        "middle_of_others": found.middle,
        "notes": list(caveats(found)),
        "peers": [
            {
                "district": rate.name,
                "is_own": rate.is_own,
                "records": rate.records,
                "rate": rate.rate,
                "low": rate.low,
                "high": rate.high,
                "stands": rate.stands,
                "rank": rate.rank,
            }
            for rate in found.rates
        ],
    }


def _print(found: PeerRates) -> None:
    say(finding(found), "")
    for dot in found.rates:
        here = " (here)" if dot.is_own else ""
        say(f"{dot.rate:8.1f}  {dot.name}{here}: {dot.records:,} records, {dot.stands or 'none'}")
    for note in caveats(found):
        say(f"Note: {note}")
