"""The risk matrix of a partnership: evidence, judgements, scores, ranks, and how firm they are."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from assessment.definitions import Scheme
from assessment.partnerships import partnership
from assessment.people import Permission
from assessment.permissions import needs
from assessment.risk_matrix.assessment_year import latest_ending, year_ending
from assessment.risk_matrix.assessments import Assessment, assessments
from assessment.risk_matrix.counting_scores import PeoplesViews, scores_by_issue, scores_counting
from assessment.risk_matrix.evidence_base import EvidenceBase, evidence_base, gather_evidence
from assessment.risk_matrix.explanations import Explanation, explanations
from assessment.risk_matrix.indicators.prescoring import Cell
from assessment.risk_matrix.issues import candidates, place_of
from assessment.risk_matrix.judgements import (
    EffectiveScore,
    judgements,
)
from assessment.risk_matrix.ranking.possible_scores import Possible
from assessment.risk_matrix.ranking.rank_robustness import RankRange, robustness
from assessment.risk_matrix.ranking.ranks import Ranked, ranked
from assessment.risk_matrix.schemes.scheme_store import DEFAULT_SCHEME, scheme
from assessment.risk_matrix.score_uncertainty import possible_by_cell
from assessment.risk_matrix.workshop.scorer_agreement import of_agencies, spreads
from assessment.workspace import Workspace

# Partnerships settle on about five priorities: whether an issue stays among them is what counts.
TOP_N = 5


@dataclass(frozen=True)
class Matrix(EvidenceBase):
    """Everything about one assessment under one scheme; `ranked` has the issues in their order.

    Where no assessment has been started, evidence alone gives the scores. `agreed_at` is when it
    was agreed, as ISO 8601 writes it, where it is as it was then; None where it is of today.
    `possible` has what scores could be where that is not sure; None in the record of a year whose
    `ranges` come from weights alone.
    """

    effective_scores: Mapping[Cell, EffectiveScore]
    explained: Mapping[str, Explanation]
    ranked: tuple[Ranked, ...]
    ranges: Mapping[str, RankRange]
    possible: Possible | None
    agreed_at: str | None = None

    def overridden(self, issue: str) -> int:
        """Return how many scores from data people have overridden for an issue."""
        return sum(
            score.is_overridden
            for (of_issue, _), score in self.effective_scores.items()
            if of_issue == issue
        )


def is_in_top(rank: int | None) -> bool:
    """Tell whether a rank is among those that become priorities."""
    return rank is not None and rank <= TOP_N


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
    place = partnership(workspace, partnership_id)
    assessment = latest_assessment(workspace, place.id, ending)
    chosen = _scheme(workspace, scheme_id, assessment)
    if assessment:
        return matrix_of(workspace, assessment, chosen)
    month = ending or latest_ending(workspace, place_of(place))
    issues, period = candidates(workspace, place.id, month), year_ending(month)
    return matrix_from(workspace, gather_evidence(workspace, place, period, chosen, issues))


@needs(Permission.READ_ASSESSMENTS, of="partnership", named="partnership_id")
def latest_assessment(
    workspace: Workspace, partnership_id: str, ending: date | None = None
) -> Assessment | None:
    """Return the latest assessment of a partnership, or the latest of one year."""
    every = assessments(workspace, partnership_id)
    return next((assessment for assessment in every if ending in (None, assessment.ending)), None)


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="assessment")
def matrix_of(workspace: Workspace, assessment: Assessment, chosen: Scheme) -> Matrix:
    """Score the issues of one assessment, under its own scheme or any other."""
    return matrix_from(workspace, evidence_base(workspace, assessment, chosen))


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="base")
def matrix_from(workspace: Workspace, base: EvidenceBase) -> Matrix:
    """Put together what the data say and what people have made of it by now."""
    return put_together(base, _views(workspace, base.assessment) if base.assessment else None)


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="base")
def matrix_of_agencies(workspace: Workspace, base: EvidenceBase) -> Matrix:
    """Score the same with one voice for each agency, however many came from it."""
    views = _views(workspace, base.assessment) if base.assessment else None
    if views:
        views = replace(views, spreads=[of_agencies(spread) for spread in views.spreads])
    return put_together(base, views)


def put_together(base: EvidenceBase, views: PeoplesViews | None) -> Matrix:
    """Score issues by what the data say and what people have said."""
    effective = scores_counting(base, views)
    scores = scores_by_issue(base, effective)
    possible = possible_by_cell(base.evidence, effective)
    return Matrix(
        partnership=base.partnership,
        period=base.period,
        scheme=base.scheme,
        assessment=base.assessment,
        issues=base.issues,
        facts=base.facts,
        evidence=base.evidence,
        methods_version=base.methods_version,
        effective_scores=effective,
        explained=views.explained if views else {},
        ranked=ranked(base.scheme, scores),
        ranges=robustness(base.scheme, scores, top_n=TOP_N, possible=possible),
        possible=possible,
    )


def _scheme(workspace: Workspace, scheme_id: str, assessment: Assessment | None) -> Scheme:
    """Return a scheme: in the version that the assessment uses, if it uses it."""
    version = assessment.scheme_version if assessment and assessment.scheme == scheme_id else None
    return scheme(workspace, scheme_id, version)


def _views(workspace: Workspace, assessment: Assessment) -> PeoplesViews:
    return PeoplesViews(
        scheme(workspace, assessment.scheme, assessment.scheme_version),
        judgements(workspace, assessment.id),
        spreads(workspace, assessment.id),
        explanations(workspace, assessment.id),
    )
