"""The risk matrix of a partnership: evidence, judgements, scores, ranks, and how firm they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.definitions import Scheme
from assessment.errors import InvalidRequest
from assessment.partnerships import partnership
from assessment.people import Permission
from assessment.permissions import needs
from assessment.risk_matrix.assessment_year import latest_ending, year_ending
from assessment.risk_matrix.assessments import Assessment, assessments
from assessment.risk_matrix.evidence_base import EvidenceBase, evidence_base, gather_evidence
from assessment.risk_matrix.explanations import Explanation, explanations
from assessment.risk_matrix.indicators.prescoring import Cell
from assessment.risk_matrix.issues import candidates, place_of
from assessment.risk_matrix.judgements import (
    EffectiveScore,
    Judgement,
    effective_scores,
    judgements,
)
from assessment.risk_matrix.ranking.rank_robustness import RankRange, robustness
from assessment.risk_matrix.ranking.ranks import Ranked, ranked
from assessment.risk_matrix.ranking.score_matrix import Scores
from assessment.risk_matrix.schemes.scheme_store import DEFAULT_SCHEME, scheme
from assessment.risk_matrix.workshop.scorer_agreement import Spread, spreads
from assessment.workspace import Workspace

# Partnerships settle on about five priorities: whether an issue stays among them is what counts.
TOP_N = 5


@dataclass(frozen=True)
class PeoplesViews:
    """What people have said of an assessment, and the scheme on whose scales they said it."""

    used: Scheme
    judged: Mapping[Cell, Judgement]
    spreads: Sequence[Spread]
    explained: Mapping[str, Explanation]


@dataclass(frozen=True)
class Matrix(EvidenceBase):
    """Everything about one assessment under one scheme; `ranked` has the issues in their order.

    Where nobody has started an assessment, evidence alone gives the scores. `agreed_at` is when it
    was agreed, as ISO 8601 writes it, where it is as it was then; nothing where it is of today.
    """

    effective_scores: Mapping[Cell, EffectiveScore]
    explained: Mapping[str, Explanation]
    ranked: tuple[Ranked, ...]
    ranges: Mapping[str, RankRange]
    agreed_at: str = ""


@needs(Permission.READ_ASSESSMENTS, of="partnership", named="partnership_id")
def matrix(
    workspace: Workspace,
    partnership_id: str,
    *,
    scheme_id: str = DEFAULT_SCHEME,
    ending: date | None = None,
) -> Matrix:
    """Score a partnership's issues, by the data of today, for the 12 months to the end of a month.

    Without an ending, those of its latest assessment, or else the latest 12 that are covered.
    Raises InvalidRequest for an unknown partnership or scheme, and for a year without records.
    """
    found = partnership(workspace, partnership_id)
    held = latest_assessment(workspace, found.id, ending)
    chosen = _scheme(workspace, scheme_id, held)
    if held:
        return matrix_of(workspace, held, chosen)
    month = ending or latest_ending(workspace, place_of(found))
    issues, period = candidates(workspace, found.id, month), year_ending(month)
    return matrix_from(workspace, gather_evidence(workspace, found, period, chosen, issues))


@needs(Permission.READ_ASSESSMENTS, of="partnership", named="partnership_id")
def latest_assessment(
    workspace: Workspace, partnership_id: str, ending: date | None = None
) -> Assessment | None:
    """Return the latest assessment of a partnership, or the latest of one year."""
    every = assessments(workspace, partnership_id)
    return next((each for each in every if ending in (None, each.ending)), None)


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="held")
def matrix_of(workspace: Workspace, held: Assessment, chosen: Scheme) -> Matrix:
    """Score the issues of one assessment, under its own scheme or any other."""
    return matrix_from(workspace, evidence_base(workspace, held, chosen))


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="held")
def matrix_from(workspace: Workspace, held: EvidenceBase) -> Matrix:
    """Put together what the data say and what people have made of it by now."""
    return put_together(held, _said(workspace, held.assessment) if held.assessment else None)


def put_together(held: EvidenceBase, said: PeoplesViews | None) -> Matrix:
    """Score issues by what the data say and what people have said."""
    stands = _standing(held, said)
    scores = _scores(held, stands)
    return Matrix(
        partnership=held.partnership,
        period=held.period,
        scheme=held.scheme,
        assessment=held.assessment,
        issues=held.issues,
        facts=held.facts,
        evidence=held.evidence,
        effective_scores=stands,
        explained=said.explained if said else {},
        ranked=ranked(held.scheme, scores),
        ranges=robustness(held.scheme, scores, top_n=TOP_N),
    )


def _scheme(workspace: Workspace, scheme_id: str, held: Assessment | None) -> Scheme:
    """Return a scheme: in the version that the assessment uses, if it uses it."""
    version = held.scheme_version if held and held.scheme == scheme_id else None
    return scheme(workspace, scheme_id, version)


def _said(workspace: Workspace, held: Assessment) -> PeoplesViews:
    return PeoplesViews(
        scheme(workspace, held.scheme, held.scheme_version),
        judgements(workspace, held.id),
        spreads(workspace, held.id),
        explanations(workspace, held.id),
    )


def _standing(held: EvidenceBase, said: PeoplesViews | None) -> Mapping[Cell, EffectiveScore]:
    """Return what counts for each cell of a scheme with scales; none where counts stand themselves.

    What people have scored counts for criteria with the same steps as when they did.
    """
    if not held.scheme.is_stepped:
        return {}
    from_data = {cell: one.score for cell, one in held.evidence.items()}
    if said is None:
        return effective_scores(from_data, {}, ())
    same = _same_scales(said.used, held.scheme)
    judged = {cell: one for cell, one in said.judged.items() if cell[1] in same}
    return effective_scores(
        from_data, judged, [one for one in said.spreads if one.criterion in same]
    )


def _same_scales(used: Scheme, chosen: Scheme) -> frozenset[str]:
    steps = {criterion.id: criterion.steps for criterion in used.criteria}
    return frozenset(
        criterion.id for criterion in chosen.criteria if steps.get(criterion.id) == criterion.steps
    )


def _scores(held: EvidenceBase, stands: Mapping[Cell, EffectiveScore]) -> Mapping[str, Scores]:
    if not held.issues:
        raise InvalidRequest("This assessment has no issues to score.")
    return {
        issue.id: {
            criterion.id: stands[issue.id, criterion.id].value
            if held.scheme.is_stepped
            else held.evidence[issue.id, criterion.id].score
            for criterion in held.scheme.criteria
        }
        for issue in held.issues
    }
