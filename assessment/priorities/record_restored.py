"""The risk matrix of an agreed year exactly as it was, from its record alone.

Ranks, scores, bands and how firm they are stand in the record. What a score is made of, and other
schemes, are worked out from the scores and the evidence in it; nothing is counted again.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from assessment.definitions import Scheme
from assessment.errors import InvalidRequest
from assessment.partnerships import Partnership, partnership
from assessment.people import Permission
from assessment.periods import parse_month
from assessment.permissions import needs
from assessment.priorities.record import (
    SCORES_VARIED,
    Record,
    RecordedCriterion,
    RecordedIssue,
    scheme_of,
)
from assessment.priorities.record_json import read_document
from assessment.priorities.redacted_record import for_audience
from assessment.priorities.stored_documents import document
from assessment.risk_matrix import DEFAULT_SCHEME, Ranked, RankRange, robustness, scheme
from assessment.risk_matrix.assessment_year import year_ending
from assessment.risk_matrix.assessments import Assessment, assessment
from assessment.risk_matrix.counting_scores import PeoplesViews
from assessment.risk_matrix.evidence_base import EvidenceBase
from assessment.risk_matrix.explanations import Explanation
from assessment.risk_matrix.indicators.prescoring import Cell, Evidence, prescored
from assessment.risk_matrix.issues import Issue
from assessment.risk_matrix.judgements import Judgement, ScoredBy
from assessment.risk_matrix.matrix import (
    TOP_N,
    Matrix,
    latest_assessment,
    matrix,
    put_together,
)
from assessment.risk_matrix.ranking.issue_scores import Confidence
from assessment.risk_matrix.workshop.scorer_agreement import Opinion, Spread
from assessment.workspace import Workspace


class NotInRecord(InvalidRequest):
    """The record of an agreed year lacks what another scheme needs: only today's data have it."""


@needs(Permission.READ_ASSESSMENTS, of="partnership", named="partnership_id")
def matrix_as_it_stands(
    workspace: Workspace,
    partnership_id: str,
    *,
    scheme_id: str = DEFAULT_SCHEME,
    ending: date | None = None,
) -> Matrix:
    """Return a partnership's matrix: of an agreed year as it was agreed, else by today's data."""
    place = partnership(workspace, partnership_id)
    latest = latest_assessment(workspace, place.id, ending)
    text = document(workspace.store, latest.id) if latest else ""
    if not latest or not text:
        return matrix(workspace, partnership_id, scheme_id=scheme_id, ending=ending)
    kept = for_audience(workspace, read_document(text))
    under = None if scheme_id == kept.scheme["id"] else scheme(workspace, scheme_id)
    return as_agreed(latest, kept, under)


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="number")
def opened(workspace: Workspace, number: int) -> tuple[Record, Matrix] | None:
    """Return the record of an agreed year with its matrix; None for a draft."""
    text = document(workspace.store, number)
    if not text:
        return None
    kept = for_audience(workspace, read_document(text))
    return kept, as_agreed(assessment(workspace, number), kept)


def as_agreed(assessed: Assessment, kept: Record, under: Scheme | None = None) -> Matrix:
    """Return the matrix that a record holds, under its own scheme or another.

    Raises NotInRecord where the record, of version 1, lacks the evidence for another.
    """
    own_scheme = scheme_of(kept)
    judgements = PeoplesViews(own_scheme, _judged(kept), _spreads(kept), _explained(kept))
    if under:
        restored = put_together(_under(assessed, kept, under), judgements)
        return replace(restored, agreed_at=kept.agreed_at)
    restored = put_together(_basis(assessed, kept, own_scheme, _evidence(kept)), judgements)
    computed = {ranked.issue: ranked for ranked in restored.ranked}
    ranked = tuple(_as_recorded(computed[issue.id], issue, own_scheme) for issue in kept.issues)
    possible = restored.possible if kept.robustness.get(SCORES_VARIED) else None
    return replace(
        restored,
        ranked=ranked,
        ranges=_ranges(kept, restored),
        possible=possible,
        agreed_at=kept.agreed_at,
    )


def _basis(
    assessed: Assessment, kept: Record, under: Scheme, evidence: Mapping[Cell, Evidence]
) -> EvidenceBase:
    place = Partnership(kept.partnership, kept.partnership_name, kept.districts, kept.synthetic)
    period = year_ending(parse_month(kept.ending))
    facts = {issue.id: issue.facts for issue in kept.issues if issue.facts}
    version = kept.methods_version
    return EvidenceBase(place, period, under, assessed, _issues(kept), facts, evidence, version)


