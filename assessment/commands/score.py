"""`score`: the risk matrix of a partnership, its issues in the order of their ranks."""

from argparse import Namespace
from typing import Any

from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.errors import InvalidRequest
from assessment.numbers import count_of
from assessment.outputs.risk_matrix import risk_wording, tie_wording
from assessment.outputs.risk_matrix.tie_wording import EqualScores
from assessment.outputs.risk_matrix.year_wording import as_of
from assessment.periods import parse_month
from assessment.priorities.record_restored import NotInRecord, matrix_as_it_stands
from assessment.risk_matrix.indicators.prescoring import Evidence
from assessment.risk_matrix.judgements import EffectiveScore, ScoredBy
from assessment.risk_matrix.matrix import TOP_N, Matrix, matrix
from assessment.risk_matrix.ranking.ranks import Ranked
from assessment.risk_matrix.schemes.scheme_store import DEFAULT_SCHEME


def score(asked: Namespace) -> int:
    """Score a partnership's issues under a scheme."""
    ending = parse_month(asked.ending) if asked.ending else None
    with opened(asked) as workspace:
        # What was agreed is shown as it was agreed, unless today's data are asked for.
        look = matrix if asked.today else matrix_as_it_stands
        try:
            found = look(
                workspace,
                asked.partnership,
                scheme_id=asked.scheme or DEFAULT_SCHEME,
                ending=ending,
            )
        except NotInRecord as fault:
            raise InvalidRequest(f"{fault} Ask for them with --today.") from fault
    if asked.json:
        say_json([_row(found, one) for one in found.ranked])
    else:
        _print(found)
    return 0


def _row(found: Matrix, one: Ranked) -> dict[str, Any]:
    reach = found.ranges[one.issue]
    return {
        "issue": one.issue,
        "scheme": found.scheme.id,
        "score": one.scored.score,
        "band": one.scored.band.label if one.scored.band else None,
        "rank": one.rank,
        "rank_low": reach.lowest,
        "rank_high": reach.highest,
        "top_n_share": reach.top_share,
        "confidence": one.scored.confidence.value,
        "criteria": [
            _criterion(one, found.evidence[cell], found.effective_scores.get(cell))
            for cell in ((one.issue, criterion.id) for criterion in found.scheme.criteria)
        ],
    }


def _criterion(one: Ranked, evidence: Evidence, stands: EffectiveScore | None) -> dict[str, Any]:
    return {
        "criterion": evidence.criterion,
        "score": one.scored.given[evidence.criterion],
        "value": evidence.value,
        "rule": evidence.rule,
        "source": _source(evidence, stands),
    }


def _source(evidence: Evidence, stands: EffectiveScore | None) -> str:
    """Say where a score comes from: data, a judge, a panel, or that it is missing and why."""
    if stands and stands.by is ScoredBy.DESK and stands.judgement:
        said = f"judged by {stands.judgement.who}: {stands.judgement.reason}"
        return f"{said} (data would give {stands.data})" if stands.is_overridden else said
    if stands and stands.by is ScoredBy.PANEL and stands.spread:
        return f"panel: the median of {count_of(len(stands.spread.values), 'scorer')}"
    if evidence.score is None:
        return f"missing: {evidence.in_words}"
    return f"data: {evidence.source}"


def _print(found: Matrix) -> None:
    say(f"{found.partnership.name}: {found.period.dates}")
    say(f"{found.scheme.label}, version {found.scheme.version}")
    if said := as_of(found):
        say(said)
    if found.assessment is None:
        say("No assessment has been started: only evidence is scored, nobody has judged.")
    if found.partnership.synthetic:
        judged = " and invented judgements" if found.assessment else ""
        say(f"Note: synthetic example records{judged}, not real.")
    say("")
    equal = tie_wording.among(found.ranked, found.scheme)
    for one in found.ranked:
        say(_line(found, one, equal.get(one.issue)))
    for note in tie_wording.notes(equal):
        say(note)


def _line(found: Matrix, one: Ranked, equal: EqualScores | None) -> str:
    label, reach = found.label(one.issue), found.ranges[one.issue]
    if one.rank is None or one.scored.band is None:
        return f" -   {label}: no score, too little is known"
    given = risk_wording.number(one.scored.score) + (f" ({equal.mark})" if equal else "")
    place = f"{one.rank:>2}{'=' if one.is_tied else ' '}"
    return (
        f"{place}  {given}  {one.scored.band.label}  {label}  "
        f"(rank {risk_wording.rank_range(reach)}; in the top {TOP_N} "
        f"{risk_wording.in_draws(reach)}; confidence {one.scored.confidence})"
    )
