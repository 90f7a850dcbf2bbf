"""Issues with their evidence and what people said of them, as a record keeps them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessment.priorities.record import (
    RecordedCriterion,
    RecordedIssue,
    RecordedJudgement,
    RecordedOpinion,
)
from assessment.risk_matrix import Ranked, RankRange
from assessment.risk_matrix.indicators.prescoring import Evidence
from assessment.risk_matrix.issues import Issue
from assessment.risk_matrix.judgements import EffectiveScore, Judgement, ScoredBy
from assessment.risk_matrix.matrix import Matrix
from assessment.risk_matrix.workshop.scorer_agreement import Opinion


@dataclass(frozen=True)
class Decided:
    """What was decided of one issue, and how firmly it stands above the line."""

    is_above: bool
    above_share: float | None
    is_chosen: bool
    reason: str


def recorded_issue(matrix: Matrix, ranked: Ranked, issue: Issue, decided: Decided) -> RecordedIssue:
    """Return an issue as the record keeps it."""
    reach: RankRange = matrix.ranges[ranked.issue]
    people = _numbered(matrix)
    return RecordedIssue(
        id=issue.id,
        label=issue.label,
        measures=issue.measures,
        rank=ranked.rank,
        is_tied=ranked.is_tied,
        tie_breaks=ranked.tie_breaks,
        score=ranked.scored.score,
        band=ranked.scored.band.label if ranked.scored.band else None,
        confidence=ranked.scored.confidence.value,
        rank_low=reach.lowest,
        rank_high=reach.highest,
        above_share=decided.above_share,
        is_above=decided.is_above,
        is_chosen=decided.is_chosen,
        reason=decided.reason,
        residents=_residents(matrix, issue.id),
        criteria=tuple(
            _criterion(
                criterion.label,
                ranked.scored.given[criterion.id],
                matrix.evidence[issue.id, criterion.id],
                matrix.effective_scores.get((issue.id, criterion.id)),
                people,
            )
            for criterion in matrix.scheme.criteria
        ),
        position=matrix.issues.index(issue),
        under_reported=issue.under_reported,
        carried_from=issue.carried_from,
        rank_median=reach.median,
        top_share=reach.top_share,
        explanation=matrix.explained.get(issue.id),
        facts=matrix.facts[issue.id],
    )


def _residents(matrix: Matrix, issue: str) -> str:
    """Return what the survey says of an issue, where the scheme asks for it."""
    asking = (
        criterion.id
        for criterion in matrix.scheme.criteria
        if criterion.rule and criterion.rule.indicator.is_surveyed
    )
    return next((matrix.evidence[issue, criterion].in_words for criterion in asking), "")


def _numbered(matrix: Matrix) -> Mapping[str, str]:
    """Number the scorers: with the token that tells them apart, anyone could score as they."""
    tokens = {
        opinion.scorer: (opinion.agency, opinion.role, opinion.scorer)
        for effective in matrix.effective_scores.values()
        for opinion in (effective.spread.opinions if effective.spread else ())
    }
    return {
        token: str(number) for number, token in enumerate(sorted(tokens, key=tokens.__getitem__), 1)
    }


def _criterion(
    label: str,
    score: float | None,
    evidence: Evidence,
    stands: EffectiveScore | None,
    people: Mapping[str, str],
) -> RecordedCriterion:
    by = stands.by if stands else None
    judged = stands.judgement if stands else None
    counts = judged if by is ScoredBy.DESK else None
    spread = stands.spread if stands else None
    return RecordedCriterion(
        criterion=evidence.criterion,
        label=label,
        score=score,
        # Where counts stand themselves, nobody can have judged.
        by=(by.value if by else None) if stands or score is None else ScoredBy.DATA.value,
        from_data=evidence.score,
        judged_by=counts.who if counts else "",
        reason=counts.reason if counts else "",
        panel=tuple(spread.values) if spread else (),
        value=evidence.value,
        in_words=evidence.in_words,
        period=evidence.period,
        source=evidence.source,
        rule=evidence.rule,
        caveats=evidence.caveats,
        judgement=_judgement(judged) if judged else None,
        opinions=tuple(_opinions(spread.opinions if spread else (), people)),
        possible=evidence.possible,
    )


def _judgement(judged: Judgement) -> RecordedJudgement:
    at = judged.given_at.isoformat()
    return RecordedJudgement(judged.who, judged.value, judged.reason, judged.evidence_value, at)


def _opinions(opinions: Iterable[Opinion], people: Mapping[str, str]) -> Iterable[RecordedOpinion]:
    for opinion in opinions:
        number, at = people[opinion.scorer], opinion.given_at.isoformat()
        yield RecordedOpinion(
            number, opinion.agency, opinion.role, opinion.value, opinion.reason, at
        )
