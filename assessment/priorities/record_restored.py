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
from assessment.priorities.record import Record, RecordedCriterion, RecordedIssue, scheme_of
from assessment.priorities.record_json import read_document
from assessment.priorities.redacted_record import for_audience
from assessment.priorities.stored_documents import document
from assessment.risk_matrix import DEFAULT_SCHEME, Ranked, RankRange, scheme
from assessment.risk_matrix.assessment_year import year_ending
from assessment.risk_matrix.assessments import Assessment, assessment
from assessment.risk_matrix.evidence_base import EvidenceBase
from assessment.risk_matrix.explanations import Explanation
from assessment.risk_matrix.indicators.prescoring import Cell, Evidence, prescored
from assessment.risk_matrix.issues import Issue
from assessment.risk_matrix.judgements import Judgement, ScoredBy
from assessment.risk_matrix.matrix import (
    Matrix,
    PeoplesViews,
    latest_assessment,
    matrix,
    put_together,
)
from assessment.risk_matrix.ranking.issue_scores import Confidence
from assessment.risk_matrix.workshop.scorer_agreement import Opinion, Spread
from assessment.workspace import Workspace


class NotInRecord(InvalidRequest):
    """The record of an agreed year has not what another scheme needs: only today's data have."""


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
    held = latest_assessment(workspace, place.id, ending)
    text = document(workspace.store, held.id) if held else ""
    if not held or not text:
        return matrix(workspace, partnership_id, scheme_id=scheme_id, ending=ending)
    kept = for_audience(workspace, read_document(text))
    under = None if scheme_id == kept.scheme["id"] else scheme(workspace, scheme_id)
    return as_agreed(held, kept, under)


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="number")
def opened(workspace: Workspace, number: int) -> tuple[Record, Matrix] | None:
    """Return the record of an agreed year with its matrix; None for a draft."""
    text = document(workspace.store, number)
    if not text:
        return None
    kept = for_audience(workspace, read_document(text))
    return kept, as_agreed(assessment(workspace, number), kept)


def as_agreed(held: Assessment, kept: Record, under: Scheme | None = None) -> Matrix:
    """Return the matrix that a record holds, under its own scheme or another.

    Raises NotInRecord for another where the record, of version 1, has not the evidence for it.
    """
    own = scheme_of(kept)
    said = PeoplesViews(own, _judged(kept), _spreads(kept), _explained(kept))
    if under:
        found = put_together(_under(held, kept, under), said)
        return replace(found, agreed_at=kept.agreed_at)
    found = put_together(_basis(held, kept, own, _evidence(kept)), said)
    ranges = found.ranges if kept.version == 1 else {one.id: _range(one) for one in kept.issues}
    scored = {one.issue: one for one in found.ranked}
    ranked = tuple(_as_recorded(scored[one.id], one, own) for one in kept.issues)
    return replace(found, ranked=ranked, ranges=ranges, agreed_at=kept.agreed_at)


def _basis(
    held: Assessment, kept: Record, under: Scheme, evidence: Mapping[Cell, Evidence]
) -> EvidenceBase:
    place = Partnership(kept.partnership, kept.partnership_name, kept.districts, kept.synthetic)
    period = year_ending(parse_month(kept.ending))
    facts = {one.id: one.facts for one in kept.issues if one.facts}
    return EvidenceBase(place, period, under, held, _issues(kept), facts, evidence)


def _under(held: Assessment, kept: Record, under: Scheme) -> EvidenceBase:
    facts = {one.id: one.facts for one in kept.issues if one.facts}
    if len(facts) < len(kept.issues):
        raise NotInRecord(
            "The record of this year holds the evidence for its own scheme only. Another scheme "
            "can be set beside it with today's data."
        )
    period = year_ending(parse_month(kept.ending))
    return _basis(held, kept, under, prescored(facts, period, _issues(kept), under))


def _issues(kept: Record) -> tuple[Issue, ...]:
    return tuple(
        Issue(one.id, one.label, one.measures, one.under_reported, one.carried_from)
        for one in sorted(kept.issues, key=lambda each: each.position)
    )


def _evidence(kept: Record) -> Mapping[Cell, Evidence]:
    return {
        (issue.id, one.criterion): Evidence(
            criterion=one.criterion,
            value=one.value,
            in_words=one.in_words,
            period=one.period,
            source=one.source,
            rule=one.rule,
            score=one.from_data,
            caveats=one.caveats,
        )
        for issue in kept.issues
        for one in issue.criteria
    }


def _judged(kept: Record) -> Mapping[Cell, Judgement]:
    every = (_judgement(issue.id, one) for issue in kept.issues for one in issue.criteria)
    return {(each.issue, each.criterion): each for each in every if each}


def _judgement(issue: str, one: RecordedCriterion) -> Judgement | None:
    if said := one.judgement:
        at = datetime.fromisoformat(said.given_at)
        return Judgement(
            issue, one.criterion, said.value, said.reason, said.who, said.evidence_value, at
        )
    if one.by != ScoredBy.DESK or one.score is None:
        return None
    # Version 1 kept a judgement that counts, and not when it was made: after the panel, then.
    score = int(one.score)
    return Judgement(issue, one.criterion, score, one.reason, one.judged_by, None, datetime.max)


def _spreads(kept: Record) -> list[Spread]:
    return [
        Spread(issue.id, one.criterion, _opinions(one))
        for issue in kept.issues
        for one in issue.criteria
        if one.opinions or one.panel
    ]


def _opinions(one: RecordedCriterion) -> tuple[Opinion, ...]:
    if not one.opinions:
        # Version 1 kept what was given, and not by whom.
        return tuple(Opinion("", "", "", int(value), "", datetime.min) for value in one.panel)
    return tuple(
        Opinion(
            each.scorer,
            each.agency,
            each.role,
            each.value,
            each.reason,
            datetime.fromisoformat(each.given_at),
        )
        for each in one.opinions
    )


def _explained(kept: Record) -> Mapping[str, Explanation]:
    return {one.id: one.explanation for one in kept.issues if one.explanation}


def _as_recorded(one: Ranked, kept: RecordedIssue, own: Scheme) -> Ranked:
    """Put the rank, the score and the band that were agreed into the place of those worked out."""
    band = next((each for each in own.bands if each.label == kept.band), None)
    confidence = Confidence(kept.confidence)
    scored = replace(one.scored, score=kept.score, band=band, confidence=confidence)
    return Ranked(one.issue, kept.rank, kept.is_tied, scored, kept.tie_breaks)


def _range(kept: RecordedIssue) -> RankRange:
    return RankRange(kept.rank, kept.rank_median, kept.rank_low, kept.rank_high, kept.top_share)