def _under(assessed: Assessment, kept: Record, under: Scheme) -> EvidenceBase:
    facts = {issue.id: issue.facts for issue in kept.issues if issue.facts}
    if len(facts) < len(kept.issues):
        raise NotInRecord(
            "The record of this year holds the evidence for its own scheme only. Another scheme "
            "can be set beside it with today's data."
        )
    period = year_ending(parse_month(kept.ending))
    return _basis(assessed, kept, under, prescored(facts, period, _issues(kept), under))


def _issues(kept: Record) -> tuple[Issue, ...]:
    return tuple(
        Issue(issue.id, issue.label, issue.measures, issue.under_reported, issue.carried_from)
        for issue in sorted(kept.issues, key=lambda issue: issue.position)
    )


def _evidence(kept: Record) -> Mapping[Cell, Evidence]:
    return {
        (issue.id, recorded.criterion): Evidence(
            criterion=recorded.criterion,
            value=recorded.value,
            in_words=recorded.in_words,
            period=recorded.period,
            source=recorded.source,
            rule=recorded.rule,
            score=recorded.from_data,
            caveats=recorded.caveats,
            possible=recorded.possible,
        )
        for issue in kept.issues
        for recorded in issue.criteria
    }


def _judged(kept: Record) -> Mapping[Cell, Judgement]:
    judgements = (
        _judgement(issue.id, criterion) for issue in kept.issues for criterion in issue.criteria
    )
    return {
        (judgement.issue, judgement.criterion): judgement for judgement in judgements if judgement
    }


def _judgement(issue: str, criterion: RecordedCriterion) -> Judgement | None:
    if recorded := criterion.judgement:
        given_at = datetime.fromisoformat(recorded.given_at)
        return Judgement(
            issue,
            criterion.criterion,
            recorded.value,
            recorded.reason,
            recorded.who,
            recorded.evidence_value,
            given_at,
        )
    if criterion.by != ScoredBy.DESK or criterion.score is None:
        return None
    # Version 1 kept a judgement that counts, and not when it was made: after the panel, then.
    score = int(criterion.score)
    return Judgement(
        issue, criterion.criterion, score, criterion.reason, criterion.judged_by, None, datetime.max
    )


def _spreads(kept: Record) -> list[Spread]:
    return [
        Spread(issue.id, criterion.criterion, _opinions(criterion))
        for issue in kept.issues
        for criterion in issue.criteria
        if criterion.opinions or criterion.panel
    ]


def _opinions(criterion: RecordedCriterion) -> tuple[Opinion, ...]:
    if not criterion.opinions:
        # Version 1 kept what was given, and not by whom.
        return tuple(Opinion("", "", "", int(value), "", datetime.min) for value in criterion.panel)
    return tuple(
        Opinion(
            opinion.scorer,
            opinion.agency,
            opinion.role,
            opinion.value,
            opinion.reason,
            datetime.fromisoformat(opinion.given_at),
        )
        for opinion in criterion.opinions
    )


def _explained(kept: Record) -> Mapping[str, Explanation]:
    return {issue.id: issue.explanation for issue in kept.issues if issue.explanation}


def _as_recorded(computed: Ranked, kept: RecordedIssue, own: Scheme) -> Ranked:
    """Put the rank, the score and the band that were agreed into the place of those worked out."""
    band = next((known for known in own.bands if known.label == kept.band), None)
    confidence = Confidence(kept.confidence)
    scored = replace(computed.scored, score=kept.score, band=band, confidence=confidence)
    return Ranked(computed.issue, kept.rank, kept.is_tied, scored, kept.tie_breaks)


def _ranges(kept: Record, restored: Matrix) -> Mapping[str, RankRange]:
    """Return the ranges that were agreed; version 1 kept a part of them, drawn by weights alone."""
    if kept.version > 1:
        return {issue.id: _range(issue) for issue in kept.issues}
    scores = {ranked.issue: ranked.scored.given for ranked in restored.ranked}
    return robustness(restored.scheme, scores, top_n=TOP_N)


def _range(kept: RecordedIssue) -> RankRange:
    return RankRange(kept.rank, kept.rank_median, kept.rank_low, kept.rank_high, kept.top_share)
