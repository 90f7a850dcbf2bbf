"""`score`: the risk matrix of a partnership, its issues in the order of their ranks."""

from argparse import Namespace
from typing import Any

from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.errors import InvalidRequest
from assessment.numbers import count_of
from assessment.outputs.risk_matrix.wording import firmness_wording, risk_wording, tie_wording
from assessment.outputs.risk_matrix.wording.tie_wording import EqualScores
from assessment.outputs.risk_matrix.wording.year_wording import as_of
from assessment.periods import parse_month
from assessment.priorities.record_restored import NotInRecord, matrix_as_it_stands
from assessment.risk_matrix.indicators.prescoring import Evidence
from assessment.risk_matrix.judgements import EffectiveScore, ScoredBy
from assessment.risk_matrix.matrix import TOP_N, Matrix, matrix
from assessment.risk_matrix.ranking.ranks import Ranked
from assessment.risk_matrix.schemes.scheme_store import DEFAULT_SCHEME


def score(options: Namespace) -> int:
    """Score a partnership's issues under a scheme."""
    ending = None if options.ending is None else parse_month(options.ending)
    with opened(options) as workspace:
        # What was agreed is shown as it was agreed, unless today's data are asked for.
        read_matrix = matrix if options.today else matrix_as_it_stands
        try:
            result = read_matrix(
                workspace,
                options.partnership,
                scheme_id=options.scheme or DEFAULT_SCHEME,
                ending=ending,
            )
        except NotInRecord as fault:
            raise InvalidRequest(f"{fault} Ask for them with --today.") from fault
    if options.json:
        say_json([_row(result, ranked) for ranked in result.ranked])
    else:
        _print(result)
    return 0


def _row(result: Matrix, ranked: Ranked) -> dict[str, Any]:
    ranks = result.ranges[ranked.issue]
    return {
        "issue": ranked.issue,
        "scheme": result.scheme.id,
        "methods_version": result.methods_version,
        "known_weight": ranked.scored.known_weight,
        "score": ranked.scored.score,
        "band": ranked.scored.band.label if ranked.scored.band else None,
        "rank": ranked.rank,
        "rank_low": ranks.lowest,
        "rank_high": ranks.highest,
        "top_n_share": ranks.top_share,
        "confidence": ranked.scored.confidence.value,
        "criteria": [
            _criterion(ranked, result.evidence[cell], result.effective_scores.get(cell))
            for cell in ((ranked.issue, criterion.id) for criterion in result.scheme.criteria)
        ],
    }


def _criterion(
    ranked: Ranked, evidence: Evidence, standing: EffectiveScore | None
) -> dict[str, Any]:
    return {
        "criterion": evidence.criterion,
        "score": ranked.scored.given[evidence.criterion],
        "value": evidence.value,
        "rule": evidence.rule,
        "source": _source(evidence, standing),
    }


def _source(evidence: Evidence, standing: EffectiveScore | None) -> str:
    """Say where a score comes from: data, a judge, a panel, or that it is missing and why."""
    if standing and standing.by is ScoredBy.DESK and standing.judgement:
        judged = f"judged by {standing.judgement.who}: {standing.judgement.reason}"
        return f"{judged} (data would give {standing.data})" if standing.is_overridden else judged
    if standing and standing.by is ScoredBy.PANEL and standing.spread:
        return f"panel: the median of {count_of(len(standing.spread.values), 'scorer')}"
    if evidence.score is None:
        return f"missing: {evidence.in_words}"
    return f"data: {evidence.source}"


def _print(result: Matrix) -> None:
    say(f"{result.partnership.name}: {result.period.dates}")
    say(f"{result.scheme.label}, version {result.scheme.version}")
    if agreed := as_of(result):
        say(agreed)
    if result.assessment is None:
        say("No assessment has been started: only evidence is scored, nobody has judged.")
    if result.partnership.synthetic:
        judged = " and invented judgements" if result.assessment else ""
        say(f"Note: synthetic example records{judged}, not real.")
    say("")
    equal = tie_wording.among(result.ranked, result.scheme)
    for ranked in result.ranked:
        say(_line(result, ranked, equal.get(ranked.issue)))
    for note in tie_wording.notes(equal):
        say(note)


def _line(result: Matrix, ranked: Ranked, equal: EqualScores | None) -> str:
    label, ranks = result.label(ranked.issue), result.ranges[ranked.issue]
    reach = (
        f"rank {firmness_wording.rank_range(ranks)}; in the top {TOP_N} "
        + firmness_wording.in_draws(ranks)
    )
    if ranked.rank is None:
        return f" -   {label}: no score, too little is known ({reach})"
    points = risk_wording.number(ranked.scored.score) + (f" ({equal.mark})" if equal else "")
    position = f"{ranked.rank:>2}{'=' if ranked.is_tied else ' '}"
    known = firmness_wording.known_criteria(ranked.scored, result.scheme)
    return (
        f"{position}  {known}  {points}  {risk_wording.band(ranked.scored)}  {label}  "
        f"({reach}; confidence {ranked.scored.confidence})"
    )
